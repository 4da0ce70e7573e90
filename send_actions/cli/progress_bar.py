"""How far long work has come, in one line of the terminal that is gone when it ends."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Final, Self

from send_actions.cli.terminal import columns_of
from send_actions.domain.text import cut, printable

_FEWEST: Final = 2000
"""Of fewer rows nobody waits."""

_WIDTH: Final = 24


class ProgressBar:
    """A line on standard error, where that is a terminal, that says how much of something is done."""

    def __init__(self, what: str) -> None:
        self._what = printable(what)
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()

    def wait(self, many: int) -> None:
        """Say that so many rows are waited for, of which nothing is known meanwhile."""
        if many >= _FEWEST:
            self._show(f"{self._what} …")

    def tell(self, done: int, total: int) -> None:
        """Say that so much of a total is done."""
        if total < _FEWEST:
            return
        full = round(_WIDTH * done / total)
        bar = "#" * full + "." * (_WIDTH - full)
        self._show(f"{self._what} [{bar}] {done:,} of {total:,} rows")

    def _show(self, words: str) -> None:
        if not sys.stderr.isatty():
            return
        line = cut(words, columns_of(sys.stderr) - 1)
        if line != self._shown:
            sys.stderr.write(f"\r{line.ljust(len(self._shown))}")
            sys.stderr.flush()
            self._shown = line
