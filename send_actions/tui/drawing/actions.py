"""A list of actions: ref, status, due date, title and direction, in columns that align down the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.direction import direction_since
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import DONE, Precision, Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.statuses import badge, colour, word, word_width
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline

DUE_WIDTH: Final = 9
LONGEST_REF: Final = 14
NARROW_ARROW: Final = 1


class ActionColumns:
    """Draws the rows of one list of actions; widths are found once, rows when they come into sight."""

    def __init__(self, plan: Plan, before: Plan | None, actions: Sequence[Action]) -> None:
        self.plan = plan
        self.before = before
        self.actions = actions
        self._ref = min(LONGEST_REF, max((columns(a.ref) for a in actions), default=3))
        self._ref = max(3, self._ref)
        self._word = word_width(plan)

    def heading(self, width: int) -> Line:
        """The names of the columns; `width` is the whole line's."""
        text = (
            f"  {fit('Ref', self._ref)}  {fit('  Status', self._word + 5)}  {fit('Due', DUE_WIDTH)}   Action"
        )
        return [(fit(text, width), "heading")]

    def row(self, place: int, width: int) -> Line:
        """One action."""
        action = self.actions[place]
        plan = self.plan
        hue = colour(plan, action.status)
        quiet = "dim" if action.status in DONE or action.status is Status.WITHDRAWN else ""
        left: Line = [
            (fit(inline(action.ref), self._ref) + " ", quiet),
            *badge(plan, action.status),
            (" " + fit(word(plan, action.status), self._word) + "  ", hue),
            (due_column(action.due), quiet),
            (" ! " if is_overdue(action, plan.as_at) else "   ", "late"),
        ]
        arrow = arrow_of(self.before, action)
        taken = self._ref + 1 + 4 + 1 + self._word + 2 + DUE_WIDTH + 3
        arrow_width = max(NARROW_ARROW, columns(arrow)) + 2
        room = width - taken - arrow_width
        return [*left, (fit(inline(action.title), room), quiet), (fit_right(arrow + " ", arrow_width), "dim")]


def arrow_of(before: Plan | None, action: Action) -> str:
    """The direction of travel since the last meeting, as a list shows it."""
    way = direction_since(before, action)
    return way.arrow if way else ""


def due_column(due: Due | None) -> str:
    """A due date in nine columns; a month, quarter or term stands without a day."""
    if due is None:
        return fit("no date", DUE_WIDTH)
    if due.precision is Precision.ONGOING:
        return fit("ongoing", DUE_WIDTH)
    if due.on is None:
        return fit(inline(due.text), DUE_WIDTH)
    day = short_date(due.on)
    return day if due.precision is Precision.DAY else fit_right(day[3:], DUE_WIDTH)


def _by_ref(_plan: Plan) -> Callable[[Action], object]:
    return lambda action: (natural(action.ref), action.id)


def _worst(plan: Plan) -> Callable[[Action], object]:
    return lambda action: worst_first(action, plan.as_at)


def _by_due(_plan: Plan) -> Callable[[Action], object]:
    return lambda action: (action.due_on or date.max, natural(action.ref))


SORTS: Final = {"ref": _by_ref, "worst first": _worst, "due date": _by_due}
"""The orders a list can have, by the words that say so."""


def in_order(plan: Plan, actions: Sequence[Action], order: str) -> tuple[Action, ...]:
    """Actions in one of the orders of `SORTS`."""
    return tuple(sorted(actions, key=SORTS[order](plan)))  # type: ignore[arg-type]
