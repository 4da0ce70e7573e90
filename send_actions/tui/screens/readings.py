"""Measures: each with its latest reading and its target, over all its readings."""

from __future__ import annotations

from typing import ClassVar, Final

from send_actions.domain.plan import Area, Measure
from send_actions.tui.drawing.measure_rows import measure_heading, measure_row, reading_lines
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

NO_MEASURE_YET: Final = "No measure yet: make the first with send-actions measure add --help"


class ReadingsScreen(Frame):
    """Measures over the readings of the one under the cursor."""

    KIND: ClassVar[str] = "measures"

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)

    def draw(self) -> None:
        """Draw the measures."""
        measures = self.session.plan.measures
        self._table.border_title = titled(f"Measures  {len(measures):,}")
        self._table.show(
            [measure.id for measure in measures],
            lambda place, width: measure_row(measures[place], width),
            heading=measure_heading if measures else None,
            empty=NO_MEASURE_YET,
        )
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the readings of the measure under the cursor."""
        plan, measure = self.session.plan, self.measure
        self._detail.border_title = titled(measure.title if measure else "")
        self._detail.show(lambda width: reading_lines(plan, measure, width) if measure else [])

    @property
    def measure(self) -> Measure | None:
        """The measure under the cursor."""
        current = self._table.current
        return next((one for one in self.session.plan.measures if one.id == current), None)

    @property
    def area(self) -> Area | None:
        """The area of the measure under the cursor."""
        return self.session.plan.areas_by_id.get((self.measure.area_id if self.measure else None) or 0)
