"""An app that does its keys one after another, and shows where the eye is."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Protocol, runtime_checkable

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import Screen

from send_actions.tui import crash
from send_actions.tui.held_keys import DELAY
from send_actions.tui.internals import come_to_rest, take_pastes_whole
from send_actions.tui.leaving import LastingOutput
from send_actions.tui.themes import DARK, NONE, STYLES, THEMES

SOON: Final = 0.5
"""Seconds in which a change is mostly written; after that only what needs it waits longer."""

HIDE_CURSOR: Final = "\x1b[?25l"
SHOW_CURSOR: Final = "\x1b[?25h"


@runtime_checkable
class HasCursor(Protocol):
    """What knows where the eye is."""

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the terminal's own cursor stands: at the row or the field that has the keys."""


class TakesKeys(HasCursor, Protocol):
    """What does the keys of a screen."""

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot until the next key."""

    def waits(self, key: str) -> bool:
        """Whether a key must wait for what is being written."""

    @property
    def is_saving_long(self) -> bool:
        """Whether what is being written takes longer than it mostly does."""

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end."""

    async def take_paste(self, text: str) -> None:
        """Take a pasted text."""

    async def take_click(self, event: events.Click) -> None:
        """Do what the words say that were clicked."""

    def takes_mouse(self, y: int) -> bool:
        """Whether a click on a line of the screen is meant for it now."""


@runtime_checkable
class HasKeyboard(Protocol):
    """A screen that takes its keys itself."""

    keyboard: TakesKeys


