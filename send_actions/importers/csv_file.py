"""A file of separated values as a sheet: its header, the rows below it, and what is open about the whole."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final

from send_actions.errors import SendActionsError
from send_actions.importers.areas.area_words import labelled_area
from send_actions.importers.cell_text import without_gaps
from send_actions.importers.ours.json_file import STATE
from send_actions.importers.problems import Problem, cell_name, list_cells, quoted
from send_actions.importers.sheet import AreaHead, Sheet
from send_actions.importers.text_file import TextFile, read_text

_DELIMITERS: Final = ",;\t|"
SURELY_APART: Final = ("\t", "|")
"""What stands between the cells of a row and hardly in a sentence."""

_SEARCHED: Final = 20
_LONGEST_CELL: Final = 50 * 1024 * 1024
_NAMED_DELIMITER: Final = re.compile(r'\A"?sep=(.)"?\r?\n?')
_MANGLED: Final = re.compile("[ÂÃ][\u0080-\u00bf]|â€|\ufffd|Ã[‚ƒ„…†‡ˆ‰Š‹Œ]")
_FEW: Final = 2
_PROBE: Final = "end of file"


def read_sheet(
    path: Path,
    *,
    is_header: Callable[[Sequence[str]], bool],
    may_head: Callable[[Sequence[str]], bool] = lambda _: False,
) -> Sheet:
    """Return the file's table; the header is the first of its first 20 rows that is one, else the first row.

    Where none is, the first that may be counts.

    Raises SendActionsError when it cannot be read, is empty or is no such file.
    """
    return sheet_of(read_text(path), is_header=is_header, may_head=may_head)


def sheet_of(
    file: TextFile,
    *,
    is_header: Callable[[Sequence[str]], bool],
    may_head: Callable[[Sequence[str]], bool] = lambda _: False,
) -> Sheet:
    """Return the table in a text, as `read_sheet` does."""
    named = _NAMED_DELIMITER.match(file.text)
    text = file.text[named.end() :] if named else file.text
    delimiters = named[1] if named else _DELIMITERS
    found = (_header_of(text, file.name, delimiters, known) for known in (is_header, may_head))
    delimiter, header_row = next(filter(None, found), None) or _first_row(text, file.name, delimiters)
    rows = list(_rows(text, delimiter, file.name))
    if len(rows) > 1 and all(len(row) < _FEW for row in rows):
        raise SendActionsError(
            f"{file.name} is text whose cells cannot be told apart: paste the table with tabs or | between "
            "its cells, or save it as CSV."
        )
    if not any(cell.strip() for row in rows for cell in row):
        raise SendActionsError(f"{file.name} is empty: it needs a header line and a line for each action.")
    problems = [*_doubt_encoding(rows, file), *_question_quotes(rows, text, delimiter, header_row)]
    if delimiter in SURELY_APART:
        rows, told = _without_words_below(rows, header_row)
        problems += told
    above, header, below = rows[: header_row - 1], rows[header_row - 1], rows[header_row:]
    return Sheet(file.name, header, header_row, below, tuple(above), tuple(problems), area=_area_above(above))


def _area_above(rows: Sequence[Sequence[str]]) -> AreaHead:
    """Return the area that the last of some lines above the header names by a label and a number."""
    lines = (" ".join(" ".join(row).split()) for row in reversed(rows))
    found = next(filter(None, map(labelled_area, lines)), None)
    return AreaHead(found.number, found.title, label=found.label) if found else AreaHead()


def _without_words_below(rows: list[list[str]], header_row: int) -> tuple[list[list[str]], list[Problem]]:
    """Return the rows without the lines below the last that has cells, and a doubt that tells these."""
    last = max((n for n, row in enumerate(rows, start=1) if len(row) >= _FEW), default=len(rows))
    words = [(cell_name(n, 0), row[0]) for n, row in enumerate(rows[last:], start=last + 1) if any(row)]
    if last <= header_row or not words:
        return rows, []
    told = f"{list_cells([quoted(line) for _, line in words])}: what stands below the table is left out."
    return rows[:last], [Problem(words[0][0], told)]


def _header_of(
    text: str, name: str, delimiters: str, is_header: Callable[[Sequence[str]], bool]
) -> tuple[str, int] | None:
    """Return the delimiter with which a header is found, and its row; None where there is none."""
    for delimiter in delimiters:
        for number, cells in enumerate(islice(_rows(text, delimiter, name), _SEARCHED), start=1):
            if is_header(cells):
                return delimiter, number
    return None


def _first_row(text: str, name: str, delimiters: str) -> tuple[str, int]:
    """Return the delimiter of the first line, and the first row with more than a title, else with one."""
    first = next(filter(str.strip, text.split("\n")), "")
    delimiter = max(delimiters, key=first.count)
    rows = enumerate(islice(_rows(text, delimiter, name), _SEARCHED), start=1)
    filled = [(number, sum(map(bool, map(str.strip, cells)))) for number, cells in rows]
    wide = (number for number, many in filled if many > _FEW)
    return delimiter, next(wide, next((number for number, many in filled if many), 1))


def _rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            yield [without_gaps(cell) for cell in row]
    except csv.Error as error:
        raise SendActionsError(f"{name} is not a CSV file ({error}).") from error


def _doubt_encoding(rows: Sequence[Sequence[str]], file: TextFile) -> Iterator[Problem]:
    """Name the cells in which a guessed encoding, or one that was mistaken before, could show."""
    if file.guessed:
        cells = _cells_where(rows, lambda cell: not cell.isascii())
        why = f"The file's encoding was guessed, as {file.guessed}: look at {list_cells(cells) or 'nothing'}."
        yield Problem(cells[0] if cells else "A1", f"{why} Better save it as CSV UTF-8.")
    if not file.text.isascii():
        cells = _cells_where(rows, lambda cell: _MANGLED.search(cell) is not None)
        if cells:
            why = "These characters were mangled before this file was saved"
            yield Problem(cells[0], f"{why}: look at {list_cells(cells)}.")


def _cells_where(rows: Sequence[Sequence[str]], is_meant: Callable[[str], bool]) -> list[str]:
    return [
        cell_name(number, place)
        for number, row in enumerate(rows, start=1)
        for place, cell in enumerate(row)
        if is_meant(cell)
    ]


def _question_quotes(
    rows: Sequence[list[str]], text: str, delimiter: str, header_row: int
) -> Iterator[Problem]:
    """Ask about a quote that takes in the rows below it, at the end of the file or before another quote."""
    if '"' not in text:
        return
    width, checked = len(rows[header_row - 1]), rows
    if _is_open_at_end(text, delimiter):
        checked = rows[:-1]
        number, row = len(rows), rows[-1]
        place = max((place for place, cell in enumerate(row) if cell.strip()), default=0)
        message = (
            f"A quote is opened in row {number} and never closed: the rest of the file stands inside it."
        )
        yield Problem(cell_name(number, place), f"{message} Close it in the file.", is_question=True)
    if STATE in rows[header_row - 1]:
        yield from _question_ends(text, delimiter)
        return
    swallowed = _row_inside(delimiter, max(_FEW, width - _FEW))
    for number, row in enumerate(checked, start=1):
        for place, cell in enumerate(row):
            if "\n" in cell and swallowed(cell):
                message = f"A quote that is opened in row {number} takes in the rows below it."
                yield Problem(cell_name(number, place), f"{message} Close it in the file.", is_question=True)


def _question_ends(text: str, delimiter: str) -> Iterator[Problem]:
    """Ask about the first row of our own list in which a quote ends inside a cell.

    Each row of it has a quoted cell: a quote that is left open before that ends inside of it.
    """
    rows, row = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        while next(rows, None) is not None:
            row += 1
    except csv.Error:
        message = f"A quote that is opened in row {row} ends inside another cell. Close it in the file."
        yield Problem(cell_name(row, 0), message, is_question=True)


def _row_inside(delimiter: str, least: int) -> Callable[[str], bool]:
    """Return what says whether a cell holds a line that looks like a row: parted, or begun as one is."""
    mark = re.escape(delimiter)
    begun = re.compile(rf"[^\s{mark}]{{1,20}}{mark}(?! )[^{mark}]*{mark}(?! )")

    def is_inside(cell: str) -> bool:
        lines = cell.split("\n")[1:]
        return any(line.count(delimiter) >= least or begun.match(line) for line in lines)

    return is_inside


def _is_open_at_end(text: str, delimiter: str) -> bool:
    """Say whether the text ends inside quotes: a field that is opened by a quote and not closed."""
    probe = f"{text}\n{_PROBE}"
    *_, last = csv.reader(StringIO(probe, newline=""), delimiter=delimiter)
    return last != [_PROBE]
