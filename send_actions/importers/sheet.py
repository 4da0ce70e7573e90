"""A table of a file as cells of text: its header, the rows below it, and what stands around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from send_actions.importers.headings.labelled_lines import Labelled
from send_actions.importers.measure_columns import MeasureLine
from send_actions.importers.problems import Problem, cell_name

PARTS_APART: Final = 2_000_000
"""How far the numbers of several actions in one row lie apart: more than any table has rows."""


def numbers_of(rows: Iterable[int]) -> tuple[int, ...]:
    """Return a number for each row, one that comes again with another for each action that stands in it."""
    times: Counter[int] = Counter()
    found = []
    for row in rows:
        found.append(row + times[row] * PARTS_APART)
        times[row] += 1
    return tuple(found)


@dataclass(frozen=True)
class AreaHead:
    """What heads the rows below it: an area's number, title, outcome and overall status, as far as said.

    `said` is what lines with a label say beside it, `label` the words before the number. One that stands over
    it is its `theme`. A heading with a `state` alone says how the rows stand that are below it.
    """

    number: str = ""
    title: str = ""
    outcome: str = ""
    judged: str = ""
    said: tuple[Labelled, ...] = ()
    label: str = field(default="", repr=False)
    state: str = field(default="", repr=False)
    theme: str = field(default="", repr=False)


class KeyWords(NamedTuple):
    """What a file says that a colour means: the colour's figures or its name, the words, and their cell."""

    colour: str
    words: str
    cell: str


@dataclass(frozen=True)
class Sheet:
    """The header and the row it stands in, from 1, and the rows below; `name` is the file's, to be told.

    `above` are the rows above the header, `problems` what is open about the file as a whole. Of a table among
    others `prefix` is what stands before the names of its cells, `at` the column of each of its places and
    `numbers` the row of each of its rows; `area` is the area of all of its rows, `heads` are those that stand
    alone in a row, by row. `lines` are the words around it that may date it, with their cells, `since` the
    day that its heading says, `meant` the fields of places that show what they hold by other than their
    heading, `colour_key` what the file says of colours; in one that `is_turned` columns are rows;
    `measures` are those of tables beside it; `names` are those of cells that stand elsewhere in the file, by
    their row from 1 and their column. `alike` are the cells under the heading of a place in the file's other
    tables, as one heading means one thing in all of them.
    """

    name: str
    header: list[str]
    header_row: int
    rows: list[list[str]]
    above: tuple[list[str], ...] = ()
    problems: tuple[Problem, ...] = ()
    prefix: str = ""
    at: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    area: AreaHead = AreaHead()
    heads: Mapping[int, AreaHead] = field(default_factory=dict)
    lines: tuple[tuple[str, str], ...] = ()
    since: date | None = None
    meant: Mapping[int, str] = field(default_factory=dict)
    colour_key: tuple[KeyWords, ...] = ()
    is_turned: bool = False
    measures: tuple[MeasureLine, ...] = ()
    names: Mapping[tuple[int, int], str] = field(default_factory=dict)
    alike: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_among_others(self) -> bool:
        """Whether it was found among other things, as in a workbook or a document."""
        return bool(self.prefix or self.numbers)

    def cell(self, row: int, place: int) -> str:
        """Return the name of a cell by its row and its place in the header."""
        row, column = row % PARTS_APART, self.at[place] if place < len(self.at) else place
        if name := self.names.get((row, column)):
            return self.prefix + name
        return self.prefix + (cell_name(column + 1, row - 1) if self.is_turned else cell_name(row, column))

    def numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows below the header with their numbers in the file."""
        if self.numbers:
            return zip(self.numbers, self.rows, strict=True)
        return enumerate(self.rows, start=self.header_row + 1)
