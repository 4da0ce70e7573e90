"""A list of actions in columns, and the heading that says which it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.comparison import Move
from send_actions.domain.history.direction import Direction, direction_between
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, Status
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.actions import DUE_WIDTH, due_column, word_width, worded
from send_actions.tui.drawing.sorting import ORDERS
from send_actions.tui.text_layout import (
    Line,
    columns,
    fit,
    fit_right,
    inline,
    length,
    wrap_to,
)

LONGEST_REF: Final = 14
MOST_LOOKED_AT: Final = 500
"""Actions of a list that are asked which way they went, to find the column's width."""

SAID_WIDTH: Final = 9

DATE_MOVED: Final = "due"
IMPACT_CHANGED: Final = "impact"
"""What stands beside an action's arrow where its due date or impact is another than at the meeting before."""

LEADS_FROM: Final = 100
"""Columns from which the lead and the day of the last word stand beside the title."""

MOST_LINES: Final = 3
"""Lines that a title may take where there is room for it."""

MOST_LINES_SCROLLED: Final = 2
"""Lines that a title may take in a list that does not fit, where there is width for its lead."""


class ActionColumns:
    """Draws the rows of one list of actions; widths are found once, rows when they are visible."""

    def __init__(
        self, plan: Plan, before: Plan | None, actions: Sequence[Action], order: str = "ref"
    ) -> None:
        self.plan = plan
        self._before = before
        self.actions = actions
        self.order = order
        longest = max((columns(action.ref) for action in actions), default=0)
        self._ref = max(3, min(LONGEST_REF, longest))
        self._word = word_width(plan)
        ways = [self._went(action) for action in actions[:MOST_LOOKED_AT]]
        self._way = max([1, *map(columns, ways)])

    def heading(self, width: int) -> Line:
        """The names of the columns, the one the list is sorted by bold; `width` is the whole line's."""
        title, lead = self._widths(width - 2)
        named = [("Ref", self._ref + 1), ("  Status", self._word + 7), ("Due", DUE_WIDTH + 3)]
        named += [("Action", title + 2), ("Lead", lead + 2), ("Last said", SAID_WIDTH)]
        line: Line = [("  ", "heading")]
        for name, room in named if lead else [*named[:3], ("Action", 6)]:
            chosen = ORDERS.get(name.strip()) == self.order
            line += [(name, "heading-chosen" if chosen else "heading"), (" " * (room - len(name)), "heading")]
        return line

    def row(self, place: int, width: int) -> Line:
        """One action on one line."""
        return self._lines(self.actions[place], width, 1)[0]

    def tall(self, place: int, width: int) -> list[Line]:
        """One action on as many lines as its title and its lead need, within reason."""
        return self._lines(self.actions[place], width, MOST_LINES)

    def on_two(self, place: int, width: int) -> list[Line]:
        """One action on a second line too if its title or its lead needs it, for a list that scrolls."""
        return self._lines(self.actions[place], width, MOST_LINES_SCROLLED)

    def lines_wanted(self, lists: Iterable[Sequence[Action]], width: int) -> int:
        """How many lines the longest of these lists takes, its own too; without a width one for each."""
        if not width:
            return max([len(self.actions), *map(len, lists)])
        if len(self.actions) > MOST_LOOKED_AT:
            return len(self.actions)
        own = sum(len(self.tall(place, width)) for place in range(len(self.actions)))
        return max([own, *(sum(self._about_lines(action, width) for action in one) for one in lists)])

    def _about_lines(self, action: Action, width: int) -> int:
        title, lead = self._widths(width)
        longest = max(len(action.title) / title, len(str(action.lead)) / lead if lead and action.lead else 0)
        return min(MOST_LINES, 1 + int(longest * 1.05))

    def _widths(self, width: int) -> tuple[int, int]:
        """How wide the title is, the way it went within it, and the lead; a lead of nought has no column."""
        room = width - self._ref - self._word - DUE_WIDTH - 11
        if width < LEADS_FROM:
            return room - 3, 0
        room -= SAID_WIDTH + 5
        lead = max(14, min(32, (room - self._way) * 3 // 8))
        return room - lead, lead

    def _went(self, action: Action) -> str:
        """Which way an action went since the meeting before, and whether its date or impact is another."""
        if self._before is None:
            return ""
        was = self._before.actions_by_id.get(action.id)
        if was is None:
            return Direction.NEW.arrow
        way, move = direction_between(was.status, action.status), Move(was, action)
        marks = (
            way.arrow if way else "",
            DATE_MOVED if move.is_date_moved else "",
            IMPACT_CHANGED if move.is_impact_changed else "",
        )
        return " ".join(filter(None, marks))

    def _lines(self, action: Action, width: int, most: int) -> list[Line]:
        plan, (title, lead) = self.plan, self._widths(width)
        style = "dim" if action.status in DONE or action.status is Status.WITHDRAWN else ""
        arrow = self._went(action)
        went = f" {arrow}" if arrow and lead else ""
        title -= columns(went) if lead else max(0, columns(arrow) - 1)
        start: Line = [
            (fit(inline(action.ref), self._ref) + " ", style),
            *worded(plan, action.status, self._word),
            ("  " + due_column(action.due), style),
            (" ! " if is_overdue(action, plan.as_at) else "   ", "late"),
        ]
        titles = wrap_to(inline(action.title), title, most)
        if not lead:
            ends = [[(fit_right(arrow + " ", width - length(start) - title), "dim")]]
            return _beside(start, titles, title, style, ends)
        said = short_date(action.updated_on) if action.updated_on else "never"
        leads = wrap_to(inline(str(action.lead or "nobody named")), lead, most)
        ends = [
            [(f"{fit(way_word, columns(went))}  {fit(part, lead)}  {fit(when, SAID_WIDTH)} ", "dim")]
            for part, way_word, when in zip_longest(leads, [went], [said], fillvalue="")
        ]
        return _beside(start, titles, title, style, ends)


def _beside(start: Line, titles: Sequence[str], width: int, style: str, ends: Sequence[Line]) -> list[Line]:
    """The title's lines, one below the other, between what stands before and behind them."""
    indent: Line = [(" " * length(start), "")]
    lines = zip_longest(titles, ends)
    return [
        [*(indent if place else start), (fit(title or "", width), style), *(end or [])]
        for place, (title, end) in enumerate(lines)
    ]
