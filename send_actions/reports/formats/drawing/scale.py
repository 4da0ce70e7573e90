"""A scale for values: round steps that hold them all, and where each value stands on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_SPREAD: Final = 1.5
"""Values that lie further from nought than this many times their spread do not need it on their scale."""


class Scale(NamedTuple):
    """The round values on a scale, the lowest first, and how they are written."""

    ticks: tuple[float, ...]
    labels: tuple[str, ...]

    def share(self, value: float) -> float:
        """Where a value stands, from 0 at the lowest tick to 1 at the highest."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def scale_of(values: Sequence[float], most: int = 5) -> Scale:
    """A scale that holds all the values in about as many steps as asked; nought is on it where it is near."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    spread = high - low
    if low > 0 and low <= spread * _MOST_SPREAD:
        low = 0.0
    elif high < 0 and -high <= spread * _MOST_SPREAD:
        high = 0.0
    if low == high:
        low, high = min(low * 1.5, 0.0), max(high * 1.5, 0.0) or float(low == 0)
    step = _step((high - low) / most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    first -= low > 0 and math.isclose(first * step, low)
    last += high < 0 and math.isclose(last * step, high)
    ticks = tuple(place * step for place in range(first, last + 1))
    return Scale(ticks, tuple(_written(tick, _places(step)) for tick in ticks))


def _step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(step * size for step in _STEPS if step * size >= rough * (1 - 1e-9))


def _places(step: float) -> int:
    """How many digits after the point tell one step from the next."""
    size = math.floor(math.log10(step) + 1e-9)
    is_between = round(step / 10.0**size, 3) != round(step / 10.0**size)
    return max(0, is_between - size)


def _written(value: float, places: int) -> str:
    digits = f"{abs(value):,.{places}f}"
    return f"−{digits}" if value < 0 and float(digits.replace(",", "")) else digits
