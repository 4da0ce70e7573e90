"""Tables of measures beside those of actions: an indicator to a row, with its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.drafting import LONGEST_LINE
from send_actions.importers.cell_text import is_dash
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import named_cell
from send_actions.importers.headings import field_of, heading_names, weak_field
from send_actions.importers.measure_columns import (
    MeasureColumn,
    MeasureLine,
    find_measure_columns,
    read_measure,
)
from send_actions.importers.problems import Problem, quoted

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
                return _Table(grid, row, titles[0], columns, _beside(names, titles[0], columns)).read()
    return None


def _beside(names: Sequence[str], title: int, columns: Sequence[MeasureColumn]) -> dict[str, list[int]]:
    """Return the places of the columns without values: those of areas, of notes, and of anything else."""
    found: dict[str, list[int]] = {"area": [], "note": [], "": []}
    values = {title, *(column.place for column in columns)}
    for place, name in enumerate(names):
        if place not in values:
            meant = field_of(name, names) or weak_field(name) or ""
            kind = "area" if meant in ("area_number", "area_title") else "note" if meant == "note" else ""
            found[kind].append(place)
    return found


class _Table:
    """A table of measures: where its header stands, its titles, its values, and what is beside them."""

    def __init__(
        self,
        grid: Grid,
        head: int,
        title: int,
        columns: Sequence[MeasureColumn],
        beside: Mapping[str, Sequence[int]],
    ) -> None:
        self._grid, self._head, self._title = grid, head, title
        self._columns, self._beside = columns, beside
        self._problems: list[Problem] = []

    def read(self) -> MeasureTable:
        """Return the measures of the rows, and tell how they are read and what is left out."""
        below = range(self._head + 1, len(self._grid.rows))
        lines = [line for row in below if (line := self._line(row))]
        of_rows, self._problems = self._problems, []
        many = "1 measure is" if len(lines) == 1 else f"{len(lines)} measures are"
        told = f"{many} read from this table: which way is better is taken from baseline and target."
        self._doubt(self._head, self._title, told)
        for column in self._columns:
            if column.taken:
                self._doubt(self._head, column.place, column.taken)
        for place in self._beside[""]:
            if any(self._text(row, place) for row in below):
                heading = self._text(self._head, place)
                told = f"{quoted(heading)} is" if heading else "A column without a heading is"
                self._doubt(self._head, place, f"{told} not read of a measure: left out.")
        return MeasureTable(lines, [*self._problems, *of_rows])

    def _line(self, row: int) -> MeasureLine | None:
        words = " ".join(self._text(row, self._title).split())[:LONGEST_LINE]
        values = [(column, self._text(row, column.place)) for column in self._columns]
        noted = [place for place in self._beside["note"] if self._text(row, place)]
        note = "\n".join(self._text(row, place) for place in noted)
        line = read_measure(words, values, lambda column, told: self._doubt(row, column.place, told), note)
        if line is None or not line.readings:
            for place in noted:
                told = f"{quoted(self._text(row, place))} has no reading that it is of: left out."
                self._doubt(row, place, told)
        return self._in_area(row, line) if line else None

    def _in_area(self, row: int, line: MeasureLine) -> MeasureLine:
        """Return a measure with the words of its area: of two columns its number."""
        for place in self._beside["area"]:
            up, left = self._grid.over(row, place)
            words = self._text(up, left) if up > self._head else ""
            if words and not is_dash(words):
                return line._replace(area=words, area_cell=named_cell(self._grid, row, place))
        return line

    def _doubt(self, row: int, place: int, told: str) -> None:
        self._problems.append(Problem(named_cell(self._grid, row, place), told))

    def _text(self, row: int, place: int) -> str:
        return self._grid.cell(row, place).text.strip()
