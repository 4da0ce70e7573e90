from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import a_measure

from send_actions.domain.measuring.rhythm import is_read_on_time, next_reading_by, rhythm_of
from send_actions.domain.measuring.variation import process_of, say_assurance, say_variation
from send_actions.domain.plan import Measure
from send_actions.domain.words.year_on_year import say_year_on_year

USUAL = [48, 52, 47, 53, 49, 51, 48, 52, 47, 53, 49, 51]


def monthly(*values: float, **what_matters: Any) -> Measure:
    ends = [date(2024 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 25)]
    readings = [(end.isoformat(), value) for end, value in zip(ends, values, strict=False)]
    return a_measure(readings=readings, **what_matters)


def test_below_twelve_readings_there_are_no_limits_and_the_words_say_so() -> None:
    assert process_of(monthly(*USUAL[:11])) is None
    assert say_variation(monthly(*USUAL[:11])) == "a plain line: 11 readings, and process limits want 12"
    assert say_variation(monthly(5)) == "a plain line: 1 reading, and process limits want 12"
    assert say_variation(monthly()) == "a plain line: no readings, and process limits want 12"
    assert say_assurance(monthly(*USUAL[:11], target=60)) == ""
    assert process_of(monthly(*USUAL)) is not None


@pytest.mark.parametrize(
    ("values", "better", "said"),
    [
        (USUAL, "higher", "common cause: the usual ups and downs, between 39% and 61%"),
        (
            [*USUAL, 99],
            "higher",
            "special cause of improving nature: the newest is above the upper limit",
        ),
        ([*USUAL, 99], "lower", "special cause of concerning nature: the newest is above the upper limit"),
        ([*USUAL, 99], "neither", "special cause, high or rising: the newest is above the upper limit"),
        ([*USUAL, 1], "neither", "special cause, low or falling: the newest is below the lower limit"),
        ([*USUAL, 1], "lower", "special cause of improving nature: the newest is below the lower limit"),
        (
            [*USUAL, *[46, 45, 46, 45, 46, 45, 46]],
            "higher",
            "special cause of concerning nature: seven or more running below the mean",
        ),
        (
            [*USUAL, *[47, 48, 49, 50, 51, 52, 53]],
            "higher",
            "special cause of improving nature: seven or more running up",
        ),
    ],
)
def test_the_newest_reading_tells_the_variation(values: list[float], better: str, said: str) -> None:
    assert say_variation(monthly(*values, better=better)) == said


@pytest.mark.parametrize(
    ("target", "better", "said"),
    [
        (30, "higher", "consistently hits the target of 30%: the lower limit is 39%"),
        (30, "lower", "consistently misses the target of 30%: the lower limit is 39%"),
        (75, "higher", "consistently misses the target of 75%: the upper limit is 61%"),
        (75, "lower", "consistently hits the target of 75%: the upper limit is 61%"),
        (50, "higher", "may hit or miss the target of 50%, which lies between the limits 39% and 61%"),
        (0, "lower", "consistently misses the target of 0%: the lower limit is 39%"),
        (75, "neither", ""),
        (None, "higher", ""),
    ],
)
def test_the_limits_tell_whether_the_target_is_hit(target: float | None, better: str, said: str) -> None:
    assert say_assurance(monthly(*USUAL, target=target, better=better)) == said


def test_a_rhythm_is_the_median_gap_and_wants_three_readings() -> None:
    months = a_measure(readings=[(on, 1) for on in ("2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28")])
    assert rhythm_of(months) == timedelta(days=31)
    assert next_reading_by(months) == date(2026, 5, 1)
    assert rhythm_of(a_measure(readings=[("2025-11-30", 1), ("2025-12-31", 1)])) is None
    assert is_read_on_time(a_measure(), date(2026, 3, 31)) is None


@pytest.mark.parametrize(
    ("days", "on", "is_on_time"),
    [
        (("2025-12-31", "2026-01-31", "2026-02-28"), "2026-04-29", True),
        (("2025-12-31", "2026-01-31", "2026-02-28"), "2026-05-01", False),
        (("2024-02-15", "2025-02-15", "2026-02-15"), "2027-03-15", True),
        (("2024-02-15", "2025-02-15", "2026-02-15"), "2027-03-20", False),
        (("2026-03-01", "2026-03-08", "2026-03-15"), "2026-03-29", True),
        (("2026-03-01", "2026-03-08", "2026-03-15"), "2026-03-30", False),
    ],
)
def test_a_reading_is_late_a_month_after_its_period_or_one_more_where_periods_are_shorter(
    days: tuple[str, ...], on: str, *, is_on_time: bool
) -> None:
    measure = a_measure(readings=[(one, 1) for one in days])
    assert is_read_on_time(measure, date.fromisoformat(on)) is is_on_time


@pytest.mark.parametrize(
    ("readings", "better", "said"),
    [
        ([("2025-02-28", 41), ("2026-02-28", 57)], "higher", "better than 41% a year before (2025-02-28)"),
        ([("2025-02-28", 41), ("2026-02-28", 57)], "lower", "worse than 41% a year before (2025-02-28)"),
        ([("2025-02-28", 41), ("2026-02-28", 57)], "neither", "up from 41% a year before (2025-02-28)"),
        ([("2025-02-28", 57), ("2026-02-28", 57)], "higher", "the same as 57% a year before (2025-02-28)"),
        ([("2023-02-28", 41), ("2024-02-29", 57)], "higher", "better than 41% a year before (2023-02-28)"),
        ([("2025-01-31", 41), ("2026-02-28", 57)], "higher", ""),
        ([("2026-02-28", 57)], "higher", ""),
        ([], "higher", ""),
    ],
)
def test_a_year_before_is_the_same_time_of_that_year(
    readings: list[tuple[str, float]], better: str, said: str
) -> None:
    assert say_year_on_year(a_measure(readings=readings, better=better)) == said
