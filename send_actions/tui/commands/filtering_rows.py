"""Filtering a list whose rows are no actions: changes, meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from send_actions.tui.commands.command import LOOKING, Command, CommandScreen, command
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.text_layout import Line
from send_actions.tui.widgets.table import Table

if TYPE_CHECKING:
    from send_actions.tui.row_filter import RowFilter


class RowScreen(CommandScreen, Protocol):
    """A screen with one list whose rows can be filtered by their words."""

    rows: RowFilter

    def draw(self) -> None:
        """Draw the rows that the filter leaves."""


def filtering(screen: RowScreen) -> tuple[Command[Any], ...]:
    """What finds a row: to filter and to sort, where there are rows."""
    listed = screen.panes[0]
    is_empty = isinstance(listed, Table) and not listed.ids
    return () if is_empty and not screen.rows.text else (filter_rows, sort_rows)


def leave_filter(screen: RowScreen) -> bool:
    """From among the rows show all of them again; say whether there was a filter to leave."""
    if screen.pane is not screen.panes[0] or not screen.rows.let_go():
        return False
    screen.draw()
    screen.foot.draw()
    return True


@command("filter", "/", "filter", LOOKING, keys=("slash",))
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
        screen.session.keys["filter"],
        before,
        hint="words of the rows",
        typed=show,
        entered=entered,
        left=lambda: entered(before),
    )
    await screen.foot.ask(prompt)
