"""What is open in the tables of a file, cell by cell, as its rows are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.importers.problems import Problem, WordsTold, place_in
from send_actions.importers.sheet import PARTS_APART, Sheet

_OF_AREA: Final = ("title", "theme", "lead", "outcome", "judged")


class Problems:
    """The problems found so far in a file, each told once, in the order of its cells.

    A row is known by one number in the whole file: what its table has, and the number of the table before it.
    """

    def __init__(self) -> None:
        self._sheets: list[Sheet] = []
        self._places: list[Mapping[str, int]] = []
        self._found: dict[Problem, None] = {}
        self._elsewhere: dict[tuple[int, str], str] = {}
        self._words = WordsTold()

    @property
    def places(self) -> Mapping[str, int]:
        """The columns of the first table by field."""
        return self._places[0]

    def begin(self, sheet: Sheet, places: Mapping[str, int]) -> int:
        """Go on to another table; return what is added to its rows' numbers."""
        self._sheets.append(sheet)
        self._places.append(places)
        return (len(self._sheets) - 1) * _APART

    def cell(self, row: int, name: str) -> str:
        """Return the name of a field's cell."""
        places = self._places[row // _APART]
        beside = places.get(name, places.get(_BESIDE.get(name, ""), 0))
        return self._elsewhere.get((row, name)) or self.cell_at(row, beside)

    def stands_at(self, row: int, name: str, cell: str) -> None:
        """Note that a field of a row stands in a cell outside of it."""
        self._elsewhere[row, name] = cell

    def cell_at(self, row: int, place: int) -> str:
        """Return the name of the cell in a place of a row."""
        return self._sheets[row // _APART].cell(row % _APART, place)

    def table_of(self, row: int) -> int:
        """Return the place of a row's table among those of the file."""
        return row // _APART

    def heading(self, row: int, name: str) -> str:
        """Return the heading of a field's column in a row's table; empty where it has none."""
        place = self._places[row // _APART].get(name)
        return "" if place is None else self._sheets[row // _APART].header[place]

    def row_words(self, row: int) -> str:
        """Return a row as it is told: row 5, or row 5 of Tracker."""
        name = self.sheet_of(row)
        return f"row {row % _APART % PARTS_APART}{f' of {name}' if name else ''}"

    def sheet_of(self, row: int) -> str:
        """Return the name of a row's sheet or table; empty where the file has one alone."""
        return self._sheets[row // _APART].prefix.removesuffix("!")

    def add(self, *problems: Problem) -> None:
        """Add problems."""
        self._found |= dict.fromkeys(problems)

    def add_once(self, *problems: Problem) -> None:
        """Add problems that were not told of another cell in the same words."""
        told = {(problem.message, problem.is_question) for problem in self._found}
        self.add(*(problem for problem in problems if (problem.message, problem.is_question) not in told))

    def doubt_at(self, cell: str, message: str) -> None:
        """Add a doubt about a cell."""
        self.add(Problem(cell, message))

    def doubt_words(self, found: Mapping[str, list[str]], message: str) -> None:
        """Add a doubt about each of some words, with all its cells at {where}, those of other tables too."""
        self._words.add(found, message)

    def doubt_in(self, row: int, place: int, message: str) -> None:
        """Add a doubt about the cell of a column."""
        self.add(Problem(self.cell_at(row, place), message))

    def doubt(self, row: int, name: str, message: str) -> None:
        """Add a doubt about the cell of a field."""
        self.add(Problem(self.cell(row, name), message))

    def ask(self, row: int, name: str, message: str) -> None:
        """Add a question about the cell of a field that is answered in the file."""
        self.add(Problem(self.cell(row, name), message, is_question=True))

    def in_order(self) -> tuple[Problem, ...]:
        """Return them by row and column; those of no cell stand last."""
        order = {sheet.prefix: number for number, sheet in reversed([*enumerate(self._sheets)])}
        return tuple(
            sorted([*self._found, *self._words.told()], key=lambda problem: place_in(order, problem))
        )


_APART: Final = 500 * PARTS_APART

_BESIDE = {"area_title": "area_number", "colour": "status", "status": "colour", "ref": "title"}  # if alone
