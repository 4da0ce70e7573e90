"""Columns that a table is given of words that stand in cells of their own."""

from __future__ import annotations

from collections.abc import Mapping

from send_actions.importers.grids.found import Found


def add_apart(
    table: Found,
    heading: str,
    meant: str,
    words: Mapping[int, str],
    cells: Mapping[int, str],
    *,
    head: str = "",
) -> None:
    """Add a column of words by row whose cells are named, as `head` is the cell of its heading.

    One that is meant by its heading alone has no field.
    """
    at = max(*table.at, *(len(row) - 1 for row in table.grid.rows)) + 1
    table.add_column(heading, meant, at, words)
    if not meant:
        del table.meant[len(table.header) - 1]
    bare = {row: name.removeprefix(f"{table.grid.name}!") for row, name in cells.items()}
    table.names |= {(row, at): name for row, name in bare.items()}
    table.names[table.heading.row, at] = head.removeprefix(f"{table.grid.name}!") or next(iter(bare.values()))
