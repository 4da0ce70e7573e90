"""How the app leaves when a signal tells it to, or its terminal is gone; what was begun is written."""

from __future__ import annotations

import errno
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Final, TextIO

SIGNALLED: Final = 128
"""What shells add to the number of the signal that ended a program."""

HUNG_UP: Final = SIGNALLED + 1
"""The exit code once the terminal is gone, as after SIGHUP, which does not reach every program."""

ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that end a program; the first is Ctrl+C, which some questions answer themselves."""


class LastingOutput:
    """A terminal's output that takes what is written after the terminal is gone, and lets it go.

    Textual's writing thread ends at the first error, and whoever writes thereafter waits for it for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if there still is a terminal."""
        with self._unless_gone():
            self._file.write(text)

    def flush(self) -> None:
        """Write what was kept back, if there still is a terminal."""
        with self._unless_gone():
            self._file.flush()

    @contextmanager
    def _unless_gone(self) -> Iterator[None]:
        """Send what is kept back nowhere once the terminal is gone, lest Python fail as it ends."""
        try:
            yield
        except OSError as fault:
            if fault.errno not in (errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO):
                raise
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._file.fileno())
            os.close(nowhere)

    def fileno(self) -> int:
        """Return the file's number."""
        return self._file.fileno()


def is_terminal_gone() -> bool:
    """Whether the terminal that keys came from was closed; where that cannot be asked, it was not."""
    if not hasattr(select, "poll"):
        return False
    try:
        asked = select.poll()
        asked.register(sys.stdin.fileno(), 0)
        return any(told & (select.POLLHUP | select.POLLERR) for _, told in asked.poll(0))
    except (OSError, ValueError):
        return False


@contextmanager
def leaving_on_signals(
    leave: Callable[[int], object] | None = None, *, names: Sequence[str] = ENDING
) -> Iterator[None]:
    """Let the signals that end a program call `leave` with the exit code, within the loop that runs.

    Without either the program ends there, through every `finally`, with that code.
    """

    def told(number: int, _frame: FrameType | None) -> None:
        if leave is None:
            raise SystemExit(SIGNALLED + number)
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise SystemExit(SIGNALLED + number) from None
        loop.call_soon_threadsafe(leave, SIGNALLED + number)

    kept = {one: signal.signal(one, told) for name in names if (one := getattr(signal, name, None))}
    try:
        yield
    finally:
        for one, handler in kept.items():
            signal.signal(one, handler)
