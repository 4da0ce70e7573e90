"""From keys to what they do: the prompt that is open has them, else the command they stand for."""

from __future__ import annotations

from typing import Any, Final

from textual import events
from textual.geometry import Offset

from send_actions.tui.calm_app import SOON, HasCursor
from send_actions.tui.commands.catalogue import what_would
from send_actions.tui.commands.clicking import do_clicked, key_clicked
from send_actions.tui.commands.command import Command, CommandScreen, by_key, open_views
from send_actions.tui.commands.navigation import leave_app
from send_actions.tui.commands.pasted import UnmarkedPaste
from send_actions.tui.internals import drawn_at_once
from send_actions.tui.key_map import KeyMap
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.session import why_off

AT_ONCE: Final = 0.2
"""Seconds that a prompt stays for what it saves to be written: then all is drawn in one turn."""


class Keyboard:
    """The keys, pasted texts, clicks and the terminal's cursor of one screen."""

    def __init__(self, screen: CommandScreen) -> None:
        self._screen = screen
        self._keys = screen.session.keys
        self._commands = by_key(screen.commands, self._keys)
        self._changing = {name for name, command in self._commands.items() if command.changes}
        self._unmarked = UnmarkedPaste()

    @property
    def cursor_place(self) -> Offset:
        """Where the eye is: in the field that is written in, at the question, or at the cursor's row."""
        focused, prompt = self._screen.app.focused, self._screen.foot.prompt
        if self._screen.is_tiny:
            return Offset()
        if prompt is not None and (focused is None or prompt not in focused.ancestors):
            return prompt.region.offset
        return focused.cursor_place if isinstance(focused, HasCursor) else Offset()

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot until the next key."""
        self._screen.foot.say(words, manner)

    @property
    def is_saving_long(self) -> bool:
        """Whether what is being written takes longer than it mostly does."""
        return self._screen.session.is_writing_since > SOON

    def waits(self, key: str) -> bool:
        """Whether a key waits for what is being written: each does for a moment, so that none overtakes it.

        What takes long holds back only what changes the plan, or leaves.
        """
        screen = self._screen
        if not screen.session.is_writing:
            return False
        return not self.is_saving_long or self.needs_written(key)

    def needs_written(self, key: str) -> bool:
        """Whether a key can only be done once all is written."""
        screen = self._screen
        if screen.foot.prompt or screen.is_tiny:
            return False
        command = self._commands.get(key)
        return command is not None and (command.changes or (command is leave_app and screen.kind == "home"))

    def takes_mouse(self, y: int) -> bool:
        """Whether a click counts: with a prompt open only one within it."""
        screen, prompt = self._screen, self._screen.foot.prompt
        is_there = not (screen.is_tiny or screen.session.snapshot.is_outline)
        return is_there and (prompt is None or y >= prompt.region.y)

    async def take_paste(self, text: str) -> None:
        """Give a pasted text to the prompt; without one it is not a row of commands."""
        self._screen.session.read_whole()
        if self._screen.foot.prompt and not self._screen.is_tiny:
            self._screen.foot.prompt.take_paste(text)

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end; first of all a refused edit is shown again."""
        screen = self._screen
        screen.session.read_whole()
        if screen.session.snapshot.is_outline:
            return
        screen.foot.key_at = event.time
        if self._unmarked.goes_on(event, screen.foot.prompt):
            if words := screen.navigator.pending.keep_rest(screen.foot, event.character or ""):
                screen.foot.say_line([*screen.foot.message, (f" · {words}", "amber")])
            return
        if screen.is_tiny:
            await self._take_unseen(event)
            return
        if screen.foot.prompt is None:
            await screen.navigator.pending.ask()
        if screen.foot.prompt is not None:
            await self._give_to_prompt(screen.foot.prompt, event)
            return
        command = self._commands.get(event.key)
        is_off = event.key in self._changing and bool(why_off(screen.session))
        if screen.foot.is_meant_for_refused(event, is_off=is_off):
            return
        if screen.navigator.papers.takes_offer(event.key, event.time, screen.foot.message):
            return
        if command is None:
            self.say(self._what_would(event))
        else:
            await self.run(command, event.character or "")

    def _what_would(self, event: events.Key) -> str:
        """What to say of a key that does nothing here."""
        character = event.character if event.is_printable else ""
        if character and character.strip():
            session, views = self._screen.session, open_views(self._screen)
            is_off = bool(why_off(session))
            return what_would(character, self._screen.commands, views, self._keys, is_off=is_off)
        return f"{key_name(event.key)}: nothing here; {self._keys['help']} names the keys"

    async def take_click(self, event: events.Click) -> None:
        """Do what the words say that were clicked; what was said at the foot has been read."""
        screen = self._screen
        screen.session.read_whole()
        if screen.is_tiny or screen.session.snapshot.is_outline:
            return
        if key := key_clicked(event):
            await self.take_key(key)
        elif screen.foot.prompt is None:
            screen.foot.say("")
            await do_clicked(screen, event)

    async def run(self, command: Command[Any], character: str = "") -> None:
        """Do a command, or say why it cannot be done now."""
        screen = self._screen
        screen.foot.message = []
        if command.changes:
            await screen.session.written()
            if why := why_off(screen.session):
                screen.foot.refuse(f"{_called(command, character, self._keys)} is off {why}")
                return
        screen.foot.draw()
        screen.typed = character
        begun = command.run(screen)
        if begun is not None:
            await begun

    async def _take_unseen(self, event: events.Key) -> None:
        screen = self._screen
        if event.key in self._keys.names(leave_app) and screen.foot.prompt is None:
            await screen.session.written()
            if not screen.navigator.pending.is_waiting:
                screen.app.exit(0)

    async def _give_to_prompt(self, prompt: Prompt, event: events.Key) -> None:
        if event.time < prompt.opened_at:
            prompt.leave_out()
            return
        session, was_writing = self._screen.session, self._screen.session.is_writing
        await prompt.take_key(event)
        if not prompt.is_done:
            return
        async with drawn_at_once(self._screen.app.screen):
            if not was_writing:  # what this key saves is waited for, what was begun before is not
                await session.written(within=AT_ONCE)
            await self._screen.foot.close(prompt)
        await prompt.afterwards()
        if prompt.lets_through:
            await self.take_key(event)
        await self._screen.navigator.pending.ask()


def _called(command: Command[Any], character: str, keys: KeyMap) -> str:
    """A command by its key and words; where each of several letters is its key, by the one that was typed."""
    first, *others = keys.shown(command).split()
    letter = character.lower()
    is_by_letter = len(first) == 1 and letter in {first, *others} and all(len(one) == 1 for one in others)
    return f"{letter}: {command.words}" if others and is_by_letter else f"{first} {command.words}"
