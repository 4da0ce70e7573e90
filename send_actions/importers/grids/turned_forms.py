"""Forms: an action to a table, its fields down the first column; read as a table of one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.importers.grids.cell_grid import EMPTY, Cell, Grid
from send_actions.importers.grids.found import is_heading_row

_MOST_ROWS: Final = 25
_FEWEST: Final = 3


def turned_form(grid: Grid, mapping: Mapping[str, str]) -> Grid | None:
    """Return a form as a grid whose columns are its rows; None for any other grid."""
    if not _FEWEST <= len(grid.rows) <= _MOST_ROWS:
        return None
    labels = [row[0] if row else EMPTY for row in grid.rows]
    width = max((len(row) for row in grid.rows), default=0)
    rows = range(len(grid.rows))
    columns: list[list[Cell]] = [[grid.cell(row, place) for row in rows] for place in range(1, width)]
    turned = Grid(grid.name, [labels, *columns], grid.above, is_sheet=grid.is_sheet, is_turned=True)
    return turned if is_heading_row(turned, 0, mapping) else None
