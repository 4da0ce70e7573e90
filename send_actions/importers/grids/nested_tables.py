"""Tables within the cells of other tables: which of the two is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from send_actions.importers.grids.action_forms import action_form
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import find_headings
from send_actions.importers.grids.turned_forms import form_of_pairs, turned_form


def upright_grids(grids: Sequence[Grid], mapping: Mapping[str, str]) -> tuple[Grid, ...]:
    """Return the grids that are read, one that is a form with its rows as columns.

    A table within a table of actions is words of its cell; one that holds tables of actions is their frame.
    """
    grids = [form_of_pairs(grid, mapping) or grid for grid in grids]
    heads = {grid.name: bool(find_headings(grid, mapping)) for grid in grids}
    framed = (grid for grid in grids if _frame(grid))
    frames = {_frame(grid) for grid in framed if heads[grid.name] and not heads.get(_frame(grid))}
    return tuple(
        grid if heads[grid.name] else turned_form(grid, mapping) or action_form(grid, mapping) or grid
        for grid in grids
        if not (_frame(grid) and heads.get(_frame(grid))) and grid.name not in frames
    )


def _frame(grid: Grid) -> str:
    """Return the name of the table in whose cells another stands, empty for any other."""
    return "" if grid.is_sheet else grid.name.rpartition(".")[0]
