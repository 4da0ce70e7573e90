"""What dates are made of, and the forms in which people write days, each with what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold
from send_actions.domain.words.counted import signed

Prefer = Literal["past", "future", "nearest"]
"""Which year is meant by a day and month without one, and which way a weekday lies."""

Terms = Mapping[str, tuple[int, int]]
"""The last day of the autumn, spring and summer term as (month, day)."""

DEFAULT_TERMS: Final[Terms] = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31)}
"""The last day of each term as (month, day) where a plan sets no others (PRODUCT section 2)."""

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAP_YEAR: Final = 2000
_LONGEST_MONTH: Final = 31
CENTURY: Final = range(2000, 2100)
MONTH_FIRST: Final = "it only reads with its month first"
_OUTSIDE: Final = f"its year is not within {CENTURY[0]} to {CENTURY[-1]}"

Found = tuple[date | None, Precision]
"""The day, if there is one, and how exactly it is known."""


class NotADateError(Exception):
    """Why the words are no date; empty when they are simply not understood."""


class VagueDateError(NotADateError):
    """Why the words are no date for sure: they name more than one, or leave the year out.

    `found` is the date most likely meant; `is_taken` where a plan's reader sets it and tells.
    """

    def __init__(self, why: str, found: Found | None = None, *, is_taken: bool = False) -> None:
        super().__init__(why)
        self.found = found
        self.is_taken = is_taken


class Context(NamedTuple):
    """What the words are read against: today, where the year is to be sought, and the terms' ends."""

    today: date
    prefer: Prefer
    terms: Terms


Forms = tuple[tuple[str, Callable[[re.Match[str], Context], Found]], ...]
"""Patterns that words fill from end to end, each with what reads it."""


def plain_words(words: str) -> str:
    """The words without what makes no difference: ordinals, commas, stops after letters, small words.

    An ordinal after its month ("March 31st") is put before it, and an apostrophe before the last two
    digits makes a year of them: else each could be the other.
    """
    plain = re.sub(r"(?<!\d)'(?=\d\d$)", f" {CENTURY[0] // 100}", fold(words).rstrip(" .;:"))
    plain = re.sub(r"[,'()]|\b(?:of|the|by)\b", " ", re.sub(r"(?<=[a-z])\.", "", plain))
    plain = re.sub(_ORDINAL_LAST, r"\g<weekday>\g<day> \g<month>\g<year>", " ".join(plain.split()))
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    return signed(re.sub(r" ?([-/.]) ?", r"\1", plain))


