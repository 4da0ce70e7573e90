"""A list at the foot to choose from: a cursor, and keys that do something with its row."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events

from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, clip, keyed, length, spread, wrap_line

LEAST_ROWS: Final = 4
AROUND: Final = 3
"""Lines that stay for the rest of the screen's lower half: the title, what is said of keys, and the keys."""

_SHOWN: Final = {"enter": "Enter", "delete": "Del"}
_SAME: Final = {"backspace": "delete"}
_MOVES: Final = {"down": 1, "j": 1, "up": -1, "k": -1}

ChooseRow = Callable[[str, int], Awaitable[None]]
"""Takes the key that was chosen and the row's place, once the prompt has gone."""


@dataclass(frozen=True)
class PickRow:
    """One row: its line in so many columns, and what each key does with it, by the key's name."""

    line: Callable[[int], Line]
    keys: Mapping[str, str]


class PickPrompt(Prompt):
    """Rows with a cursor; a key of the row chooses, Esc leaves all as it was.

    `about` stands below them: keys that only some rows have, lest they be found by chance alone.
    """

    def __init__(
        self,
        title: Line,
        rows: Sequence[PickRow],
        choose: ChooseRow,
        *,
        at: int = 0,
        others: Callable[[str], str] = lambda _key: "",
        about: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._choose = choose
        self._at = at
        self._others = others
        self._about = about
        self._top = 0
        self._key = ""
        self._doubt = ""

    async def take_key(self, event: events.Key) -> None:
        """Move the cursor, choose with a key of the row, or say that a key is none of them."""
        last = len(self._rows) - 1
        pages = {"pagedown": self._room, "pageup": -self._room, "home": -last, "end": last}
        lone = event.key.lower() if len(event.key) == 1 else event.key
        key = _SAME.get(lone, lone)
        self._doubt = ""
        if key == "escape":
            self.is_done = True
            return
        steps = _MOVES | pages
        if key in steps:
            self._at = max(0, min(last, self._at + steps[key]))
        elif self._rows and key in self._rows[self._at].keys:
            self._key, self.is_done = key, True
            return
        else:
            self._doubt = self._others(key) or f"{key_name(event.key)}: nothing here"
        self.draw()

    async def afterwards(self) -> None:
        """Do what the key stands for."""
        if self._key:
            await self._choose(self._key, self._at)

    def lines(self, width: int) -> list[Line]:
        """The title with the keys of the row, over as many rows as there is room for."""
        keys: Line = []
        for name, words in self._rows[self._at].keys.items() if self._rows else ():
            keys += [*keyed(_SHOWN.get(name, name), words), ("  ", "")]
        keys += [*keyed("Esc", "leave"), (" ", "")]
        shown = self._rows[self._first : self._first + self._room]
        lines = [self._row(self._first + place, width) for place, _ in enumerate(shown)]
        place: Line = [(f"  {self._at + 1} of {len(self._rows)}", "dim")]
        left: Line = [(" ", ""), *([(self._doubt, "amber")] if self._doubt else [*self._title, *place])]
        if self._about:
            lines += wrap_line([("  ", ""), (self._about, "dim")], width)
        if length(left) + length(keys) < width:
            return [spread(left, keys, width), *lines]
        return [clip(left, width), *lines, spread([], clip(keys, width), width)]

    def _row(self, place: int, width: int) -> Line:
        line = self._rows[place].line(width - 3)
        if place != self._at:
            return [("  ", ""), *line]
        return [("▌ ", "accent"), *((text, style or "bold") for text, style in line)]

    @property
    def _room(self) -> int:
        """How many rows are shown at once."""
        return max(LEAST_ROWS, self.screen.size.height // 2 - AROUND)

    @property
    def _first(self) -> int:
        """The row that is shown first, so that the cursor's is in sight."""
        self._top = max(self._at - self._room + 1, min(self._top, self._at))
        return self._top
