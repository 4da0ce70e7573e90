"""Tables of a document that say who leads an area, what is wanted of it or how it stands, and no actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.importers.grids.cell_grid import Grid, Line
from send_actions.importers.headings.labelled_lines import OWNERS, meant_by
from send_actions.importers.problems import cell_name

_SAID: Final = OWNERS | {"outcome", "judged"}
_PAIR: Final = 2
_MOST_ROWS: Final = 8


def block_lines(grid: Grid) -> tuple[Line, ...]:
    """Return what such a table says, a line for each of its labels; nothing of any other table.

    Each label of it is of the area, and has its words beside it.
    """
    if grid.is_sheet or not 0 < len(grid.rows) <= _MOST_ROWS:
        return ()
    found: list[Line] = []
    for row in range(len(grid.rows)):
        filled = grid.filled(row)
        for label, words in zip(filled[::_PAIR], filled[1::_PAIR], strict=False):
            name = grid.cell(row, label).text.strip().rstrip(":")
            if meant_by(name) not in _SAID:
                return ()
            said = " ".join(grid.cell(row, words).text.split())
            found.append(Line(f"{name}: {said}", cell=f"{grid.name}!{cell_name(row + 1, words)}"))
        if len(filled) % _PAIR:
            return ()
    return tuple(found)


def are_read(grid: Grid, headed: Sequence[Grid]) -> bool:
    """Say whether a table is such a block with actions below it that take what it says."""
    lines = block_lines(grid)
    return bool(lines) and any(line in other.above for other in headed for line in lines)
