"""Whether the terminal is light or dark: asked while the app is loaded, so that nobody waits for it."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_ASKED: Final = b"\x1b]11;?\x1b\\\x1b[c"
"""What colour the ground is, and what the terminal is, which every terminal answers, after the first."""
_GROUND: Final = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-f]+)/([0-9a-f]+)/([0-9a-f]+)[^\x1b\x07]*(?:\x1b\\|\x07)", re.IGNORECASE
)
_KIND: Final = re.compile(rb"\x1b\[\?[\d;]*c")
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
"""How light red, green and blue are (ITU-R BT.709)."""
_PALE: Final = {"7", "9", "10", "11", "12", "13", "14", "15"}
_FAR_AWAY: Final = 0.4
"""Seconds that an answer may take longer than the loading of the app, from far away."""


class TerminalLight:
    """What a terminal says of its ground: `is_light`, None where it says nothing.

    `typed` is what was typed meanwhile, for whoever reads the keys next.
    """

    def __init__(self) -> None:
        self.is_light = _told_by(os.environ.get("COLORFGBG", ""))
        self.typed = b""


@contextmanager
def terminal_light(*, is_wanted: bool) -> Iterator[TerminalLight]:
    """Ask the terminal, if it is wanted, and have its answer at the end of what is done inside.

    A terminal in which something was typed already is left alone.
    """
    light = TerminalLight()
    if not is_wanted or light.is_light is not None or not _can_ask():
        yield light
        return
    import termios

    terminal = sys.stdin.fileno()
    kept = termios.tcgetattr(terminal)
    silent = termios.tcgetattr(terminal)
    silent[0] &= ~termios.ICRNL
    silent[3] &= ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(terminal, termios.TCSANOW, silent)
    try:
        os.write(sys.stdout.fileno(), _ASKED)
        yield light
        answer = _answer(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, kept)
    light.is_light = is_light_by(answer)
    light.typed = _KIND.sub(b"", _GROUND.sub(b"", answer))


def is_light_by(answer: bytes) -> bool | None:
    """Return whether the colour that a terminal names is light; None where it names none."""
    found = _GROUND.search(answer)
    if not found:
        return None
    shares = [int(part, 16) / (16.0 ** len(part) - 1) for part in found.groups()]
    return sum(weight * share for weight, share in zip(_WEIGHTS, shares, strict=True)) > 1 / 2


def _told_by(colours: str) -> bool | None:
    """Return what COLORFGBG says, such as 0;15 for black on white."""
    ground = colours.rpartition(";")[2]
    return ground in _PALE if ground.isdecimal() else None


def _can_ask() -> bool:
    try:
        import termios  # noqa: F401  Windows has none
    except ImportError:
        return False
    return not select.select([sys.stdin], [], [], 0)[0]


def _answer(terminal: int) -> bytes:
    """Return what can be read, up to the terminal's last answer; from far away it may still be on its way."""
    is_far = any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
    end = time.monotonic() + (_FAR_AWAY if is_far else 0)
    read = b""
    while not _KIND.search(read) and select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
        more = os.read(terminal, 1 << 12)
        if not more:
            break
        read += more
    return read
