"""The app as a person has it, who opens a plan on a real terminal, presses keys and types words."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Final, Self

from terminals import ROOT, Terminal

from send_actions.store.reader import open_reader, read_plan

SAMPLE: Final = ROOT / "sample.db"
TODAY: Final = date(2026, 3, 31)
"""The day to which the sample is pinned."""

_KEYS: Final = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Space": " ",
    "Tab": "\t",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
}


class Person:
    """Somebody at a terminal, who sees what stands there; `keys` counts what was pressed, words not."""

    def __init__(
        self, plan: Path, size: tuple[int, int] = (120, 36), surroundings: dict[str, str | None] | None = None
    ) -> None:
        self.plan = plan
        self.keys = 0
        self._terminal = Terminal(plan, size=size, surroundings={"ESCDELAY": "25", **(surroundings or {})})

    def __enter__(self) -> Self:
        self._terminal.__enter__()
        self.sees("? help")
        return self

    def __exit__(self, *raised: object) -> None:
        self._terminal.__exit__(*raised)

    def presses(self, keys: str) -> Self:
        """Press keys by their names, parted by spaces: "s r Enter".

        After Esc see something before the next: right behind it a terminal would mean another key.
        """
        for key in keys.split():
            self._terminal.type(_KEYS.get(key, key))
            self.keys += 1
        return self

    def types(self, words: str) -> Self:
        """Type words into a field."""
        self._terminal.type(words)
        return self

    def goes_to(self, ref: str) -> Self:
        """Put the cursor on an action by its ref."""
        return self.types(ref).presses("Enter").sees(f" {ref} ")

    def sees(self, words: str) -> Self:
        """Wait until words stand on the terminal."""
        self._terminal.until(words)
        return self

    @property
    def screen(self) -> str:
        """What stands on the terminal."""
        return self._terminal.text

    def leaves(self) -> None:
        """Quit, and let what was begun be written."""
        self.presses("q").sees("Leave send-actions?").presses("y")
        assert self._terminal.leaves_with() == 0

    def is_killed(self) -> None:
        """Be ended as by a power cut: without a word to the program."""
        import signal

        self._terminal.send(signal.SIGKILL)
        self._terminal.leaves_with()

    def status_of(self, ref: str) -> str:
        """The status of an action as the plan's file has it now."""
        reader = open_reader(str(self.plan))
        try:
            plan = read_plan(reader, TODAY)
        finally:
            reader.close()
        found = next(action.status for action in plan.actions if action.ref == ref)
        return found.word.lower() if found else ""


def own_sample(folder: Path) -> Path:
    """A copy of the sample plan."""
    return Path(shutil.copy(SAMPLE, folder / "plan.db"))
