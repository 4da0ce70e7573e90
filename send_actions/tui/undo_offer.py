"""The line that says what was done and that u takes it back, for as long as u takes back just that."""

from __future__ import annotations

from collections.abc import Callable

from send_actions.tui.prompts.foot import Foot
from send_actions.tui.text_layout import Line, keyed


class UndoOffer:
    """Says what a change did, and offers to take it back where and while u would.

    `foot` is that of the screen that is seen, `newest` the record of the change that its `key`
    takes back.
    """

    def __init__(self, foot: Callable[[], Foot | None], newest: Callable[[], int | None], key: str) -> None:
        self._foot = foot
        self._newest = newest
        self._key = key
        self._said: Line = []
        self._without: Line = []
        self._record = 0

    def say(self, line: Line, record: int) -> None:
        """Say what the change of a record did; u is offered on a screen where it takes back one's newest."""
        offered: Line = [*line, (" · ", "dim"), *keyed(self._key, "to undo")]
        self._said, self._without, self._record = offered, line, record
        if foot := self._foot():
            foot.say_line(offered if foot.takes_back_newest else line)

    def withdraw(self) -> None:
        """Leave the offer out of the line that stands, once u would take back something else."""
        foot = self._foot()
        if foot and self._said and foot.message == self._said and self._newest() != self._record:
            foot.say_line(self._without)
