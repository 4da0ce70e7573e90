"""Readings in a few columns: three heights in characters that every terminal font has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_HEIGHTS: Final = "_▄█"


def sparkline(values: Sequence[float], width: int) -> str:
    """The newest of some values as low, middle and high, one column each, against the right edge."""
    shown = values[max(0, len(values) - width) :] if width > 0 else ()
    if not shown:
        return " " * max(0, width)
    low, high = min(shown), max(shown)
    step = (high - low) / len(_HEIGHTS)
    places = (min(len(_HEIGHTS) - 1, int((one - low) / step)) if step else 1 for one in shown)
    return "".join(_HEIGHTS[place] for place in places).rjust(width)