class CalmApp(App[int]):
    """An app that does its keys one after another and, when something breaks, shows a sentence and no values.

    Textual hands each key to the focused widget and does not wait, so that of `s` and `r` typed fast the
    second would arrive before the prompt of the first. Here a key is done to its end before the next one.
    """

    CRASHED = 3
    ENABLE_COMMAND_PALETTE = False

    enter_chooses = False
    """Whether a letter of a menu is only taken with Enter, lest one pressed by chance do anything."""

    def __init__(self, theme: str) -> None:
        """Begin in a theme; in the dark one where there is none of that name."""
        super().__init__(ansi_color=True if theme == NONE else None)
        self.title = "send-actions"
        self.animation_level = "none"
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme if theme in STYLES else DARK
        self._typed_ahead: list[events.Key | events.Paste] = []
        self._is_at_a_key = False
        self._spent: frozenset[str] = frozenset()
        self._spent_at = 0.0

    def get_driver_class(self) -> type[Driver]:
        """What reads the terminal: a paste comes from it whole, whatever it holds."""
        driver = super().get_driver_class()
        take_pastes_whole(driver)
        return driver

    def break_down(self, fault: BaseException) -> None:
        """Close down after a fault found elsewhere, such as in the thread that writes."""
        self._handle_exception(fault)

    async def on_event(self, event: events.Event) -> None:
        """Give keys and pasted text to the screen, all else to Textual; a prompt has the mouse to itself."""
        screen = self.screen if self._screen_stack else None
        if not isinstance(screen, HasKeyboard) or event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.Key | events.Paste):
            with self._at_a_key():
                await self._take(_as_typed(event))
        elif not isinstance(event, events.MouseDown | events.MouseUp) or screen.keyboard.takes_mouse(event.y):
            await super().on_event(event)

    async def on_click(self, event: events.Click) -> None:
        """Give a click that the widgets have had to the screen's keyboard."""
        if isinstance(self.screen, HasKeyboard):
            await self.screen.keyboard.take_click(event)

    def spend(self, keys: Iterable[str]) -> None:
        """Let go of keys pressed twice: what they did leads to a screen where they mean something else.

        That is so of those that wait, and of the same pressed again within a moment, before any other.
        """
        self._spent, self._spent_at = frozenset(keys), _now()
        while self._typed_ahead and self._is_spent(self._typed_ahead[0]):
            self._typed_ahead.pop(0)
        if self._typed_ahead:
            self._spent = frozenset()

    def _is_spent(self, event: events.Key | events.Paste) -> bool:
        is_one = isinstance(event, events.Key) and event.key in self._spent
        return is_one and event.time - self._spent_at < DELAY

    @property
    def has_keys(self) -> bool:
        """Whether keys wait, for what is being written or for their turn."""
        is_at_one = self._is_at_a_key or not self._message_queue.empty()
        return self.is_running and (is_at_one or bool(self._typed_ahead))

    async def catch_up(self) -> None:
        """Do the keys that waited, as far as none of them must wait again."""
        with self._at_a_key():
            while self._typed_ahead:
                keyboard = await self._keyboard()
                if keyboard is None or _must_wait(keyboard, self._typed_ahead[0]):
                    return
                await _give(keyboard, self._typed_ahead.pop(0))

    async def _take(self, event: events.Key | events.Paste) -> None:
        """Do a key; one that must wait for what is being written is kept, with all after it.

        Esc lets go of what waits long.
        """
        keyboard = await self._keyboard()
        if keyboard is None or self._is_spent(event):
            return
        self._spent = frozenset()
        if self._typed_ahead and keyboard.is_saving_long and _is(event, "escape"):
            self._typed_ahead.clear()
            keyboard.say("Still saving; the keys typed since are let go", "amber")
        elif self._typed_ahead or _must_wait(keyboard, event):
            if not self._typed_ahead:
                self.set_timer(SOON, self.catch_up)
            self._typed_ahead.append(event)
        else:
            await _give(keyboard, event)

    async def _keyboard(self) -> TakesKeys | None:
        """What takes the next key, once all is done of the key before; nothing while the app closes."""
        screen = self.screen if self._screen_stack else None
        if screen is not None:
            await come_to_rest(screen)
        if self._exit or not isinstance(screen, HasKeyboard):
            self._typed_ahead.clear()
            return None
        return screen.keyboard

    @contextmanager
    def _at_a_key(self) -> Iterator[None]:
        self._is_at_a_key = True
        try:
            yield
        finally:
            self._is_at_a_key = False

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if output := vars(driver).get("_file"):
            vars(driver)["_file"] = LastingOutput(output)
        return driver

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Draw, the terminal's own cursor hidden meanwhile, then shown where the eye is.

        Textual hides it for good; braille displays and magnifiers have nothing else to follow.
        """
        seen = self.screen if self._screen_stack else None
        if not isinstance(seen, HasKeyboard) or self._driver is None or self._batch_count:
            super()._display(screen, renderable)
            return
        self.cursor_position = seen.keyboard.cursor_place
        self._driver.write(HIDE_CURSOR)
        super()._display(screen, renderable)
        self._driver.write(SHOW_CURSOR)

    def _handle_exception(self, error: BaseException) -> None:
        if self._exception is not None:
            return
        self._return_code = self.CRASHED
        self._exception = error if isinstance(error, Exception) else RuntimeError(type(error).__name__)
        self._exception_event.set()
        self.panic(Text(crash.sentence(error, crash.keep_report(error))))


def _now() -> float:
    """Return the seconds of the clock that keys are stamped with."""
    return events.Event().time


def _as_typed(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """Return what was meant: an Enter that a terminal not yet in the app's hands made a line feed of."""
    if not _is(event, "ctrl+j"):
        return event
    meant = events.Key("enter", "\r")
    meant.time = event.time
    return meant


def _is(event: events.Key | events.Paste, key: str) -> bool:
    return isinstance(event, events.Key) and event.key == key


def _must_wait(keyboard: TakesKeys, event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and keyboard.waits(event.key)


async def _give(keyboard: TakesKeys, event: events.Key | events.Paste) -> None:
    """Give a key or a pasted text to the screen, to its end."""
    if isinstance(event, events.Key):
        await keyboard.take_key(event)
    else:
        await keyboard.take_paste(event.text)


def tidy_from_now_on() -> None:
    """Let memory be tidied, but for what stands by now: that stays as long as the app."""
    gc.freeze()
    gc.enable()
