"""Keys that count once however long they are held down."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from textual import events

from send_actions.tui.commands.command import Command, CommandScreen
from send_actions.tui.commands.keyboard import Keyboard
from send_actions.tui.held_keys import REPEAT, HeldKeys, Verdict


class OnceKeyboard(Keyboard):
    """The keys of a screen on which one that is held down is not pressed again; what is `held` may be."""

    def __init__(self, screen: CommandScreen, held: Collection[Command[CommandScreen]]) -> None:
        super().__init__(screen)
        self._may_be_held = frozenset(name for command in held for name in screen.session.keys.names(command))
        self._held = HeldKeys()
        self._waiting: events.Key | None = None
        self._is_known = ""

    async def take_key(self, event: events.Key) -> None:
        """Do a key to its end; one that may be a repeat waits for a moment until that is known."""
        if event.key == self._is_known:
            self._is_known, self._waiting = "", None
            await super().take_key(event)
            return
        verdict = self._judge(event)
        if verdict is Verdict.HELD:
            self._waiting = None
            self.say(f"{event.character or event.key}: held down, it counts once")
            return
        await self._do_waiting()
        seen: object = self._screen.app.screen
        if seen is not self._screen:  # what waited led elsewhere: there it is meant
            self._type_again(event)
            return
        if verdict is Verdict.UNKNOWN:
            self._waiting = event
            self._screen.app.set_timer(REPEAT, partial(self._come_again, event))
        else:
            await super().take_key(event)

    def _judge(self, event: events.Key) -> Verdict:
        is_free = self._screen.foot.prompt is not None or self._screen.is_tiny
        if is_free or event.key in self._may_be_held:
            return Verdict.PRESSED
        return self._held.judge(event.key, event.time)

    async def _do_waiting(self) -> None:
        """Do the key that waited before the one that came after it."""
        event, self._waiting = self._waiting, None
        if event is not None:
            await super().take_key(event)
            await self._screen.session.written()

    def _come_again(self, event: events.Key) -> None:
        """Let a key that nothing followed come in its turn."""
        if self._waiting is event:
            self._is_known = event.key
            self._type_again(event)

    def _type_again(self, event: events.Key) -> None:
        self._screen.app.post_message(events.Key(event.key, event.character))
