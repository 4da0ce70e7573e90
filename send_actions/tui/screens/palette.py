"""The palette: commands by their names, and with them refs, owners and views; Enter does or shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import events
from textual.containers import Vertical

from send_actions.domain.text import fold
from send_actions.tui.commands.command import MOVING, Command, View, in_force, open_commands
from send_actions.tui.commands.finding import IN_A_SHELL, find, views_by_name
from send_actions.tui.commands.keyboard import Keyboard
from send_actions.tui.commands.navigation import go, leave_app, show_palette
from send_actions.tui.internals import edit, focus_now
from send_actions.tui.key_map import STAYING
from send_actions.tui.prompts.field import Field
from send_actions.tui.prompts.foot import Foot, Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session, kept_views
from send_actions.tui.text_layout import Line, fit, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.table import Table


class PaletteScreen(Frame):
    """Commands by name; what is typed narrows the list, Enter does the one under the cursor."""

    KIND: ClassVar[str] = "commands"
    DEFAULT_CSS: ClassVar[str] = """
    PaletteScreen Field, PaletteScreen Field:focus { padding: 0 2; width: 1fr; }
    """

    def __init__(self, session: Session, origin: Frame, views: Sequence[View]) -> None:
        self.field = Field(hint="Type what you want to do, a ref, an owner or a view", id="command")
        self.table = Table(id="commands")
        super().__init__(session, body=Vertical(self.field, self.table, id="body"))
        self.foot = Foot(self.hints, session.keys, may_ask=False)
        self.keyboard = PaletteKeyboard(self)
        self._origin = origin
        own = [
            one for one in open_commands(origin) if one.section != MOVING and one not in (go, show_palette)
        ]
        self._offered = [
            *(in_force(one, session.keys) for one in own),
            *map(self._called_here, (view.command for view in views)),
            *views_by_name(kept_views(session)),
            *(() if session.reader.why_read_only else map(self._called_here, IN_A_SHELL)),
        ]

    def _called_here(self, going: Command[Any]) -> Command[Any]:
        """A way to a view, with Esc before its keys where g is another key."""
        keys = self.session.keys
        called = in_force(going, keys)
        is_reached = go in self._origin.commands or not called.shown.startswith(f"{keys['go']} ")
        return called if is_reached else replace(called, shown=f"Esc {called.shown}")

    def draw(self) -> None:
        """Draw the commands that what is typed leaves."""
        words = fold(self.field.clean_text).split()
        found = find(self._offered, self.session.plan, words)

        def row(place: int, width: int) -> Line:
            command = found[place]
            name, key, sentence = fit(command.words, 26), fit(command.shown, 11), command.sentence
            return [(name, ""), (key, "key" if command.keys else "dim"), (fit(sentence, width - 37), "dim")]

        self.table.border_title = titled(f"Commands  {len(found)}")
        self.table.show(found, row, empty="Nothing of that name: Esc leaves")
        focus_now(self.field)

    def search(self) -> None:
        """Draw what is found of the words as they are now; the best stands under the cursor."""
        self.draw()
        self.table.move_to(0)

    def hints(self) -> Hints:
        """How to choose and how to leave."""
        return [], [keyed("Enter", "do it"), keyed("Esc", "leave")]

    async def open(self) -> None:
        """Do the command under the cursor, on the screen one came from."""
        chosen = self.table.current
        if isinstance(chosen, Command):
            await self.app.pop_screen()
            await self._origin.keyboard.run(chosen)


class PaletteKeyboard(Keyboard):
    """Moving in the list, choosing and leaving; every other key goes to the field."""

    def __init__(self, screen: PaletteScreen) -> None:
        super().__init__(screen)
        self._palette = screen

    def needs_written(self, key: str) -> bool:
        """Only a command that is chosen waits for what takes long."""
        return key == "enter"

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end."""
        palette, moves = self._palette, {"down": 1, "up": -1}
        if palette.is_tiny:
            await super().take_key(event)
        elif event.key == "escape" or event.key in STAYING.intersection(leave_app.keys):
            await palette.app.pop_screen()
        elif event.key == "enter":
            await palette.open()
        elif event.key in moves:
            palette.table.move(moves[event.key])
        elif event.key in {"pagedown", "pageup"}:
            palette.table.page(1 if event.key == "pagedown" else -1)
        else:
            before = palette.field.value
            await edit(palette.field, event)
            if palette.field.value != before:
                palette.search()

    async def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._palette.field.put_in(text)
        self._palette.search()
