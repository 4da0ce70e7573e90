"""The date that a file says it speaks of: "as at 8 December 2025" above its header, or in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from send_actions.domain.text import clean, cut, printable
from send_actions.domain.words.dates import day_or_month, read_date
from send_actions.errors import UsageError
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.headings.labelled_lines import is_of_file
from send_actions.importers.plan_lines import FileDate
from send_actions.importers.problems import cell_name
from send_actions.importers.sheet import Sheet

_SAYS: Final = re.compile(
    r"\b(?:as at|as of|position (?:at|on)|(?:last )?updated(?: on)?|(?:report(?:ing)? )?date)\b"
    r"\s*:?\s*(.{4,40})",
    re.IGNORECASE | re.DOTALL,
)
_DATE: Final = re.compile(
    r"\d{4}-\d\d-\d\d|\d\d?[/.-]\d\d?[/.-](?:\d{4}|\d\d)"
    r"|\d\d?(?:st|nd|rd|th)?[ -](?:of )?[A-Z][a-z]{2,8},?[ -](?:\d{4}|\d\d)"
)


_VERSION: Final = re.compile(
    r"\b(?:v|version|draft|rev)\W*[\d.]*\W+(?P<figures>[0-3]\d[01]\d\d\d)\b", re.IGNORECASE
)
_LONGEST: Final = 60


def find_file_date(sheet: Sheet, columns: Columns, today: date) -> FileDate | None:
    """Return the date that a file says it speaks of, up to today; None when it says none, or several."""
    return next(_dates(sheet, columns, today), None)


def said_dates(sheet: Sheet, today: date) -> Iterator[FileDate]:
    """Yield the dates above a table's header of which words say that they date the file."""
    for number, row in enumerate(map(_with_labels, (*sheet.above, sheet.header)), start=1):
        for column, cell in enumerate(row):
            said = _SAYS.search(cell) if is_of_file(cell) else None
            found = said and _DATE.search(said[1])
            if found and (on := _past(found[0], today)):
                words = printable(
                    cut(clean(cell, one_line=True), len("as at 30 September 2025 and so on, and on"))
                )
                yield FileDate(on, words, sheet.prefix + cell_name(number, column))
    yield from _of_lines(sheet.lines, today, _SAYS)


def _dates(sheet: Sheet, columns: Columns, today: date) -> Iterator[FileDate]:
    yield from said_dates(sheet, today)
    yield from _of_lines(sheet.lines, today, None)
    place = columns.places.get("file_date")
    if place is not None:
        cells = {row[place].strip() for row in sheet.rows if place < len(row)} - {""}
        words = next(iter(cells), "")
        said_on = _past(words, today) if len(cells) == 1 else None
        if said_on:
            yield FileDate(said_on, printable(words), cell_name(sheet.header_row + 1, place))


def _with_labels(row: Sequence[str]) -> list[str]:
    """Return a row's cells, of two that are filled the second with the first as its label."""
    filled = [place for place, cell in enumerate(row) if cell.strip()]
    if len(filled) != len(("label", "words")):
        return [*row]
    label, words = filled
    return [f"{row[label]}: {cell}" if place == words else cell for place, cell in enumerate(row)]


def _of_lines(
    lines: Sequence[tuple[str, str]], today: date, pattern: re.Pattern[str] | None
) -> Iterator[FileDate]:
    """Yield the dates of the words around a table; where a pattern is given, behind what it finds."""
    for cell, text in lines:
        said = pattern.search(text) if pattern else None
        if not is_of_file(text):
            continue
        looked_at = said[1] if said else "" if pattern else text
        found = _DATE.search(looked_at) or (_VERSION.search(text) if pattern is None else None)
        if found and (on := _past(_in_figures(found), today)):
            yield FileDate(on, printable(cut(clean(text, one_line=True), _LONGEST)), cell)


def names_a_day(text: str) -> bool:
    """Say whether a day is written in a text."""
    return _DATE.search(text) is not None


def _in_figures(found: re.Match[str]) -> str:
    """Return a date as it is read, of six figures with strokes between them."""
    figures = found.groupdict().get("figures")
    return f"{figures[:2]}/{figures[2:4]}/{figures[4:]}" if figures else found[0]


def _past(words: str, today: date) -> date | None:
    if day_or_month(words, today=today):
        return None
    try:
        on = read_date(words, today=today, prefer="past")
    except UsageError:
        return None
    return on if on <= today else None
