"""Dates as people write them, in British order and with their precision: read, and put in words."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import clean, cut, fold, printable, single_spaced
from send_actions.domain.words.date_forms import (
    DEFAULT_TERMS,
    MONTH_FIRST,
    MONTHS,
    Context,
    NotADateError,
    Prefer,
    Terms,
    VagueDateError,
    no_such_day,
    other_day,
)
from send_actions.domain.words.date_phrases import dates_named, read_form, read_phrase
from send_actions.errors import UsageError

_TERM_BY_MONTH: Final = (*["autumn"], *["spring"] * 4, *["summer"] * 3, *["autumn"] * 4)
_TERM_BEGINS: Final = {"autumn": 9, "spring": 1, "summer": 4}
_APRIL: Final = 4
_PERIODS: Final = "31/03/2026, March 2026, Q1 2026/27, autumn term 2026"


class Asked(NamedTuple):
    """What is asked for: what it is called, and how it may be written."""

    kind: str
    examples: str


DATE: Final = Asked("date", "31/03/2026, 31 March, next Friday, +2w or eom")
PAST: Final = Asked("date", "31/03/2026, 31 March, last Friday or -2w")
AS_AT: Final = Asked("date", "31/03/2026, 31 March, March 2026, Q3 2025/26, 2025 or last")
DUE: Final = Asked("due date", f"{_PERIODS}, +2w or ongoing")
BY: Final = Asked("date", f"{_PERIODS} or +2w")
START: Final = Asked("date", "31/03/2026, March 2026, Q1 2026/27, autumn term 2026, 31 March or +2w")
PERIOD: Final = Asked("period", "March 2026, Q4 2025/26, spring term 2026 or a day, 31/03/2026")
"""What is asked for: a day, one that has been or to look from, a due date, a date, a start, a period."""


class WeighedDue(NamedTuple):
    """The due date that words say, what is in doubt of it, and the date offered where none is set."""

    due: Due
    why: str = ""
    offer: Due | None = None


def read_date(text: str, *, today: date, prefer: Prefer = "nearest", asked: Asked | None = None) -> date:
    """The day meant; raises UsageError for what names no day, is impossible or lies outside 2000 to 2099.

    A day and month without a year is the latest up to today, the coming one or the nearest, as preferred. A
    weekday is never today: it is the one after, or the one before where the past is preferred. A month with
    a number of two digits is that day of it ("March 31"), for a month is no day.
    """
    words, context = clean(text, one_line=True), Context(today, prefer, DEFAULT_TERMS)
    reason = "it names no one day"
    try:
        on, precision = read_form(words, context)
    except NotADateError as doubt:
        reason = str(doubt)
    else:
        day = on if precision is Precision.DAY else other_day(words, context)
        if day:
            return day
    raise UsageError(_refusal(asked or (PAST if prefer == "past" else DATE), words, reason))


def read_due(text: str, *, today: date, terms: Terms = DEFAULT_TERMS) -> Due:
    """The due date meant in a plan, with the words as written; what is in doubt gives an unclear one.

    Where the year is left out, the coming day, month or term is meant. A month with a number of two digits
    is a month and a year, as plans have it ("May 25").
    """
    weighed = weigh_due(text, today=today, terms=terms)
    return Due(None, Precision.UNCLEAR, weighed.due.text) if weighed.why else weighed.due


def weigh_due(text: str, *, today: date, terms: Terms = DEFAULT_TERMS) -> WeighedDue:
    """The due date meant in a plan, be it likely or only offered, for whoever tells what is in doubt."""
    words = clean(text, one_line=True)
    phrase = read_phrase(words, Context(today, "future", terms))
    due = Due(*(phrase.found or (None, Precision.UNCLEAR)), words)
    return WeighedDue(due, phrase.why, Due(*phrase.offer, "") if phrase.offer else None)


def is_unread(due: Due, *, today: date) -> bool:
    """Whether a due date's words are none that can be read; “TBC”, known to name no day, is read."""
    if due.precision is not Precision.UNCLEAR:
        return False
    read, why, _ = weigh_due(due.text, today=today)
    is_open = read.precision is Precision.UNCLEAR
    return is_open and (not why or any(character.isdecimal() for character in due.text))


def read_due_or_refuse(text: str, *, today: date, asked: Asked = DUE) -> Due:
    """The due date meant by who types it now, as `read_due` has it.

    Raises UsageError for what would be unclear, and unless a period is asked for for what may be a month or a
    day of it ("May 25", "June 31").
    """
    due, why, _ = weigh_due(text, today=today)
    if why or due.precision is Precision.UNCLEAR:
        reason = f"is {say_due(due)} meant?" if due.on else why
        raise UsageError(_refusal(asked, due.text, reason))
    if asked is not PERIOD:
        refuse_day_or_month(asked, due.text, today=today)
    return due


