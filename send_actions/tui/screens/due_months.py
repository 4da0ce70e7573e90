"""Due dates by month: a row a month, over its actions with their slips; Enter lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.commands.sorting_rows import say_order
from send_actions.tui.drawing.due_months import DueMonth, MonthColumns, due_months, month_lines
from send_actions.tui.drawing.nothing_yet import nothing_due
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import Line, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class DueMonthsScreen(Frame):
    """Months over the actions that fall due in the one under the cursor."""

    KIND: ClassVar[str] = "due-months"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (*EVERYWHERE, say_order)
    ordered_by: ClassVar[str] = "Months stand by date; Enter lists the actions of one, to sort them there"

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)
        self._months: dict[str, DueMonth] = {}

    def on_mount(self) -> None:
        """Begin at the month one is in, else the next; Textual then has the frame draw."""
        today = self.session.plan.as_at.replace(day=1)
        months = [one for one in due_months(self.session.plan) if one.start and one.start >= today]
        self._table.wanted = months[0].name if months else None

    def draw(self) -> None:
        """Draw the months."""
        plan = self.session.plan
        months = due_months(plan)
        self._months = {month.name: month for month in months}
        columns = MonthColumns(plan, months)
        moved = sum(action.due_moves > 0 for action in plan.actions)
        told = f" · {moved} of {len(plan.actions):,} moved" if moved else ""
        self._table.border_title = titled(f"Due dates by month{told}")
        nothing = nothing_yet(self.session, nothing_due(self.session.keys))
        self._table.show(list(self._months), columns.row, heading=columns.heading, empty=nothing)
        self.draw_detail()

    def hints(self) -> Hints:
        """How to list the month's actions."""
        return [], [*([keyed("Enter", "list them")] if self.month and self.month.actions else []), BACK]

    async def open(self) -> None:
        """List the actions of the month under the cursor; Esc there leads back."""
        month = self.month
        if month is None:
            return
        if not month.actions:
            self.foot.say(f"Nothing falls due in {month.name}")
            return
        await self.navigator.show_filtered(month.filter_words)
        self.navigator.came_from = self.kind

    @property
    def month(self) -> DueMonth | None:
        """The month under the cursor."""
        current = self._table.current
        return self._months.get(current) if isinstance(current, str) else None

    def draw_detail(self) -> None:
        """Draw the actions of the month under the cursor."""
        month, plan = self.month, self.session.plan
        self._detail.border_title = titled(month.name if month else "")

        def build(width: int) -> list[Line]:
            return month_lines(plan, month, width) if month else []

        self._detail.show(build)
