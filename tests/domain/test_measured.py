from __future__ import annotations

from datetime import date

import pytest

from send_actions.domain.plan import Measure, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.measured import is_perhaps_a_share, read_value, say_measure, say_value
from send_actions.errors import UsageError


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (640, "number", "640"),
        (640, "Number", "640"),
        (1250.5, "", "1,250.5"),
        (57, "per cent", "57%"),
        (-1.5, "%", "−1.5%"),
        (1, "weeks", "1 week"),
        (22.5, "weeks", "22.5 weeks"),
        (0, "weeks", "0 weeks"),
        (-1200, "£", "−£1,200"),
        (-0.0, "number", "0"),
        (0.004, "number", "0.004"),
        (5, "% of plans", "5% of plans"),
        (1200, "£ per child", "£1,200 per child"),
        (5, "percentage points", "5 percentage points"),
    ],
)
def test_a_value_is_written_with_its_unit(value: float, unit: str, said: str) -> None:
    assert say_value(value, unit) == said


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("81", "%", 81),
        (" 81% ", "%", 81),
        ("81 %", "per cent", 81),
        ("81 per cent", "%", 81),
        ("0.81", "%", 0.81),
        (".5", "weeks", 0.5),
        ("-5", "%", -5),
        ("−5%", "%", -5),
        ("1,204", "number", 1204),
        ("1 204", "number", 1204),
        ("1,204,567.5", "£", 1204567.5),
        ("£1,200", "£", 1200),
        ("-£1,200", "GBP", -1200),
        ("1,200 pounds", "£", 1200),
        ("12 weeks", "weeks", 12),
        ("1 Week", "weeks", 1),
        ("5%", "% of plans", 5),
        ("5 per cent", "% of plans", 5),
        ("5%", "Per cent of plans", 5),
        ("5%", "plans in time (%)", 5),
        ("5 % of plans", "% of plans", 5),
        ("5% of plans", "% of plans", 5),
        ("£5", "£ per child", 5),
        ("£5 per child", "£ per child", 5),
        ("1 week", "weeks on average", 1),
        ("5%", "% of children under 5", 5),
        ("5%", "plans in time by week 20(%)", 5),
        ("5%", "attendance per cent", 5),
        ("£1.2 million", "£ million", 1.2),
        ("£1.2m", "£m per year", 1.2),
        ("5 points", "points per pupil", 5),
    ],
)
def test_a_value_is_read_with_its_unit_or_without(typed: str, unit: str, value: float) -> None:
    assert read_value(typed, unit) == value


@pytest.mark.parametrize("typed", ["", "many", "1,20", "1,5", "nan", "inf", "1e5", "5.", "%", "--5", "1.2.3"])
def test_what_is_no_number_is_refused_with_one_that_is(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_value(typed, "%")
    assert str(refused.value) == f'Cannot read "{typed}" as a value: give a number, such as 81 or 1,204.5.'


@pytest.mark.parametrize(
    ("typed", "unit", "told"),
    [
        ("81%", "weeks", '"81%" is in % and the measure is in weeks: give its value in that.'),
        (
            "5%",
            "percentage points",
            '"5%" is in % and the measure is in percentage points: give its value in that.',
        ),
        ("5%", "% points", '"5%" is in % and the measure is in % points: give its value in that.'),
        ("£5", "£000", '"£5" is in £ and the measure is in £000: give its value in that.'),
        *(
            (typed, unit, f'"{typed}" is in {given} and the measure is in {unit}: give its value in that.')
            for typed, given, unit in (
                ("£1,200,000", "£", "£ million"),
                ("£5", "£", "£ thousand"),
                ("£5", "£", "£ in thousands"),
                ("£5", "£", "£ per school (bn)"),
                ("5%", "%", "pupils under 50% attendance"),
                ("5%", "%", "pupils under 50 %"),
                ("5%", "%", "% over target"),
                ("5%", "%", "plans (% points)"),
                ("5 plans", "plans", "plans per cent"),
                ("12 weeks", "weeks", "weeks late beyond 20"),
                ("12 weeks", "weeks", "weeks late of plans"),
                ("12 weeks", "weeks", "weeks in excess of 20"),
            )
        ),
        ("£81", "%", '"£81" is in £ and the measure is in %: give its value in that.'),
        ("12 days", "weeks", '"12 days" is in days and the measure is in weeks: give its value in that.'),
        (
            "12 days",
            "number",
            '"12 days" is in days and the measure is in numbers alone: give its value in that.',
        ),
    ],
)
def test_a_value_in_another_unit_is_refused_naming_both(typed: str, unit: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_value(typed, unit)
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("typed", "value", "unit", "is_share"),
    [
        ("0.81", 0.81, "%", True),
        ("0.81%", 0.81, "%", False),
        ("1", 1, "%", False),
        ("0.81", 0.81, "weeks", False),
        ("0.81", 0.81, "% of plans", True),
        ("0.81", 0.81, "percentage points", False),
    ],
)
def test_a_share_of_one_is_noticed(typed: str, value: float, unit: str, is_share: bool) -> None:
    assert is_perhaps_a_share(typed, value, unit) is is_share


BETTER = "Plans in time: 57% (month 2), better, was 52%"


@pytest.mark.parametrize(
    ("values", "better", "target", "said"),
    [
        ((), Better.HIGHER, None, "Plans in time: no reading yet"),
        ((52,), Better.HIGHER, None, "Plans in time: 52% (month 1)"),
        (
            (52, 57),
            Better.HIGHER,
            75,
            f"{BETTER}; target 75% by 31 May 2026",
        ),
        ((52, 57), Better.LOWER, None, "Plans in time: 57% (month 2), worse, was 52%"),
        ((57, 52), Better.NEITHER, None, "Plans in time: 52% (month 2), down, was 57%"),
        ((57, 57), Better.NEITHER, None, "Plans in time: 57% (month 2), the same as before"),
    ],
)
def test_a_measure_is_said_with_its_latest_reading(
    values: tuple[float, ...], better: Better, target: float | None, said: str
) -> None:
    readings = tuple(
        Reading(place, date(2026, place, 28), f"month {place}", value)
        for place, value in enumerate(values, start=1)
    )
    by = date(2026, 5, 31) if target else None
    measure = Measure(1, "Plans in time", "%", better, target=target, target_by=by, readings=readings)
    assert say_measure(measure) == said
