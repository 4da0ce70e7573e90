"""A measure against the same time a year before."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from send_actions.domain.plan import Measure, Reading
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import say_against

_YEAR: Final = timedelta(days=365)

_SAME_TIME: Final = timedelta(days=15)
"""How far from the day a year before a reading may be to be of the same time of the year."""


def year_before(measure: Measure) -> Reading | None:
    """The reading of the same time a year before the newest one; None where there is none."""
    newest = max(measure.readings, key=lambda one: (one.on, one.id), default=None)
    if newest is None:
        return None
    then = newest.on - _YEAR
    near = [one for one in measure.readings if abs(one.on - then) <= _SAME_TIME]
    return min(near, key=lambda one: (abs(one.on - then), -one.id), default=None)


def say_year_on_year(measure: Measure) -> str:
    """How the newest reading compares with the year before: better than 164 (a year before); else empty."""
    before = year_before(measure)
    if before is None:
        return ""
    newest = max(measure.readings, key=lambda one: (one.on, one.id))
    period = before.period.strip() or say_date(before.on)
    return f"{say_against(measure, before.value, newest.value)} a year before ({period})"
