"""The forms in which people write dates, each with what reads it."""

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
_APRIL: Final = 4
_LEAP_YEAR: Final = 2000
_LONGEST_MONTH: Final = 31
_CENTURY: Final = range(2000, 2100)
_OUTSIDE: Final = f"its year is not within {_CENTURY[0]} to {_CENTURY[-1]}"
_LONGEST: Final = 80

Found = tuple[date | None, Precision]


class NotADateError(Exception):
    """Why the words are no date; empty when they are simply not understood."""


class VagueDateError(NotADateError):
    """Why the words are no date though they are possible: they name more than one, or leave the year out."""


class Context(NamedTuple):
    """What the words are read against: today, where the year is to be sought, and the terms' ends."""

    today: date
    prefer: Prefer
    terms: Terms


def read_form(words: str, context: Context) -> Found:
    """Return the day and the precision that words have, as they stand; raises NotADateError."""
    plain = _plain(words) if len(words) <= _LONGEST else ""
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, plain, re.ASCII):
            return read(match, context)
    raise NotADateError


def other_day(words: str, context: Context) -> date | None:
    """The day that a month and a year of two digits may be instead ("May 25"); None for any other words."""
    match = re.fullmatch(rf"{_MONTH} (?P<day>\d\d)(?P<year>)", _plain(words), re.ASCII)
    try:
        return _full_date(match, context)[0] if match else None
    except NotADateError:
        return None


def no_such_day(words: str, context: Context) -> tuple[str, date] | None:
    """A day that its month never has ("June 31"), as one says it, and the last that it has; else None."""
    match = re.fullmatch(rf"{_MONTH} (?P<day>\d\d)(?P<year>)", _plain(words), re.ASCII)
    if match is None:
        return None
    month, day = _month(match), int(match["day"])
    if not _last_day(_LEAP_YEAR, month).day < day <= _LONGEST_MONTH:
        return None
    last = _chosen([_last_day(year, month) for year in _CENTURY], context)
    return f"{day} {MONTHS[month - 1]}", last


def _plain(words: str) -> str:
    """The words without what makes no difference: ordinals, commas, stops after letters, small words.

    An ordinal after its month ("March 31st") is put before it, and an apostrophe before the last two
    digits makes a year of them: else each could be the other.
    """
    plain = re.sub(r"(?<!\d)'(?=\d\d$)", f" {_CENTURY[0] // 100}", fold(words))
    plain = re.sub(r"[,'()]|\b(?:of|the|by)\b", " ", re.sub(r"(?<=[a-z])\.", "", plain))
    plain = re.sub(_ORDINAL_LAST, r"\g<weekday>\g<day> \g<month>\g<year>", " ".join(plain.split()))
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    return signed(re.sub(r" ?([-/.]) ?", r"\1", plain))


