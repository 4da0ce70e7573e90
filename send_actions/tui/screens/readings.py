"""Measures: the newest reading of each against what was due, over its chart and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from send_actions.domain.plan import Action, Area, Measure
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.filtering_rows import filter_rows, leave_filter
from send_actions.tui.commands.new_in_views import ON_MEASURES
from send_actions.tui.commands.row_hints import rows_back
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.drawing.areas import Scope
from send_actions.tui.drawing.reading_order import MEASURE_COLUMNS
from send_actions.tui.drawing.readings import (
    ReadingColumns,
    measure_lines,
    movers_of,
    verdict_word,
)
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.row_filter import RowFilter
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import Line, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class ReadingsScreen(Frame):
    """Measures by area; the detail draws the one under the cursor."""

    KIND: ClassVar[str] = "measures"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (*EVERYWHERE, *ON_MEASURES, filter_rows, sort_rows)
    DEFAULT_CSS: ClassVar[str] = """
    ReadingsScreen #list-detail { height: 60%; }
    """

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        self.rows, self.order = RowFilter(), RowOrder(MEASURE_COLUMNS)
        super().__init__(session, self._table, self._detail)
        self._movers: Mapping[int, Sequence[Action]] = {}
        self._drawn_of: int | None = None
        self._came_from: Scope | None = None

    def on_screen_resume(self) -> None:
        """Begin at the first measure of the area one comes from; Textual calls what the frame does too."""
        about = self.session.about
        if about is not self._came_from:  # each way here makes a scope of its own
            self._came_from = about
            there = [one.id for one in self.session.plan.measures if one.area_id == about.area_id]
            if there and about.area_id and not self._table.put_cursor(there[0]):
                self._table.wanted = there[0]

    def draw(self) -> None:
        """Draw the measures, with how many have missed what was due of them."""
        plan = self.session.plan
        by_id = {one.id: one for one in plan.measures}
        ids = self.order.arranged(by_id, lambda row: (plan, by_id[row]))
        every = ReadingColumns(plan, [by_id[row] for row in ids])
        shown = self.rows.places(ids, every.row)
        measures = [by_id[ids[place]] for place in shown]
        self._movers = movers_of(plan)
        columns = ReadingColumns(plan, measures)
        verdicts = [verdict_word(one, plan.as_at) for one in measures]
        missed, due = verdicts.count("missed"), sum(one not in {"not due", "–"} for one in verdicts)
        told = f" · {missed} of {due} due missed" if missed else ""
        self._table.border_title = titled(f"Measures  {len(measures)}{told}")
        nothing = f"No measure yet: {self.session.keys['new']} makes the first"
        self._table.show(
            [measure.id for measure in measures],
            columns.row,
            heading=columns.heading if measures else None,
            empty=self.rows.nothing(nothing_yet(self.session, nothing)),
        )
        self._table.border_subtitle = titled(self.rows.words, self.order.words)
        self.draw_detail()

    def hints(self) -> Hints:
        """How to read on in the measure, to say a reading of it, and to make one."""
        into = [keyed("Enter", "read it")] if self.measure else []
        made = reversed(ON_MEASURES) if self.measure else ON_MEASURES[:1]
        return [], [*into, *map(self.session.keys.hint, made), rows_back(self.rows)]

    async def go_back(self) -> None:
        """From the measure to the list, from there to all of them, then to the plan."""
        if not leave_filter(self):
            await super().go_back()

    async def open(self) -> None:
        """Go into the measure under the cursor: its chart and its numbers have the keys."""
        if self.measure:
            focus_now(self._detail)

    @property
    def measure(self) -> Measure | None:
        """The measure under the cursor."""
        current = self._table.current
        return next((one for one in self.session.plan.measures if one.id == current), None)

    @property
    def area(self) -> Area | None:
        """The area of the measure under the cursor."""
        return self.session.plan.areas_by_id.get((self.measure.area_id if self.measure else None) or 0)

    def draw_detail(self) -> None:
        """Draw the measure under the cursor."""
        measure, plan, page = self.measure, self.session.plan, self._detail
        page.border_title = titled(inline(measure.title) if measure else "")

        movers = self._movers.get(measure.id, ()) if measure else ()

        def build(width: int) -> list[Line]:
            return measure_lines(plan, measure, movers, width, page.size.height) if measure else []

        current = measure.id if measure else None
        page.show(build, from_top=current != self._drawn_of)
        self._drawn_of = current
