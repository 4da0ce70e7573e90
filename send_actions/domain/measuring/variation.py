"""What the process limits of a measure say: its variation, and whether it will reach its target."""

from __future__ import annotations

from enum import Enum
from typing import Final

from send_actions.domain.measuring.xmr import Flag, Process, Sign, read_process
from send_actions.domain.plan import Measure, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.measured import say_value

LEAST_READINGS: Final = 12
"""Readings from which limits are drawn; with fewer they still move with each one: a plain line is shown."""


class Variation(Enum):
    """What the newest reading tells of the process."""

    IMPROVING = "special cause of improving nature"
    CONCERNING = "special cause of concerning nature"
    HIGH = "special cause, high or rising"
    LOW = "special cause, low or falling"
    COMMON = "common cause"


class Assurance(Enum):
    """Whether the process, left as it is, reaches its target."""

    HITS = "consistently hits the target"
    MISSES = "consistently misses the target"
    EITHER = "may hit or miss the target"


def in_order(measure: Measure) -> tuple[Reading, ...]:
    """The readings of a measure by the day they speak of."""
    return tuple(sorted(measure.readings, key=lambda reading: (reading.on, reading.id)))


def process_of(measure: Measure) -> Process | None:
    """The process of a measure's readings in their order; None while there are too few of them."""
    readings = in_order(measure)
    return read_process([one.value for one in readings]) if len(readings) >= LEAST_READINGS else None


def meaning(measure: Measure, flag: Flag) -> Variation:
    """What a flag means where higher, or lower, is better; where neither is, only which way it points."""
    if measure.better is Better.NEITHER:
        return Variation.HIGH if flag.is_high else Variation.LOW
    is_good = flag.is_high == (measure.better is Better.HIGHER)
    return Variation.IMPROVING if is_good else Variation.CONCERNING


def variation_of(measure: Measure, process: Process) -> Variation:
    """What the newest reading tells; of two signs that differ the first of `Sign` counts."""
    newest = process.flags[-1]
    return meaning(measure, newest[0]) if newest else Variation.COMMON


def assurance_of(measure: Measure, process: Process) -> Assurance | None:
    """Whether the target lies beyond a limit or between the two; None without a target or a better way."""
    if measure.target is None or measure.better is Better.NEITHER:
        return None
    worst, best = process.lower, process.upper
    target = measure.target
    if measure.better is Better.LOWER:
        worst, best, target = -best, -worst, -target
    if worst >= target:
        return Assurance.HITS
    return Assurance.MISSES if best < target else Assurance.EITHER


def say_variation(measure: Measure) -> str:
    """The variation in words and why; below the least number of readings, how many are wanting."""
    process = process_of(measure)
    if process is None:
        count = len(measure.readings)
        readings = f"{count or 'no'} reading{'' if count == 1 else 's'}"
        return f"a plain line: {readings}, and process limits want {LEAST_READINGS}"
    newest = process.flags[-1]
    lower, upper = say_limits(measure, process)
    if newest:
        return f"{meaning(measure, newest[0]).value}: {_say_flag(newest[0])}"
    return f"{Variation.COMMON.value}: the usual ups and downs, between {lower} and {upper}"


def say_assurance(measure: Measure) -> str:
    """Whether the process reaches its target and by which limit; empty without limits or a target."""
    process = process_of(measure)
    assurance = assurance_of(measure, process) if process else None
    if process is None or assurance is None or measure.target is None:
        return ""
    lower, upper = say_limits(measure, process)
    told = f"{assurance.value} of {say_value(measure.target, measure.unit)}"
    if assurance is Assurance.EITHER:
        return f"{told}, which lies between the limits {lower} and {upper}"
    is_lower = (assurance is Assurance.HITS) == (measure.better is Better.HIGHER)
    return f"{told}: the {'lower' if is_lower else 'upper'} limit is {lower if is_lower else upper}"


def say_limits(measure: Measure, process: Process) -> tuple[str, str]:
    """The two limits with the measure's unit, to as many digits as tell them apart."""
    places = 0 if process.upper - process.lower >= _ROUND_FROM else 2
    lower, upper = (say_value(round(one, places), measure.unit) for one in (process.lower, process.upper))
    return lower, upper


_ROUND_FROM: Final = 10
"""How far apart limits must be to be said in whole numbers."""


def _say_flag(flag: Flag) -> str:
    """A sign with its direction: seven or more running above the mean."""
    return {
        Sign.OUTSIDE: f"the newest is {'above the upper' if flag.is_high else 'below the lower'} limit",
        Sign.TREND: f"seven or more running {'up' if flag.is_high else 'down'}",
        Sign.NEAR_LIMIT: f"two of three near the {'upper' if flag.is_high else 'lower'} limit",
        Sign.SHIFT: f"seven or more running {'above' if flag.is_high else 'below'} the mean",
    }[flag.sign]
