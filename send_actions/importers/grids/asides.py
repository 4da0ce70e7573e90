"""Blocks of rows below a sheet's table of actions that hold none: a key, measures, a table of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Heading, named_cell
from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.problems import Problem, quoted
from send_actions.importers.statuses.colour_key import COLOUR_WORDS

_FEWEST: Final = 2
_NARROW: Final = 3
_LONGEST_HEADING: Final = 40
_LETTERS: Final = frozenset("ragb")


def with_asides(grid: Grid, headings: Sequence[Heading]) -> Grid:
    """Return a sheet with the blocks marked that stand below its tables and are none of their rows."""
    if not grid.is_sheet or grid.is_turned:
        return grid
    found = [
        block
        for heading in headings
        for block in _blocks(grid, heading)
        if _is_key(grid, block) or _heads_another(grid, _first(grid, block))
    ]
    return replace(grid, asides=tuple(found)) if found else grid


def aside_grids(grid: Grid) -> Iterator[Grid]:
    """Yield each block beside the tables as a grid, its rows where they stand."""
    for start, end in grid.asides:
        yield replace(grid, rows=[*[[]] * start, *grid.rows[start:end]], asides=())


def left_aside(grid: Grid) -> Problem | None:
    """Return the doubt about a block that is not read; None for a key of colours, which is."""
    end = len(grid.rows)
    start = next(row for row in range(end) if grid.rows[row])
    if _is_key(grid, (start, end)):
        return None
    words = quoted(grid.cell(start, grid.filled(start)[0]).text)
    told = f"Rows {start + 1} to {end} hold no actions ({words}): left out."
    return Problem(named_cell(grid, start, grid.filled(start)[0]), told)


def _blocks(grid: Grid, heading: Heading) -> Iterator[tuple[int, int]]:
    """Yield the rows below a table's first that stand together between empty ones."""
    start = None
    is_apart = False
    for row in range(heading.row + heading.rows, heading.end + 1):
        is_filled = row < heading.end and bool(grid.filled(row))
        if is_filled and start is None and is_apart:
            start = row
        elif not is_filled:
            if start is not None:
                yield start, row
            start, is_apart = None, True


def _first(grid: Grid, block: tuple[int, int]) -> int:
    """Return the first row of a block below its title."""
    start, end = block
    return start + 1 if len(grid.filled(start)) == 1 and end - start > 1 else start


def _is_key(grid: Grid, block: tuple[int, int]) -> bool:
    """Say whether a block tells what colours mean, with a header at most."""
    rows = range(_first(grid, block), block[1])
    of_colours = [row for row in rows if len(grid.filled(row)) <= _NARROW and _names_colour(grid, row)]
    return len(of_colours) >= _FEWEST and len(of_colours) >= len(rows) - 1


def _names_colour(grid: Grid, row: int) -> bool:
    words = " ".join(grid.cell(row, grid.filled(row)[0]).text.casefold().split())
    return words in COLOUR_WORDS or words in _LETTERS


def _heads_another(grid: Grid, row: int) -> bool:
    """Say whether a row heads a table of measures, or of something else than actions."""
    texts = [text for text in grid.texts(row) if text.strip()]
    if len(texts) < _FEWEST or any(
        len(text) > _LONGEST_HEADING or re.search(r"\d\.\d", text) for text in texts
    ):
        return False
    names = heading_names(texts)
    fields = [field_of(name, names) or weak_field(name) for name in names]
    if "measure" in fields:
        return True
    known = [meant for meant in fields if meant]
    return len(known) >= _FEWEST and len(texts) > _FEWEST and "title" not in known
