"""The year that a file speaks of, by which its months without one are read: its date, or its title's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.domain.words.dates import read_due
from send_actions.importers.cell_text import A_MONTH_NAME
from send_actions.importers.file_dates import said_dates
from send_actions.importers.headings.labelled_lines import is_of_file
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import Sheet

_MONTH: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{A_MONTH_NAME}\.?\s+20\d\d\b",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"\b20(\d\d)\s?(?:[-/–]|to)\s?(?:20)?(\d\d)\b(?!\s?[-/–]\s?\d)")
_YEAR: Final = re.compile(r"(?<![\d/.–-])20\d\d(?![\d/.–-])")
_APRIL: Final = 4
_NEAR: Final = 2
"""How far from now a year is that a title gives a plan, and no inspection before it."""


class FileYear(NamedTuple):
    """The day from which months without a year are read, and its words; one that `is_now` dates the file."""

    base: date
    words: str
    is_now: bool

    @property
    def why(self) -> str:
        """What is told of how a month without a year is read."""
        return f", as the file says {quoted(self.words)}"


class Dated(NamedTuple):
    """The tables of a file, read by its year if it names one, and the days from which that is done."""

    tables: list[Sheet]
    year: FileYear | None
    now: date
    base: date


def dated_by_year(sheets: Sequence[Sheet], today: date) -> Dated:
    """Return tables whose columns of months are read by the year that the file speaks of."""
    year = find_file_year(sheets[0].name, sheets, today)
    if year is None:
        return Dated([*sheets], None, today, today)
    if year.is_now:
        return Dated([replace(sheet, since=None) for sheet in sheets], year, year.base, year.base)
    since = year.base if year.base <= today else None
    return Dated([replace(sheet, since=sheet.since or since) for sheet in sheets], year, today, year.base)


def find_file_year(name: str, sheets: Sequence[Sheet], today: date) -> FileYear | None:
    """Return the year that a file speaks of, by its own date, its titles or its name, if that is one."""
    for sheet in sheets:
        if said := next(said_dates(sheet, today), None):
            return FileYear(said.on, said.words, is_now=True)
    titles = [text for sheet in sheets for text in _titles(sheet) if is_of_file(text)]
    stem = Path(name).stem.replace("_", " ")
    return _of_titles(titles, today) or _of_titles([] if _MONTH.search(stem) else [stem], today)


def _of_titles(titles: Sequence[str], today: date) -> FileYear | None:
    for found in (_months, _spans, _years):
        days = {(day, text) for text in titles for day in found(text, today)}
        if len({day for day, _ in days}) == 1:
            day, text = days.pop()
            return FileYear(day, text, is_now=False)
        if days:
            return None
    return None


def _months(text: str, today: date) -> Iterator[date]:
    for match in _MONTH.finditer(text):
        on = read_due(match[0], today=today).on
        if on and on <= today:
            yield on


def years_from_april(text: str) -> Iterator[date]:
    """Yield the first day of each year from April to March that a text names: 2026-27, 2026 to 2027."""
    for match in _SPAN.finditer(text):
        first, last = 2000 + int(match[1]), 2000 + int(match[2])
        if last == first + 1:
            yield date(first, _APRIL, 1)


def _spans(text: str, today: date) -> Iterator[date]:
    yield from (day for day in years_from_april(text) if abs(day.year - today.year) <= _NEAR)


def _years(text: str, today: date) -> Iterator[date]:
    years = [] if _SPAN.search(text) else [int(match[0]) for match in _YEAR.finditer(text)]
    yield from (date(year, 1, 1) for year in years if abs(year - today.year) <= _NEAR)


def _titles(sheet: Sheet) -> Iterator[str]:
    """Yield the words above a table."""
    yield from (" ".join(text.split()) for _, text in sheet.lines)
    yield from (" ".join(filter(None, map(str.strip, row))) for row in sheet.above)