def checked_day(year: int, month: int, day: int) -> date:
    """The day of these figures; raises NotADateError for one that there is not."""
    last = last_day(year, month).day
    if not 1 <= day <= last:
        raise NotADateError(f"{MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, day)


def last_day(year: int, month: int) -> date:
    """The last day of a month of this century; raises NotADateError."""
    if year not in CENTURY:
        raise NotADateError(_OUTSIDE)
    if not 1 <= month <= len(MONTHS):
        raise NotADateError(f"there is no month {month}")
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _within(day: date) -> Found:
    return checked_day(day.year, day.month, day.day), Precision.DAY


def year_of(digits: str) -> int:
    """The year of four digits, or of two of this century."""
    return int(digits) if len(digits) > len("26") else CENTURY[0] + int(digits)


def month_of(match: re.Match[str]) -> int:
    """The month that a form names, by number or name."""
    written = match["month"]
    return int(written) if written.isdecimal() else _place(written, MONTHS) + 1


def _place(written: str, names: tuple[str, ...]) -> int:
    """Where a month or weekday stands among all, by its first three letters."""
    return next(place for place, name in enumerate(names) if name[:3].lower() == written[:3])


def first_of_two_years(match: re.Match[str]) -> int:
    """The first year of one written as 2026/27, which must name two that follow each other."""
    year = year_of(match["year"])
    if match["next"] not in (str(year + 1), str(year + 1)[-2:]):
        raise NotADateError("its two years do not follow each other")
    return year


def chosen(days: list[date], context: Context) -> date:
    """The day meant where the year was left out."""
    if context.prefer == "nearest":
        return min(days, key=lambda day: abs(day - context.today))
    past = context.prefer == "past"
    meant = [day for day in days if (day <= context.today if past else day >= context.today)]
    if not meant:
        raise NotADateError(_OUTSIDE)
    return max(meant) if past else min(meant)


def other_day(words: str, context: Context) -> date | None:
    """The day that a month and a year of two digits may be instead ("May 25"); None for any other words."""
    match = re.fullmatch(rf"{MONTH} (?P<day>\d\d)(?P<year>)", plain_words(words), re.ASCII)
    try:
        return _full_date(match, context)[0] if match else None
    except NotADateError:
        return None


def no_such_day(words: str, context: Context) -> tuple[str, date] | None:
    """A day that its month never has ("June 31"), as one says it, and the last that it has; else None."""
    match = re.fullmatch(rf"{MONTH} (?P<day>\d\d)(?P<year>)", plain_words(words), re.ASCII)
    if match is None:
        return None
    month, day = month_of(match), int(match["day"])
    if not last_day(_LEAP_YEAR, month).day < day <= _LONGEST_MONTH:
        return None
    last = chosen([last_day(year, month) for year in CENTURY], context)
    return f"{day} {MONTHS[month - 1]}", last


def _named_day(match: re.Match[str], context: Context) -> Found:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return _within(context.today + timedelta(days=steps[match[0]]))


def _relative(match: re.Match[str], context: Context) -> Found:
    today, count, unit = context.today, int(match["sign"] + match["count"]), match["unit"][0]
    if unit in "dw":
        return _within(today + timedelta(days=count * (7 if unit == "w" else 1)))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    last = last_day(months // 12, months % 12 + 1)
    return last.replace(day=min(today.day, last.day)), Precision.DAY


def _weekday(match: re.Match[str], context: Context) -> Found:
    """The next such day after today; with "last", or where the past is preferred, the one before today."""
    apart = _place(match["weekday"], _WEEKDAYS) - context.today.weekday()
    back = match["which"] == "last" or (context.prefer == "past" and match["which"] in (None, "on"))
    days = -((-apart - 1) % 7 + 1) if back else (apart - 1) % 7 + 1
    return _within(context.today + timedelta(days=days))


def _this_month_end(_match: re.Match[str], context: Context) -> Found:
    return last_day(context.today.year, context.today.month), Precision.DAY


def _full_date(match: re.Match[str], context: Context) -> Found:
    """A day, a month by number or name, perhaps a year and before it all perhaps the weekday."""
    parts = match.groupdict()
    month, day = month_of(match), int(parts["day"])
    if parts["year"] and day <= len(MONTHS) < month <= _LONGEST_MONTH and parts.get("sep") == "/":
        on = checked_day(year_of(parts["year"]), day, month)
        raise VagueDateError(MONTH_FIRST, (on, Precision.DAY))
    if parts["year"]:
        on = checked_day(year_of(parts["year"]), month, day)
    else:
        last = last_day(_LEAP_YEAR, month).day
        if not 1 <= day <= last:
            at_most = "at most " if month == 2 else ""  # noqa: PLR2004 - February
            raise NotADateError(f"{MONTHS[month - 1]} has {at_most}{last} days")
        on = chosen([date(y, month, day) for y in CENTURY if day <= last_day(y, month).day], context)
    weekday = parts.get("weekday")
    if weekday and _place(weekday, _WEEKDAYS) != on.weekday():
        raise NotADateError(f"{on.day} {MONTHS[month - 1]} {on.year} is a {_WEEKDAYS[on.weekday()]}")
    return on, Precision.DAY


def _moment(match: re.Match[str], context: Context) -> Found:
    """The day of a date with its time, as lists on the web write it; midnight in summer is an hour back."""
    on, precision = _full_date(match, context)
    if on and _AN_HOUR_BACK.search(match[0]):
        next_day = _within(on + timedelta(days=1))
        raise VagueDateError("midnight of that day in British Summer Time", next_day, is_taken=True)
    return on, precision


YEAR: Final = r"(?P<year>\d{4}|\d\d)"
YEARS: Final = r"(?P<year>\d{4}|\d\d)[-/](?P<next>\d{4}|\d\d)"
MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_ORDINAL_LAST: Final = (
    rf"^(?P<weekday>(?:[a-z]+ )?){MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)\b(?P<year>(?: \d{{4}}| \d\d)?)$"
)
_CLOCK: Final = (
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?(?: ?[ap]m)?|(?:1[0-2]|0?[1-9]) ?[ap]m"
)
_AT: Final = rf"(?:(?:,? (?:at )?|t)(?:{_CLOCK}))?"
"""A time of day behind a date, which is due on that day all the same."""

_TIME: Final = r"t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?P<zone>z|[-+]\d\d:?\d\d)?"
_AN_HOUR_BACK: Final = re.compile(r"t23:00(?::00(?:\.0+)?)?(?:z|\+00:?00)")

DAY_FORMS: Final[Forms] = (
    ("today|yesterday|tomorrow", _named_day),
    (r"(?P<sign>[-+]) ?(?P<count>\d{1,4}) ?(?P<unit>[dwmy]|(?:day|week|month|year)s?)", _relative),
    (rf"(?:(?P<which>next|last|this|coming|on) )?{_WEEKDAY}", _weekday),
    ("eom|end (?:this )?month", _this_month_end),
    (rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_AT}", _full_date),
    (rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_TIME}", _moment),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)(?P<sep>[-/. ])(?P<month>\d\d?)(?P=sep){YEAR}{_AT}", _full_date),
    (r"(?P<day>\d\d?)/(?P<month>\d\d?)(?P<year>)", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)[-/. ]?{MONTH}(?:[-/. ]?{YEAR}{_AT})?", _full_date),
    (rf"(?:{_WEEKDAY} )?{MONTH} (?P<day>\d\d?) (?P<year>\d{{4}}){_AT}", _full_date),
    (rf"{_WEEKDAY} {MONTH} (?P<day>\d\d?)(?P<year>)", _full_date),
    (rf"{MONTH} (?P<day>\d)(?P<year>)", _full_date),
)
