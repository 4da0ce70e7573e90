"""The signs of an XmR chart, against a calculation written apart from it that looks at each window."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest

from send_actions.domain.measuring.xmr import Flag, Sign, read_process

SEED = int(os.environ.get("SEND_ACTIONS_TEST_SEED", "20260331"))
SERIES = 1_000


def flagged(values: Sequence[float]) -> dict[Sign, dict[int, str]]:
    """The places at which each sign stands, with "+" and "-" for its directions."""
    found: dict[Sign, dict[int, str]] = {sign: {} for sign in Sign}
    for place, flags in enumerate(read_process(values).flags):
        for flag in flags:
            found[flag.sign][place] = found[flag.sign].get(place, "") + "-+"[flag.is_high]
    return found


def by_windows(values: Sequence[float]) -> dict[Sign, dict[int, set[str]]]:
    """The same signs from whole numbers alone: every inequality is multiplied out, every window looked at.

    With n values, s = their sum and r = the sum of the moving ranges, value v lies beyond the upper limit
    when v > s/n + 2.66 r/(n-1), so when 100 (n-1) (n v - s) > 266 n r.
    """
    numbers = [int(Decimal(str(value)) * 1000) for value in values]
    n, total = len(numbers), sum(numbers)
    ranges = sum(abs(a - b) for a, b in pairwise(numbers))
    signs: dict[Sign, dict[int, set[str]]] = {sign: {} for sign in Sign}

    def flag(sign: Sign, places: Sequence[int], way: str) -> None:
        for place in places:
            signs[sign].setdefault(place, set()).add(way)

    for way, turn in (("+", 1), ("-", -1)):
        away = [turn * (n * v - total) for v in numbers]
        scaled = [100 * (n - 1) * one for one in away]
        limit = 266 * n * ranges
        is_outside = [one > limit for one in scaled]
        is_near = [not out and 3 * one > 2 * limit for one, out in zip(scaled, is_outside, strict=True)]
        for i in range(n):
            if is_outside[i]:
                flag(Sign.OUTSIDE, [i], way)
            seven = list(range(i, i + 7))
            if seven[-1] < n:
                if all(away[j] > 0 for j in seven):
                    flag(Sign.SHIFT, seven, way)
                if all(turn * (numbers[k] - numbers[j]) > 0 for j, k in pairwise(seven)):
                    flag(Sign.TREND, seven, way)
            three = list(range(i, i + 3))
            close = [j for j in three if j < n and is_near[j]]
            if three[-1] < n and all(away[j] > 0 for j in three) and len(close) > 1:
                flag(Sign.NEAR_LIMIT, close, way)
    return signs


def a_series(chance: random.Random) -> list[float]:
    """Readings as they come: noise, drifts, steps, seasons, and whole numbers that are often the same."""
    length, places = chance.randint(2, 40), chance.choice([0, 0, 1, 3])
    level, noise = chance.uniform(-50, 500), chance.choice([0, 0.5, 3, 20])
    drift, step = chance.choice([0, 0, 0.4, -2]), chance.choice([0, 0, 15, -40])
    turn = chance.randint(0, length)
    return [
        round(level + drift * i + (step if i >= turn else 0) + chance.gauss(0, 1) * noise, places)
        for i in range(length)
    ]


def test_a_thousand_random_series_have_the_same_signs_as_an_independent_calculation() -> None:
    chance = random.Random(SEED)  # noqa: S311
    seen: set[Sign] = set()
    for number in range(SERIES):
        values = a_series(chance)
        ours = {
            sign: {place: set(ways) for place, ways in places.items()}
            for sign, places in flagged(values).items()
        }
        assert ours == by_windows(values), (SEED, number, values)
        seen |= {sign for sign, places in ours.items() if places}
    assert seen == set(Sign)


def test_the_limits_are_2_66_mean_moving_ranges_from_the_mean() -> None:
    process = read_process([10, 12, 11, 15])
    assert process.mean == 12
    assert process.upper == pytest.approx(12 + 2.66 * 7 / 3)
    assert process.lower == pytest.approx(12 - 2.66 * 7 / 3)


@pytest.mark.parametrize(
    ("values", "sign", "places"),
    [
        ([5, 5, 6, 5, 5, 6, 5, 5, 30, 5, 6, 5], Sign.OUTSIDE, {8: "+"}),
        ([9, 1, 9, 1, 9, 1, 2, 3, 4, 5, 6, 7, 1, 9, 1], Sign.TREND, dict.fromkeys(range(5, 12), "+")),
        ([9, 1, 9, 1, 9, 1, 2, 3, 4, 4, 5, 6, 7, 1, 9], Sign.TREND, {}),
        ([9, 1, 9, 1, 9, 1, 2, 3, 4, 5, 6, 1, 9, 1], Sign.TREND, {}),
        ([1, 3] * 3 + [7, 9] * 3 + [7], Sign.SHIFT, dict.fromkeys(range(6, 13), "+")),
        ([1, 3] * 3 + [7, 9] * 3, Sign.SHIFT, {}),
    ],
)
def test_each_sign_stands_at_every_reading_of_its_run(
    values: list[float], sign: Sign, places: dict[int, str]
) -> None:
    assert flagged(values)[sign] == places


def test_a_value_on_the_mean_ends_a_run_beside_it() -> None:
    values = [4, 6, 4, 6, 4, 6, 5, 4, 6, 4, 6, 4, 6]
    assert flagged(values)[Sign.SHIFT] == {}


@pytest.mark.parametrize("values", [[7.1], [0.1] * 20, [57.3, 57.3]])
def test_what_never_moves_has_no_signs_though_its_digits_have_no_end(values: list[float]) -> None:
    process = read_process(values)
    assert process.flags == ((),) * len(values)
    assert process.lower == process.mean == process.upper == values[0]


def test_signs_come_in_the_order_in_which_they_count() -> None:
    rising = read_process([float(one) for one in range(20)])
    assert rising.flags[-1][0] == Flag(Sign.OUTSIDE, is_high=True)
    assert Flag(Sign.TREND, is_high=True) in rising.flags[10]
