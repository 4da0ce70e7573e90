"""Tables that stand beside each other on one sheet: each is read as a grid of its own, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from send_actions.importers.grids.asides import is_aside_alone
from send_actions.importers.grids.cell_grid import EMPTY, Grid
from send_actions.importers.grids.found import find_headings
from send_actions.importers.grids.measure_tables import read_measure_table
from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.headings.other_tables import names_key

_ALIKE: Final = 3
"""How many columns of like meaning make two tables of one row of headings."""

Heads = Callable[[Grid], Sequence[int]]
"""What returns the rows of a grid that head tables of actions, from 0."""

Between = tuple[int, int]
"""The first of some columns that stand together, and the first after them, from 0."""


def parts_of(grid: Grid, mapping: Mapping[str, str], today: date) -> list[Grid]:
    """Return the parts of a grid that hold a table of actions or another each, the grid if it is one."""
    return _apart(
        grid,
        lambda part: [heading.row for heading in find_headings(part, mapping)],
        lambda part: not find_headings(part, mapping) and _is_other(part, today),
    )


def _is_other(part: Grid, today: date) -> bool:
    """Say whether a part of a sheet holds measures, a key or another table that is none of actions."""
    return read_measure_table(part, today) is not None or is_aside_alone(part)


def _apart(grid: Grid, heads: Heads, holds_others: Callable[[Grid], bool]) -> list[Grid]:
    """Return a sheet's tables that stand side by side, each where it stands; else the sheet alone.

    `heads` returns the rows that head tables of actions, `holds_others` says whether a grid has other tables.
    """
    headings = heads(grid) if grid.rows and not grid.is_turned else []
    if not grid.rows or not (grid.is_sheet or headings):
        return [grid]
    top = min(headings, default=0)
    parts = _by_repeated_header(grid, top, heads) if headings else []
    parts = parts or [*_by_empty_columns(grid, top, range(top, len(grid.rows)))]
    if len(parts) == 1:
        return [grid]
    joined: list[Grid] = []
    start = 0
    for number, (_, end) in enumerate(parts):
        window = _window(grid, (start, end))
        after = _window(grid, parts[number + 1]) if number + 1 < len(parts) else None
        if after is None or _begins_another(window, after, heads, holds_others):
            joined.append(window)
            start = end
    return joined if len(joined) > 1 else [grid]


def _begins_another(left: Grid, right: Grid, heads: Heads, holds_others: Callable[[Grid], bool]) -> bool:
    """Say whether a table begins beside another: of another kind, in another row, or with like columns."""
    of_left, of_right = heads(left), heads(right)
    if not of_left or not of_right:
        return all(heads(part) or holds_others(part) for part in (left, right))
    if not {*of_left} & {*of_right}:
        return True
    row = of_right[0]
    names = [[name for name in heading_names(part.texts(row)) if name] for part in (left, right)]
    fields = [{field_of(name, each) or weak_field(name) for name in each} - {None} for each in names]
    return len({*names[0]} & {*names[1]}) > 1 or len(fields[0] & fields[1]) >= _ALIKE


def _by_repeated_header(grid: Grid, row: int, heads: Heads) -> list[Between]:
    """Return the parts of a header whose first column comes again, where each part heads a table."""
    names = heading_names(grid.texts(row))
    first = next((place for place, name in enumerate(names) if name), 0)
    starts = [place for place, name in enumerate(names) if name == names[first]]
    bounds = [*zip(starts, [*starts[1:], max(map(len, grid.rows))], strict=True)]
    is_repeated = len(bounds) > 1 and all(row in heads(_window(grid, part)) for part in bounds)
    return bounds if is_repeated else []


def _by_empty_columns(grid: Grid, top: int, rows: Sequence[int]) -> Iterator[Between]:
    """Yield the columns that have words from a row on, in parts between those that have none."""
    width = max(map(len, grid.rows))
    filled = [False] * width
    for row in rows:
        for place, cell in enumerate(grid.rows[row]):
            if cell.text and (cell.across == 1 or row > top):
                filled[place : place + cell.across] = [True] * len(filled[place : place + cell.across])
    start = None
    for place in range(width + 1):
        if place < width and filled[place]:
            if start is not None and names_key(grid.cell(top, place).text):
                yield start, place
                start = None
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _window(grid: Grid, part: Between) -> Grid:
    """Return a grid with the cells of some columns alone, in their places."""
    start, end = part
    rows = [[*[EMPTY] * min(start, len(row)), *row[start:end]] for row in grid.rows]
    return replace(grid, rows=rows)
