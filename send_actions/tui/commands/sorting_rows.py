"""Sorting any list by its columns, and saying what orders a list that has one order alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.tui.commands.command import LOOKING, CommandScreen, command
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from send_actions.tui.drawing.row_order import RowOrder
    from send_actions.tui.drawing.sorting import Order, SortColumn


class OrderedScreen(CommandScreen, Protocol):
    """A screen with one list whose rows are sorted by its columns."""

    order: RowOrder

    def draw(self) -> None:
        """Draw the rows in their order."""


class FixedScreen(CommandScreen, Protocol):
    """A screen whose rows have one order alone; `ordered_by` says which in a sentence."""

    ordered_by: str


async def ask_order(
    screen: CommandScreen,
    columns: Sequence[SortColumn],
    order: Callable[[], Order],
    sort: Callable[[str], None],
) -> None:
    """Ask by which of its columns a list is sorted; `,` turns it the other way."""
    from send_actions.tui.prompts.prompt import MenuPrompt

    named = {one.key: one.name for one in columns}
    choices: list[tuple[str, Line]] = [(one.key, [(one.name, "dim")]) for one in columns]
    choices += [(",", [("the other way", "dim")])]

    async def choose(letter: str) -> None:
        sort(named.get(letter, order().name))

    await screen.foot.ask(MenuPrompt([("Sort by", "bold")], choices, choose))


@command("sort", ",", "sort", LOOKING, keys=("comma",))
async def sort_rows(screen: OrderedScreen) -> None:
    """In other lists: sort by any column; the same again sorts the other way."""
    await ask_order(screen, screen.order.columns, lambda: screen.order.order, lambda by: sort_by(screen, by))


def sort_by(screen: OrderedScreen, name: str) -> None:
    """Sort the rows by a column, or the other way; the cursor stays on its row."""
    said = screen.order.sort(name)
    screen.draw()
    screen.foot.say(said)


@command("sort", ",", "what orders it", LOOKING, keys=("comma",))
def say_order(screen: FixedScreen) -> None:
    """In due dates ({go} d) and the journey ({go} j): say what orders the rows."""
    screen.foot.say(screen.ordered_by)


IN_ONE_ORDER: Final = (say_order,)
"""What answers `,` where the order of the rows is the point."""
