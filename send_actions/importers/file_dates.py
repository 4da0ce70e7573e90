"""The date that a file says it speaks of: "as at 8 December 2025" above its header, or in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from send_actions.domain.text import clean, cut, printable
from send_actions.domain.words.dates import day_or_month, read_date
from send_actions.errors import UsageError
from send_actions.importers.columns import Columns
from send_actions.importers.csv_file import Sheet
from send_actions.importers.plan_lines import FileDate
from send_actions.importers.problems import cell_name

_SAYS: Final = re.compile(
    r"\b(?:as at|as of|position (?:at|on)|(?:last )?updated(?: on)?|(?:report(?:ing)? )?date)\b"
    r"\s*:?\s*(.{4,40})",
    re.IGNORECASE | re.DOTALL,
)
_DATE: Final = re.compile(
    r"\d{4}-\d\d-\d\d|\d\d?[/.-]\d\d?[/.-](?:\d{4}|\d\d)"
    r"|\d\d?(?:st|nd|rd|th)?[ -](?:of )?[A-Z][a-z]{2,8},?[ -](?:\d{4}|\d\d)"
)


def find_file_date(sheet: Sheet, columns: Columns, today: date) -> FileDate | None:
    """Return the date that a file says it speaks of, up to today; None when it says none, or several."""
    return next(_dates(sheet, columns, today), None)


def _dates(sheet: Sheet, columns: Columns, today: date) -> Iterator[FileDate]:
    for number, row in enumerate([*sheet.above, sheet.header], start=1):
        for column, cell in enumerate(row):
            said = _SAYS.search(cell)
            found = said and _DATE.search(said[1])
            if found and (on := _past(found[0], today)):
                words = printable(
                    cut(clean(cell, one_line=True), len("as at 30 September 2025 and so on, and on"))
                )
                yield FileDate(on, words, cell_name(number, column))
    place = columns.places.get("file_date")
    if place is not None:
        cells = {row[place].strip() for row in sheet.rows if place < len(row)} - {""}
        words = next(iter(cells), "")
        said_on = _past(words, today) if len(cells) == 1 else None
        if said_on:
            yield FileDate(said_on, printable(words), cell_name(sheet.header_row + 1, place))


def _past(words: str, today: date) -> date | None:
    if day_or_month(words, today=today):
        return None
    try:
        on = read_date(words, today=today, prefer="past")
    except UsageError:
        return None
    return on if on <= today else None
