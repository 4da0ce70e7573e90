"""How high the rows of a sheet are, for who does not work it out: the lines of their fullest cell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from send_actions.reports.formats.column_widths import length_of

_LINE: Final = 1.32
"""Times the size of type, of a line with what is between it and the next."""
_ABOVE_AND_BELOW: Final = 2.0
_BESIDE: Final = 5.0
"""Points of a cell that its words do not have."""
_BOLD: Final = 1.12
_SURE: Final = 0.6
"""Of lines that are filled so far at most, no word at an end makes one more."""
_PIECE: Final = re.compile(r"[^\s–—/-]*[\s–—/-]*")
"""What is not parted by the end of a line."""


def height_of(cells: Iterable[tuple[str, float]], size: float, *, is_bold: bool = False) -> float:
    """The height in points of a row of cells, each with its width, in type of a size."""
    type_size = size * _BOLD if is_bold else size
    most = 1
    for text, width in cells:
        if "\n" in text or length_of(text, type_size) > (width - _BESIDE) * (most - 1 or 1) * _SURE:
            most = max(most, lines_in(text, width - _BESIDE, type_size))
    return round(most * size * _LINE + _ABOVE_AND_BELOW, 1)


def lines_in(text: str, width: float, size: float) -> int:
    """How many lines of a width a text takes, at least as many as it has."""
    return sum(_lines_of_one(line, width, size) for line in text.split("\n"))


def _lines_of_one(line: str, width: float, size: float) -> int:
    if length_of(line, size) <= width:
        return 1
    lines, filled = 1, 0.0
    for piece in _PIECE.findall(line):
        length = length_of(piece, size)
        if filled and filled + length > width and filled + length_of(piece.rstrip(), size) > width:
            lines, filled = lines + 1, 0.0
        over = max(0, math.ceil(length / width) - 1)
        lines, filled = lines + over, filled + length - over * width
    return lines
