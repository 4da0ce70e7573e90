"""The lines around the tables of a grid: those above each, and what they say under labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.cell_text import is_dash
from send_actions.importers.file_dates import names_a_day
from send_actions.importers.grids.cell_grid import Grid, Line
from send_actions.importers.grids.found import Found, labels_in, named_cell
from send_actions.importers.headings.labelled_lines import NOT_TITLES, OWNERS, Labelled, labelled_line
from send_actions.importers.problems import Problem, list_cells, quoted
from send_actions.importers.sheet import AreaHead

_MOST_WORDS: Final = 3
_NUMBERED: Final = re.compile(r"\d|^(?:table|part|section|list|annex|appendix|figure)\b", re.IGNORECASE)
_TEXT: Final = "text"
"""What names the place of a document's words outside its tables."""


def lines_above(table: Found) -> list[tuple[int, Line]]:
    """Return the titles above a table, each with its row in the grid, -1 where it stands outside."""
    rows = [row for row in table.heading.above if not labels_in(table.grid, row)]
    inside = [(row, Line(_row_words(table, row))) for row in rows]
    return inside if table.grid.is_sheet else [*_outside(table), *inside]


def labels_above(table: Found, *, is_first: bool) -> tuple[Labelled, ...]:
    """Return what the lines above a table say under labels; of a sheet's first table all lines count."""
    grid = table.grid
    rows = range(table.heading.row) if is_first and grid.is_sheet else table.heading.above
    outside = () if grid.is_sheet else _lines_outside(table)
    found = [said for line in outside for said in labelled_line([(line.cell or _TEXT, line.text)])]
    for row in rows:
        cells = [(named_cell(grid, row, place), grid.cell(row, place).text) for place in grid.filled(row)]
        found += labelled_line(cells)
    return tuple(said for said in (*found, *table.labels) if said.words and not is_dash(said.words))


def says_labelled(grid: Grid, row: int) -> bool:
    """Say whether a row of a sheet says things under labels, which are read or told each for itself."""
    cells = [(named_cell(grid, row, place), grid.cell(row, place).text) for place in grid.filled(row)]
    return grid.is_sheet and bool(labelled_line(cells))


def tell_unread(table: Found, labels: Sequence[Labelled], read: Sequence[Labelled], area: AreaHead) -> None:
    """Tell once which labelled lines above a sheet's table say nothing that is read; titles are none."""
    unread = [
        said
        for said in labels
        if said not in read and not _is_read_elsewhere(said) and not _is_title(table, said, area)
    ]
    if not unread or not table.grid.is_sheet:
        return
    more = f" and {len(unread) - 1} more ({list_cells([said.cell for said in unread])})" if unread[1:] else ""
    verb = "are" if more else "is"
    told = f"{quoted(str(unread[0]))}{more} above the table {verb} not read: left out."
    table.problems.append(Problem(unread[0].cell, told))


def _is_read_elsewhere(said: Labelled) -> bool:
    """Say whether a line is of an owner, or dates the file."""
    return said.meant in OWNERS or (said.meant == "date" and names_a_day(str(said)))


def _is_title(table: Found, said: Labelled, area: AreaHead) -> bool:
    """Say whether a line that has a colon is a title: of the sheet, of the table or of its area."""
    first = next((text for row in table.grid.rows for cell in row if (text := cell.text.strip())), "")
    if str(said) == first or (area.title and said.words in f"{area.title} {area.outcome}"):
        return True
    is_long = len(said.label.split()) > _MOST_WORDS or _NUMBERED.search(said.label) is not None
    return not said.meant and is_long


def _outside(table: Found) -> list[tuple[int, Line]]:
    return [
        (-1, line)
        for line in _lines_outside(table)
        if not any(said.meant in NOT_TITLES for said in labelled_line([(_TEXT, line.text)]))
    ]


def _lines_outside(table: Found) -> Sequence[Line]:
    return table.grid.above if table.heading.row == 0 or table.heading.above == () else ()


def _row_words(table: Found, row: int) -> str:
    return " ".join(" ".join(table.grid.texts(row)).split())
