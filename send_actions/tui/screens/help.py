"""Help for the screen one came from, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, ClassVar, Final

from textual import events
from textual.containers import Vertical

from send_actions.domain.text import fold
from send_actions.tui.commands.catalogue import EVERYWHERE, USUAL
from send_actions.tui.commands.command import SECTIONS, Command, View, in_force
from send_actions.tui.commands.keyboard import Keyboard
from send_actions.tui.commands.moving import escape
from send_actions.tui.commands.navigation import go, leave_app, show_help
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.internals import edit, focus_now
from send_actions.tui.key_map import STAYING, KeyMap
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.field import Field
from send_actions.tui.prompts.foot import Foot, Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, Segment, columns, fit, hang, keyed, spread, wrap
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page

_TWO_COLUMNS: Final = 110


class HelpScreen(Frame):
    """What the keys do on the screen one came from; the key that opened it closes it."""

    KIND: ClassVar[str] = "help"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = tuple(
        replace(command, run=lambda screen: screen.go_back()) if command in {escape, show_help} else command
        for command in EVERYWHERE
    )

    DEFAULT_CSS: ClassVar[str] = """
    HelpScreen Field, HelpScreen Field:focus { padding: 0 2; width: 1fr; }
    HelpScreen #help { height: 1fr; }
    """

    def __init__(self, session: Session, about: Sequence[Command[Any]], views: Sequence[View]) -> None:
        self.field = Field(hint="Type a word, or press the key you ask about", id="asked")
        self.page = Page(id="help")
        super().__init__(session, body=Vertical(self.field, self.page, id="body"))
        self.foot = Foot(self.hints, session.keys, may_ask=False)
        self.keyboard = HelpKeyboard(self)
        self.about = about
        self._views = views

    def draw(self) -> None:
        """Draw the keys that what is typed leaves."""
        asked = self.field.clean_text
        self.page.border_title = titled("Keys" + (f"  {asked}" if asked else ""))
        self.page.show(
            lambda width: help_lines(self.about, self._views, width, asked, self.session.keys),
            from_top=bool(asked),
        )
        focus_now(self.field)

    def hints(self) -> Hints:
        """How to go back."""
        return [], [BACK, keyed("↑ ↓", "move")]

    async def go_back(self) -> None:
        """Back to where one came from, on the same day."""
        await self.app.pop_screen()


class HelpKeyboard(Keyboard):
    """Scrolling and leaving; a character is put into the field, and any other key asks what it does."""

    def __init__(self, screen: HelpScreen) -> None:
        super().__init__(screen)
        self._help = screen

    def needs_written(self, _key: str) -> bool:
        """Nothing here changes the plan."""
        return False

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end."""
        asked, page, keys = self._help.field, self._help.page, self._help.session.keys
        opened = {*keys.names(show_help), *keys.names(leave_app)}
        closes = {"escape", "enter", *STAYING.intersection(opened)}
        if self._help.is_tiny:
            await super().take_key(event)
        elif event.key in closes or (event.key in opened and not asked.value):
            await self._help.go_back()
        elif event.key in {"up", "down"}:
            page.move(1 if event.key == "down" else -1)
        elif event.key in {"pagedown", "pageup"}:
            page.page(1 if event.key == "pagedown" else -1)
        else:
            await self._ask(event)
            self._help.draw()

    async def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._help.field.put_in(text)
        self._help.draw()

    async def _ask(self, event: events.Key) -> None:
        field, keys = self._help.field, self._help.session.keys
        if event.is_printable or not any(event.key in keys.names(one) for one in self._help.about):
            await edit(field, event)
        else:
            field.value = key_name(event.key)
            field.focus_end()


def help_lines(
    commands: Sequence[Command[Any]],
    views: Sequence[View],
    width: int,
    asked: str = "",
    keys: KeyMap = USUAL,
) -> list[Line]:
    """What the keys do on a screen, by section, in one column or two; only what was asked about."""
    everything = list(commands)
    if go in commands:
        place = everything.index(go) + 1
        everything[place:place] = [view.command for view in views]
    rows = [row for row in (in_force(one, keys) for one in everything) if _is_about(row, asked)]
    if not rows:
        return [[(f" Nothing here is called {asked}, and no such key does anything", "dim")]]
    blocks = [[row for row in rows if row.section == section] for section in SECTIONS]
    blocks = [block for block in blocks if block]
    if width < _TWO_COLUMNS or len(blocks) == 1:
        return [line for block in blocks for line in _block(block, width)]
    half = width // 2
    left, right = _halves([_block(block, half - 2) for block in blocks])
    pairs = zip_longest(left, right, fillvalue=list[Segment]())
    return [[*spread(at_left, [], half), *at_right] for at_left, at_right in pairs]


def _is_about(row: Command[Any], asked: str) -> bool:
    """Whether a key is the one asked about, or is called by all the words."""
    words, keys = fold(asked).split(), row.shown.split()
    is_key = asked in keys or asked in row.keys or fold(asked) in map(fold, keys[1:])
    in_words = all(word in fold(f"{row.words} {row.sentence} {row.also}") for word in words)
    return is_key or (in_words and len(asked) != 1)


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
