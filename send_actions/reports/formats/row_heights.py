"""How high the rows of a sheet are, for who does not work it out: the lines of their fullest cell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from send_actions.reports.formats.column_widths import length_of
from send_actions.reports.formats.workbook import LINE_SIZES, SIZE, WORDS_WIDE, Line

_LINE: Final = 1.32
"""Times the size of type, of a line with what is between it and the next."""
_ABOVE_AND_BELOW: Final = 2.0
_BESIDE: Final = 5.0
"""Points of a cell that its words do not have."""
_BOLD: Final = 1.12
INDENT: Final = 9.0
"""Points before the words of a list's items."""
_PIECE: Final = re.compile(r"[^\s–—/-]*[\s–—/-]*")
"""What is not parted by the end of a line."""


def height_of(cells: Iterable[tuple[str, float]], size: float, *, bold: float = 0) -> float:
    """The height in points of a row of cells, each with its width, in type of a size, so much of it bold."""
    type_size = size * (1 + (_BOLD - 1) * bold)
    most = max((lines_in(text, width - _BESIDE, type_size) for text, width in cells), default=1)
    return round(most * size * _LINE + _ABOVE_AND_BELOW, 1)


def height_of_line(line: Line) -> float:
    """The height in points of a row of the first sheet: its indent and what is bold in it are counted."""
    strong = sum(len(text) for text, is_strong in line.pieces if is_strong)
    bold = 1 if line.is_heading else strong / max(1, len(line.text))
    room = WORDS_WIDE - INDENT if line.look == "item" else WORDS_WIDE
    return height_of([(line.text, room)], LINE_SIZES.get(line.look, SIZE), bold=bold)


def lines_in(text: str, width: float, size: float) -> int:
    """How many lines of a width a text takes, at least as many as it has."""
    room = width / size
    if "\n" not in text:
        return _lines_of_one(text, room)
    return sum(_lines_of_one(line, room) for line in text.split("\n"))


def _lines_of_one(line: str, room: float) -> int:
    """How many lines one line takes where there is room for so much, in sizes of its type."""
    if length_of(line, 1) <= room:
        return 1
    lines, filled = 1, 0.0
    for piece in _PIECE.findall(line):
        length = length_of(piece, 1)
        if filled + length > room:
            if filled and filled + length_of(piece.rstrip(), 1) > room:
                lines, filled = lines + 1, 0.0
            if length > room:
                over = math.ceil(length / room) - 1
                lines, length = lines + over, length - over * room
        filled += length
    return lines
