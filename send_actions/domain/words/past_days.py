"""Days that have been, as people write them to look back: a day, a period that is over, the last meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from send_actions.domain.plan import Meeting
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import (
    AS_AT,
    day_or_month,
    first_day,
    read_date,
    read_due,
    refuse_day_or_month,
    say_date,
)
from send_actions.errors import UsageError

_PERIODS = (Precision.MONTH, Precision.QUARTER, Precision.TERM)


def say_nothing_yet(as_at: date, first: date) -> str:
    """The sentence on a day before a plan's first: there is nothing to show."""
    return f"Nothing was in the plan yet on {say_date(as_at)}: it begins on {say_date(first)}."


def read_past_day(
    text: str,
    today: date,
    *,
    meant: str = "The date",
    or_period: bool = False,
    last: Callable[[], Meeting | None] | None = None,
) -> date:
    """The day up to today that is meant, "today" too; raises UsageError for one still to come.

    Where a period will do, a month, quarter, term or year that is over means its last day, and "last" the day
    of the last meeting, where `last` tells which that is.
    """
    words = clean(text, one_line=True)
    if fold(words) == "today":
        return today
    if last and fold(words) == "last":
        if meeting := last():
            return meeting.on
        raise UsageError("There was no meeting yet: give a date.")
    on = _last_day(words, today) if or_period else None
    on = on or read_date(text, today=today, prefer="past", asked=AS_AT if or_period else None)
    if on > today:
        raise UsageError(f"{meant} {say_date(on)} is still to come: give one up to today, {say_date(today)}.")
    return on


def _last_day(words: str, today: date) -> date | None:
    """The last day of a period: without a year of the one that runs, else of the last that is over.

    None for what is no period, such as a day. Of a month that may be a day of it ("May 25") one to come is
    not meant; raises UsageError where both have been, and for a day that there is not ("June 31").
    """
    if re.fullmatch(r"20\d\d", words):
        return date(int(words), 12, 31)
    if both := day_or_month(words, today=today, prefer="past"):
        day, month = both
        if month.on is None or month.on > today:
            return day
    refuse_day_or_month(AS_AT, words, today=today, prefer="past")
    due = read_due(words, today=today)
    first = first_day(due)
    if first and first > today:
        due = read_due(words, today=today - timedelta(days=366))
    return due.on if due.precision in _PERIODS else None
