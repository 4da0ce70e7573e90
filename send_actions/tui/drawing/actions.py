"""A status as it stands everywhere, and a list of actions in columns that align down the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.direction import direction_since
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import DONE, WORST_FIRST, Impact, Precision, Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import short_date
from send_actions.tui.text_layout import Line, Span, columns, fit, fit_right, inline

UNSAID = "Not said"
"""The word for an action nobody has given a status."""


def colour(plan: Plan, status: Status | None) -> str:
    """The manner of a status: its colour's name in the plan's legend."""
    return "dim" if status is None else plan.legend_of(status).colour


def word(plan: Plan, status: Status | None) -> str:
    """The word of a status in the plan's legend."""
    return UNSAID if status is None else inline(plan.legend_of(status).word)


def badge(plan: Plan, status: Status | None) -> Line:
    """Symbol and letter in four columns."""
    if status is None:
        return [(" · –", "dim")]
    return [(f"{status.symbol:>2} {status.letter}", colour(plan, status))]


def worded(plan: Plan, status: Status | None, width: int = 0) -> Line:
    """Symbol, letter and word; the word takes `width` columns if that is given."""
    text = word(plan, status)
    return [*badge(plan, status), (" " + (fit(text, width) if width else text), colour(plan, status))]


def word_width(plan: Plan) -> int:
    """The columns that the longest word in use takes."""
    return min(14, max(len(entry.word) for entry in plan.legend if entry.used))


def letters(
    plan: Plan, counts: Mapping[Status | None, int], *, only: tuple[Status, ...] = WORST_FIRST
) -> Line:
    """Counts that are not nought, each with its letter: R2 A6."""
    spans: list[Span] = []
    for status in only:
        if counts.get(status):
            spans += [(" ", "")] if spans else []
            spans.append((f"{status.letter}{counts[status]}", colour(plan, status)))
    return spans


def impact_words(impact: Impact | None) -> str:
    """The impact in a sentence: impact none yet."""
    return f"impact {impact.word.lower()}" if impact else "impact not said"


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
