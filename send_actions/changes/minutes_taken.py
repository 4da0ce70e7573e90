"""What is taken from a meeting's own minutes: several entries as one change, and actions made of some."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from send_actions.changes.minutes import held_meeting, write_action, write_minute
from send_actions.changes.names import one_name_each
from send_actions.changes.validation import existing_row
from send_actions.domain.drafts import NO_DUE
from send_actions.domain.minute_drafts import TakenMinute
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.store.database import Store


def take_minutes(
    store: Store, taken: Sequence[TakenMinute], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Put down what minutes say, but for what stands there already; None when all of it does.

    Raises UsageError for what is missing, SendActionsError for a meeting to come or a ref in use.
    """
    with (
        store.record("", actor=actor, at=at, day=day) as recording,
        one_name_each(recording, "give another ref"),
    ):
        kinds: list[str] = []
        for minute, action in taken:
            if (minute_id := write_minute(recording, minute, day)) is None:
                continue
            kinds.append("action" if action else str(minute.kind))
            if action:
                row = existing_row(recording, "minute", minute_id)
                due = minute.due if minute.due != NO_DUE else None
                write_action(recording, row, action, due=due, day=day)
        if kinds:
            met = held_meeting(recording, taken[0].minute.meeting_id, day)["on"]
            recording.label = f"Take from the minutes of {say_date(met)}: {_counted(kinds)}"
    return recording.change


def _counted(kinds: Sequence[str]) -> str:
    """Return how many of each kind there are: 1 decision, 2 requests."""
    found = [(kind, kinds.count(kind)) for kind in (*MinuteKind, "action") if kind in kinds]
    return ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in found)
