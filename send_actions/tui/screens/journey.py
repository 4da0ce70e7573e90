"""Journey: areas down, boards across, each cell the letter of how the area stood."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.plan import Area
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.areas import Scope, scope_lines
from send_actions.tui.drawing.journey_rows import Stood, journey_heading, journey_row
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

MOST: Final = 6
"""Boards that are shown before the day itself."""

NO_AREAS_YET: Final = "No areas yet: bring some in with send-actions import FILE"


class JourneyScreen(Frame):
    """Areas by boards, over the area under the cursor; Enter goes to it."""

    KIND: ClassVar[str] = "journey"

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)

    def draw(self) -> None:
        """Draw how each area stood at the last boards, and stands."""
        session, plan = self.session, self.session.plan
        days = [meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at][-MOST:]
        earlier = [one for one in map(session.plan_of, days) if one]
        stops = [Stood(one.as_at, summarise_areas(one, None)) for one in earlier]
        stops.append(Stood(plan.as_at, session.snapshot.summaries, is_today=not session.is_looking_back))
        self._table.border_title = titled("Journey")
        self._table.show(
            [area.id for area in plan.areas],
            lambda place, width: journey_row(plan, plan.areas[place], stops, width),
            heading=partial(journey_heading, stops),
            empty=NO_AREAS_YET,
        )
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the area under the cursor."""
        session, area = self.session, self.area
        plan, summaries = session.plan, session.snapshot.summaries
        self._detail.border_title = titled(area.number if area else "")
        scope = Scope(area.id) if area else None
        self._detail.show(
            lambda width: scope_lines(plan, session.before, scope, summaries, width) if scope else []
        )

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
