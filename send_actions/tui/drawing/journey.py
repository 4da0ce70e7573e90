"""The journey as a grid: areas, or the actions of one, down; the boards across, the plan's own day last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from send_actions.domain.history.direction import Direction, direction_since
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dues import short_due
from send_actions.tui.drawing.actions import badge
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length, spread

CELL: Final = 5
ROOMY_CELL: Final = 8
"""Columns of one board, where there is little room and where there is enough."""

WITH_YEAR: Final = 7
"""Columns of one board from which its month has its year."""

LAST: Final = 2
"""Columns by which the plan's own day stands apart from the boards."""

LEAST_TITLE: Final = 24
LONGEST_NUMBER: Final = 14
LEAST_SUM: Final = 24
LONGEST_SUM: Final = 60
"""Columns of the sum behind a letter, where there is room for it at the right."""

_ARROWED: Final = (Direction.UP, Direction.DOWN)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Stand:
    """How an area or an action stood at a board, which way it went there, and the sum behind its letter."""

    status: Status | None
    direction: Direction | None
    sentence: str


@dataclass(frozen=True)
class Path:
    """The row of one area or action: what it is called, and how it stood at each stop where it was there."""

    id: int
    number: str
    title: str
    stands: Sequence[Stand | None]


def stand_of_area(stop: Snapshot, area_id: int) -> Stand | None:
    """How an area stood at a stop; None where it was not there."""
    summary = stop.summaries.get(area_id)
    return Stand(summary.status, summary.direction, summary.sentence) if summary else None


def stand_of_action(stop: Snapshot, action_id: int, area_id: int) -> Stand | None:
    """How an action stood at a stop; None where it was not there, or in another area."""
    action = stop.plan.actions_by_id.get(action_id)
    if action is None or action.area_id != area_id:
        return None
    way = direction_since(stop.before.statuses if stop.before else None, action)
    due = short_due(action.due).strip()
    return Stand(action.status, way, f"due {due}" if due else "no date")


@dataclass(frozen=True)
class Layout:
    """Where things stand in a row: columns of number, title and cell, the boards in sight, and the sum."""

    number: int
    title: int
    cell: int
    shown: range
    last: int
    """The place of the plan's own day among all boards."""

    sum: int
    """The columns of the sum behind the letter, at the right; nought where there is no room for it."""

    @property
    def start(self) -> int:
        """The columns before the first board."""
        return self.number + 2 + self.title

    def gap(self, column: int) -> int:
        """The columns between a cell and the one before it."""
        return self.cell - CELL + 1 + (LAST if column == self.last else 0)


class JourneyColumns:
    """Draws the rows and the two lines of dates; which boards have room follows from the column chosen."""

    def __init__(self, plan: Plan, today: date, days: Sequence[date], paths: Sequence[Path]) -> None:
        self.plan = plan
        self.days = days
        self.paths = paths
        self.chosen = len(days) - 1
        """The column that the cursor is in."""

        self._today = today
        self._first = len(days)
        self._number = min(LONGEST_NUMBER, max([2, *(columns(inline(path.number)) for path in paths)]))
        self._longest = max([LEAST_TITLE, *(columns(inline(path.title)) for path in paths)])
        self.layout = Layout(2, LEAST_TITLE, CELL, range(0), self.chosen, 0)

    def lay_out(self, width: int) -> None:
        """Share a width between title, boards and sum, the board chosen among those in sight."""
        room = width - self._number - 2 - LAST - 1
        many = max(1, min(len(self.days), (room - LEAST_TITLE) // CELL))
        first = min(len(self.days) - many, max(self.chosen - many + 1, min(self._first, self.chosen)))
        self._first = max(0, first)
        cell = max(CELL, min(ROOMY_CELL, (room - self._longest - 1) // many))
        boards = cell * many
        title = min(self._longest + 1, room - boards)
        spare = room - boards - title - 2
        shown = range(self._first, self._first + many)
        short = min(LONGEST_SUM, spare) if spare >= LEAST_SUM else 0
        if not short:
            title = room - boards
        self.layout = Layout(self._number, title, cell, shown, len(self.days) - 1, short)

    def days_line(self, left: str = "", short: str = "") -> Line:
        """The days of the boards, and at the left how many are not in sight, beside as much as has room."""
        layout = self.layout
        before, behind = layout.shown.start, len(self.days) - layout.shown.stop
        parts = (f"◄ {before} earlier" if before else "", f"{behind} later ►" if behind else "")
        hidden: Line = [(f"{'  '.join(filter(None, parts))} ", "accent")] if before or behind else []
        name = left if columns(left) + length(hidden) + 2 <= layout.start + 2 else short
        return [*spread([(f" {inline(name)}", "dim")], hidden, layout.start + 2), *self._labels(self._day)]

    def heading(self, what: str, sums: str) -> Line:
        """The names of the columns: what the rows are, the months of the boards, and what the sum is."""
        name = f"  {fit_right('', self.layout.number)}  {what}"
        line: Line = [(fit(name, self.layout.start + 2), "heading"), *self._labels(self._month)]
        return [*line, (f"   {sums}", "heading")] if self.layout.sum else line

    def row(self, place: int, *, is_current: bool) -> Line:
        """One area or action on one line."""
        path, layout = self.paths[place], self.layout
        line: Line = [
            (fit_right(inline(path.number), layout.number) + "  ", "dim"),
            (fit(inline(path.title), layout.title), "" if path.stands[-1] else "dim"),
        ]
        for column in layout.shown:
            line += [*self._edge(column, layout.gap(column), is_current=is_current)]
            line += self._cell(path.stands[column])
        line += self._edge(layout.shown.stop, 1, is_current=is_current)
        if layout.sum and (stand := path.stands[self.chosen]):
            line.append((f"  {fit(inline(stand.sentence), layout.sum)}", "dim"))
        return line

    def _edge(self, column: int, room: int, *, is_current: bool) -> Line:
        """What stands before a cell: an edge of the column chosen, in the cursor's row a bracket."""
        style = "accent" if is_current else "line"
        if column == self.chosen:
            return [(" " * (room - 1), ""), ("[" if is_current else "│", style)]
        if column == self.chosen + 1:
            return [("]" if is_current else "│", style), (" " * (room - 1), "")]
        return [(" " * room, "")]

    def _cell(self, stand: Stand | None) -> Line:
        """Symbol and letter, and before them which way it went."""
        if stand is None:
            return [("    ", "")]
        ((mark, style),) = badge(self.plan, stand.status)
        if mark[0] != " ":
            return [(mark, style)]
        arrow = stand.direction.arrow if stand.direction in _ARROWED else " "
        return [(arrow, "dim"), (mark[1:], style)]

    def _labels(self, label: Callable[[int], str]) -> Line:
        layout = self.layout
        line: Line = []
        for column in layout.shown:
            style = "heading-chosen" if column == self.chosen else "heading"
            line.append((fit_right(label(column), layout.gap(column) + CELL - 1), style))
        return [*line, (" ", "")]

    def _day(self, column: int) -> str:
        day = self.days[column]
        return "today" if day == self._today else str(day.day)

    def _month(self, column: int) -> str:
        day = self.days[column]
        month = _MONTHS[day.month - 1]
        if day == self._today:
            return f"{day.day} {month}"
        return f"{month} {day.year % 100:02}" if self.layout.cell >= WITH_YEAR else month
