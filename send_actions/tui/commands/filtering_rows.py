"""Filtering a list whose rows are no actions: changes, meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from send_actions.tui.commands.command import LOOKING, CommandScreen, command
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from send_actions.tui.row_filter import RowFilter


class RowScreen(CommandScreen, Protocol):
    """A screen with one list whose rows can be filtered by their words."""

    rows: RowFilter

    def draw(self) -> None:
        """Draw the rows that the filter leaves."""


def leave_filter(screen: RowScreen) -> bool:
    """From among the rows show all of them again; say whether there was a filter to leave."""
    if screen.pane is not screen.panes[0] or not screen.rows.let_go():
        return False
    screen.draw()
    screen.foot.draw()
    return True


@command("filter-rows", "/", "filter", LOOKING, keys=("slash",))
async def filter_rows(screen: RowScreen) -> None:
    """Show only the rows with some words; the list follows as you type."""
    from send_actions.tui.prompts.line import LinePrompt

    before = screen.rows.text

    def show(text: str) -> Line:
        screen.rows.text = text.strip()
        screen.draw()
        return screen.rows.count_line

    def entered(text: str) -> None:
        show(text)

    prompt = LinePrompt(
        "/",
        before,
        hint="words of the rows",
        typed=show,
        entered=entered,
        left=lambda: entered(before),
    )
    await screen.foot.ask(prompt)
