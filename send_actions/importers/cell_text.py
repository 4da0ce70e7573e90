"""What a cell says, without what spreadsheets and web pages add, and whether one is another's echo."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from send_actions.domain.plain_data import unguarded
from send_actions.domain.text import clean, fold

_TAG: Final = re.compile(
    r"<(/?)(p|br|div|li|ul|ol|tr|td|th|table|h[1-6]|b|i|u|em|strong|span|a|font|sup|sub)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_ENTITY: Final = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|pound);", re.IGNORECASE
)
_ASKS: Final = (
    *("choose an item", "choose an item.", "select an item", "select an item.", "please select"),
    *("click or tap here to enter text.", "click here to enter text.", "select from list", "please choose"),
    *("click or tap to enter a date.", "click here to enter a date.", "choose an option", "select an option"),
)
"""What a field of a form says that nobody has filled in."""

_EMPTY: Final = frozenset({"na", "n/a", "#n/a n/a", "n.a.", "not applicable", "null", "none given", *_ASKS})
_LONGEST_GAP: Final = 200
_GAP: Final = re.compile(rf"\s{{{_LONGEST_GAP},}}")
"""White space longer than any that somebody typed, which would be looked through for what parts words."""
_DASHES: Final = frozenset("-–—?./_ ")
_ERROR: Final = re.compile(
    r"#(?:N/A|NA|REF!?|VALUE!?|NAME\?|DIV/0!?|NUM!?|NULL!?|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|ERROR!?)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)
CODE: Final = re.compile(r"[A-Za-z()/. -]{0,8}\d[\w.()/ -]{0,12}|[A-Z]{1,5}")
"""A ref and no words, such as 1.2, P1.A3, Action 12b or SI."""
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
A_MONTH_NAME: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
"""A month by its name or the first letters of it."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_PART: Final = re.compile(r"\d+|[a-z]+")
_SERIAL: Final = re.compile(r"(?:3[7-9]|4\d|5[0-8])\d{3}(?:\.\d+)?")
_CENTURY: Final = 100
_DATE_PARTS: Final = (2, 3)
_LIKE_DATE: Final = (
    re.compile(rf"\d{{1,2}}[- ]{A_MONTH_NAME}(?:[- ]\d{{2,4}})?", re.IGNORECASE),
    re.compile(rf"{A_MONTH_NAME}[- ]\d{{2,4}}", re.IGNORECASE),
    re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?: \d\d?:\d\d(?::\d\d)?)?"),
    re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?"),
)


def plain(cell: str, *, one_line: bool = True) -> str:
    """Return a cell's words: without the quote that guards a formula, without tags and without "NA"."""
    text = cell
    if "<" in text or "&" in text:
        text = _without_tags(text)
    text = unguarded(clean(text, one_line=one_line).strip())
    return "" if fold(text) in _EMPTY else text


def without_gaps(text: str) -> str:
    """Return a cell's words with white space of hundreds of characters as one space or one line's end."""
    if len(text) < _LONGEST_GAP:
        return text
    return _GAP.sub(lambda gap: "\n" if "\n" in gap[0] else " ", text)


def is_dash(text: str) -> bool:
    """Say whether a text is what people put where there is nothing to say: a dash, a question mark."""
    return text[:1] in _DASHES and _DASHES.issuperset(text)


def is_error(text: str) -> bool:
    """Say whether a text is what a spreadsheet shows in the place of a value: #N/A, #REF!, #######."""
    return text[:1] in ("#", "E", "e") and _ERROR.fullmatch(text.strip()) is not None


def reads_as_date(text: str) -> bool:
    """Say whether a text is what a spreadsheet makes of a ref that it took for a date: 01-Feb, Jan-01."""
    return any(form.fullmatch(text.strip()) for form in _LIKE_DATE)


def serial_day(text: str) -> date | None:
    """Return the day whose number in a spreadsheet a text is, from 2000 to 2059; None for any other."""
    if not _SERIAL.fullmatch(text.strip()):
        return None
    return date(1899, 12, 30) + timedelta(days=int(text.strip()[:5]))


def is_echo(given: str, kept: str) -> bool:
    """Say whether a text given is only how a spreadsheet writes the one that is kept: 1.1 of 1.10."""
    if given == kept or _spaced(given) == _spaced(kept):
        return True
    if fold(kept) in ("true", "false"):
        return fold(given) == fold(kept)
    number = as_number(kept)
    if number is not None:
        return as_number(given) == number or _is_rounded(given, kept)
    return bool(given) and reads_as_date(given) and date_parts(given) == date_parts(kept) != ()


def as_number(text: str) -> Decimal | None:
    """Return the number that a text is to a spreadsheet, or None."""
    if not text or not _NUMBER.fullmatch(text.strip()) or len(text) > len("1,234,567,890.123456"):
        return None
    try:
        return Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None


def date_parts(text: str) -> tuple[int, ...]:
    """Return the numbers of a date, months as numbers and years as two figures, whatever their order."""
    words = _DATE_PART.findall(fold(text).split(" 00:00")[0].removesuffix("t00:00:00"))
    parts = []
    for word in words:
        if word.isdecimal():
            parts.append(int(word[:9]) % _CENTURY)
        elif month := month_number(word):
            parts.append(month)
        else:
            return ()
    return tuple(sorted(parts)) if len(parts) in _DATE_PARTS else ()


def month_number(word: str) -> int | None:
    """Return the number of a month by its name, or None."""
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else None


def _is_rounded(given: str, kept: str) -> bool:
    """Say whether a long number was written in its short form: 1.23457E+11."""
    short, whole = as_number(given), as_number(kept)
    if short is None or whole is None or "e" not in given.lower() or not whole:
        return False
    return abs(short - whole) / abs(whole) < Decimal("0.00001")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _without_tags(text: str) -> str:
    """Return the words of a web page's text; what is no known tag stays as it is."""
    if not (_TAG.search(text) or _ENTITY.search(text)):
        return text
    words = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BLOCKS else "", text)
    words = _ENTITY.sub(lambda entity: html.unescape(entity[0]), words)
    return re.sub(r"\n\s*\n+", "\n", words)
