"""What the lead asks of the board, and when a meeting has answered it (PRODUCT section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from send_actions.domain.plan import Meeting, Minute
from send_actions.domain.plan.vocabulary import MinuteKind

_ANSWERS: Final = frozenset({MinuteKind.DECISION, MinuteKind.RESOLVED})


def last_decided(minutes: Iterable[Minute], meetings: Iterable[Meeting]) -> dict[int, date]:
    """Return for each action, by its id, the day of the last meeting that decided or resolved about it."""
    return {action_id: max(days) for action_id, days in days_decided(minutes, meetings).items()}


def days_decided(minutes: Iterable[Minute], meetings: Iterable[Meeting]) -> dict[int, list[date]]:
    """Return for each action, by its id, the days of the meetings that decided or resolved about it."""
    days = {meeting.id: meeting.on for meeting in meetings}
    decided: dict[int, list[date]] = {}
    for minute in minutes:
        if minute.action_id is not None and minute.kind in _ANSWERS:
            decided.setdefault(minute.action_id, []).append(days[minute.meeting_id])
    return decided


def while_unanswered(said: Mapping[str, Any], decided: date | None) -> Mapping[str, Any]:
    """Return what was said of an action, without an ask that a meeting answered.

    An ask is carried forward until the status changes or a meeting answers it (PRODUCT section 2). A meeting
    of any series answers it by a decision or a resolution about the action, on the day it was asked or after:
    on a board's own day the ask was brought to it. To ask again after that is a new ask.
    """
    if said["ask_on"] is None or decided is None or decided < said["ask_on"]:
        return said
    return {**said, "ask": "", "ask_on": None}