def _day(year: int, month: int, day: int) -> date:
    last = _last_day(year, month).day
    if not 1 <= day <= last:
        raise NotADateError(f"{MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, day)


def _last_day(year: int, month: int) -> date:
    if year not in _CENTURY:
        raise NotADateError(_OUTSIDE)
    if not 1 <= month <= len(MONTHS):
        raise NotADateError(f"there is no month {month}")
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _within(day: date) -> Found:
    return _day(day.year, day.month, day.day), Precision.DAY


def _year(digits: str) -> int:
    return int(digits) if len(digits) > len("26") else _CENTURY[0] + int(digits)


def _month(match: re.Match[str]) -> int:
    written = match["month"]
    return int(written) if written.isdecimal() else _place(written, MONTHS) + 1


def _place(written: str, names: tuple[str, ...]) -> int:
    """Where a month or weekday stands among all, by its first three letters."""
    return next(place for place, name in enumerate(names) if name[:3].lower() == written[:3])


def _first_of_two_years(match: re.Match[str]) -> int:
    """The first year of one written as 2026/27, which must name two that follow each other."""
    year = _year(match["year"])
    if match["next"] not in (str(year + 1), str(year + 1)[-2:]):
        raise NotADateError("its two years do not follow each other")
    return year


def _chosen(days: list[date], context: Context) -> date:
    """The day meant where the year was left out."""
    if context.prefer == "nearest":
        return min(days, key=lambda day: abs(day - context.today))
    past = context.prefer == "past"
    meant = [day for day in days if (day <= context.today if past else day >= context.today)]
    if not meant:
        raise NotADateError(_OUTSIDE)
    return max(meant) if past else min(meant)


def _named_day(match: re.Match[str], context: Context) -> Found:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return _within(context.today + timedelta(days=steps[match[0]]))


def _relative(match: re.Match[str], context: Context) -> Found:
    today, count, unit = context.today, int(match["sign"] + match["count"]), match["unit"][0]
    if unit in "dw":
        return _within(today + timedelta(days=count * (7 if unit == "w" else 1)))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    last = _last_day(months // 12, months % 12 + 1)
    return last.replace(day=min(today.day, last.day)), Precision.DAY


def _weekday(match: re.Match[str], context: Context) -> Found:
    """The next such day after today; with "last", or where the past is preferred, the one before today."""
    apart = _place(match["weekday"], _WEEKDAYS) - context.today.weekday()
    back = match["which"] == "last" or (context.prefer == "past" and match["which"] in (None, "on"))
    days = -((-apart - 1) % 7 + 1) if back else (apart - 1) % 7 + 1
    return _within(context.today + timedelta(days=days))


def _this_month_end(_match: re.Match[str], context: Context) -> Found:
    return _last_day(context.today.year, context.today.month), Precision.DAY


def _next_month(_match: re.Match[str], context: Context) -> Found:
    months = context.today.year * 12 + context.today.month
    return _last_day(months // 12, months % 12 + 1), Precision.MONTH


def _season(match: re.Match[str], _context: Context) -> Found:
    raise VagueDateError(f"is {match['season']} term {match['year']} meant?")


def _full_date(match: re.Match[str], context: Context) -> Found:
    """A day, a month by number or name, perhaps a year and before it all perhaps the weekday."""
    parts = match.groupdict()
    month, day = _month(match), int(parts["day"])
    if parts["year"]:
        on = _day(_year(parts["year"]), month, day)
    else:
        last = _last_day(_LEAP_YEAR, month).day
        if not 1 <= day <= last:
            raise NotADateError(f"{MONTHS[month - 1]} has {last} days")
        on = _chosen([date(y, month, day) for y in _CENTURY if day <= _last_day(y, month).day], context)
    weekday = parts.get("weekday")
    if weekday and _place(weekday, _WEEKDAYS) != on.weekday():
        raise NotADateError(f"{on.day} {MONTHS[month - 1]} {on.year} is a {_WEEKDAYS[on.weekday()]}")
    return on, Precision.DAY


def _month_end(match: re.Match[str], context: Context) -> Found:
    month = _month(match)
    if match.groupdict().get("year"):
        return _last_day(_year(match["year"]), month), Precision.MONTH
    return _chosen([_last_day(year, month) for year in _CENTURY], context), Precision.MONTH


def _quarter(match: re.Match[str], _context: Context) -> Found:
    years, month = divmod(_APRIL + 3 * int(match["quarter"]) - 2, 12)
    return _last_day(_first_of_two_years(match) + years, month + 1), Precision.QUARTER


def _term(match: re.Match[str], context: Context) -> Found:
    month, day = context.terms[match["term"]]
    if match["next"]:
        years = [_first_of_two_years(match) + (match["term"] != "autumn")]
    else:
        years = [_year(match["year"])] if match["year"] else list(_CENTURY)
    lasts = [_last_day(year, month) for year in years]
    ends = [last.replace(day=min(day, last.day)) for last in lasts]
    return (ends[0] if match["year"] else _chosen(ends, context)), Precision.TERM


def _whole_year(match: re.Match[str], _context: Context) -> Found:
    if match.groupdict().get("next"):
        _first_of_two_years(match)
    raise VagueDateError("it is a whole year")


def _without_year(_match: re.Match[str], _context: Context) -> Found:
    raise VagueDateError("it names no year")


def _ongoing(_match: re.Match[str], _context: Context) -> Found:
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
_ORDINAL_LAST: Final = (
    rf"^(?P<weekday>(?:[a-z]+ )?){_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)\b(?P<year>(?: \d{{4}}| \d\d)?)$"
)
_QUARTER: Final = r"(?:q|qtr|quarter) ?(?P<quarter>[1-4])"
_MIDNIGHT: Final = r"(?:[ t]00:00(?::00(?:\.0+)?)?)?"

_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str], Context], Found]], ...]] = (
    ("today|yesterday|tomorrow", _named_day),
    (r"(?P<sign>[-+]) ?(?P<count>\d{1,4}) ?(?P<unit>[dwmy]|(?:day|week|month|year)s?)", _relative),
    (rf"(?:(?P<which>next|last|this|coming|on) )?{_WEEKDAY}", _weekday),
    ("eom|end (?:this )?month", _this_month_end),
    ("(?:end )?next month", _next_month),
    (r"(?:end )?(?P<season>autumn|spring|summer) (?P<year>\d{4})", _season),
    (rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_MIDNIGHT}", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)(?P<sep>[-/. ])(?P<month>\d\d?)(?P=sep){_YEAR}{_MIDNIGHT}", _full_date),
    (r"(?P<day>\d\d?)/(?P<month>\d\d?)(?P<year>)", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)[-/. ]?{_MONTH}(?:[-/. ]?{_YEAR})?", _full_date),
    (rf"(?:{_WEEKDAY} )?{_MONTH} (?P<day>\d\d?) (?P<year>\d{{4}})", _full_date),
    (rf"{_WEEKDAY} {_MONTH} (?P<day>\d\d?)(?P<year>)", _full_date),
    (rf"{_MONTH} (?P<day>\d)(?P<year>)", _full_date),
    (rf"(?:end )?{_MONTH}(?:[-/. ]?{_YEAR})?", _month_end),
    (r"(?P<month>\d\d?)/(?P<year>\d{4})", _month_end),
    (r"(?P<year>\d{4})(?:(?:-(?=1[3-9]|[2-9])|/)(?P<next>\d{4}|\d\d))?", _whole_year),
    (r"(?P<year>\d{4})-(?P<month>\d\d)", _month_end),
    (rf"(?:end )?{_QUARTER}[ -]?{_YEARS}", _quarter),
    (rf"(?:end )?{_YEARS}[ -]?{_QUARTER}", _quarter),
    (rf"(?:end )?{_QUARTER}", _without_year),
    (rf"(?:end )?(?P<term>autumn|spring|summer) term(?:[ -]{_YEAR}(?:[-/](?P<next>\d{{4}}|\d\d))?)?", _term),
    ("on[- ]?going|continuous|continuing", _ongoing),
)
