"""A document's table that goes on in another without a header, as one that was split over two pages does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Found, Heading, fields_of
from send_actions.importers.grids.rows_of_tables import read_rows

_FEWEST_COLUMNS: Final = 3


def read_found(
    name: str, headings: Sequence[tuple[Grid, Sequence[Heading]]], mapping: Mapping[str, str]
) -> Iterator[Found]:
    """Yield the tables of all grids, those that go on from the one above under its header."""
    last: Found | None = None
    for grid, found in headings:
        if not found and last and _goes_on(last, grid, mapping):
            yield _under(last, name, grid, mapping)
            continue
        last = None
        for heading in found:
            yield (last := read_rows(name, grid, heading, mapping))


def _under(last: Found, name: str, grid: Grid, mapping: Mapping[str, str]) -> Found:
    table = read_rows(
        name, grid, Heading(0, 0, (), len(grid.rows)), mapping, last.header[: _width(last.grid)]
    )
    table.doubt(0, 0, f"This table has no header: it is read under that of {last.grid.name} above it.")
    return table


def _goes_on(last: Found, grid: Grid, mapping: Mapping[str, str]) -> bool:
    """Say whether a table directly below another is as wide, and has a ref or a date where that has them."""
    is_inside = grid.is_sheet or "." in grid.name
    is_apart = is_inside or grid.above or grid.is_turned or last.grid.is_turned
    if is_apart or not grid.rows or _width(grid) != _width(last.grid) or _width(grid) < _FEWEST_COLUMNS:
        return False
    texts = grid.texts(0)
    fields = fields_of(last.header[: len(texts)], mapping)
    return any(
        name in ("ref", "due") and any(map(str.isdigit, text))
        for name, text in zip(fields, texts, strict=False)
    )


def _width(grid: Grid) -> int:
    return max(map(len, grid.rows))