def day_or_month(text: str, *, today: date, prefer: Prefer = "future") -> tuple[date, Due] | None:
    """The day and the month that words may both mean ("May 25"); None for any others."""
    words = clean(text, one_line=True)
    day = other_day(words, Context(today, prefer, DEFAULT_TERMS))
    return (day, read_due(words, today=today)) if day else None


def refuse_day_or_month(asked: Asked, text: str, *, today: date, prefer: Prefer = "future") -> None:
    """Refuse what may be a month or a day of it ("May 25"), also one that it never has ("June 31").

    Raises UsageError that says how to write each; a month to come is none where the past is preferred.
    """
    words = clean(text, one_line=True)
    context = Context(today, prefer, DEFAULT_TERMS)
    why, day = "it may mean either", other_day(words, context)
    if missing := no_such_day(words, context):
        why, day = f"there is no {missing[0]}", missing[1]
    if day is None:
        return
    month = read_due(words, today=today)
    is_to_come = prefer == "past" and month.on is not None and month.on > today
    told = say_date(day) if is_to_come else f"{say_date(day)} or {say_due(month)}"
    quoted = printable(cut(words, 60))
    raise UsageError(f'Cannot read "{quoted}" as a {asked.kind} ({why}): write {told}.')


def first_day(due: Due) -> date | None:
    """The day on which a month, quarter or term begins; that of a day is itself, and None of no date."""
    day = due.on
    if day is None:
        return None
    first = {
        Precision.MONTH: day.month,
        Precision.QUARTER: day.month - 2,
        Precision.TERM: _TERM_BEGINS[_TERM_BY_MONTH[day.month - 1]],
    }
    return date(day.year, first[due.precision], 1) if due.precision in first else day


def read_start(text: str, *, today: date) -> date:
    """The day on which work starts: the first of a month, quarter or term; raises UsageError."""
    words = clean(text, one_line=True)
    refuse_day_or_month(START, words, today=today)
    try:
        return read_date(words, today=today, prefer="future", asked=START)
    except UsageError:
        first = first_day(read_due(words, today=today))
        if first is None:
            raise
        return first


def days_named(text: str) -> list[date]:
    """The days that a line of text names in full, in their order."""
    words = single_spaced(fold(text))
    named = dates_named(words, Context(date.min, "future", DEFAULT_TERMS))
    return [on for on, precision in named if on and precision is Precision.DAY]


def why_impossible(text: str, *, today: date) -> str:
    """Why words are a date that there is not, such as 31 February; empty for any others."""
    try:
        read_form(clean(text, one_line=True), Context(today, "future", DEFAULT_TERMS))
    except VagueDateError as vague:
        return str(vague) if str(vague) == MONTH_FIRST else ""
    except NotADateError as doubt:
        return str(doubt)
    return ""


def say_date(day: date) -> str:
    """A day in full: 31 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day in nine columns: 31 Mar 26."""
    return f"{day.day:2} {MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def say_due(due: Due) -> str:
    """A due date as exactly as it was given; an unclear one in its own words."""
    day = due.on
    if due.precision is Precision.ONGOING:
        return "ongoing"
    if day is None:
        return due.text
    if due.precision is Precision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if due.precision is Precision.QUARTER:
        year = day.year - (day.month < _APRIL)
        return f"Q{(day.month - _APRIL) % 12 // 3 + 1} {year}/{(year + 1) % 100:02}"
    if due.precision is Precision.TERM:
        return f"{_TERM_BY_MONTH[day.month - 1]} term {day.year}"
    return say_date(day)


def say_period(text: str, *, today: date) -> str:
    """A period as plans write it: March 2026 for march 26; words that name none as they were typed."""
    due = read_due(text, today=today)
    return due.text if due.on is None else say_due(due)


def say_days(count: int) -> str:
    """A number of days: 1 day, 59 days."""
    return f"{count:,} day{'' if abs(count) == 1 else 's'}"


def _refusal(asked: Asked, words: str, reason: str) -> str:
    if not words:
        return f"No {asked.kind} given: write {asked.examples}."
    why = f" ({reason})" if reason else ""
    return f'Cannot read "{printable(cut(words, 60))}" as a {asked.kind}{why}: write {asked.examples}.'
