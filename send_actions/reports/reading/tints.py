"""The colours that people tell states by, however a file writes them: red, amber, green or none."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from typing import Final

_NAMED: Final = {
    **dict.fromkeys(("red", "crimson", "firebrick", "darkred"), "red"),
    **dict.fromkeys(("orange", "darkorange", "goldenrod", "gold", "yellow"), "amber"),
    **dict.fromkeys(("green", "darkgreen", "forestgreen", "limegreen", "seagreen", "lime"), "green"),
}
_HEX: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[^)]*\)")
_HUES: Final = (("red", 0, 20), ("amber", 20, 70), ("green", 70, 170), ("red", 340, 361))
_STRONG: Final = 0.45
_LIGHTNESS: Final = (0.12, 0.72)


def tint_of(colour: str) -> str:
    """Return red, amber or green of a colour as Word or a page writes it; empty of any other."""
    plain = colour.casefold().replace("!important", "").strip()
    parts = _parts(plain)
    if parts is None:
        return _NAMED.get(plain, "")
    hue, lightness, strength = rgb_to_hls(*(part / 255 for part in parts))
    if strength < _STRONG or not _LIGHTNESS[0] <= lightness <= _LIGHTNESS[1]:
        return ""
    return next((name for name, first, last in _HUES if first <= hue * 360 < last), "")


def _parts(colour: str) -> tuple[int, int, int] | None:
    if match := _RGB.fullmatch(colour):
        red, green, blue = (min(255, int(part)) for part in match.groups())
        return red, green, blue
    if match := _HEX.fullmatch(colour):
        digits = match[1] if len(match[1]) > len("fff") else "".join(digit * 2 for digit in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    return None
