"""All that leans on Textual's inner parts: when a screen stands, what it draws at once, a field, its text."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from string import punctuation
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.geometry import Size
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget

from send_actions.tui.whole_pastes import WholePastes

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.widgets import Input

LONGEST_START: Final = 10.0
LONGEST_REST: Final = 1.0
"""Seconds that a key waits at most for the first frame, and for what the key before it began."""


async def come_to_rest(screen: Screen[Any]) -> None:
    """Wait until a screen stands: laid out, and with nothing left to do of what the last key began."""
    latest = now() + (LONGEST_REST if screen.is_mounted else LONGEST_START)
    while (not screen.is_mounted or _is_busy(screen)) and now() < latest:
        if screen.is_mounted and screen.is_current and _lacks_layout(screen):
            screen._on_timer_update()  # noqa: SLF001  what Textual does at its next tick
        await asyncio.sleep(0)


@asynccontextmanager
async def drawn_at_once(screen: Screen[Any]) -> AsyncIterator[None]:
    """Draw nothing of what is done inside until all is, and that then at once."""
    with screen.app.batch_update():
        yield
        latest = now() + LONGEST_REST
        while _has_messages(screen) and now() < latest:  # noqa: ASYNC110  Textual tells of no empty queue
            await asyncio.sleep(0)
    screen._on_timer_update()  # noqa: SLF001  what Textual does at its next tick


def _lacks_layout(screen: Screen[Any]) -> bool:
    return bool(screen._layout_required or screen._callbacks)  # noqa: SLF001


def _is_busy(screen: Screen[Any]) -> bool:
    return _lacks_layout(screen) or _has_messages(screen)


def _has_messages(screen: Screen[Any]) -> bool:
    return any(
        not one._message_queue.empty() or one._pending_message is not None  # noqa: SLF001
        for one in screen.walk_children(with_self=True)
    )


def hold_lines(pane: ScrollView, lines: int) -> None:
    """Tell a pane how many lines it holds; the screen is laid out anew only when its bar comes or goes.

    Textual's own way lays the whole screen out each time, which a cursor key is too short for.
    """
    size = Size(0, lines)
    if size != pane.virtual_size:
        pane.set_reactive(Widget.virtual_size, size)
        pane._scroll_update(size)  # noqa: SLF001


def focus_now(widget: Widget) -> None:
    """Give a widget the keys at once; Textual's own way is behind the keys that were typed already."""
    widget.screen.set_focus(widget)


def key_of_character(character: str) -> str:
    """Textual's name of the key that types a character."""
    if character == " " or len(character) != 1:
        return "space" if character == " " else character
    return _character_to_key(character)


def character_of(key: str) -> str | None:
    """The character that a key types, by Textual's name of it; None of a key that types none."""
    return next((one for one in punctuation if _character_to_key(one) == key), key_to_character(key))


def now() -> float:
    """The moment, on the clock by which Textual stamps its events."""
    return get_time()


async def edit(field: Input, event: events.Key) -> bool:
    """Give a key to a field: a character is put in, any other key does what Textual's field has for it.

    Returns whether the key did anything; one that copies does so only where something is selected.
    """
    if event.is_printable and event.character:
        field.replace(event.character, *sorted(field.selection))
        return True
    if event.key == "ctrl+c" and field.selection.is_empty:
        return False
    for binding in field._bindings.key_to_bindings.get(event.key, []):  # noqa: SLF001  see the module's sentence
        if await field.app.run_action(binding.action, field):
            return True
    return False


class _Parser(XTermParser):
    """Textual's parser of what a terminal sends, which is given pastes without ESC."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pastes = WholePastes()

    def feed(self, data: str) -> Iterable[Message]:
        """Take the next piece; an empty one is the end."""
        cleaned = self._pastes.cleaned(data)
        return super().feed(cleaned) if cleaned or not data else ()


def take_pastes_whole(driver: type[Driver]) -> None:
    """Let a driver read its terminal by this parser from now on."""
    room = vars(sys.modules[driver.__module__])
    if "XTermParser" in room:
        room["XTermParser"] = _Parser


def events_typed(typed: bytes) -> list[Message]:
    """What Textual makes of the bytes that a terminal sends."""
    parser = _Parser()
    return [*parser.feed(typed.decode(errors="ignore")), *parser.feed("")] if typed else []


def suggest(field: Input, text: str) -> None:
    """Show behind what stands in a field how it may go on; it is gone with the next character."""
    field._suggestion = text  # noqa: SLF001  Textual's own way finds it in a worker, behind the next key


def colours_here() -> str:
    """How many colours the terminal has: "none" where none are wanted, "sixteen", else "many"."""
    if os.environ.get("NO_COLOR"):
        return "none"
    return "sixteen" if Console(force_terminal=True).color_system == "standard" else "many"


def measure_the_terminal_itself() -> None:
    """Let no width and height that a shell exported stand before those of the terminal.

    An empty NO_COLOR is none.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)


def screen_text(screen: Screen[Any]) -> str:
    """What stands on a screen, as text, without trailing spaces."""
    strips = screen._compositor.render_strips()  # noqa: SLF001  Textual offers no public way
    return "\n".join(strip.text.rstrip() for strip in strips)
