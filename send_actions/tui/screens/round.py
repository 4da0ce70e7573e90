"""The round: every action that owes an update for the next board, worst first."""

from __future__ import annotations

from typing import ClassVar, Final

from send_actions.domain.checks.urgency import owes_update, worst_first
from send_actions.domain.plan import Action, Area
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.actions import action_lines
from send_actions.tui.drawing.overview import NO_ACTIONS_YET
from send_actions.tui.drawing.owing_rows import owing_heading, owing_row
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

NOTHING_OWED: Final = "Every open action has been heard of since the last meeting: nothing to ask"


class RoundScreen(Frame):
    """Who owes an update, over the action under the cursor; Enter goes there, Esc comes back to the next."""

    KIND: ClassVar[str] = "round"

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)

    def draw(self) -> None:
        """Draw the actions that owe an update."""
        plan = self.session.plan
        owing = [action for action in plan.actions if owes_update(action, plan)]
        owing.sort(key=lambda action: worst_first(action, plan.as_at))
        meeting = plan.meeting_today or plan.next_meeting
        of = f" for the board of {say_date(meeting.on)}" if meeting else ""
        self._table.border_title = titled(f"Round{of}  {len(owing):,}")
        self._table.show(
            [action.id for action in owing],
            lambda place, width: owing_row(plan, owing[place], width),
            heading=owing_heading if owing else None,
            empty=NOTHING_OWED if plan.actions else NO_ACTIONS_YET,
        )
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the action under the cursor."""
        plan, action = self.session.plan, self.action
        timeline = self.session.timeline_of(action) if action else None
        self._detail.border_title = titled(action.ref if action else "")
        self._detail.show(lambda width: action_lines(plan, action, timeline, width) if action else [])

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        current = self._table.current
        return self.session.plan.actions_by_id.get(current) if isinstance(current, int) else None

    @property
    def area(self) -> Area | None:
        """The area of the action under the cursor."""
        return self.session.plan.area_of(self.action) if self.action else None

    def hints(self) -> Hints:
        """How to go to the action, and back."""
        return [], [*([keyed("Enter", "go there")] if self.action else []), BACK]

    async def open(self) -> None:
        """Go to the action."""
        if self.action:
            await self.navigator.show_place(self.action, came_from=self.kind)

    def come_back(self) -> None:
        """Go on to the row after the one that was opened."""
        self._table.move(1)
