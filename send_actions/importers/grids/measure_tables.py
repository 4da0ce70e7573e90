"""Tables of measures beside those of actions: an indicator to a row, with its values."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.drafting import LONGEST_LINE
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import named_cell
from send_actions.importers.headings import field_of, heading_names
from send_actions.importers.measure_columns import (
    MeasureColumn,
    MeasureLine,
    find_measure_columns,
    read_measure,
)
from send_actions.importers.problems import Problem

_SEARCHED: Final = 20
_TITLES: Final = ("measure", "success_measure")


class MeasureTable(NamedTuple):
    """The measures of a table, and what is in doubt of it."""

    lines: list[MeasureLine]
    problems: list[Problem]


def read_measure_table(grid: Grid, today: date) -> MeasureTable | None:
    """Return the measures that a grid holds; None for one that is no table of measures."""
    for row in range(min(_SEARCHED, len(grid.rows))):
        header = grid.texts(row)
        names = heading_names(header)
        titles = [place for place, name in enumerate(names) if field_of(name, names) in _TITLES]
        if titles:
            below = [grid.texts(number) for number in range(row + 1, len(grid.rows))]
            columns = find_measure_columns(header, below, today)
            columns = [column for column in columns if column.place != titles[0]]
            if columns:
                return _read(grid, row, titles[0], columns)
    return None


def _read(grid: Grid, head: int, title: int, columns: list[MeasureColumn]) -> MeasureTable:
    lines: list[MeasureLine] = []
    problems: list[Problem] = []
    for row in range(head + 1, len(grid.rows)):

        def doubt(column: MeasureColumn, told: str, row: int = row) -> None:
            problems.append(Problem(named_cell(grid, row, column.place), told))

        words = " ".join(grid.cell(row, title).text.split())[:LONGEST_LINE]
        values = [(column, grid.cell(row, column.place).text) for column in columns]
        if line := read_measure(words, values, doubt):
            lines.append(line)
    many = "1 measure is" if len(lines) == 1 else f"{len(lines)} measures are"
    told = f"{many} read from this table: which way is better is taken from baseline and target."
    taken = [Problem(named_cell(grid, head, c.place), c.taken) for c in columns if c.taken]
    return MeasureTable(lines, [Problem(named_cell(grid, head, title), told), *taken, *problems])
