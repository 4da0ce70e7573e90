"""How a command speaks and asks where no shell called it: the day's work in plain lines has its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, NamedTuple


class Voice(NamedTuple):
    """What asks for a yes or no, of a question and what Enter means, and what tells of a change in parts.

    The first part says what changed.
    """

    is_yes: Callable[[str, bool], bool]
    say_change: Callable[[Sequence[str]], None]


_VOICE: Final[ContextVar[Voice | None]] = ContextVar("voice", default=None)


def own_voice() -> Voice | None:
    """Return the voice that commands speak with just now; None for that of the command line."""
    return _VOICE.get()


@contextmanager
def speaking_with(voice: Voice) -> Iterator[None]:
    """Let every command that is called within speak and ask so."""
    token = _VOICE.set(voice)
    try:
        yield
    finally:
        _VOICE.reset(token)
