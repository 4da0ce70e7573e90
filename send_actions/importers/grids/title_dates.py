"""The words at the head of a book that may date it: "Position as at 8 December 2025", "Version 17 080617"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from send_actions.domain.words.dates import read_due
from send_actions.importers.cell_text import A_MONTH_NAME
from send_actions.importers.file_years import years_from_april
from send_actions.importers.grids.cell_grid import Book, Line
from send_actions.importers.grids.found import Found, named_cell
from send_actions.importers.headings.labelled_lines import labelled_line

_PERIOD: Final = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{A_MONTH_NAME}\.?\s+\d{{4}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:autumn|spring|summer) (?:term )?\d{4})\b",
    re.IGNORECASE,
)


def date_lines(book: Book, tables: Sequence[Found]) -> tuple[tuple[str, str], ...]:
    """Return the words above the first table of each grid and before a document's, with their cells."""
    lines = [("text", line.text) for line in _before(book)]
    seen = set[str]()
    for table in tables:
        if table.grid.name in seen:
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
    return max((day for day in days if day <= today), default=None) or _year_of(texts, today)


def _year_of(texts: Sequence[str], today: date) -> date | None:
    """Return the first day of the year that a heading says, as in Plan 2026-27, if it has begun."""
    years = {day for text in texts for day in years_from_april(text)}
    return years.pop() if len(years) == 1 and max(years) <= today else None


def _before(book: Book) -> Iterator[Line]:
    """Yield the words of a document before its first table."""
    if book.grids and not book.grids[0].is_sheet:
        yield from book.grids[0].above
