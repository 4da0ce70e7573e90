"""The forms in which people write months, quarters, terms and years: each falls due on its last day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.date_forms import (
    CENTURY,
    MONTH,
    YEAR,
    YEARS,
    Context,
    Forms,
    Found,
    VagueDateError,
    chosen,
    first_of_two_years,
    last_day,
    month_of,
    year_of,
)

_APRIL: Final = 4
_MARCH: Final = 3
_DECEMBER: Final = 12
_HALF_TERMS: Final = {
    **dict.fromkeys(("autumn", "october", "oct"), 10),
    **dict.fromkeys(("spring", "february", "feb"), 2),
    **dict.fromkeys(("summer", "may", "whitsun"), 5),
}
"""The month in which each half-term holiday lies, wherever a council puts it."""


def _next_month(_match: re.Match[str], context: Context) -> Found:
    months = context.today.year * 12 + context.today.month
    return last_day(months // 12, months % 12 + 1), Precision.MONTH


def _month_end(match: re.Match[str], context: Context) -> Found:
    return _end_of_month(month_of(match), match["year"], context)


def _end_of_month(month: int, year: str | None, context: Context) -> Found:
    """The month's last day, in the year if it is given."""
    if year:
        return last_day(year_of(year), month), Precision.MONTH
    return chosen([last_day(one, month) for one in CENTURY], context), Precision.MONTH


def _quarter_end(quarter: str, first_year: int) -> Found:
    years, month = divmod(_APRIL + 3 * int(quarter) - 2, 12)
    return last_day(first_year + years, month + 1), Precision.QUARTER


def _quarter(match: re.Match[str], _context: Context) -> Found:
    return _quarter_end(match["quarter"], first_of_two_years(match))


def _quarter_alone(match: re.Match[str], context: Context) -> Found:
    """A quarter without a year, or of one that may be either of the two it lies in."""
    quarter, year = match["quarter"], match["year"]
    if year:
        raise VagueDateError("it names one year of two", _quarter_end(quarter, int(year)))
    ends = [_quarter_end(quarter, one)[0] for one in CENTURY[:-1]]
    offered = chosen([on for on in ends if on], context)
    raise VagueDateError("it names no year", (offered, Precision.QUARTER))


def _term(match: re.Match[str], context: Context) -> Found:
    term, year = match["term"], match["year"]
    if match["next"]:
        return _term_end(term, first_of_two_years(match) + (term != "autumn"), context)
    return _term_end(term, year_of(year) if year else None, context)


def _term_end(term: str, year: int | None, context: Context) -> Found:
    month, day = context.terms[term]
    lasts = [last_day(one, month) for one in ([year] if year else CENTURY)]
    ends = [last.replace(day=min(day, last.day)) for last in lasts]
    return (ends[0] if year else chosen(ends, context)), Precision.TERM


def _season(match: re.Match[str], context: Context) -> Found:
    raise VagueDateError("it names a season and no term", _term(match, context), is_taken=True)


def _half_term(match: re.Match[str], context: Context) -> Found:
    """The month in which a half-term holiday lies, whose day no plan says."""
    month = _end_of_month(_HALF_TERMS[match["half"]], match["year"], context)
    raise VagueDateError("half-term has no one date", month, is_taken=True)


def _financial_year_end(match: re.Match[str], context: Context) -> Found:
    return _end_of_month(_MARCH, str(first_of_two_years(match) + 1) if match["year"] else None, context)


def _school_year_end(match: re.Match[str], context: Context) -> Found:
    return _term_end("summer", first_of_two_years(match) + 1 if match["year"] else None, context)


def _calendar_year_end(match: re.Match[str], context: Context) -> Found:
    return _end_of_month(_DECEMBER, match["year"], context)


def _easter(match: re.Match[str], _context: Context) -> Found:
    """Easter is offered as its Sunday, by the rule of the calendar (Meeus, Jones and Butcher)."""
    year = year_of(match["year"])
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    later = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * later + 114, 31)
    raise VagueDateError("Easter is no one day", (date(year, month, day + 1), Precision.DAY))


def _christmas(match: re.Match[str], context: Context) -> Found:
    raise VagueDateError("Christmas is no one day", _term_end("autumn", year_of(match["year"]), context))


def _whole_year(match: re.Match[str], _context: Context) -> Found:
    if match["next"]:
        first_of_two_years(match)
    raise VagueDateError("it is a whole year")


def _ongoing(_match: re.Match[str], _context: Context) -> Found:
    return None, Precision.ONGOING


_END: Final = "(?:(?:month )?end[- ])?"
_QUARTER: Final = r"(?:q|qtr|quarter) ?(?P<quarter>[1-4])"
_TERM: Final = "(?P<term>autumn|spring|summer)"
_YEAR_OR_YEARS: Final = rf"{YEAR}(?:[-/](?P<next>\d{{4}}|\d\d))?"
_SCHOOL: Final = "(?:academic|school) year"
_FINANCIAL: Final = "(?:financial year|fy)"

_WHOLE_YEAR: Final = (
    r"(?:(?:financial|academic|school) year |fy ?)?(?P<year>\d{4})"
    r"(?:(?:-(?=1[3-9]|[2-9])|/)(?P<next>\d{4}|\d\d))?"
)

PERIOD_FORMS: Final[Forms] = (
    ("(?:end )?next month", _next_month),
    (rf"{_END}{MONTH}(?:[-/. ]?{YEAR})?", _month_end),
    (r"(?P<month>\d\d?)[-/.](?P<year>\d{4})", _month_end),
    (_WHOLE_YEAR, _whole_year),
    (r"(?P<year>\d{4})-(?P<month>\d\d)", _month_end),
    (rf"{_END}{_QUARTER}[ -]?(?:fy ?)?{YEARS}", _quarter),
    (rf"{_END}(?P<quarter>[1-4]) quarter {YEARS}", _quarter),
    (rf"{_END}(?:fy ?)?{YEARS}[ -]?{_QUARTER}", _quarter),
    (rf"{_END}{_QUARTER}(?: (?P<year>20\d\d))?", _quarter_alone),
    (rf"{_END}{_TERM} term(?:[ -]{_YEAR_OR_YEARS})?", _term),
    (rf"{_END}{_TERM} (?:term )?2 {_YEAR_OR_YEARS}", _term),
    (rf"{_END}{_TERM} {_YEAR_OR_YEARS}", _season),
    (rf"{_END}(?P<half>autumn|spring|summer) (?:term )?1 {YEAR}", _half_term),
    (rf"{_END}(?P<half>{'|'.join(_HALF_TERMS)}) half[- ]?term(?: {YEAR})?", _half_term),
    (rf"end {_FINANCIAL}(?: {YEARS})?", _financial_year_end),
    (rf"{_FINANCIAL} end(?: {YEARS})?", _financial_year_end),
    (rf"end {_SCHOOL}(?: {YEARS})?", _school_year_end),
    (r"end (?P<year>20\d\d)", _calendar_year_end),
    (rf"easter {YEAR}", _easter),
    (rf"christmas {YEAR}", _christmas),
    ("on[- ]?going|continuous|continuing", _ongoing),
)
