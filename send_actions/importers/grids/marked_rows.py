"""Rows of actions that a file hides or strikes out: they come in, and are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells


def marked_rows(tables: Sequence[Found]) -> Iterator[Problem]:
    """Yield a doubt for all actions in rows that are not shown, and one for those that are struck out."""
    hidden = [cell for table in tables for row, cell in _actions(table) if row in table.grid.hidden]
    struck = [cell for table in tables for row, cell in _actions(table) if _is_struck(table, row)]
    if hidden:
        yield Problem(hidden[0], _told(hidden, "hidden in the file", "."))
    if struck:
        yield Problem(struck[0], _told(struck, "struck out", f'; --ref "{struck[0]}=none" leaves one out.'))


def _told(cells: list[str], how: str, ending: str) -> str:
    if len(cells) == 1:
        return f"This row is {how}: it comes in all the same{ending.replace('leaves one', 'leaves it')}"
    return f"{len(cells)} rows are {how} ({list_cells(cells)}): they come in all the same{ending}"


def _actions(table: Found) -> Iterator[tuple[int, str]]:
    """Yield the rows of a table's actions, each once, with the cell that an answer about its ref names."""
    place = table.at[(table.places("ref") or table.places("title"))[0]]
    for row in dict.fromkeys(row for row, _ in table.rows):
        yield row, table.cell(row, place)


def _is_struck(table: Found, row: int) -> bool:
    place = table.at[table.places("title")[0]]
    return table.grid.cell(*table.grid.over(row, place)).is_struck
