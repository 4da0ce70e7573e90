"""Impact: what each area wants to change, how it stands, and its measures."""

from __future__ import annotations

from typing import ClassVar

from send_actions.domain.plan import Area
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.areas import AreaColumns, Scope
from send_actions.tui.drawing.impact_lines import impact_lines
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.screens.journey import NO_AREAS_YET
from send_actions.tui.session import Session
from send_actions.tui.text_layout import keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class ImpactScreen(Frame):
    """Areas over the impact of the one under the cursor; it begins at the area one comes from."""

    KIND: ClassVar[str] = "impact"
    DEFAULT_CSS: ClassVar[str] = """
    ImpactScreen #list-detail { height: 65%; }
    """

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)
        self._came_from: Scope | None = None

    def on_screen_resume(self) -> None:
        """Put the cursor on the area one comes from; what the frame does at this, Textual calls as well."""
        about = self.session.about
        if about is not self._came_from:  # each way here makes a scope of its own
            self._came_from = about
            if not self._table.put_cursor(about.area_id):
                self._table.wanted = about.area_id

    def draw(self) -> None:
        """Draw the areas, each with how it stands."""
        plan, summaries = self.session.plan, self.session.snapshot.summaries
        scopes = [Scope(area.id) for area in plan.areas]
        columns = AreaColumns(plan, summaries, scopes, None)
        self._table.border_title = titled("Impact")
        self._table.show([area.id for area in plan.areas], columns.row, empty=NO_AREAS_YET)
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw what difference is made in the area under the cursor."""
        session, area = self.session, self.area
        self._detail.border_title = titled(f"{area.number} {area.title}" if area else "")
        snapshot = session.snapshot
        self._detail.show(lambda width: impact_lines(snapshot, area, width) if area else [])

    @property
    def area(self) -> Area | None:
        """The area under the cursor."""
        current = self._table.current
        return self.session.plan.areas_by_id.get(current) if isinstance(current, int) else None

    def hints(self) -> Hints:
        """How to go to the area, and back."""
        return [], [*([keyed("Enter", "go there")] if self.area else []), BACK]

    async def open(self) -> None:
        """Go to the area."""
        if self.area:
            await self.navigator.show_place(self.area, came_from=self.kind)
