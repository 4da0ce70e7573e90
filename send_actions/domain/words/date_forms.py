"""The forms in which people write dates, each with what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold

Prefer = Literal["past", "future", "nearest"]
"""Which year is meant by a day and month without one, and which way a weekday lies."""

Terms = Mapping[str, tuple[int, int]]
"""The last day of the autumn, spring and summer term as (month, day)."""

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
APRIL: Final = 4
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2099

_LONGEST: Final = 80
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS_IN_WEEK: Final = len(_WEEKDAYS)

Found = tuple[date | None, Precision]


class NotADateError(Exception):
    """Why the words are no date; empty when they are simply not understood."""


class Asked(NamedTuple):
    """What the words are read against: today, where the year is to be sought, and the terms' ends."""

    today: date
    prefer: Prefer
    terms: Terms


def read_form(words: str, asked: Asked) -> Found:
    """The date and its precision; raises NotADateError."""
    plain = _plain(words) if len(words) <= _LONGEST else ""
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, plain, re.ASCII):
            return read(match, asked)
    raise NotADateError


def _plain(words: str) -> str:
    """The words without what makes no difference: ordinals, commas, stops after letters, small words."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.", "", fold(words))
    plain = re.sub(r"[,'()]|\b(?:of|the|by)\b", " ", plain)
    return re.sub(r" ?([-/.]) ?", r"\1", " ".join(plain.split()))


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADateError(f"its year is not within {FIRST_YEAR} to {LAST_YEAR}")
    last = _last_day(year, month).day
    if not 1 <= day <= last:
        raise NotADateError(f"{MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, day)


def _last_day(year: int, month: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADateError(f"its year is not within {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= len(MONTHS):
        raise NotADateError(f"there is no month {month}")
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _within(day: date) -> Found:
    return _day(day.year, day.month, day.day), Precision.DAY


def _year(digits: str) -> int:
    return int(digits) if len(digits) > len("26") else FIRST_YEAR + int(digits)


def _month(match: re.Match[str]) -> int:
    written = match["month"]
    return int(written) if written.isdecimal() else _place(written, MONTHS) + 1


def _place(written: str, names: tuple[str, ...]) -> int:
    """Where a month or weekday stands among all, by its first three letters."""
    return next(place for place, name in enumerate(names) if name[:3].lower() == written[:3])


def _split_year(match: re.Match[str]) -> int:
    """The first year of one written as 2026/27, which must name two that follow each other."""
    year = _year(match["year"])
    if match["next"] not in (str(year + 1), str(year + 1)[-2:]):
        raise NotADateError("its two years do not follow each other")
    return year


def _chosen(days: list[date], asked: Asked) -> date:
    """The day meant where the year was left out."""
    if asked.prefer == "nearest":
        return min(days, key=lambda day: abs(day - asked.today))
    past = asked.prefer == "past"
    meant = [day for day in days if (day <= asked.today if past else day >= asked.today)]
    if not meant:
        raise NotADateError(f"its year is not within {FIRST_YEAR} to {LAST_YEAR}")
    return max(meant) if past else min(meant)


def _named_day(match: re.Match[str], asked: Asked) -> Found:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return _within(asked.today + timedelta(days=steps[match[0]]))


def _relative(match: re.Match[str], asked: Asked) -> Found:
    count, unit = int(match["sign"] + match["count"]), match["unit"][0]
    if unit in "dw":
        return _within(asked.today + timedelta(days=count * (_DAYS_IN_WEEK if unit == "w" else 1)))
    year, month = divmod(
        asked.today.year * 12 + asked.today.month - 1 + count * (12 if unit == "y" else 1), 12
    )
    last = _last_day(year, month + 1)
    return last.replace(day=min(asked.today.day, last.day)), Precision.DAY


def _weekday(match: re.Match[str], asked: Asked) -> Found:
    """The next such day after today; with "last", or where the past is preferred, the one before today."""
    apart = _place(match["weekday"], _WEEKDAYS) - asked.today.weekday()
    back = match["which"] == "last" or (asked.prefer == "past" and match["which"] in (None, "on"))
    days = -((-apart - 1) % _DAYS_IN_WEEK + 1) if back else (apart - 1) % _DAYS_IN_WEEK + 1
    return _within(asked.today + timedelta(days=days))


def _end_of_this_month(_match: re.Match[str], asked: Asked) -> Found:
    return _last_day(asked.today.year, asked.today.month), Precision.DAY


def _full_date(match: re.Match[str], asked: Asked) -> Found:
    """A day, a month by number or name, perhaps a year and before it all perhaps the weekday."""
    parts = match.groupdict()
    month, day = _month(match), int(parts["day"])
    if parts["year"]:
        on = _day(_year(parts["year"]), month, day)
    else:
        last = _last_day(FIRST_YEAR, month).day  # 2000 is a leap year
        if not 1 <= day <= last:
            raise NotADateError(f"{MONTHS[month - 1]} has {last} days")
        years = range(FIRST_YEAR, LAST_YEAR + 1)
        on = _chosen([date(y, month, day) for y in years if day <= _last_day(y, month).day], asked)
    weekday = parts.get("weekday")
    if weekday and _place(weekday, _WEEKDAYS) != on.weekday():
        raise NotADateError(f"{on.day} {MONTHS[month - 1]} {on.year} is a {_WEEKDAYS[on.weekday()]}")
    return on, Precision.DAY


def _whole_month(match: re.Match[str], asked: Asked) -> Found:
    month = _month(match)
    if match.groupdict().get("year"):
        return _last_day(_year(match["year"]), month), Precision.MONTH
    ends = [_last_day(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    return _chosen(ends, asked), Precision.MONTH


def _quarter(match: re.Match[str], _asked: Asked) -> Found:
    years, month = divmod(APRIL + 3 * int(match["quarter"]) - 2, 12)
    return _last_day(_split_year(match) + years, month + 1), Precision.QUARTER


def _term(match: re.Match[str], asked: Asked) -> Found:
    month, day = asked.terms[match["term"]]
    if match["next"]:
        years = [_split_year(match) + (match["term"] != "autumn")]
    else:
        years = [_year(match["year"])] if match["year"] else list(range(FIRST_YEAR, LAST_YEAR + 1))
    ends = [_last_day(year, month) for year in years]
    ends = [end.replace(day=min(day, end.day)) for end in ends]
    return (ends[0] if match["year"] else _chosen(ends, asked)), Precision.TERM


def _ongoing(_match: re.Match[str], _asked: Asked) -> Found:
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

_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str], Asked], Found]], ...]] = (
    ("today|yesterday|tomorrow", _named_day),
    (r"(?P<sign>[-+]) ?(?P<count>\d{1,4}) ?(?P<unit>[dwmy]|(?:day|week|month|year)s?)", _relative),
    (rf"(?:(?P<which>next|last|this|coming|on) )?{_WEEKDAY}", _weekday),
    ("eom|end (?:this )?month", _end_of_this_month),
    (rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_MIDNIGHT}", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)(?P<sep>[-/. ])(?P<month>\d\d?)(?P=sep){_YEAR}{_MIDNIGHT}", _full_date),
    (r"(?P<day>\d\d?)/(?P<month>\d\d?)(?P<year>)", _full_date),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)[-/. ]?{_MONTH}(?:[-/. ]?{_YEAR})?", _full_date),
    (rf"(?:{_WEEKDAY} )?{_MONTH} (?P<day>\d\d?) (?P<year>\d{{4}})", _full_date),
    (rf"(?:end )?{_MONTH}(?:[-/. ]?{_YEAR})?", _whole_month),
    (r"(?P<month>\d\d?)/(?P<year>\d{4})", _whole_month),
    (r"(?P<year>\d{4})-(?P<month>\d\d)", _whole_month),
    (rf"(?:end )?{_QUARTER}[ -]?{_YEARS}", _quarter),
    (rf"(?:end )?{_YEARS}[ -]?{_QUARTER}", _quarter),
    (rf"(?:end )?(?P<term>autumn|spring|summer) term(?:[ -]{_YEAR}(?:[-/](?P<next>\d{{4}}|\d\d))?)?", _term),
    ("on[- ]?going|continuous|continuing", _ongoing),
)
