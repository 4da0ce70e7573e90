"""An XmR chart of values in their order: mean, process limits, and the four signs of a special cause.

As NHS England's Making Data Count reads them. Where its guides differ this takes what its tools do: seven
readings make a trend as they make a shift (some guides say six). The limits come of all values: none is left
out for standing far from the others.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple

RUNNING: Final = 7
"""Readings that make a shift or a trend."""

_TO_LIMIT: Final = Fraction("2.66")
"""Mean moving ranges from the mean to a limit: three over 1.128, the constant for ranges of two."""

_NEAR: Final = Fraction(2, 3)
"""How far from the mean towards a limit the outer third begins."""

_WINDOW: Final = 3
_OF_WINDOW: Final = 2
"""Readings running, and how many of them near one limit make a sign."""


class Sign(Enum):
    """What tells of a special cause, in words."""

    OUTSIDE = "outside the process limits"
    TREND = "seven or more running one way"
    NEAR_LIMIT = "two of three near a process limit"
    SHIFT = "seven or more running on one side of the mean"


class Flag(NamedTuple):
    """A sign at one reading, and whether it speaks of high or rising values, not of low or falling ones."""

    sign: Sign
    is_high: bool


class Process(NamedTuple):
    """The mean and the limits of some values, and the flags of each in the order of `Sign`."""

    mean: float
    lower: float
    upper: float
    flags: tuple[tuple[Flag, ...], ...]


def read_process(values: Sequence[float]) -> Process:
    """Read values in their order as a process; there must be one at least.

    Reckoned in fractions, so that a value on a line is never beyond it for want of a digit. A value on the
    mean ends a run on one side of it, and two that are the same end a trend.
    """
    exact = [Fraction(str(value)) for value in values]
    mean = sum(exact, Fraction()) / len(exact)
    ranges = [abs(after - before) for before, after in itertools.pairwise(exact)]
    reach = _TO_LIMIT * sum(ranges, Fraction()) / max(1, len(ranges))
    apart = [value - mean for value in exact]
    found: list[set[Flag]] = [set() for _ in exact]
    for flag, places in _signs(exact, apart, reach):
        for place in places:
            found[place].add(flag)
    ordered = tuple(
        tuple(Flag(*one) for sign in Sign for one in flags if one.sign is sign) for flags in found
    )
    return Process(float(mean), float(mean - reach), float(mean + reach), ordered)


def _signs(
    exact: Sequence[Fraction], apart: Sequence[Fraction], reach: Fraction
) -> Iterator[tuple[Flag, Sequence[int]]]:
    """Yield each sign with the places of the values it is at."""
    for is_high in (True, False):
        away = [one if is_high else -one for one in apart]
        rises = [(b > a) if is_high else (b < a) for a, b in itertools.pairwise(exact)]
        yield Flag(Sign.OUTSIDE, is_high), [place for place, one in enumerate(away) if one > reach]
        for start, end in _runs([one > 0 for one in away]):
            if end - start >= RUNNING:
                yield Flag(Sign.SHIFT, is_high), range(start, end)
        for start, end in _runs(rises):
            if end - start + 1 >= RUNNING:
                yield Flag(Sign.TREND, is_high), range(start, end + 1)
        yield Flag(Sign.NEAR_LIMIT, is_high), list(_near(away, reach))


def _runs(truths: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each run of what is true begins, and the place behind its end."""
    start = 0
    for place, is_true in enumerate([*truths, False]):
        if not is_true:
            if place > start:
                yield start, place
            start = place + 1


def _near(away: Sequence[Fraction], reach: Fraction) -> Iterator[int]:
    """Yield the places within a limit and near it, two of three that all stand on its side of the mean."""
    for start in range(len(away) - _WINDOW + 1):
        window = range(start, start + _WINDOW)
        near = [place for place in window if _NEAR * reach < away[place] <= reach]
        if len(near) >= _OF_WINDOW and all(away[place] > 0 for place in window):
            yield from near
