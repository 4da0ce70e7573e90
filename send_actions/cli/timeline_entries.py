"""An action's past in words: what was said of it on each date, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from send_actions.cli.phrases import sentence_end
from send_actions.domain.history.statements import is_for_the_paper
from send_actions.domain.plan import Deadline, Plan, Timeline, Update
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.words.dates import say_date, say_due


@dataclass(frozen=True)
class TimelineEntry:
    """What was said on a date: a status if one was, and the rest in words."""

    on: date
    status: Status | None
    words: str


def timeline_entries(timeline: Timeline, plan: Plan, *, with_private: bool) -> list[TimelineEntry]:
    """Return all that was said, newest first; private notes only where they are asked for."""
    updates = timeline.updates
    if not with_private:
        updates = tuple(replace(u, private_note="") for u in updates if is_for_the_paper(vars(u)))
    entries: list[Update | Deadline] = [*updates, *timeline.deadlines]
    entries.sort(key=lambda entry: (entry.on, entry.change_id), reverse=True)
    return [_update(e, plan) if isinstance(e, Update) else _deadline(e, timeline, plan) for e in entries]


def _update(update: Update, plan: Plan) -> TimelineEntry:
    parts = list(_parts(update, plan))
    heard = [part for part in (update.heard.value if update.heard else "", update.heard_from) if part]
    return TimelineEntry(
        update.on, update.status, _joined(parts) + (f" ({', '.join(heard)})" if heard else "")
    )


def _joined(parts: list[str]) -> str:
    return " ".join(sentence_end(part[:1].upper() + part[1:]) for part in parts)


def _parts(update: Update, plan: Plan) -> Iterator[str]:
    """Return what an update says in words, its status apart."""
    agreed = agreed_at(update.agreed_meeting_id, plan) if update.agreed_meeting_id is not None else ""
    silent = not update.note and update.status in REASONED
    labelled = (
        ("", update.note or ("no reason given" if silent else "")),
        ("", "no change, still right" if update.no_change else ""),
        ("impact ", update.impact.word.lower() if update.impact else ""),
        ("shown by ", update.impact_shown_by),
        ("path to green: ", update.path),
        ("by ", say_date(update.path_by) if update.path_by else ""),
        ("look again on ", say_date(update.look_again) if update.look_again else ""),
        ("proof: ", update.proof),
        ("", agreed),
        ("private note: ", update.private_note),
    )
    return (f"{label}{text}" for label, text in labelled if text)


def _deadline(deadline: Deadline, timeline: Timeline, plan: Plan) -> TimelineEntry:
    is_first = deadline == timeline.deadlines[-1]
    text = f"due {say_due(deadline.due)}" if is_first else f"due date moved to {say_due(deadline.due)}"
    parts = [text + (f": {deadline.reason}" if deadline.reason else "")]
    if deadline.agreed_meeting_id is not None:
        minute = f", minute {deadline.minute}" if deadline.minute else ""
        parts.append(agreed_at(deadline.agreed_meeting_id, plan) + minute)
    return TimelineEntry(deadline.on, None, _joined(parts))


def agreed_at(meeting_id: int, plan: Plan) -> str:
    """Return which meeting agreed to it."""
    meeting = plan.meetings_by_id.get(meeting_id)
    return f"agreed by {meeting.series} on {say_date(meeting.on)}" if meeting else "agreed by a meeting"
