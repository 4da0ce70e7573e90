"""Returns taken: all that their owners changed, as one change, and in the ledger that they answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from send_actions.changes.chasing import note_answered
from send_actions.changes.updates import say_due_dates, say_updates
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Change
from send_actions.store.database import Store

_NAMED = 3


class TakenReturns(Noun):
    """What is taken of returns: for whom they were made, what they say, and which owners answer with them.

    `expected` holds the versions of the actions they were compared with, `meeting_id` is that of the meeting
    for which they are an answer, if there is one, and `on` the day that they speak of if not today.
    """

    made_for: tuple[str, ...]
    expected: Mapping[int, int | None]
    updates: Sequence[UpdateDraft] = ()
    deadlines: Sequence[DeadlineDraft] = ()
    owner_ids: Sequence[int] = ()
    meeting_id: int | None = None
    on: date | None = None


def take_returns(store: Store, taken: TakenReturns, *, actor: str, at: datetime, day: date) -> Change | None:
    """Write what returns say; None when the plan says all of it already.

    Raises EditConflictError where somebody changed an action since it was compared.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        updates = say_updates(recording, taken.updates, taken.expected, day)
        moved = say_due_dates(recording, taken.deadlines, taken.expected, day)
        if (updates or moved) and taken.meeting_id is not None:
            note_answered(recording, taken.meeting_id, taken.owner_ids, taken.on or day)
        counts = ((len(updates), "update"), (len(moved), "due date"))
        told = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
        recording.label = f"Take {_returns(taken.made_for)}: {told}"
    return recording.change


def _returns(made_for: Sequence[str]) -> str:
    """Return the returns of a label, the first three by whom they were made for."""
    named = [one for one in dict.fromkeys(made_for) if one]
    if not named:
        return "a return" if len(made_for) == 1 else f"{len(made_for)} returns"
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"the return{'' if len(named) == 1 else 's'} of {'; '.join(named[:_NAMED])}{more}"
