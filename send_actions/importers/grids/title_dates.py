"""The words at the head of a book that may date it: "Position as at 8 December 2025", "Version 17 080617"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from send_actions.domain.words.dates import read_due
from send_actions.importers.grids.cell_grid import Book, Line
from send_actions.importers.grids.found import Found, named_cell
from send_actions.importers.headings.labelled_lines import labelled_line

_PERIOD: Final = re.compile(
    r"\b(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:autumn|spring|summer) (?:term )?\d{4})\b",
    re.IGNORECASE,
)

_YEARS: Final = re.compile(r"\b(20\d\d)\s?[/-]\s?(?:20)?(\d\d)\b")
"""A year from April, which is one year and the next: 2026/27."""


def date_lines(book: Book, tables: Sequence[Found]) -> tuple[tuple[str, str], ...]:
    """Return the words above the first table of each grid and of the document, with their cells."""
    lines = [("text", line.text) for line in _before(book)]
    seen = set[str]()
    for table in tables:
        if table.grid.name in seen or not table.grid.is_sheet:
            continue
        seen.add(table.grid.name)
        for row in range(table.heading.row):
            cells = [
                (named_cell(table.grid, row, n), table.grid.cell(row, n).text) for n in table.grid.filled(row)
            ]
            said = labelled_line(cells)
            lines += [(line.cell, str(line)) for line in said] or cells
    return tuple(lines)


def era_of(book: Book, today: date) -> date | None:
    """Return the last day up to today that the head of a book speaks of, of a year from April its first."""
    texts = [line.text for line in _before(book)]
    for grid in book.grids[:1]:
        texts += (
            [cell.text for row in grid.rows[:4] for cell in row if cell.text][:6] if grid.is_sheet else []
        )
    days = [
        day
        for text in texts
        for match in _PERIOD.finditer(text)
        if (day := read_due(match[0], today=today).on)
    ]
    pairs = [(int(match[1]), int(match[2])) for text in texts for match in _YEARS.finditer(text)]
    days += [date(year, 4, 1) for year, then in pairs if (year + 1) % 100 == then]
    return max((day for day in days if day <= today), default=None)


def _before(book: Book) -> Iterator[Line]:
    """Yield the words of a document before its first table."""
    if book.grids and not book.grids[0].is_sheet:
        yield from book.grids[0].above
