"""A sheet of a workbook or a table of a document: cells with their colours, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words and the colour behind them as six figures; one that is merged covers those beside it.

    One that `is_struck` has a line through all of its words; `struck` and `unseen` are words that were left
    out of it as they are struck out or hidden. One that `has_picture` shows a picture. `ink` is the colour of
    its words, if they have one.
    """

    text: str = ""
    fill: str = ""
    across: int = 1
    down: int = 1
    is_covered: bool = False
    is_struck: bool = False
    struck: str = ""
    unseen: str = ""
    has_picture: bool = False
    ink: str = ""


EMPTY: Final = Cell()
COVERED: Final = Cell(is_covered=True)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand above a grid; `level` is that of a heading, 0 for none, `cell` their cell if any."""

    text: str
    level: int = 0
    cell: str = ""


@dataclass(frozen=True)
class Grid:
    """Cells in rows, each as wide as it is filled; `name` is the sheet's, or T1 for a document's first table.

    `above` are the words between it and the grid before. In one that `is_turned` the rows are the columns.
    `hidden` are the rows, from 0, that the file does not show, `hidden_columns` the columns; `names` those of
    cells that stand elsewhere in the file, by row and place. `asides` are the first row and the end of blocks
    below its tables that are none of their rows. In one that `is_ruled` rules give colours to cells.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    above: tuple[Line, ...] = ()
    is_sheet: bool = False
    is_turned: bool = False
    hidden: frozenset[int] = frozenset()
    names: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    asides: tuple[tuple[int, int], ...] = ()
    is_ruled: bool = False

    def cell(self, row: int, place: int) -> Cell:
        """Return a cell by its row and place, both from 0; an empty one beyond the last."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[place] if 0 <= place < len(cells) else EMPTY

    def texts(self, row: int) -> list[str]:
        """Return the words of a row's cells."""
        return [cell.text for cell in self.rows[row]]

    def filled(self, row: int) -> list[int]:
        """Return the places of a row that have words."""
        return [place for place, cell in enumerate(self.rows[row]) if cell.text.strip()]

    def is_aside(self, row: int) -> bool:
        """Say whether a row stands in a block that is none of a table's rows."""
        return any(start <= row < end for start, end in self.asides)

    def over(self, row: int, place: int) -> tuple[int, int]:
        """Return where the cell stands that covers another by being merged; its own place for any other."""
        for up in range(row + 1):
            for left in range(place + 1):
                if not self.cell(row - up, place - left).is_covered:
                    cell = self.cell(row - up, place - left)
                    if cell.down > up and cell.across > left:
                        return row - up, place - left
                    break
        return row, place

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        return iter(self.rows)


@dataclass(frozen=True)
class Book:
    """All grids of a file, and its words that stand in none; `left_out` says what of it was not read."""

    name: str
    grids: tuple[Grid, ...]
    lines: tuple[Line, ...] = ()
    left_out: tuple[str, ...] = ()
