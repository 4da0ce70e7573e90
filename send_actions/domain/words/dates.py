"""Dates as people write them, in British order and with their precision: read, and put in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.domain.words.counted import signed
from send_actions.errors import UsageError

Prefer = Literal["past", "future", "nearest"]
"""Which year is meant by a day and month without one, and which way a weekday lies."""

Terms = Mapping[str, tuple[int, int]]
"""The last day of the autumn, spring and summer term as (month, day)."""

DEFAULT_TERMS: Final[Terms] = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31)}
"""The last day of each term as (month, day) where a plan sets no others (PRODUCT section 2)."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TERM_BY_MONTH: Final = (*["autumn"], *["spring"] * 4, *["summer"] * 3, *["autumn"] * 4)
_APRIL: Final = 4
_LEAP_YEAR: Final = 2000
_CENTURY: Final = range(2000, 2100)
_OUTSIDE: Final = f"its year is not within {_CENTURY[0]} to {_CENTURY[-1]}"
_LONGEST: Final = 80
_DATE_EXAMPLES: Final = "31/03/2026, 31 March, next Friday, +2w or eom"
_DUE_EXAMPLES: Final = "31/03/2026, March 2026, Q1 2026/27, autumn term 2026, +2w or ongoing"

_Found = tuple[date | None, Precision]


class _NotADateError(Exception):
    """Why the words are no date; empty when they are simply not understood."""


class _Context(NamedTuple):
    """What the words are read against: today, where the year is to be sought, and the terms' ends."""

    today: date
    prefer: Prefer
    terms: Terms


def read_date(text: str, *, today: date, prefer: Prefer = "nearest") -> date:
    """The day meant; raises UsageError for what names no day, is impossible or lies outside 2000 to 2099.

    A day and month without a year is the latest up to today, the coming one or the nearest, as preferred. A
    weekday is never today: it is the one after, or the one before where the past is preferred.
    """
    words = clean(text, one_line=True)
    reason = "it names no one day"
    try:
        on, precision = _read(words, _Context(today, prefer, DEFAULT_TERMS))
    except _NotADateError as doubt:
        reason = str(doubt)
    else:
        if on and precision is Precision.DAY:
            return on
    raise UsageError(_refusal("date", words, reason, _DATE_EXAMPLES))


def read_due(text: str, *, today: date, terms: Terms = DEFAULT_TERMS) -> Due:
    """The due date meant, with the words as typed; what cannot be read gives an unclear one.

    Where the year is left out, the coming day, month or term is meant. A month with a number of two digits
    is a month and a year, as plans have it ("May 25").
    """
    try:
        return read_due_or_refuse(text, today=today, terms=terms)
    except UsageError:
        return Due(None, Precision.UNCLEAR, clean(text, one_line=True))


def read_due_or_refuse(text: str, *, today: date, terms: Terms = DEFAULT_TERMS) -> Due:
    """The due date meant, as `read_due` has it; raises UsageError for what would be unclear."""
    words = clean(text, one_line=True)
    try:
        on, precision = _read(words, _Context(today, "future", terms))
    except _NotADateError as doubt:
        raise UsageError(_refusal("due date", words, str(doubt), _DUE_EXAMPLES)) from None
    return Due(on, precision, words)


def say_date(day: date) -> str:
    """A day in full: 31 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day in nine columns: 31 Mar 26."""
    return f"{day.day:2} {_MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def say_due(due: Due) -> str:
    """A due date as exactly as it was given; an unclear one in its own words."""
    day = due.on
    if due.precision is Precision.ONGOING:
        return "ongoing"
    if day is None:
        return due.text
    if due.precision is Precision.MONTH:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    if due.precision is Precision.QUARTER:
        year = day.year - (day.month < _APRIL)
        return f"Q{(day.month - _APRIL) % 12 // 3 + 1} {year}/{(year + 1) % 100:02}"
    if due.precision is Precision.TERM:
        return f"{_TERM_BY_MONTH[day.month - 1]} term {day.year}"
    return say_date(day)


