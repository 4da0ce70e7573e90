"""A file of comma-separated values as a sheet: its header, the rows below it, and the names of its cells."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

_LARGEST: Final = 50 * 1024 * 1024
_DELIMITERS: Final = ",;\t"
_SEARCHED: Final = 20


@dataclass(frozen=True)
class Sheet:
    """The header and the row it stands in, from 1, and the rows below; `name` is the file's, to be told."""

    name: str
    header: list[str]
    header_row: int
    rows: list[list[str]]


@dataclass(frozen=True)
class Problem:
    """Something about one cell: a question blocks the import, a doubt is only listed."""

    cell: str
    message: str
    is_question: bool = False

    def __str__(self) -> str:
        return f"{self.cell}: {self.message}"


def read_sheet(path: Path, *, is_header: Callable[[Sequence[str]], bool]) -> Sheet:
    """Return the file's table; the header is the first of its first 20 rows that is one, else the first row.

    Raises SendActionsError when it cannot be read, is empty or is no such file.
    """
    name, text = printable(path.name), _text(path)
    delimiter, header_row = _header_of(text, name, is_header)
    rows = list(_rows(text, delimiter, name))
    if not any(cell.strip() for row in rows for cell in row):
        raise SendActionsError(f"{name} is empty: it needs a header line and a line for each action.")
    return Sheet(name, rows[header_row - 1], header_row, rows[header_row:])


def cell_name(row: int, column: int) -> str:
    """Return a cell's name as spreadsheets have it; rows count from 1, columns from 0."""
    letters = ""
    while column >= 0:
        letters = ascii_uppercase[column % 26] + letters
        column = column // 26 - 1
    return f"{letters}{row}"


def _header_of(text: str, name: str, is_header: Callable[[Sequence[str]], bool]) -> tuple[str, int]:
    """Return the delimiter with which a header is found, and its row."""
    for delimiter in _DELIMITERS:
        for number, cells in enumerate(islice(_rows(text, delimiter, name), _SEARCHED), start=1):
            if is_header(cells):
                return delimiter, number
    return max(_DELIMITERS, key=text.split("\n", 1)[0].count), 1


def _text(path: Path) -> str:
    name = printable(path.name)
    try:
        if path.is_dir():
            raise SendActionsError(f"{printable(str(path))} is a folder: name a file in it.")
        if path.stat().st_size > _LARGEST:
            raise SendActionsError(f"{name} is larger than 50 MB: no action plan is; check the file.")
        content = path.read_bytes()
    except OSError as error:
        raise SendActionsError(f"{printable(str(path))} cannot be read: {error.strerror}.") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SendActionsError(f"{name} is not a CSV file: save the sheet as CSV (UTF-8) first.")
    return text


def _rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise SendActionsError(f"{name} is not a CSV file ({error}).") from error
