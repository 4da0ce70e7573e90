"""A return as it comes back: its rows by the columns that it was given, wherever they stand by now."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.domain.text import fold, printable
from send_actions.domain.words.return_words import ASKED, ReturnColumn, ReturnFact
from send_actions.errors import SendActionsError
from send_actions.importers.cell_text import plain
from send_actions.importers.csv_file import read_sheet
from send_actions.importers.file_kinds import is_folder, why_not_read
from send_actions.importers.grids.cell_grid import Book, Cell, Grid
from send_actions.importers.grids.xlsx_grids import read_workbook
from send_actions.importers.problems import Problem, cell_name
from send_actions.importers.returns.words_outside import Header, words_outside

_SEARCHED: Final = 20
_NEAR: Final = 0.85
_LEAST: Final = 2
_NO_LETTER: Final = re.compile(r"[\W_]+")
_WORKBOOKS: Final = (".xlsx", ".xltx")
_TEXTS: Final = (".csv", ".tsv", ".tab", ".psv", ".txt")
_NAMING: Final = frozenset({ReturnColumn.REF, ReturnColumn.KEPT_AS})
"""The columns that say of which action a row is: one of them is enough."""
FILE: Final = "file"
"""What stands in the place of a cell where a whole file is meant."""


class SheetRow(NamedTuple):
    """A row of a return: its number, and the words of each of its columns."""

    number: int
    cells: Mapping[ReturnColumn, str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells.values())


@dataclass(frozen=True)
class ReturnSheet:
    """The rows of a return, the place of each column, what the file says of itself, and what is in doubt.

    `prefix` stands before the names of its cells where several returns are read at once.
    """

    name: str
    places: Mapping[ReturnColumn, int]
    rows: tuple[SheetRow, ...]
    facts: Mapping[ReturnFact, str]
    problems: tuple[Problem, ...] = ()
    prefix: str = ""

    @cached_property
    def digest(self) -> str:
        """What the same rows with the same words are known again by, however the file was saved."""
        rows = [
            (row.number, sorted((str(name), words) for name, words in row.cells.items())) for row in self.rows
        ]
        return sha256(repr((sorted(self.facts.items()), rows)).encode()).hexdigest()

    def cell(self, row: int, column: ReturnColumn) -> str:
        """Return the name of a cell; that of what names its action where the column is not in the file."""
        named = self.places.get(ReturnColumn.REF, self.places.get(ReturnColumn.KEPT_AS, 0))
        place = self.places.get(column, named)
        return f"{self.prefix}{cell_name(row, place)}"


def read_return_sheet(path: Path, *, prefix: str = "") -> ReturnSheet:
    """Return the rows of a return; raises SendActionsError for a file that is none or cannot be read."""
    book = _book(path)
    headers = [header for grid in book.grids for header in _headers(grid)]
    found = max(headers, key=lambda header: len(header.places), default=None)
    if found is None:
        raise SendActionsError(
            f"{book.name} is no return: no sheet has the headings {ReturnColumn.REF}, {ReturnColumn.STATUS} "
            f"and {ReturnColumn.NOTE}. Take the file that `return make` wrote and its owner filled in."
        )
    rows = tuple(row for row in _rows(found) if not row.is_empty)
    facts = {fact: said for grid in book.grids if grid is not found.grid for fact, said in _facts(grid)}
    also = [header for header in headers if header.grid is not found.grid]
    problems = [
        *(Problem(f"{prefix}{FILE}", told) for told in book.left_out),
        *words_outside(book, found, also, facts, prefix),
        *_without_columns(found, prefix),
    ]
    return ReturnSheet(book.name, found.places, rows, facts, tuple(problems), prefix)


def is_filled_in(path: Path) -> bool:
    """Say whether somebody wrote in a return, in a column that it shows empty."""
    try:
        rows = read_return_sheet(path).rows
    except SendActionsError:
        return False
    return any(words and _key(column) in _OWN for row in rows for column, words in row.cells.items())


def is_return_header(texts: Sequence[str]) -> bool:
    """Say whether headings are those of a return, and not of a plan that asks some of the same."""
    keys = {_key(text) for text in texts}
    return _key(ReturnColumn.REF) in keys and len(_OWN & keys) >= _LEAST


class ReturnGivenError(SendActionsError):
    """A return that was given as a plan, which would bring in what was only shown."""


def refuse_return(name: str, headers: Iterable[Sequence[str]]) -> None:
    """Raise ReturnGivenError for a return given as a plan."""
    if any(map(is_return_header, headers)):
        raise ReturnGivenError(
            f"{name} is a return that an owner filled in: take it with "
            f"`send-actions return take {shlex.quote(name)}`."
        )


def _book(path: Path) -> Book:
    ending, name = path.suffix.lower(), printable(path.name)
    if ending in _TEXTS:
        sheet = read_sheet(path, is_header=lambda cells: _is_header(_places(cells)))
        rows = [*sheet.above, sheet.header, *sheet.rows]
        return Book(name, (Grid("", [[Cell(text) for text in row] for row in rows]),))
    if why := why_not_read(path):
        raise SendActionsError(why)
    if ending not in _WORKBOOKS and not is_folder(path):
        raise SendActionsError(f"{name} is no workbook: save the return as .xlsx, then take that file.")
    return read_workbook(path)


def _headers(grid: Grid) -> Iterator[Header]:
    for row in range(min(_SEARCHED, len(grid.rows))):
        texts = grid.texts(row)
        places = _places(texts)
        if _is_header(places):
            known = set(places.values())
            others = tuple(place for place in grid.filled(row) if place not in known)
            yield Header(grid, row, places, others)


def _is_header(places: Mapping[ReturnColumn, int]) -> bool:
    return bool(_NAMING & places.keys()) and len(ASKED & places.keys()) >= _LEAST


def _places(texts: Sequence[str]) -> dict[ReturnColumn, int]:
    """Return the places of the columns that headings name, the first of each; a slip of writing is read."""
    places: dict[ReturnColumn, int] = {}
    for is_near in (False, True):
        for place, text in enumerate(texts):
            column = _column_of(text, is_near=is_near) if place not in places.values() else None
            if column and column not in places:
                places[column] = place
    return places


def _column_of(text: str, *, is_near: bool) -> ReturnColumn | None:
    key = _key(text)
    if not is_near or not key:
        return _BY_KEY.get(key)
    near = get_close_matches(key, _BY_KEY, n=1, cutoff=_NEAR)
    return _BY_KEY[near[0]] if near else None


def _key(text: str) -> str:
    return _NO_LETTER.sub("", fold(text))


_BY_KEY: Final[Mapping[str, ReturnColumn]] = {
    **{_key(column.value): column for column in ReturnColumn},
    **dict.fromkeys(("refno", "reference", "actionref"), ReturnColumn.REF),
    **dict.fromkeys(("update", "comment", "comments", "progress", "note"), ReturnColumn.NOTE),
    **dict.fromkeys(("rag", "ragstatus", "newstatus"), ReturnColumn.STATUS),
    **dict.fromkeys(("newdate", "reviseddate", "newdue"), ReturnColumn.NEW_DUE),
}
"""Each column by the letters of its heading, and of what people make of it."""

_OWN: Final = frozenset(
    _key(column)
    for column in (
        *(ReturnColumn.NO_CHANGE, ReturnColumn.NOTE),
        *(ReturnColumn.NEW_DUE, ReturnColumn.WHY_NEW_DUE),
    )
)
"""The letters of headings that hardly any plan has, and every return."""


def _rows(header: Header) -> Iterator[SheetRow]:
    for row in header.below:
        if header.is_repeated(row):
            continue
        found = {column: header.grid.cell(row, place) for column, place in header.places.items()}
        cells = {
            column: "" if cell.is_struck else plain(cell.text, one_line=False)
            for column, cell in found.items()
        }
        yield SheetRow(row + 1, cells)


def _facts(grid: Grid) -> Iterator[tuple[ReturnFact, str]]:
    known = {_key(fact.value): fact for fact in ReturnFact}
    for row in range(min(_SEARCHED, len(grid.rows))):
        said = [grid.cell(row, place).text.strip() for place in grid.filled(row)]
        if len(said) == _LEAST and _key(said[0]) in known:
            yield known[_key(said[0])], said[1]


def _without_columns(header: Header, prefix: str) -> Iterator[Problem]:
    """Yield what is in doubt where columns of a return are missing."""
    missing = [column.value for column in ReturnColumn if column in ASKED - header.places.keys()]
    if missing:
        cell = f"{prefix}{cell_name(header.row + 1, 0)}"
        yield Problem(cell, f"There is no column {', '.join(missing)}: of that nothing is taken.")
