"""Help for the screen one came from, and the palette of commands: both made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, ClassVar, Final

from textual import events
from textual.containers import Vertical

from send_actions.domain.text import fold
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import MOVING, SECTIONS, Command, View
from send_actions.tui.commands.keyboard import Keyboard
from send_actions.tui.commands.moving import escape
from send_actions.tui.commands.navigation import go, leave_app, show_help, show_palette
from send_actions.tui.internals import edit
from send_actions.tui.prompts.fields import Field
from send_actions.tui.prompts.foot import Foot, Hints
from send_actions.tui.screens.frame import BACK, Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, Segment, columns, fit, hang, keyed, spread, wrap
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

_TWO_COLUMNS: Final = 110


class HelpScreen(Frame):
    """What the keys do on the screen one came from; the key that opened it closes it."""

    KIND: ClassVar[str] = "help"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = tuple(
        replace(command, run=lambda screen: screen.go_back()) if command in {escape, show_help} else command
        for command in EVERYWHERE
    )

    def __init__(self, session: Session, about: Sequence[Command[Any]], views: Sequence[View]) -> None:
        self._page = Page(id="help")
        super().__init__(session, self._page)
        self._about = about
        self._views = views

    def draw(self) -> None:
        """Draw the keys."""
        self._page.border_title = titled("Keys")
        self._page.show(lambda width: help_lines(self._about, self._views, width), from_top=False)

    def hints(self) -> Hints:
        """How to go back."""
        return [], [BACK, keyed("j k", "move")]

    async def go_back(self) -> None:
        """Back to where one came from, on the same day."""
        await self.app.pop_screen()


class PaletteScreen(Frame):
    """Commands by name; what is typed narrows the list, Enter does the one under the cursor."""

    KIND: ClassVar[str] = "commands"
    DEFAULT_CSS: ClassVar[str] = """
    PaletteScreen Field, PaletteScreen Field:focus { padding: 0 2; width: 1fr; }
    """

    def __init__(self, session: Session, origin: Frame, views: Sequence[View]) -> None:
        self.field = Field(hint="Type what you want to do", id="command")
        self.table = Table(id="commands")
        super().__init__(session, body=Vertical(self.field, self.table, id="body"))
        self.foot = Foot(self.hints, may_ask=False)
        self.keyboard = PaletteKeyboard(self)
        self._origin = origin
        self._offered = [
            *(one for one in origin.commands if one.section != MOVING and one not in (go, show_palette)),
            *(view.command for view in views),
        ]

    def draw(self) -> None:
        """Draw the commands that what is typed leaves."""
        words = fold(self.field.clean_text).split()
        found = [
            command
            for command in self._offered
            if all(word in fold(f"{command.words} {command.sentence}") for word in words)
        ]

        def row(place: int, width: int) -> Line:
            command = found[place]
            name, key, sentence = fit(command.words, 23), fit(command.shown, 14), command.sentence
            return [(name, ""), (key, "key"), (fit(sentence, width - 37), "dim")]

        self.table.border_title = titled(f"Commands  {len(found)} of {len(self._offered)}")
        self.table.show(found, row, empty="Nothing of that name: Esc leaves")
        self.field.focus()

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

    def waits(self, key: str) -> bool:
        """Only a command that is chosen waits for what is being written."""
        return key == "enter" and self._palette.session.is_writing

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end."""
        palette, moves = self._palette, {"down": 1, "up": -1}
        if palette.is_tiny:
            await super().take_key(event)
        elif event.key == "escape" or event.key in leave_app.keys[1:]:
            await palette.app.pop_screen()
        elif event.key == "enter":
            await palette.open()
        elif event.key in moves:
            palette.table.move(moves[event.key])
        elif event.key in {"pagedown", "pageup"}:
            palette.table.page(1 if event.key == "pagedown" else -1)
        else:
            await edit(palette.field, event)
            palette.draw()

    async def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._palette.field.put_in(text)
        self._palette.draw()


def help_lines(commands: Sequence[Command[Any]], views: Sequence[View], width: int) -> list[Line]:
    """What the keys do on a screen, by section, in one column or two."""
    place = commands.index(go) + 1
    rows = [*commands[:place], *(view.command for view in views), *commands[place:]]
    blocks = [[row for row in rows if row.section == section] for section in SECTIONS]
    blocks = [block for block in blocks if block]
    if width < _TWO_COLUMNS:
        return [line for block in blocks for line in _block(block, width)]
    half = width // 2
    left, right = _halves([_block(block, half - 2) for block in blocks])
    pairs = zip_longest(left, right, fillvalue=list[Segment]())
    return [[*spread(at_left, [], half), *at_right] for at_left, at_right in pairs]


def _block(rows: Sequence[Command[Any]], width: int) -> list[Line]:
    name = max(columns(row.shown) for row in rows) + 2
    lines: list[Line] = [[(f" {rows[0].section}", "bold")]]
    for row in rows:
        parts = wrap(row.sentence, max(10, width - name - 3))
        lines += hang([("  ", ""), (fit(row.shown, name), "key")], parts)
    return [*lines, []]


def _halves(blocks: list[list[Line]]) -> tuple[list[Line], list[Line]]:
    best = min(
        range(1, len(blocks)),
        key=lambda at: abs(sum(map(len, blocks[:at])) - sum(map(len, blocks[at:]))),
    )
    return [line for b in blocks[:best] for line in b], [line for b in blocks[best:] for line in b]
