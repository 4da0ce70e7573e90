"""The grid of the journey: its rows under two lines of dates, with a border where there is room for one."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size

from send_actions.domain.plan import Plan
from send_actions.tui.drawing.journey import JourneyColumns
from send_actions.tui.drawing.journey_part import Part
from send_actions.tui.text_layout import Line
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Bar
from send_actions.tui.widgets.table import Table

HEADS: Final = 2
"""Lines above the rows: days and months."""

LEAST_STORY: Final = 9
LEAST_BELOW: Final = 5
"""Lines that a story wants which is read, and one that only stands below the grid."""

ROOMY: Final = 30
"""Lines of a screen from which the grid has a border whatever it holds."""

AROUND: Final = 3
"""Lines above and below the panes."""

BESIDE: Final = 3
"""Columns of a row for the cursor's mark and for the bar of a list that scrolls."""


class JourneyGrid(Vertical):
    """Days in a bar, months and rows in a table; the column chosen is known by its place."""

    DEFAULT_CSS: ClassVar[str] = """
    JourneyGrid {
        height: auto; border: round $panel; border-title-color: $secondary; border-title-style: none;
    }
    JourneyGrid:focus-within { border: round $accent; border-title-color: $foreground; }
    JourneyGrid Table, JourneyGrid Table:focus { border: none; height: 1fr; }
    JourneyGrid.-bare, JourneyGrid.-bare:focus-within { border: none; }
    """

    def __init__(self, plan: Plan, today: date) -> None:
        super().__init__(id="grid")
        self.days, self.table = Bar(id="days"), Table(id="list")
        self.part = Part()
        self.columns = JourneyColumns(plan, today, (), ())

    def compose(self) -> ComposeResult:
        """The days over the rows."""
        yield self.days
        yield self.table

    @property
    def is_bare(self) -> bool:
        """Whether it stands without a border, and the story below it in one line."""
        return self.has_class("-bare")

    def show(self, part: Part, plan: Plan, today: date, day: date | None) -> None:
        """Show a part of the journey, the cursor in the column of a day, or in the last."""
        self.part = part
        self.columns = JourneyColumns(plan, today, part.days, part.paths)
        if day in part.days:
            self.columns.chosen = part.days.index(day)

    def lay_out(self, screen: Size, *, is_open: bool) -> None:
        """Take the lines that the rows want, as far as the story below keeps enough of them."""
        room = screen.height - AROUND
        wanted = max(1, len(self.part.paths)) + HEADS
        is_bordered = is_open or screen.height >= ROOMY or wanted + 2 + LEAST_BELOW <= room
        self.set_class(not is_bordered, "-bare")
        least = max(LEAST_STORY, room // 2) if is_open else LEAST_BELOW if is_bordered else 1
        borders = 2 if is_bordered else 0
        self.styles.height = max(4, min(wanted + borders, room - least))
        self.columns.lay_out(screen.width - borders - BESIDE)

    def draw(self, empty: str) -> None:
        """Draw the dates and the rows, or why there are none."""
        columns, table, names = self.columns, self.table, self.part.headings
        self.draw_days()

        def row(place: int, _width: int) -> Line:
            return columns.row(place, is_current=place == table.cursor)

        def heading(_width: int) -> Line:
            return columns.heading(*names)

        ids = [path.id for path in columns.paths]
        table.show(ids, row, heading=heading if ids else None, empty=empty)

    def draw_days(self) -> None:
        """Draw the days, and beside them, without a border, what is looked at."""
        part, columns = self.part, self.columns
        self.border_title = titled(part.title)
        names = (part.title, part.short_title) if self.is_bare else ()
        self.days.show(lambda _width: [columns.days_line(*names)] if columns.paths else [])

    def step(self, boards: int, screen: Size, *, is_open: bool) -> bool:
        """Go along the boards; say whether there was one to go to."""
        wanted = self.columns.chosen + boards
        if not 0 <= wanted < len(self.columns.days):
            return False
        self.columns.chosen = wanted
        self.lay_out(screen, is_open=is_open)
        self.draw_days()
        self.table.refresh()
        return True
