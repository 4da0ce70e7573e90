"""The rules of what waits for a meeting's agreement: moved dates, holds, withdrawals and completions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from send_actions.domain.checks.action_checks import has_unagreed_date, has_unagreed_status
from send_actions.domain.history.comparison import has_a_date
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Deadline, Due, Plan
from send_actions.domain.plan.vocabulary import Precision


class MovedDate(NamedTuple):
    """The date before a move, why it moved, and the day on which that was said; None where not known."""

    old: Due | None
    reason: str
    said_on: date | None


def to_agree(plan: Plan) -> tuple[Action, ...]:
    """The actions whose moved date, hold, withdrawal or completion waits for a meeting, by their refs."""
    return tuple(a for a in plan.actions if has_unagreed_date(a) or has_unagreed_status(a, plan))


def wants_new_date(action: Action, on: date) -> bool:
    """Whether its moved date passed before a meeting agreed it, or names no date at all."""
    return has_unagreed_date(action) and (not has_a_date(action.due) or _has_passed(action, on))


def moved_date(action: Action, deadlines: Sequence[Deadline]) -> MovedDate:
    """From which date an action's due date was moved last, and why; `deadlines` are its own, newest first.

    A date said again without a reason keeps the reason of its move.
    """
    new = list(takewhile(lambda deadline: is_same_due(deadline.due, action.due), deadlines))
    earlier = deadlines[len(new)].due if len(new) < len(deadlines) else action.first_due
    why = next((one for one in new if one.reason.strip()), None)
    return MovedDate(earlier, why.reason if why else "", why.on if why else None)


def _has_passed(action: Action, on: date) -> bool:
    due = action.due
    return bool(due and due.on and due.precision is not Precision.ONGOING and due.on < on)
