"""Returns taken: all that their owners changed, as one change, and in the ledger that they answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from send_actions.changes.chasing import note_answered
from send_actions.changes.updates import say_due_dates, say_updates
from send_actions.domain.checks.rounds import meeting_of_round
from send_actions.domain.checks.slips import PATH_BY, date_slips
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Change, Plan
from send_actions.importers.answers import PLAN
from send_actions.importers.returns.return_file import ReturnRead
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_NAMED = 3


class TakenReturns(Noun):
    """What is taken of returns: for whom they were made, what they say, and which owners answer with them.

    `expected` holds the versions of the actions they were compared with, `meeting_id` is that of the meeting
    for which they are an answer, if there is one, `on` the day that they speak of if not today, and
    `kept` what was answered of them, by the name under which it is kept, which is not asked again.
    """

    made_for: tuple[str, ...]
    expected: Mapping[int, int | None]
    updates: Sequence[UpdateDraft] = ()
    deadlines: Sequence[DeadlineDraft] = ()
    owner_ids: Sequence[int] = ()
    meeting_id: int | None = None
    on: date | None = None
    kept: Mapping[str, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.updates and not self.deadlines and PLAN not in self.kept.values()


def taken_of(read: Sequence[ReturnRead], plan: Plan, on: date | None) -> TakenReturns:
    """Return what is taken of returns as they were read, into the plan of today."""
    rows = [row for one in read for row in one.rows]
    meeting = meeting_of_round(plan)
    return TakenReturns(
        tuple(one.to for one in read),
        {row.action.id: row.action.version for row in rows},
        tuple(row.update for row in rows if row.update),
        tuple(row.deadline for row in rows if row.deadline),
        tuple(dict.fromkeys(row.lead.id for row in rows if row.lead and row.is_answer)),
        meeting.id if meeting else None,
        on,
        {name: said for one in read for name, said in one.kept.items()},
    )


def return_slips(read: Sequence[ReturnRead], plan: Plan, on: date | None) -> list[str]:
    """Return what to ask about the day that returns speak of, and of dates to come that have passed."""
    found = date_slips(plan, on=on)
    for row in (row for one in read for row in one.rows):
        said = row.update.path_by if row.update else None
        coming = {PATH_BY: said if said != row.action.path_by else None}
        due = row.deadline.due if row.deadline else None
        found += [f"{row.action.ref}: {slip}" for slip in date_slips(plan, coming=coming, due=due)]
    return found


def nothing_new(names: Sequence[str]) -> str:
    """Return the words of returns that change nothing, by the names of their files."""
    return f"{', '.join(names)} say{'s' if len(names) == 1 else ''} nothing that the plan does not"


def take_returns(store: Store, taken: TakenReturns, *, actor: str, at: datetime, day: date) -> Change | None:
    """Write what returns say; None when the plan says all of it already.

    Raises EditConflictError where somebody changed an action since it was compared.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        updates = say_updates(recording, taken.updates, taken.expected, day)
        moved = say_due_dates(recording, taken.deadlines, taken.expected, day)
        if (updates or moved) and taken.meeting_id is not None:
            note_answered(recording, taken.meeting_id, taken.owner_ids, taken.on or day)
        kept = _keep(recording, taken.kept)
        counts = ((len(updates), "update"), (len(moved), "due date"), (kept, "cell"))
        left = " left as the plan says" if kept else ""
        told = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
        recording.label = f"Take {_returns(taken.made_for)}: {told}{left}"
    return recording.change


def _keep(recording: Recording, answers: Mapping[str, str]) -> int:
    """Keep what was answered and is not kept yet; return how often that was that the plan's words stand."""
    known = {row["name"]: row["mapping"] for row in recording.rows_in_plan("import_mapping")}
    new = {name: said for name, said in answers.items() if known.get(name) != said}
    if new:
        rows = [{"name": name, "mapping": said} for name, said in new.items()]
        recording.insert("import_mapping", rows)
    return sum(said == PLAN for said in new.values())


def _returns(made_for: Sequence[str]) -> str:
    """Return the returns of a label, the first three by whom they were made for."""
    named = [one for one in dict.fromkeys(made_for) if one]
    if not named:
        return "a return" if len(made_for) == 1 else f"{len(made_for)} returns"
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"the return{'' if len(named) == 1 else 's'} of {'; '.join(named[:_NAMED])}{more}"
