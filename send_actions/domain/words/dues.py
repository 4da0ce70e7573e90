"""Due dates in words, short and in full, wherever one stands: as exactly as each was given."""

from __future__ import annotations

from send_actions.domain.plan import Action, Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import say_date, say_days, say_due, short_date

_TIMES = {1: "once", 2: "twice"}


def short_due(due: Due | None) -> str:
    """Return a due date in nine columns, month under month and no day that was not given; else its words."""
    if due is None or due.on is None or due.precision is Precision.ONGOING:
        return say_due(due) if due else ""
    day = short_date(due.on)
    return day if due.precision is Precision.DAY else f"   {day[3:]}"


def due_words(action: Action, days_overdue: int) -> str:
    """Return when it falls due, by how much it is over, and how often it was moved from which first date."""
    if action.due is None:
        return "no date given"
    text = say_due(action.due) or "no date given"
    if action.due.on and action.due.precision in {Precision.QUARTER, Precision.TERM}:
        text += f" ({say_date(action.due.on)})"
    if days_overdue:
        text += f", {say_days(days_overdue)} overdue"
    if action.due_moves:
        text += f"; {_moves(action)}"
    return text


def say_times(count: int) -> str:
    """Return how often something was done: once, twice, 3 times."""
    return _TIMES.get(count, f"{count} times")


def _moves(action: Action) -> str:
    """Return how often a due date was moved, whence, and whether that was agreed; one may be back."""
    moved = f"moved {say_times(action.due_moves)}"
    if action.is_due_at_first:
        return f"{moved}, back at its first date{'' if action.due_agreed else ', not yet agreed'}"
    agreed = "agreed by a meeting" if action.due_agreed else "not yet agreed"
    first = f"first {say_due(action.first_due)}, " if action.first_due else ""
    return f"{first}{moved}, {agreed}"
