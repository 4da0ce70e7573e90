"""How the app leaves when it is told to by a signal: the terminal as it was, and what was begun written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

SIGNALLED: Final = 128
"""What shells add to the number of the signal that ended a program."""

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def leaving_on_signals(leave: Callable[[int], object] | None = None) -> Iterator[None]:
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

    kept = {one: signal.signal(one, told) for name in _NAMES if (one := getattr(signal, name, None))}
    try:
        yield
    finally:
        for one, handler in kept.items():
            signal.signal(one, handler)
