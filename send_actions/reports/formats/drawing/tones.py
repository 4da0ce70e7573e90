"""The tones of charts: in colour by a status's own hue, in grey each of a lightness of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from send_actions.reports.document import StatusMark

LEVELS: Final = (30, 40, 49, 58, 66, 74, 82, 90, 98)
"""Lightnesses (CIE L*) that are told from each other without colour."""

_WANTED: Final = {"red": 40, "amber": 74, "green": 58, "blue": 30, "grey": 90, "none": 98}
_HUES: Final = {
    "red": "C62F20",
    "amber": "EBA417",
    "green": "3C9A5B",
    "blue": "2C67B3",
    "grey": "868E96",
    "none": "FFFFFF",
}
"""What a colour is at its fullest, before it is made lighter or darker."""
_DARKEST: Final = 48.0
"""The lightness on a dark screen of what is darkest on paper."""
_EVEN: Final = 0.1791
"""The luminance on which black words and white words stand out alike."""
_LINEAR: Final = 0.04045
"""Up to where sRGB is a straight line."""


class Tone(NamedTuple):
    """A name, and colours as RRGGBB: of an area and the words on it, on paper and on a dark screen."""

    name: str
    fill: str
    ink: str
    dark_fill: str
    dark_ink: str


def tones_of(marks: Iterable[StatusMark]) -> dict[StatusMark, Tone]:
    """A tone for each status, no two of one lightness; the first of a colour has what suits it best."""
    free = list(LEVELS)
    tones: dict[StatusMark, Tone] = {}
    for mark in dict.fromkeys(marks):
        hue = mark.colour if mark.colour in _HUES else "none"
        wanted = _WANTED[hue]
        level = min(free or LEVELS, key=lambda one: (abs(one - wanted), one))
        if level in free:
            free.remove(level)
        tones[mark] = _tone(hue, level)
    return tones


def lightness(colour: str) -> float:
    """How light a colour looks without its hue, from 0 to 100."""
    return float(116 * max(_luminance(colour), 0.008856) ** (1 / 3) - 16)


@lru_cache(maxsize=128)
def _tone(hue: str, level: int) -> Tone:
    first, last = LEVELS[0], LEVELS[-1]
    dark = _DARKEST + (level - first) * (last - _DARKEST) / (last - first)
    fill, dark_fill = _at(_HUES[hue], level), _at(_HUES[hue], dark)
    return Tone(f"{hue}-{level}", fill, _on(fill), dark_fill, _on(dark_fill))


def _at(colour: str, level: float) -> str:
    """A colour made darker or lighter until it has a lightness."""
    wanted, full = ((level + 16) / 116) ** 3, _luminance(colour)
    if full >= wanted:
        return _written([part * wanted / full for part in _linear(colour)])
    share = (wanted - full) / (1 - full)
    return _written([part + (1 - part) * share for part in _linear(colour)])


def _on(fill: str) -> str:
    return "FFFFFF" if _luminance(fill) < _EVEN else "000000"


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> list[float]:
    """The light of each primary, from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    return [part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _written(parts: list[float]) -> str:
    shown = [part * 12.92 if part <= _LINEAR / 12.92 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts]
    return "".join(f"{min(255, max(0, round(part * 255))):02X}" for part in shown)
