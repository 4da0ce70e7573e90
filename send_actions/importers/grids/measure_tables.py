"""Tables of measures beside those of actions: an indicator to a row, with its values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.drafting import LONGEST_LINE
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.text import fold
from send_actions.importers.cell_text import is_dash
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import named_cell
from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.measure_columns import (
    MeasureColumn,
    MeasureLine,
    find_measure_columns,
    names_no_year,
    read_measure,
)
from send_actions.importers.problems import Problem, quoted

_SEARCHED: Final = 20
_YEAR: Final = re.compile(r"\b20\d\d\b")
_TITLES: Final = ("measure", "success_measure")
_BETTER: Final = frozenset(
    {
        *("polarity", "better", "which way is better", "good is", "good performance", "good performance is"),
        *("better is", "direction", "desired direction", "direction of good performance", "aim to", "good"),
        *("good to be", "bigger or smaller is better", "high or low is good", "what is good"),
    }
)
_UP: Final = (
    "high",
    "higher",
    "bigger",
    "up",
    "increase",
    "higher is better",
    "bigger is better",
    "↑",
    "more",
)
_DOWN: Final = ("low", "lower", "smaller", "down", "decrease", "lower is better", "smaller is better", "↓")
_WAYS: Final = {
    **dict.fromkeys(("high is good", "maximise", *_UP), Better.HIGHER),
    **dict.fromkeys(("low is good", "minimise", "less", "fewer", "reduce", *_DOWN), Better.LOWER),
}


class MeasureTable(NamedTuple):
    """The measures of a table, and what is in doubt of it."""

    lines: list[MeasureLine]
    problems: list[Problem]


def read_measure_table(grid: Grid, today: date) -> MeasureTable | None:
    """Return the measures that a grid holds; None for one that is no table of measures."""
    for row in range(min(_SEARCHED, len(grid.rows))):
        names = heading_names(grid.texts(row))
        titles = [place for place, name in enumerate(names) if field_of(name, names) in _TITLES]
        if not titles:
            continue
        is_of_measures = field_of(names[titles[0]], names) == "measure"
        for last, header in _headers(grid, row):
            below = [grid.texts(number) for number in range(last + 1, len(grid.rows))]
            columns = find_measure_columns(header, below, today, fewest=1)
            columns = [column for column in columns if column.place not in titles]
            if not any(any(map(str.isalpha, row[titles[0]])) for row in below if titles[0] < len(row)):
                continue
            if len({c.kind for c in columns}) > 1 or len(columns) > 1 - is_of_measures:
                head = _Head(row, last, titles[0], header)
                return _Table(grid, head, columns, _beside(heading_names(header), titles[0], columns)).read()
    return None


def _headers(grid: Grid, row: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the ways to read a header, each with its last row: alone, with the row above or below it."""
    texts = grid.texts(row)
    above = grid.texts(row - 1) if row > 0 and len(grid.filled(row - 1)) > 1 else []
    if any(map(_YEAR.search, above)):
        yield row, _under_years(grid, row)
    yield row, texts
    if row + 1 < len(grid.rows):
        yield row + 1, _two_as_one(grid, row, row + 1)


def _under_years(grid: Grid, row: int) -> list[str]:
    """Return a header with the years over it; one over a quarter or month is of the next ones too."""
    headings = []
    year = ""
    for place, text in enumerate(grid.texts(row)):
        up, left = grid.over(row - 1, place)
        over = grid.cell(up, left).text.strip()
        is_period = names_no_year(text)
        year = over if _YEAR.search(over) else year if not over and is_period else ""
        headings.append(f"{text.strip()} {year}".strip() if is_period else text)
    return headings


def _two_as_one(grid: Grid, upper: int, lower: int) -> list[str]:
    """Return the headings of two rows: the words of a cell stand over all that it is merged with."""
    width = max(len(grid.rows[upper]), len(grid.rows[lower]))
    over = [grid.over(upper, place) for place in range(width)]
    words = [grid.cell(*at).text.strip() if at[0] == upper else "" for at in over]
    return [f"{grid.cell(lower, n).text.strip()} {words[n]}".strip() for n in range(width)]


def _beside(names: Sequence[str], title: int, columns: Sequence[MeasureColumn]) -> dict[str, list[int]]:
    """Return the places of the columns without values: those of areas, of notes, and of anything else."""
    found: dict[str, list[int]] = {"area": [], "note": [], "better": [], "": []}
    values = {title, *(column.place for column in columns)}
    for place, name in enumerate(names):
        if place not in values:
            meant = field_of(name, names) or weak_field(name) or ""
            kind = "area" if meant in ("area_number", "area_title") else "note" if meant == "note" else ""
            kind = "better" if name in _BETTER else kind
            found[kind].append(place)
    return found


class _Head(NamedTuple):
    """The header of a table of measures: its row, its last row, the place of the titles, and its headings."""

    row: int
    last: int
    title: int
    texts: list[str]


class _Table:
    """A table of measures: where its header stands, its titles, its values, and what is beside them."""

    def __init__(
        self,
        grid: Grid,
        head: _Head,
        columns: Sequence[MeasureColumn],
        beside: Mapping[str, Sequence[int]],
    ) -> None:
        self._grid, self._head, self._title, self._last = grid, head.row, head.title, head.last
        self._header = head.texts
        self._columns, self._beside = columns, beside
        self._problems: list[Problem] = []

    def read(self) -> MeasureTable:
        """Return the measures of the rows, and tell how they are read and what is left out."""
        below = range(self._last + 1, len(self._grid.rows))
        lines = [line for row in below if (line := self._line(row))]
        of_rows, self._problems = self._problems, []
        many = "1 measure is" if len(lines) == 1 else f"{len(lines)} measures are"
        told = f"{many} read from this table: {self._how_better(lines)}."
        self._doubt(self._head, self._title, told)
        for column in self._columns:
            if column.taken:
                self._doubt(self._head, column.place, column.taken)
        for place in self._beside[""]:
            if any(self._text(row, place) for row in below):
                heading = self._header[place] if place < len(self._header) else ""
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
        return self._in_area(row, self._with_better(row, line)) if line else None

    def _with_better(self, row: int, line: MeasureLine) -> MeasureLine:
        """Return a measure with the way that its row says is better."""
        for place in self._beside["better"]:
            words = fold(self._text(row, place)).strip(" .")
            if words in _WAYS:
                return line._replace(better=_WAYS[words])
            if words and not is_dash(words):
                self._doubt(row, place, f"{quoted(self._text(row, place))} is no way to be better: left out.")
        return line

    def _how_better(self, lines: Sequence[MeasureLine]) -> str:
        """Say how it is known which way is better, or that it is not."""
        if self._beside["better"]:
            heading = quoted(self._header[self._beside["better"][0]])
            return f"which way is better is taken from {heading}"
        if any(line.target is not None and (line.baseline is not None or line.readings) for line in lines):
            return "which way is better is taken from baseline and target"
        return "nothing says which way is better"

    def _in_area(self, row: int, line: MeasureLine) -> MeasureLine:
        """Return a measure with the words of its area: of two columns its number."""
        for place in self._beside["area"]:
            up, left = self._grid.over(row, place)
            words = self._text(up, left) if up > self._last else ""
            if words and not is_dash(words):
                return line._replace(area=words, area_cell=named_cell(self._grid, row, place))
        return line

    def _doubt(self, row: int, place: int, told: str) -> None:
        self._problems.append(Problem(named_cell(self._grid, row, place), told))

    def _text(self, row: int, place: int) -> str:
        return self._grid.cell(row, place).text.strip()