def say_days(count: int) -> str:
    """A number of days: 1 day, 59 days."""
    return f"{count:,} day{'' if abs(count) == 1 else 's'}"


def _refusal(kind: str, words: str, reason: str, examples: str) -> str:
    if not words:
        return f"No {kind} given: write {examples}."
    why = f" ({reason})" if reason else ""
    return f'Cannot read "{printable(cut(words, 60))}" as a {kind}{why}: write {examples}.'


def _read(words: str, context: _Context) -> _Found:
    plain = _plain(words) if len(words) <= _LONGEST else ""
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, plain, re.ASCII):
            return read(match, context)
    raise _NotADateError


def _plain(words: str) -> str:
    """The words without what makes no difference: ordinals, commas, stops after letters, small words."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.", "", fold(words))
    plain = re.sub(r"[,'()]|\b(?:of|the|by)\b", " ", plain)
    return signed(re.sub(r" ?([-/.]) ?", r"\1", " ".join(plain.split())))


def _day(year: int, month: int, day: int) -> date:
    last = _last_day(year, month).day
    if not 1 <= day <= last:
        raise _NotADateError(f"{_MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, day)


def _last_day(year: int, month: int) -> date:
    if year not in _CENTURY:
        raise _NotADateError(_OUTSIDE)
    if not 1 <= month <= len(_MONTHS):
        raise _NotADateError(f"there is no month {month}")
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _within(day: date) -> _Found:
    return _day(day.year, day.month, day.day), Precision.DAY


def _year(digits: str) -> int:
    return int(digits) if len(digits) > len("26") else _CENTURY[0] + int(digits)


def _month(match: re.Match[str]) -> int:
    written = match["month"]
    return int(written) if written.isdecimal() else _place(written, _MONTHS) + 1


def _place(written: str, names: tuple[str, ...]) -> int:
    """Where a month or weekday stands among all, by its first three letters."""
    return next(place for place, name in enumerate(names) if name[:3].lower() == written[:3])


def _first_of_two_years(match: re.Match[str]) -> int:
    """The first year of one written as 2026/27, which must name two that follow each other."""
    year = _year(match["year"])
    if match["next"] not in (str(year + 1), str(year + 1)[-2:]):
        raise _NotADateError("its two years do not follow each other")
    return year


def _chosen(days: list[date], context: _Context) -> date:
    """The day meant where the year was left out."""
    if context.prefer == "nearest":
        return min(days, key=lambda day: abs(day - context.today))
    past = context.prefer == "past"
    meant = [day for day in days if (day <= context.today if past else day >= context.today)]
    if not meant:
        raise _NotADateError(_OUTSIDE)
    return max(meant) if past else min(meant)


def _named_day(match: re.Match[str], context: _Context) -> _Found:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return _within(context.today + timedelta(days=steps[match[0]]))


def _relative(match: re.Match[str], context: _Context) -> _Found:
    today, count, unit = context.today, int(match["sign"] + match["count"]), match["unit"][0]
    if unit in "dw":
        return _within(today + timedelta(days=count * (7 if unit == "w" else 1)))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    last = _last_day(months // 12, months % 12 + 1)
    return last.replace(day=min(today.day, last.day)), Precision.DAY


def _weekday(match: re.Match[str], context: _Context) -> _Found:
    """The next such day after today; with "last", or where the past is preferred, the one before today."""
    apart = _place(match["weekday"], _WEEKDAYS) - context.today.weekday()
    back = match["which"] == "last" or (context.prefer == "past" and match["which"] in (None, "on"))
    days = -((-apart - 1) % 7 + 1) if back else (apart - 1) % 7 + 1
    return _within(context.today + timedelta(days=days))


def _this_month_end(_match: re.Match[str], context: _Context) -> _Found:
    return _last_day(context.today.year, context.today.month), Precision.DAY


def _full_date(match: re.Match[str], context: _Context) -> _Found:
    """A day, a month by number or name, perhaps a year and before it all perhaps the weekday."""
    parts = match.groupdict()
    month, day = _month(match), int(parts["day"])
    if parts["year"]:
        on = _day(_year(parts["year"]), month, day)
    else:
        last = _last_day(_LEAP_YEAR, month).day
        if not 1 <= day <= last:
            raise _NotADateError(f"{_MONTHS[month - 1]} has {last} days")
        on = _chosen([date(y, month, day) for y in _CENTURY if day <= _last_day(y, month).day], context)
    weekday = parts.get("weekday")
    if weekday and _place(weekday, _WEEKDAYS) != on.weekday():
        raise _NotADateError(f"{on.day} {_MONTHS[month - 1]} {on.year} is a {_WEEKDAYS[on.weekday()]}")
    return on, Precision.DAY


def _month_end(match: re.Match[str], context: _Context) -> _Found:
    month = _month(match)
    if match.groupdict().get("year"):
        return _last_day(_year(match["year"]), month), Precision.MONTH
    return _chosen([_last_day(year, month) for year in _CENTURY], context), Precision.MONTH


def _quarter(match: re.Match[str], _context: _Context) -> _Found:
    years, month = divmod(_APRIL + 3 * int(match["quarter"]) - 2, 12)
    return _last_day(_first_of_two_years(match) + years, month + 1), Precision.QUARTER


def _term(match: re.Match[str], context: _Context) -> _Found:
    month, day = context.terms[match["term"]]
    if match["next"]:
        years = [_first_of_two_years(match) + (match["term"] != "autumn")]
    else:
        years = [_year(match["year"])] if match["year"] else list(_CENTURY)
    lasts = [_last_day(year, month) for year in years]
    ends = [last.replace(day=min(day, last.day)) for last in lasts]
    return (ends[0] if match["year"] else _chosen(ends, context)), Precision.TERM


def _ongoing(_match: re.Match[str], _context: _Context) -> _Found:
    return None, Precision.ONGOING


_YEAR: Final = r"(?P<year>\d{4}|\d\d)"
_YEARS: Final = r"(?P<year>\d{4}|\d\d)[-/](?P<next>\d{4}|\d\d)"
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_QUARTER: Final = r"(?:q|qtr|quarter) ?(?P<quarter>[1-4])"
_MIDNIGHT: Final = r"(?:[ t]00:00(?::00(?:\.0+)?)?)?"

_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str], _Context], _Found]], ...]] = (
    ("today|yesterday|tomorrow", _named_day),
    (r"(?P<sign>[-+]) ?(?P<count>\d{1,4}) ?(?P<unit>[dwmy]|(?:day|week|month|year)s?)", _relative),
    (rf"(?:(?P<which>next|last|this|coming|on) )?{_WEEKDAY}", _weekday),
    ("eom|end (?:this )?month", _this_month_end),
    (rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_MIDNIGHT}", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)(?P<sep>[-/. ])(?P<month>\d\d?)(?P=sep){_YEAR}{_MIDNIGHT}", _full_date),
    (r"(?P<day>\d\d?)/(?P<month>\d\d?)(?P<year>)", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)[-/. ]?{_MONTH}(?:[-/. ]?{_YEAR})?", _full_date),
    (rf"(?:{_WEEKDAY} )?{_MONTH} (?P<day>\d\d?) (?P<year>\d{{4}})", _full_date),
    (rf"(?:end )?{_MONTH}(?:[-/. ]?{_YEAR})?", _month_end),
    (r"(?P<month>\d\d?)/(?P<year>\d{4})", _month_end),
    (r"(?P<year>\d{4})-(?P<month>\d\d)", _month_end),
    (rf"(?:end )?{_QUARTER}[ -]?{_YEARS}", _quarter),
    (rf"(?:end )?{_YEARS}[ -]?{_QUARTER}", _quarter),
    (rf"(?:end )?(?P<term>autumn|spring|summer) term(?:[ -]{_YEAR}(?:[-/](?P<next>\d{{4}}|\d\d))?)?", _term),
    ("on[- ]?going|continuous|continuing", _ongoing),
)
