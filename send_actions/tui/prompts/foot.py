"""The foot of every screen: a prompt that holds the keys, else a message until the next key, else hints."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from send_actions.tui.internals import focus_now, now
from send_actions.tui.key_map import KeyMap
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, clip, flow_words, keyed, length, parted, spread
from send_actions.tui.widgets.page import Bar

BURST: Final = 0.7
"""Seconds between two keys that belong to one burst."""

MOST_HINTS: Final = 5
"""Keys that the foot names beside help and commands; the way out is among them."""

Hints = tuple[Line, list[Line]]
"""What to say of where the cursor is, and the keys that help there."""


class Foot(Vertical):
    """One line of words or hints, or the prompt that is open."""

    def __init__(
        self,
        hints: Callable[[], Hints],
        keys: KeyMap,
        *,
        may_ask: bool = True,
        takes_back_newest: bool = False,
        keys_here: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(id="foot")
        self.prompt: Prompt | None = None
        self.message: Line = []
        self._hints = hints
        self._keys = keys
        self._may_ask = may_ask
        self.takes_back_newest = takes_back_newest
        """Whether u takes back one's newest change here: in history it is another, in help a letter."""

        self.keys_here = keys_here or keys.spelt
        """How the keys of the plan that open a form are called on this screen."""

        self.key_at = 0.0
        """When the key was typed that is being done."""

        self._refusal = ""
        self._refused_at = 0.0
        self._focus_before: Widget | None = None
        self._turn = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """One line, until a prompt takes its place."""
        yield Bar(id="hints")

    @property
    def can_ask(self) -> bool:
        """Whether a prompt that nobody called may be opened here now."""
        has_room = self.screen.is_mounted and not self.screen.has_class("-tiny")
        return self._may_ask and self.prompt is None and has_room

    @property
    def pane(self) -> Widget | None:
        """The pane that has the keys, or will have them once the prompt has gone."""
        return self.screen.focused if self.prompt is None else self._focus_before

    def say(self, words: str, manner: str = "") -> None:
        """Show one line until the next key."""
        self.say_line([(words, manner)] if words else [])

    def say_line(self, line: Line) -> None:
        """Show one line of several manners until the next key."""
        self.message = line
        self.draw()

    def refuse(self, words: str) -> None:
        """Say why a command cannot be done; what follows its key in one burst is not taken for commands."""
        self._refusal, self._refused_at = words, self.key_at
        self.say(words)

    def is_meant_for_refused(self, event: events.Key, *, is_off: bool) -> bool:
        """Whether a key goes on with what was just refused, such as the words after s; it is not done."""
        refusal, self._refusal = self._refusal, ""
        character = event.character or ""
        if not refusal or event.time - self._refused_at > BURST:
            return False
        if event.key == "enter":
            return True
        if is_off or not (character.isalpha() or character == " "):
            return False
        self.refuse(refusal)
        return True

    def draw(self) -> None:
        """Show the message, else the keys for where the cursor is; before it is mounted, that waits."""
        if not self.is_mounted:
            return
        self.query_one("#hints", Bar).show(self._lines)

    def _lines(self, width: int) -> list[Line]:
        """The message in as many lines as it needs, else the hints in one."""
        if not self.message:
            return [self._hints_line(width)]
        return [line for said in parted(self.message) for line in _said_lines(said, width)]

    def _hints_line(self, width: int) -> Line:
        right: Line = [
            *keyed(self._keys["help"], "help  "),
            *keyed(self._keys["find-command"], "commands "),
        ]
        about, groups = self._hints()
        room = width - length(right) - 2
        ways_out = [group for group in groups if group[0][0] == "Esc"]
        kept: list[Line] = []
        for group in (one for one in groups if one not in ways_out):
            if (
                len(kept) + len(ways_out) < MOST_HINTS
                and length(_hinted(about, [*kept, group, *ways_out])) <= room
            ):
                kept.append(group)
            else:
                break
        left = _hinted(about, [*kept, *ways_out])
        return spread(clip(left, room), right, width)

    async def ask(self, prompt: Prompt) -> None:
        """Open a prompt; it takes the keys until it is done."""
        async with self._turn:
            if self.prompt is None:
                self._focus_before = self.screen.focused
            else:
                await self.prompt.remove()
            self.message = []
            self.prompt = prompt
            with self.app.batch_update():
                self.query_one("#hints", Bar).display = False
                self.screen.set_class(prompt.fills_screen, "-form")
                await self.mount(prompt)
            prompt.shown_at = now()

    async def close(self, prompt: Prompt) -> None:
        """Take a prompt away and give the keys back."""
        async with self._turn:
            if self.prompt is not prompt:
                return
            self.prompt = None
            self.screen.remove_class("-form")
            # At once: when a field goes that has the focus, Textual gives it to a pane of its own choice.
            self.screen.set_focus(self._focus_before)
            await prompt.remove()
            self.draw()
            self.query_one("#hints", Bar).display = True

    def give_keys(self, pane: Widget) -> None:
        """Let a pane have the keys: now, or once the prompt that is open has gone."""
        if self.prompt is None:
            focus_now(pane)
        else:
            self._focus_before = pane


def _said_lines(said: Line, width: int) -> list[Line]:
    """One thing that is said, in as many lines as it needs."""
    if length(said) < width:
        return [[(" ", ""), *said]]
    return flow_words(said, width)


def _hinted(about: Line, groups: list[Line]) -> Line:
    """What is said of the row, and keys after it."""
    left: Line = [(" ", ""), *about]
    for place, group in enumerate(groups):
        gap: Line = [("  ", "")] if about or place else []
        left = [*left, *gap, *group]
    return left
