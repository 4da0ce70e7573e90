"""Impact: the areas with what is done, shown and better in each, over the page of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from textual import events

from send_actions.domain.plan import Area
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.filtering_rows import filter_rows, filtering, leave_filter
from send_actions.tui.commands.new_and_edit import edit_area_here
from send_actions.tui.commands.row_hints import rows_back
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.drawing.areas import Scope
from send_actions.tui.drawing.impact import (
    AreaImpact,
    PlanImpact,
    impact_heading,
    impact_lines,
    impact_row,
)
from send_actions.tui.drawing.impact_order import IMPACT_COLUMNS
from send_actions.tui.drawing.nothing_yet import no_areas_but_there
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

WIDE: Final = 120
ROOMY: Final = 150
"""Columns from which the areas' titles have the room they want."""


class ImpactScreen(Frame):
    """Areas over the impact page of the one under the cursor, beside it where there is width."""

    KIND: ClassVar[str] = "impact"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (*EVERYWHERE, edit_area_here, filter_rows, sort_rows)
    DEFAULT_CSS: ClassVar[str] = """
    ImpactScreen #list-detail { height: 70%; }
    ImpactScreen.-wide #body { layout: horizontal; }
    ImpactScreen.-wide #list { width: 46; height: 1fr; }
    ImpactScreen.-roomy #list { width: 62; }
    ImpactScreen.-wide #list.-alone { width: 1fr; }
    ImpactScreen.-wide #list-detail { width: 1fr; height: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        self.rows, self.order = RowFilter(), RowOrder(IMPACT_COLUMNS)
        super().__init__(session, self._table, self._detail)
        self._told: dict[int, AreaImpact] = {}
        self._drawn_of: int | None = None
        self._came_from: Scope | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Stand the areas beside the page where there is width; the frame's own part Textual calls too."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.width >= ROOMY, "-roomy")

    def on_screen_resume(self) -> None:
        """Put the cursor on the area one comes from; what the frame does at this, Textual calls as well."""
        about = self.session.about
        if about is not self._came_from:  # each way here makes a scope of its own
            self._came_from = about
            if not self._table.put_cursor(about.area_id):
                self._table.wanted = about.area_id

    def draw(self) -> None:
        """Draw the areas, and the page of the one under the cursor."""
        plan = self.session.plan
        whole = PlanImpact(plan)
        self._told = {area.id: whole.of(area) for area in plan.areas}
        ids = self.order.arranged(self._told, self._told.__getitem__)

        def row(place: int, width: int) -> Line:
            return impact_row(self._told[ids[place]], width)

        places = self.rows.places(ids, row)
        self._table.border_title = titled("Impact")
        self._table.show(
            [ids[place] for place in places],
            lambda place, width: row(places[place], width),
            heading=impact_heading,
            empty=self.rows.nothing(nothing_yet(self.session, no_areas_but_there(self.session.keys))),
        )
        self._table.border_subtitle = titled(self.rows.words, self.order.words)
        self.draw_detail()

    def hints(self) -> Hints:
        """How to read the page, and to go to the area's actions."""
        hint = self.session.keys.hint
        into = [keyed("Enter", "its actions"), hint(edit_area_here)] if self.area else []
        return [], [*into, *map(hint, filtering(self)), rows_back(self.rows)]

    async def go_back(self) -> None:
        """From the page to the areas, from there to all of them, then to the plan."""
        if not leave_filter(self):
            await super().go_back()

    async def open(self) -> None:
        """Go to the area's actions; Esc there comes back."""
        if self.area:
            await self.navigator.show_place(self.area, came_from=self.kind)

    def come_back(self) -> None:
        """Stay on the area that was opened."""
        focus_now(self._table)

    @property
    def area(self) -> Area | None:
        """The area under the cursor."""
        current = self._table.current
        return self.session.plan.areas_by_id.get(current) if isinstance(current, int) else None

    def draw_detail(self) -> None:
        """Draw the page of the area under the cursor."""
        area, session, page = self.area, self.session, self._detail
        page.border_title = titled(inline(f"{area.number} {area.title}") if area else "")
        if area is None:
            page.show(lambda _width: [])
            return
        told, summary = self._told[area.id], session.snapshot.summaries[area.id]

        def build(width: int) -> list[Line]:
            return impact_lines(told, summary, width)

        page.show(build, from_top=area.id != self._drawn_of)
        self._drawn_of = area.id
