"""What an app that was ended left behind: offered once, and gone with any other key, which is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events

from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, flow, keyed, length, wrap_line


class OfferPrompt(Prompt):
    """Enter takes what is offered, Del lets it go; it waits behind every other key."""

    def __init__(self, words: str, take: Callable[[], Awaitable[None]], drop: Callable[[], None]) -> None:
        super().__init__()
        self._words = words
        self._take = take
        self._drop = drop
        self._key = ""

    async def take_key(self, event: events.Key) -> None:
        """Take Enter or Del, unless it was typed before this stood here; every other key is a command."""
        self.is_done = True
        is_meant = event.time >= self.shown_at
        self._key = event.key if is_meant else ""
        self.lets_through = not is_meant or event.key not in {"enter", "delete", "escape"}

    async def afterwards(self) -> None:
        """Do what was chosen."""
        if self._key == "enter":
            await self._take()
        elif self._key == "delete":
            self._drop()

    def lines(self, width: int) -> list[Line]:
        """What is offered, and the keys."""
        words: Line = [(self._words, "bold")]
        keys = [keyed("Enter", "opens it"), keyed("Del", "drops it"), keyed("Esc", "not now")]
        if length(words) < width:
            return flow([words, *keys], width)
        return [*wrap_line([(" ", ""), *words], width), *flow(keys, width)]
