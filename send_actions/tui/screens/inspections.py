"""Inspections and reviews: the findings of each source, and what answers them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar

from send_actions.domain.plan import Area, Finding
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.filtering_rows import filter_rows, filtering, leave_filter
from send_actions.tui.commands.new_in_views import ON_FINDINGS
from send_actions.tui.commands.row_hints import rows_back
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.drawing.findings import FINDING_COLUMNS, finding_lines, finding_row
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.row_filter import RowFilter
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import Line, fit, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading
from send_actions.tui.widgets.table import Table


class InspectionsScreen(Frame):
    """Findings under their sources, over the one under the cursor; Enter goes to the area that answers it."""

    KIND: ClassVar[str] = "inspections"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (*EVERYWHERE, *ON_FINDINGS, filter_rows, sort_rows)

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        self.rows, self.order = RowFilter(), RowOrder(FINDING_COLUMNS)
        super().__init__(session, self._table, self._detail)
        self._findings: dict[Hashable, Finding] = {}

    def draw(self) -> None:
        """Draw the sources and their findings, the newest source first."""
        plan = self.session.plan
        ids: list[Hashable] = []
        for source in sorted(plan.sources, key=lambda one: (one.on, one.id), reverse=True):
            many = len(source.findings)
            ids.append(Heading(f"{inline(source.title)}, {say_date(source.on)}  {many or 'no findings yet'}"))
            ids += [finding.id for finding in source.findings]
        self._findings = {finding.id: finding for source in plan.sources for finding in source.findings}
        ids = self.order.arranged(ids, lambda row: (plan, self._findings[row]))

        def row(place: int, width: int) -> Line:
            finding = self._findings.get(ids[place])
            return finding_row(plan, finding, width) if finding else [(fit(str(ids[place]), width), "bold")]

        places = self.rows.places(ids, row)
        self._table.border_title = titled("Inspections and reviews")
        nothing = f"No inspection or review yet: {self.session.keys['new']} enters the first"
        self._table.show(
            [ids[place] for place in places],
            lambda place, width: row(places[place], width),
            empty=self.rows.nothing(nothing_yet(self.session, nothing)),
        )
        self._table.border_subtitle = titled(self.rows.words, self.order.words)
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the finding under the cursor and what answers it."""
        plan, finding = self.session.plan, self.finding
        self._detail.border_title = titled("Finding" if finding else "")
        self._detail.show(lambda width: finding_lines(plan, finding, width) if finding else [])

    @property
    def finding(self) -> Finding | None:
        """The finding under the cursor."""
        return self._findings.get(self._table.current)

    @property
    def area(self) -> Area | None:
        """The first area that answers the finding under the cursor."""
        areas, finding = self.session.plan.areas_by_id, self.finding
        return next((areas[one] for one in finding.area_ids if one in areas), None) if finding else None

    def hints(self) -> Hints:
        """How to go to the area, and back."""
        made = ON_FINDINGS if self.session.plan.sources else ON_FINDINGS[:1]
        into = [keyed("Enter", "go to its area")] if self.area else []
        hint = self.session.keys.hint
        return [], [*into, *map(hint, [*made, *filtering(self)]), rows_back(self.rows)]

    async def go_back(self) -> None:
        """From the finding to the list, from there to all of them, then to the plan."""
        if not leave_filter(self):
            await super().go_back()

    async def open(self) -> None:
        """Go to the area that answers the finding."""
        if self.area:
            await self.navigator.show_place(self.area, came_from=self.kind)
        elif self.finding:
            self.foot.say("No area answers this finding yet")
