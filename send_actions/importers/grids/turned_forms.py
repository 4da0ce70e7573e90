"""Forms: an action to a table, its fields down the first column or down two; read as a table of one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.importers.grids.cell_grid import EMPTY, Cell, Grid
from send_actions.importers.grids.found import fields_of, is_heading_row
from send_actions.importers.problems import cell_name

_MOST_ROWS: Final = 25
_FEWEST: Final = 3
_PAIRS: Final = (0, 2)
_WIDTH: Final = 4
_SHARE: Final = 0.75
"""How many of a form's labels are known, where a table with a header has words of its rows in their place."""


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


def form_of_pairs(grid: Grid, mapping: Mapping[str, str]) -> Grid | None:
    """Return a form with labels in its first and third column as a table of one row; None for any other."""
    if not len(_PAIRS) <= len(grid.rows) <= _MOST_ROWS or max(map(len, grid.rows)) != _WIDTH:
        return None
    places = [
        (row, place)
        for place in _PAIRS
        for row in range(len(grid.rows))
        if grid.cell(row, place).text.strip() and not grid.cell(row, place).is_covered
    ]
    labels = [grid.cell(row, place) for row, place in places]
    known = [field for field in fields_of([label.text for label in labels], mapping) if field]
    is_form = len(labels) > len(grid.rows) and len(known) >= _SHARE * len(labels)
    if not is_form or len(set(known)) < len(known):
        return None
    values = [grid.cell(row, place + 1) for row, place in places]
    names = {
        (side, number): cell_name(row + 1, place + side)
        for side in (0, 1)
        for number, (row, place) in enumerate(places)
    }
    turned = Grid(
        grid.name, [labels, values], grid.above, is_sheet=grid.is_sheet, is_turned=True, names=names
    )
    return turned if is_heading_row(turned, 0, mapping) else None
