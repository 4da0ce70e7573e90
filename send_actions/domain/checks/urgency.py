"""How one action stands on a date: overdue, silent, owing an update, and which of several is the worst."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST, Precision, Status
from send_actions.domain.text import NaturalKey, natural

_RANK: Final[dict[Status | None, int]] = {status: rank for rank, status in enumerate(WORST_FIRST)} | {
    None: WORST_FIRST.index(Status.NOT_STARTED)
}


def severity(status: Status | None) -> int:
    """The place of a status in the order worst first; unsaid stands beside not started."""
    return _RANK[status]


def is_overdue(action: Action, on: date) -> bool:
    """Whether it was due before `on` and is still to be delivered (PRODUCT section 4)."""
    due = action.due
    if due is None or due.on is None or due.on >= on:
        return False
    return due.precision is not Precision.ONGOING and action.is_open


def days_overdue(action: Action, on: date) -> int:
    """By how many days it is overdue; 0 when it is not."""
    return (on - action.due.on).days if action.due and action.due.on and is_overdue(action, on) else 0


def owes_update(action: Action, plan: Plan) -> bool:
    """Whether it is open and nothing was said since the last meeting; without a meeting, nothing ever.

    A word said on the day of a meeting was said at it, so it is owed again from the next day.
    """
    last = plan.last_meeting
    return action.is_open and is_silent_since(action, last.on if last else None)


def all_owing(plan: Plan) -> list[Action]:
    """The actions of a plan that owe an update, in its order."""
    last = plan.last_meeting
    since = last.on if last else None
    return [action for action in plan.actions if is_silent_since(action, since) and action.is_open]


def has_no_update(action: Action, plan: Plan) -> bool:
    """Whether it is open and nothing was said since the meeting before the last of the main series."""
    since = silence_starts(plan)
    return since is not None and action.is_open and is_silent_since(action, since)


def silence_starts(plan: Plan) -> date | None:
    """The day of the meeting before the last, after which each open action should have been spoken of."""
    past = sorted(meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at)
    return past[-2] if len(past) > 1 else None


def is_silent_since(action: Action, meeting: date | None) -> bool:
    """Whether nothing was said after a meeting's day; with None, nothing ever."""
    return action.updated_on is None or (meeting is not None and action.updated_on <= meeting)


def worst_open(actions: Iterable[Action], on: date) -> Action | None:
    """The worst of the open actions: by status, then the longest overdue, then by ref."""
    found = [action for action in actions if action.is_open]
    worst = min((severity(status) for status in {action.status for action in found}), default=0)
    of_worst = (action for action in found if severity(action.status) == worst)
    return min(of_worst, key=lambda action: worst_first(action, on), default=None)


def worst_first(action: Action, on: date) -> tuple[int, int, NaturalKey]:
    """A key that sorts actions worst first."""
    return severity(action.status), -days_overdue(action, on), natural(action.ref)
