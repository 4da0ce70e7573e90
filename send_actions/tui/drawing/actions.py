"""A status as it stands everywhere, and a list of actions in columns that align down the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.direction import direction_since
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, Precision, Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import short_date
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length

NO_STATUS: Final = "Not said"
"""The word for an action nobody has given a status."""

LONGEST_WORD: Final = 14
DUE_WIDTH: Final = 9
LONGEST_REF: Final = 14

SORTS: Final[dict[str, Callable[[Plan, Action], Any]]] = {
    "ref": lambda _plan, action: (natural(action.ref), action.id),
    "worst first": lambda plan, action: worst_first(action, plan.as_at),
    "due date": lambda _plan, action: (action.due_on or date.max, natural(action.ref)),
}
"""The orders a list can have, by the words that say so."""


def colour(plan: Plan, status: Status | None) -> str:
    """The style of a status: its colour's name in the plan's legend."""
    return "dim" if status is None else plan.legend_of(status).colour


def word(plan: Plan, status: Status | None) -> str:
    """The word of a status in the plan's legend."""
    return NO_STATUS if status is None else inline(plan.legend_of(status).word)


def badge(plan: Plan, status: Status | None) -> Line:
    """Symbol and letter in four columns."""
    text = f"{status.symbol:>2} {status.letter}" if status else " · –"
    return [(text, colour(plan, status))]


def worded(plan: Plan, status: Status | None, width: int = 0) -> Line:
    """Symbol, letter and word; the word takes `width` columns if that is given."""
    text = word(plan, status)
    return [*badge(plan, status), (" " + (fit(text, width) if width else text), colour(plan, status))]


def word_width(plan: Plan) -> int:
    """The columns that the longest word in use takes."""
    return min(LONGEST_WORD, max(len(entry.word) for entry in plan.legend if entry.used))


def impact_words(impact: Impact | None) -> str:
    """The impact in a sentence: impact none yet."""
    return f"impact {impact.word.lower()}" if impact else "impact not said"


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


def in_order(plan: Plan, actions: Sequence[Action], order: str) -> tuple[Action, ...]:
    """Actions in one of the orders of `SORTS`."""
    key = SORTS[order]
    return tuple(sorted(actions, key=lambda action: key(plan, action)))


class ActionColumns:
    """Draws the rows of one list of actions; widths are found once, rows when they are visible."""

    def __init__(self, plan: Plan, before: Plan | None, actions: Sequence[Action]) -> None:
        self.plan = plan
        self.before = before
        self.actions = actions
        longest = max((columns(action.ref) for action in actions), default=0)
        self._ref = max(3, min(LONGEST_REF, longest))
        self._word = word_width(plan)

    def heading(self, width: int) -> Line:
        """The names of the columns; `width` is the whole line's."""
        ref, status = fit("Ref", self._ref), fit("  Status", self._word + 5)
        return [(fit(f"  {ref}  {status}  {fit('Due', DUE_WIDTH)}   Action", width), "heading")]

    def row(self, place: int, width: int) -> Line:
        """One action."""
        plan, action = self.plan, self.actions[place]
        style = "dim" if action.status in DONE or action.status is Status.WITHDRAWN else ""
        way = direction_since(self.before, action)
        arrow = way.arrow if way else ""
        arrow_width = max(1, columns(arrow)) + 2
        left: Line = [
            (fit(inline(action.ref), self._ref) + " ", style),
            *worded(plan, action.status, self._word),
            ("  " + due_column(action.due), style),
            (" ! " if is_overdue(action, plan.as_at) else "   ", "late"),
        ]
        title = fit(inline(action.title), width - length(left) - arrow_width)
        return [*left, (title, style), (fit_right(arrow + " ", arrow_width), "dim")]
