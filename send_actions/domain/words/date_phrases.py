"""Dates as plans have them: with words around them, in ranges and seasons, twice or only half said.

What is sure is read. What is likely is taken, with what is in doubt of it; anything else is a doubt, with the
date offered that the words come nearest to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold
from send_actions.domain.words.date_forms import (
    CENTURY,
    DAY_FORMS,
    MONTH,
    Context,
    Found,
    NotADateError,
    VagueDateError,
    plain_words,
)
from send_actions.domain.words.date_periods import PERIOD_FORMS

_LONGEST: Final = 80
_TO_FRIDAY: Final = timedelta(days=4)
_FAR_APART: Final = (date(2030, 1, 1), date(2050, 7, 2))
"""Days on which words that leave the year out mean different dates."""


class Phrase(NamedTuple):
    """The date that words say, if any, what is in doubt, and the date offered where none is set."""

    found: Found | None
    why: str = ""
    offer: Found | None = None

    @property
    def nearest(self) -> Found | None:
        """The date that is found, else the one offered."""
        return self.found or self.offer


def read_form(words: str, context: Context) -> Found:
    """Return the day and the precision that words have, as they stand; raises NotADateError."""
    plain = plain_words(words) if len(words) <= _LONGEST else ""
    for pattern, read in chain(DAY_FORMS, PERIOD_FORMS):
        if match := re.fullmatch(pattern, plain, re.ASCII):
            return read(match, context)
    raise NotADateError


def read_phrase(words: str, context: Context) -> Phrase:
    """Return what the words of a plan say of a date; never raises."""
    if len(words) > _LONGEST:
        return Phrase(None)
    level = " ".join(fold(words).split())
    phrase = _read(level, context)
    if phrase.found or phrase.why:
        return phrase
    named = list(dates_named(level, context))
    if not named:
        return phrase
    why = "it says more than a date" if len(named) == 1 else "it names more than one date"
    return Phrase(None, why, max(named, key=lambda found: found[0] or date.min))


def _read(level: str, context: Context) -> Phrase:
    """Read words as a form that dates have, else as a phrase that has one in it."""
    try:
        return Phrase(read_form(level, context))
    except VagueDateError as vague:
        return Phrase(vague.found, str(vague)) if vague.is_taken else Phrase(None, str(vague), vague.found)
    except NotADateError as refused:
        if why := str(refused):
            return Phrase(None, why)
    for pattern, read in _PHRASES:
        if match := re.fullmatch(pattern, level, re.ASCII):
            return read(match, context)
    return _range(level, context) or Phrase(None)


def _inner(match: re.Match[str], context: Context) -> Phrase:
    return _read(match["date"], context)


def _unconfirmed(match: re.Match[str], context: Context) -> Phrase:
    inner = _inner(match, context)
    return inner if inner.why else inner._replace(why="it is not confirmed")


def _said_twice(match: re.Match[str], context: Context) -> Phrase:
    """A date, and in brackets the same date otherwise: one may lack the year that the other has."""
    sides = match["date"], match["note"]
    for one, other in (sides, sides[::-1]):
        said = _read(one, context)
        on = said.found and said.found[0]
        if on is None or not _has_year(one, context):
            continue
        again = _read(other, context._replace(today=on)).nearest
        if again and again[0] == on:
            return Phrase(said.found if one == sides[0] else again)
    return Phrase(None)


def _week(match: re.Match[str], context: Context) -> Phrase:
    """A week by the Monday that begins it: it is over on its Friday."""
    inner = _inner(match, context)
    monday = inner.found[0] if inner.found and inner.found[1] is Precision.DAY else None
    if inner.found is None or inner.why or monday is None:
        return inner._replace(found=None)
    friday = monday + _TO_FRIDAY
    if monday.weekday() or friday.year not in CENTURY:
        return Phrase(None, "no week begins on that day")
    return Phrase((friday, Precision.DAY), "the Friday of that week")


def _part(match: re.Match[str], context: Context) -> Phrase:
    """Early, mid or late in something: its month is offered."""
    found = _inner(match, context).found
    is_month = found and found[1] is Precision.MONTH
    return Phrase(None, "it is only a part of it", found if is_month else None)


def _because(why: str) -> Callable[[re.Match[str], Context], Phrase]:
    """Return a reader of words that are no date, which says why."""
    return lambda _match, _context: Phrase(None, why)


def _range(level: str, context: Context) -> Phrase | None:
    """From one date to another, which may lend the first its year: the last is taken."""
    for between in re.finditer(_BETWEEN, level):
        first, last = level[: between.start()].removeprefix("between "), level[between.end() :]
        if between[0] == "/" and not (re.fullmatch(MONTH, first) and re.match(MONTH, last)):
            continue
        if between[0] == " and " and not level.startswith("between "):
            continue
        lent = " ".join(last.split()[len(first.split()) :])
        end = _dated(last, context)
        start = end and (_dated(first, context) or _dated(f"{first} {lent}", context))
        if start and end and start[0] and end[0] and start[0] < end[0]:
            return Phrase(end, "the end of a range")
    return None


def dates_named(level: str, context: Context) -> Iterator[Found]:
    """Yield the dates with a year that words name, wherever they stand."""
    for named in re.finditer(_NAMED, re.sub(_COUNTED, ";", level), re.ASCII):
        if found := _dated(named[0], context):
            yield found


def _dated(words: str, context: Context) -> Found | None:
    """The date of a form that says its year, of a season too; None for any other words."""
    if not any(character.isdecimal() for character in words):
        return None
    try:
        found: Found | None = read_form(words, context)
    except NotADateError as doubt:
        found = doubt.found if isinstance(doubt, VagueDateError) and doubt.is_taken else None
    return found if found and found[0] and _has_year(words, context) else None


def _has_year(words: str, context: Context) -> bool:
    """Whether words mean the same date whenever they are read."""
    one, other = (_read(words, context._replace(today=day)).nearest for day in _FAR_APART)
    return one == other


_LEAD: Final = (
    "(?:to )?(?:be )?(?:completed?|done|delivered|implemented|in place) by|completion(?: date)?"
    "|due(?: date)?(?: by| on| in)?|(?:no|not) later than|on or before|by|in|during|on|until|till|up to"
    "|(?:target|deadline|planned|expected|anticipated|revised)(?: date)?(?: to| for| by)?"
)
_BETWEEN: Final = r" ?- ?| to | until | and |/"
_YEAR: Final = r"(?:\d{4}|\d\d)(?![-/.]?\d|st|nd|rd|th)"
_NAMED: Final = (
    rf"(?<![\d/.])(?<!\d-)(?:\d\d?[-/.]\d\d?[-/.]{_YEAR}|\d{{4}}-\d\d-\d\d"
    rf"|(?:q|qtr|quarter) ?[1-4] (?:\d{{4}}|\d\d)[-/]{_YEAR}|(?:autumn|spring|summer) (?:term )?\d{{4}}"
    rf"|(?:\d\d?(?:st|nd|rd|th)? )?\b{MONTH}[-/. ]?'?{_YEAR})"
)
_COUNTED: Final = r"\b(?:phase|stage|tranche|cohort|wave|part|step|year|priority|version|strand|item) ?\d+\b"

_HOW_OFTEN: Final = (
    r"(?:each|every|per) .+|(?:half[- ]?)?termly|(?:half[- ]?)?yearly|daily|weekly|fortnightly"
    r"|(?:six[- ]|bi-?)?monthly|quarterly|annual(?:ly)?"
)

_LOOKED_AT: Final = r"(?=.*\b(?:review|monitor|report|updat))[a-z ,-]+"
"""How something that goes on is looked at again, which sets no date: "review termly"."""

_PHRASES: Final[tuple[tuple[str, Callable[[re.Match[str], Context], Phrase]], ...]] = (
    (r"tb[acd]|to be (?:confirmed|agreed|decided)|n/?a|none", _because("no date is set yet")),
    (r"immediate(?:ly)?|asap|as soon as possible|now|urgent", _because("it names no day")),
    (_HOW_OFTEN, _because("it says how often, and not by when")),
    (
        r"(?:within |in )?\d+[ -](?:day|week|month|year)s?\b.*",
        _because("it counts from a day that it does not name"),
    ),
    (r"(?:early|mid|late|beginning|middle|start)(?: of)?(?: the)?[ -]+(?:in )?(?P<date>.+)", _part),
    (
        r"(?:from|after|since|starts?|starting|commenc\w+)\b.+|.+ onwards?",
        _because("it says from when, and not by when"),
    ),
    (r"(?:w/?[cb]|(?:week|wk)\.? (?:commencing|beginning|beg|comm?|com|of)\b)[ :.]*(?P<date>.+)", _week),
    (r"(?:w/?e|(?:week|wk)\.? (?:ending|end)\b)[ :.]*(?P<date>\d.+)", _inner),
    (rf"(?:{_LEAD})(?: the)?[ :-]+(?P<date>.+)", _inner),
    (rf"(?P<date>on[- ]?going)[ ,;:(-]+{_LOOKED_AT}\)?", _inner),
    (r"(?P<date>.+?)[ ,(-]+(?:revised|new date|(?:at (?:the )?)?latest)\)?", _inner),
    (r"(?P<date>.+?)[ ,(-]+(?:tbc|to be confirmed|provisional|approx|estimated)\)?", _unconfirmed),
    (r"(?P<date>[^()]+?) ?\((?P<note>[^()]+)\)", _said_twice),
)
