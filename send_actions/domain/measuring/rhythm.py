"""How often a measure is read, and when its next reading should be known."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import Final

from send_actions.domain.plan import Measure

_LEAST_GAPS: Final = 2
"""Gaps between readings that make a rhythm."""

_TO_BE_KNOWN: Final = timedelta(days=31)
"""How long after its period a reading may take to be known, or the rhythm's own length where that is less."""


def rhythm_of(measure: Measure) -> timedelta | None:
    """The usual time from one reading to the next, the median; None of a measure with too few to tell."""
    days = sorted({reading.on for reading in measure.readings})
    gaps = [(after - before).days for before, after in itertools.pairwise(days)]
    return timedelta(days=ceil(median(gaps))) if len(gaps) >= _LEAST_GAPS else None


def next_reading_by(measure: Measure) -> date | None:
    """The last day on which the next reading is on time; None without a rhythm."""
    rhythm = rhythm_of(measure)
    if rhythm is None:
        return None
    return max(reading.on for reading in measure.readings) + rhythm + min(rhythm, _TO_BE_KNOWN)


def is_read_on_time(measure: Measure, on: date) -> bool | None:
    """Whether no reading is wanting on a day; None of a measure without a rhythm."""
    by = next_reading_by(measure)
    return None if by is None else on <= by
