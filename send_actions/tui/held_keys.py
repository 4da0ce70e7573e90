"""Telling a key that is held down from one that is pressed again: terminals send the same for both."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

REPEAT: Final = 0.12
"""Seconds between two keys that nobody presses that fast: the second is a repeat of the first."""

DELAY: Final = 1.0
"""Seconds after which a key that is held down has begun to repeat, whatever the machine is set to."""


class Verdict(Enum):
    """What a key is: pressed, held down, or not known before it is seen whether more of it follow."""

    PRESSED = auto()
    HELD = auto()
    UNKNOWN = auto()


class HeldKeys:
    """Judges each key by when the same key came before it."""

    def __init__(self) -> None:
        self._last = ""
        self._came_at = 0.0

    def judge(self, key: str, time: float) -> Verdict:
        """Judge a key by its name and when it came, in seconds.

        The first repeat comes a moment after the key was pressed, the others fast upon it: of a key that
        comes again within that moment only the next one tells.
        """
        since = time - self._came_at if key == self._last else DELAY
        self._last, self._came_at = key, time
        if not 0 <= since < DELAY:
            return Verdict.PRESSED
        return Verdict.HELD if since < REPEAT else Verdict.UNKNOWN
