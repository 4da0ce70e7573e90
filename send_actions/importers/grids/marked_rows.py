"""What a file hides, strikes out or shows as a picture: rows of actions come in, and all is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells, quoted

_MOST: Final = 5


def marked_rows(tables: Sequence[Found]) -> Iterator[Problem]:
    """Yield a doubt for the actions in rows not shown, one for those struck out, and for what cells hide."""
    hidden = [cell for table in tables for row, cell in _actions(table) if row in table.grid.hidden]
    struck = [cell for table in tables for row, cell in _actions(table) if _is_struck(table, row)]
    if hidden:
        yield Problem(hidden[0], _told(hidden, "hidden in the file", "."))
    if struck:
        yield Problem(struck[0], _told(struck, "struck out", f'; --ref "{struck[0]}=none" leaves one out.'))
    yield from _marked_cells(tables)


def _marked_cells(tables: Sequence[Found]) -> Iterator[Problem]:
    """Yield a doubt for all words left out as they are struck out, as they are hidden, and for pictures."""
    cells = [
        (table.cell(row, place), cell)
        for table in tables
        for row, beside in table.body.items()
        for place, cell in zip(table.at, beside, strict=False)
    ]
    struck = [(name, cell.struck) for name, cell in cells if cell.struck]
    unseen = [(name, cell.unseen) for name, cell in cells if cell.unseen]
    if struck:
        yield Problem(struck[0][0], f"Words that are struck out are left out: {_named(struck)}.")
    if unseen:
        yield Problem(unseen[0][0], f"Hidden words are left out: {_named(unseen)}.")
    if shown := [name for name, cell in cells if cell.has_picture and not cell.text.strip()]:
        told = "A picture stands where words would: what it shows is not read."
        if len(shown) > 1:
            where = list_cells(shown)
            told = f"Pictures stand where words would ({where}): what they show is not read."
        yield Problem(shown[0], told)


def _named(found: Sequence[tuple[str, str]]) -> str:
    shown = [f"{quoted(words)} ({name})" for name, words in found[:_MOST]]
    more = len(found) - _MOST
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


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
