"""How wide the columns of a table are: as its words want it, as far as the page has room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from send_actions.domain.text import width_of_character
from send_actions.reports.document import Table

MOST_UPRIGHT: Final = 6
"""Columns; a table with more wants a page on its side."""

SHORT: Final = 8.0
"""Times the size of type; lines no longer than this, such as a status or a month, are not broken."""

_WIDTHS: Final = {
    222: "ijl'",
    278: " !,./:;I[\\]ft",
    333: "-()`r",
    500: "ckJsvxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "@…—",
}
"""Thousandths of the size of type, as Arial and its kin are cut."""
_MOST: Final = 556
_WIDE: Final = 1000
_WIDTH_OF: Final = {character: width for width, several in _WIDTHS.items() for character in several}
_SLACK: Final = 1.05
"""Other fonts take somewhat more."""
_BOLD: Final = 1.18
"""So does the bold type of a header."""
_ROUNDS: Final = 4
_LAST_LINE: Final = 0.4
"""How much of a cell's last line is empty, more or less."""
_BREAKS_AFTER: Final = "-–—/"
"""What a line may be broken after, as it may be at spaces."""


class Column(NamedTuple):
    """What a column wants, in points: its longest word or short line at least, its longest line at most.

    `cells` are the lengths of the lines of each cell, `padding` what a cell has around them.
    """

    least: float
    wish: float
    cells: tuple[tuple[float, ...], ...]
    padding: float


def columns_of(tables: Sequence[Table], size: float, padding: float) -> tuple[Column, ...]:
    """What each column of tables of one header wants together, so that they look alike.

    The size of type and the padding of cells are in points, as is all that is returned.
    """
    rows = (row for table in tables for row in table.rows)
    return tuple(
        _column([str(cell).splitlines() for cell in cells], size, padding)
        for cells in zip(tables[0].header, *rows, strict=True)
    )


def is_wide(columns: tuple[Column, ...], room: float) -> bool:
    """Whether a table wants a page on its side: many columns, or words that would not fit into fewer."""
    return len(columns) > MOST_UPRIGHT or sum(column.least for column in columns) > room


def widths_of(columns: tuple[Column, ...], room: float) -> list[float]:
    """The width of each column; together no more than the room, and less where no line needs more.

    Where the lines do not fit, columns share what there is so that the rows are low: each by the square root
    of what it says in the rows that it makes high, at first of all it says.
    """
    if sum(column.wish for column in columns) <= room:
        return [column.wish for column in columns]
    least = sum(column.least for column in columns)
    if least >= room:
        return [column.least * room / least for column in columns]
    cells = list(zip(*(column.cells for column in columns), strict=True))
    said = [[sum(cell) for cell in row] for row in cells]
    weights = [sum(column) for column in zip(*said, strict=True)]
    widths = _shared(columns, weights, room)
    for _ in range(_ROUNDS):
        now = _weights(cells, said, [w - c.padding for w, c in zip(widths, columns, strict=True)])
        weights = [(before + after) / 2 for before, after in zip(weights, now, strict=True)]
        widths = _shared(columns, weights, room)
    return widths


def length_of(text: str, size: float) -> float:
    """How long a text on one line is, in points, of type of a size."""
    return _width(text) * size * _SLACK / 1000


def _weights(
    rows: Sequence[Sequence[tuple[float, ...]]], said: Sequence[Sequence[float]], inner: Sequence[float]
) -> list[float]:
    """How much each column says in the rows whose height it sets, a cell of half the height for a quarter.

    `said` is what each cell of the rows says, `inner` the width of each column without its padding.
    """
    weights = [0.0] * len(inner)
    for row, says in zip(rows, said, strict=True):
        heights = list(map(_height, row, inner))
        highest = max(heights)
        for place, (height, words) in enumerate(zip(heights, says, strict=True)):
            share = height / highest
            weights[place] += words * share * share
    return weights


def _height(cell: tuple[float, ...], width: float) -> float:
    """About how many lines a cell takes."""
    if len(cell) == 1:
        lines = cell[0] / width + _LAST_LINE
        return lines if lines > 1 else 1.0
    return sum(max(1.0, length / width + _LAST_LINE) for length in cell)


def _shared(columns: tuple[Column, ...], weights: list[float], room: float) -> list[float]:
    """Shares of the room; a column that would get too little or too much gets its bound, the rest go on."""
    roots = [math.sqrt(weight) + 1 for weight in weights]
    widths: dict[int, float] = {}
    while len(widths) < len(columns):
        free = [place for place in range(len(columns)) if place not in widths]
        left = room - sum(widths.values())
        unit = left / sum(roots[place] for place in free)
        bound = {place: _within(columns[place], unit * roots[place]) for place in free}
        over = sum(bound.values()) - left
        if math.isclose(over, 0, abs_tol=1e-6):
            widths |= bound
        else:  # what is bound on the side that is out of balance is settled
            widths |= {
                place: width for place, width in bound.items() if (width - unit * roots[place]) * over > 0
            }
    return [widths[place] for place in range(len(columns))]


def _within(column: Column, width: float) -> float:
    return min(max(width, column.least), column.wish)


def _column(cells: list[list[str]], size: float, padding: float) -> Column:
    points, bold = size * _SLACK / 1000, size * _BOLD / 1000
    header, *others = cells
    lengths = [tuple(_width(line) * points for line in cell) for cell in others]
    line = max((length for cell in lengths for length in cell), default=0)
    unbroken = line if line <= SHORT * size else _longest_word(others) * points
    word = max(_longest_word([header]) * bold, unbroken)
    lengths.insert(0, tuple(_width(line) * bold for line in header))
    return Column(word + padding, max(map(max, lengths)) + padding, tuple(lengths), padding)


def _longest_word(cells: list[list[str]]) -> int:
    text = "\n".join(line for cell in cells for line in cell)
    for character in _BREAKS_AFTER:
        text = text.replace(character, f"{character} ")
    return max(map(_width, set(text.split())), default=0)


@lru_cache(maxsize=1 << 14)
def _width(text: str) -> int:
    return sum(map(_width_of_character, text))


@lru_cache(maxsize=1 << 10)
def _width_of_character(character: str) -> int:
    if width_of_character(character) != 1:
        return width_of_character(character) * _WIDE // 2
    return _WIDTH_OF.get(character, _MOST)
