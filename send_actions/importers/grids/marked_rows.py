"""What a file hides, strikes out or shows as a picture: told, whether it comes in or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from send_actions.importers.grids.cell_grid import Cell
from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells, quoted


def marked_rows(tables: Sequence[Found]) -> Iterator[Problem]:
    """Yield a doubt each for rows, columns and words not shown or struck out, and for pictures."""
    hidden = [cell for table in tables for row, cell in _actions(table) if row in table.grid.hidden]
    struck = [cell for table in tables for row, cell in _actions(table) if _is_struck(table, row)]
    if hidden:
        yield Problem(hidden[0], _told(hidden, "hidden in the file", "."))
    if struck:
        yield Problem(struck[0], _told(struck, "struck out", f'; --ref "{struck[0]}=none" leaves one out.'))
    columns = [found for table in tables for found in _hidden_columns(table)]
    if columns:
        named = list_cells([f"{quoted(heading)} ({cell})" for cell, heading in columns])
        way = f'--column "{columns[0][1]}=none" leaves {"it" if len(columns) == 1 else "one"} out.'
        verb = "stands in a column that is" if len(columns) == 1 else "stand in columns that are"
        yield Problem(columns[0][0], f"{named} {verb} hidden in the file, treated like the others; {way}")
    cells = [found for table in tables for found in _cells(table)]
    yield from _struck_cells(cells)
    yield from _unseen_cells(cells)


def _hidden_columns(table: Found) -> Iterator[tuple[str, str]]:
    """Yield the headings of columns that the file does not show, each with its cell."""
    for place, (at, heading) in enumerate(zip(table.at, table.header, strict=False)):
        if at in table.grid.hidden_columns and heading and place not in table.meant:
            yield table.cell(table.heading.row, at), heading


def _struck_cells(cells: Sequence[tuple[str, Cell]]) -> Iterator[Problem]:
    """Yield a doubt for cells that are struck out in rows that are not, and one for words inside of cells."""
    whole = [f"{where} {quoted(cell.text)}" for where, cell in cells if cell.is_struck]
    words = [f"{where} {quoted(cell.struck)}" for where, cell in cells if cell.struck]
    if whole:
        first = next(where for where, cell in cells if cell.is_struck)
        yield Problem(first, f"Struck out, and read all the same: {list_cells(whole)}.")
    if words:
        first = next(where for where, cell in cells if cell.struck)
        yield Problem(first, f"Words that are struck out inside of a cell are left out: {list_cells(words)}.")


def _unseen_cells(cells: Sequence[tuple[str, Cell]]) -> Iterator[Problem]:
    """Yield a doubt for all words left out as they are hidden, and one for pictures."""
    unseen = [(where, cell.unseen) for where, cell in cells if cell.unseen]
    if unseen:
        named = list_cells([f"{where} {quoted(words)}" for where, words in unseen])
        yield Problem(unseen[0][0], f"Hidden words are left out: {named}.")
    if shown := [where for where, cell in cells if cell.has_picture and not cell.text.strip()]:
        told = "A picture stands where words would: what it shows is not read."
        if len(shown) > 1:
            told = f"Pictures stand where words would ({list_cells(shown)}): what they show is not read."
        yield Problem(shown[0], told)


def _cells(table: Found) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of a table's actions in which something is struck out, hidden or a picture.

    A cell that is struck out counts where its row is not.
    """
    title = table.at[table.places("title")[0]]
    for row, cells in table.body.items():
        is_struck = _is_struck(table, row)
        for at, cell in enumerate(cells):
            is_whole = cell.is_struck and at != title and not is_struck and bool(cell.text.strip())
            if is_whole or cell.struck or cell.unseen or cell.has_picture:
                yield table.cell(row, at), cell


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
