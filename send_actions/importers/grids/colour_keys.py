"""Keys of colours: the table, the corner of a sheet or the sentence that says what each colour means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.importers.grids.cell_grid import Book, Grid
from send_actions.importers.grids.found import Found, named_cell
from send_actions.importers.grids.key_rows import key_end, key_entry
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import COLOUR_WORDS, colour_name

_SENTENCE: Final = re.compile(
    r"\b(red|amber|yellow|green|blue|grey|gray|purple)\b\s*(?:\([^()]*\)\s*)?[=:–—-]\s*([^;\n|]{3,200}?)"
    r"(?=\s*(?:[;\n|]|[.,]?\s*\b(?:red|amber|yellow|green|blue|grey|gray|purple)\b\s*[=:–—-]|$))",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"\b([RAGB])\s*[=:–-]\s*([^;,\n|]{3,100})")
_CODES: Final = re.compile(
    r"\b(\d|[A-Za-z])\s*[=:–-]\s*(red|amber|yellow|green|blue|grey|gray|purple)\b", re.IGNORECASE
)
"""What a key says of codes that stand for colours: 1 = Red, 2 = Amber."""

_COLOURS: Final = {"R": "red", "A": "amber", "G": "green", "B": "blue"}
_FEWEST: Final = 2
_NARROW: Final = 4


def find_keys(book: Book, tables: Sequence[Found]) -> list[KeyWords]:
    """Return what a book says of colours outside of its tables' rows."""
    found: list[KeyWords] = []
    for grid in book.grids:
        taken = {row for table in tables if table.grid is grid for row, _ in table.rows}
        heads = {
            table.heading.row + n for table in tables if table.grid is grid for n in range(table.heading.rows)
        }
        rows = [row for row in range(len(grid.rows)) if row not in taken and row not in heads]
        of_cells = [*_of_cells(grid, rows)]
        if len({key.colour for key in of_cells}) < _FEWEST:
            of_cells = []
        told = {key.cell for key in of_cells}
        found += [*of_cells, *(key for key in _of_runs(grid, rows) if key.cell not in told)]
        found += [key for row in rows for key in _of_sentences(grid, row)]
    for line in book.lines:
        found += _in_sentence(line.text, "text")
    return found


def _of_cells(grid: Grid, rows: Sequence[int]) -> Iterator[KeyWords]:
    """Yield the colours that stand beside words, or behind them, in rows with little else."""
    narrow = [row for row in rows if len(grid.filled(row)) <= _NARROW]
    stand = {cell.text.strip() for row in narrow for cell in grid.rows[row]}
    letters = _COLOURS if {"R", "G"} <= stand else {}
    for row in narrow:
        cells = grid.rows[row]
        for place, cell in enumerate(cells):
            colour = cell.fill if cell.fill and colour_name(cell.fill) else ""
            words = " ".join(cell.text.split())
            if not colour and (words.casefold() in COLOUR_WORDS or words in letters):
                colour, words = letters.get(words, words.casefold()), ""
            if not colour:
                continue
            beside = next((other for other in cells[place + 1 :] if other.text.strip()), None)
            if (not words or words.casefold() in COLOUR_WORDS) and beside and not beside.fill:
                words = " ".join(beside.text.split())
            if words:
                at = next(
                    (n for n, other in enumerate(cells) if " ".join(other.text.split()) == words), place
                )
                yield KeyWords(colour, words, _cell(grid, row, at))


def _of_runs(grid: Grid, rows: Sequence[int]) -> Iterator[KeyWords]:
    """Yield what rows that stand together say of words of status, or of colours in one cell with them."""
    wanted = {*rows}
    row = 0
    while row < len(grid.rows):
        last = row
        while last in wanted:
            last += 1
        end = key_end(grid, row, last)
        for number in range(row, end):
            if entry := key_entry(grid, number):
                colour = _COLOURS.get(entry.word.upper(), entry.word)
                yield KeyWords(colour, entry.meaning, _cell(grid, number, entry.place))
        row = max(end, row + 1)


def _of_sentences(grid: Grid, row: int) -> Iterator[KeyWords]:
    for place in grid.filled(row):
        yield from _in_sentence(grid.cell(row, place).text, _cell(grid, row, place))


def _in_sentence(text: str, cell: str) -> list[KeyWords]:
    found = [KeyWords(match[1].casefold(), match[2].strip(" .,"), cell) for match in _SENTENCE.finditer(text)]
    found = found or [KeyWords(_COLOURS[m[1]], m[2].strip(" .,"), cell) for m in _LETTERS.finditer(text)]
    found = found or [KeyWords(m[2].casefold(), m[1], cell) for m in _CODES.finditer(text)]
    return found if len({key.colour for key in found}) >= _FEWEST else []


def is_key_line(text: str) -> bool:
    """Say whether a text says of several colours what they mean."""
    return bool(_in_sentence(text, ""))


def _cell(grid: Grid, row: int, place: int) -> str:
    return named_cell(grid, row, place)
