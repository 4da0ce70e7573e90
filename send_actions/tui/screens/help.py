"""Help for the screen one came from, and the command palette: both made from the table of keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from send_actions.domain.text import fold
from send_actions.tui import keys
from send_actions.tui.drawing.help import help_lines
from send_actions.tui.internals import edit
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.screens.frame import FrameScreen
from send_actions.tui.text_layout import Line, fit
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Table


class HelpScreen(EverywhereScreen):
    """What the keys do on the screen one came from."""

    KIND: ClassVar[str] = "help"

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about
        self._page = Page(id="help")

    def body(self) -> ComposeResult:
        """One page."""
        yield self._page

    def draw_plan(self) -> None:
        """Draw the keys."""
        self._page.border_title = titled("Keys")
        self._page.show(lambda width: help_lines(self._about, width), from_top=False)
        self._page.focus()

    def hints(self) -> tuple[Line, list[Line]]:
        """How to go back."""
        return [], [[("Esc", "key"), (" back", "dim")], [("j k", "key"), (" move", "dim")]]

    async def go_back(self) -> None:
        """Back to where one came from."""
        await self.app.pop_screen()

    async def do_escape(self) -> None:
        """Back to where one came from, on the same day."""
        await self.go_back()

    async def do_help(self) -> None:
        """The key that opened help closes it."""
        await self.go_back()


class PaletteScreen(FrameScreen):
    """Commands by name; what is typed narrows the list, Enter does the one under the cursor."""

    KIND: ClassVar[str] = "commands"
    DEFAULT_CSS: ClassVar[str] = """
    PaletteScreen Field, PaletteScreen Field:focus { padding: 0 2; width: 1fr; }
    """

    def __init__(self, origin: FrameScreen) -> None:
        super().__init__()
        from send_actions.tui.widgets.field import Field

        self._origin = origin
        self._field = Field(hint="Type what you want to do", id="command")
        self._table = Table(id="commands")
        self._commands = _commands(origin.KIND)

    def body(self) -> ComposeResult:
        """A field over a list."""
        yield self._field
        yield self._table

    def draw_plan(self) -> None:
        """Draw the commands that what is typed leaves."""
        words = fold(self._field.said).split()
        found = [row for row in self._commands if all(word in fold(f"{row[1]} {row[3]}") for word in words)]

        def draw(place: int, width: int) -> Line:
            _, name, shown, sentence = found[place]
            return [(fit(name, 23), ""), (fit(shown, 14), "key"), (fit(sentence, width - 37), "dim")]

        self._table.border_title = titled(f"Commands  {len(found)} of {len(self._commands)}")
        self._table.show(
            [row[0] for row in found], draw, empty=[("  Nothing of that name: Esc leaves", "dim")]
        )
        self._field.focus()

    def hints(self) -> tuple[Line, list[Line]]:
        """How to choose and how to leave."""
        return [], [[("Enter", "key"), (" do it", "dim")], [("Esc", "key"), (" leave", "dim")]]

    @property
    def can_ask(self) -> bool:
        """Nothing is asked here, where every key goes to the field."""
        return False

    def waits(self, key: str) -> bool:
        """Only a command that is chosen waits for what is being written."""
        return key == "enter"

    async def take_key(self, event: events.Key) -> None:
        """Move in the list, choose or leave; every other key goes to the field."""
        moves = {"down": 1, "up": -1}
        if self.is_tiny:
            await super().take_key(event)
        elif event.key == "escape" or event.key in keys.BY_ID["quit"].keys[1:]:
            await self.app.pop_screen()
        elif event.key == "enter":
            await self._choose()
        elif event.key in moves:
            self._table.move(moves[event.key])
        elif event.key in {"pagedown", "pageup"}:
            self._table.page(1 if event.key == "pagedown" else -1)
        else:
            await edit(self._field, event)
            self.draw_plan()

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Do what was clicked."""
        event.stop()
        self.app.call_later(self._choose)

    async def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._field.put_in(text)
        self.draw_plan()

    async def _choose(self) -> None:
        chosen = self._table.current
        if not isinstance(chosen, str):
            return
        await self.app.pop_screen()
        kind, _, name = chosen.partition(":")
        if kind == "view":
            await self._origin.owner.show_view(name)
        else:
            await self._origin.do(keys.BY_ID[name])


def _commands(screen: str) -> list[tuple[str, str, str, str]]:
    views = [(f"view:{v.id}", f"go to {v.words}", f"g {v.letter}", v.sentence) for v in keys.VIEWS]
    rows = [
        (f"key:{key.id}", key.words, key.shown, key.sentence)
        for key in keys.keys_on(screen)
        if key.section != keys.MOVING and key.id not in {"commands", "go"}
    ]
    return [*rows, *views]
