"""The terminal that is written to: its width, whether it takes colour, and text measured in its columns."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from typing import Final

from send_actions.domain.text import printable

_SGR: Final = {
    "red": "31",
    "amber": "33",
    "green": "32",
    "blue": "34",
    "grey": "90",
    "dim": "2",
    "bold": "1",
}
"""Each style as the terminal's own palette has it; a colour not listed here is left out."""

_NARROWEST: Final = 20


@dataclass(frozen=True)
class Terminal:
    """Where a listing goes; `width` is None when it is no terminal, and then nothing is cut."""

    width: int | None = None
    has_colour: bool = False

    def paint(self, text: str, style: str) -> str:
        """Return text in a colour or style, where that is taken."""
        code = _SGR.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.has_colour and code and text.strip() else text


def is_terminal() -> bool:
    """Say whether standard output is a terminal: only there may private notes be shown."""
    return sys.stdout.isatty()


def standard_output() -> Terminal:
    """Return the terminal that standard output is."""
    if not is_terminal():
        return Terminal()
    width = max(_NARROWEST, shutil.get_terminal_size().columns)
    return Terminal(width, has_colour=not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def line_of(text: str) -> str:
    """Return text on one line, and made harmless."""
    return printable(" ".join(text.split()) if "\n" in text or "\t" in text else text)


def width_of(text: str) -> int:
    """Return how many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def fit(text: str, width: int) -> str:
    """Return the text in at most `width` columns, ending in "…" when something had to go."""
    if width_of(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += _width(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text with spaces up to `width` columns."""
    space = " " * max(0, width - width_of(text))
    return space + text if right else text + space


def wrap(text: str, width: int | None) -> list[str]:
    """Return the text's own lines, made harmless and broken between words where the width asks for it."""
    lines: list[str] = []
    for own in text.split("\n"):
        line = ""
        for word in printable(own).split(" "):
            if width and line and width_of(line) + 1 + width_of(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
