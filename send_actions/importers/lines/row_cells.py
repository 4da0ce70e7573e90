"""The row of a file that is being read: its cells by field, and the problems of each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from send_actions.domain.drafting import too_long
from send_actions.domain.plain_data import unguarded
from send_actions.domain.text import clean, cut, printable
from send_actions.importers.cell_text import is_dash, is_error, plain
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import Sheet

_LONGEST_QUOTE: Final = 40
_TEXTS: Final = frozenset({"success_measure", "note", "ask", "status", "reason"})
_TEXT_KINDS: Final = ("review", "detail", "step")
"""Fields whose words may have several lines, and the beginnings of the names of more columns that have."""
_ASKED_ERRORS: Final = frozenset({"ref", "area_number", "title"})
_DASHED: Final = frozenset({"status", "colour", "impact", "due", "due_text", "revised", "start", "theme"})
"""Fields in which a dash or a question mark says nothing."""

_SAID: Final = {
    "due": "due date",
    "due_text": "due date",
    "start": "start date",
    "status": "status",
    "colour": "status",
    "revised": "due date",
    "lead_role": "owner",
    "area_lead_role": "owner",
    "updated_on": "date",
    "note_on": "date",
    "ask_on": "date",
}


class RowCells:
    """The cells of one row after another; `row` is where the `present` one stands, from 1.

    `told` counts what was told of cells so far.
    """

    def __init__(self, sheet: Sheet, columns: Columns, problems: Problems) -> None:
        self._sheet, self.columns, self.problems = sheet, columns, problems
        self._places = columns.places
        self._nameless = set(columns.nameless)
        self._is_own = columns.is_own
        self._words_of = lru_cache(maxsize=8192)(self._words)
        self.row, self.present, self.told = 0, list[str](), 0

    def take(self, row: int, cells: list[str]) -> None:
        """Go on to a row; cells that stand under no heading are told."""
        self.row, self.present = row, cells
        if self._nameless or len(cells) > len(self._sheet.header):
            self._doubt_strays()

    def text(self, name: str) -> str:
        """Return what a cell says; what is too long or an error value is told."""
        place = self._places.get(name)
        if place is None or place >= len(self.present):
            return ""
        one_line = name not in _TEXTS and not name.startswith(_TEXT_KINDS)
        text = self._words_of(self.present[place], one_line)
        if not text or (name.partition(" ")[0] in _DASHED and is_dash(text)):
            return ""
        if is_error(text):
            return self._error(name, text)
        if problem := too_long(name.partition(" ")[0], text, one_line=one_line):
            self.ask(name, problem)
        return text

    def words_of(self, *names: str) -> dict[str, str]:
        """Return what the cells of some fields say that have a column."""
        return {name: self.text(name) for name in names if name in self.columns.places}

    def lines(self, name: str) -> str:
        """Return what a cell says, with the ends of its lines."""
        place = self.columns.places.get(name, len(self.present))
        return self._words_of(self.present[place], False) if place < len(self.present) else ""

    def _words(self, cell: str, one_line: bool) -> str:
        """Return the words of a cell; our own list has them as the plan does, but for a formula's guard."""
        if not self._is_own:
            return plain(cell, one_line=one_line)
        return unguarded(clean(cell, one_line=one_line).strip())

    def emptied(self) -> frozenset[str]:
        """Return the fields whose cells of this row are empty."""
        return frozenset(self.columns.places.keys() - self.filled(self.present))

    def filled(self, cells: list[str]) -> set[str]:
        """Return the fields that have something in a row."""
        return {
            name
            for name, place in self.columns.places.items()
            if place < len(cells) and cells[place].strip() and not is_dash(cells[place])
        }

    def has_any(self, cells: list[str], names: Iterable[str]) -> bool:
        """Say whether one of some fields has something in a row."""
        for name in names:
            place = self._places.get(name)
            if place is not None and place < len(cells) and cells[place].strip():
                return True
        return False

    def column(self, name: str) -> list[str]:
        """Return the different cells of a column of the whole sheet."""
        return list(dict.fromkeys(self.every(name)))

    def every(self, name: str) -> list[str]:
        """Return the cells of a column of the whole sheet that say something, each as often as it stands."""
        place = self.columns.places.get(name)
        if place is None:
            return []
        return list(filter(None, (row[place].strip() for row in self._sheet.rows if place < len(row))))

    def cell(self, name: str) -> str:
        """Return the name of a field's cell in this row."""
        return self.problems.cell(self.row, name)

    def ask(self, name: str, message: str) -> None:
        """Add a question about a field's cell."""
        self.told += 1
        self.problems.ask(self.row, name, message)

    def doubt(self, name: str, message: str) -> None:
        """Add a doubt about a field's cell."""
        self.told += 1
        self.problems.doubt(self.row, name, message)

    def stands_at(self, name: str, other: str) -> None:
        """Note that what is read of a field stands in the cell of another."""
        if name != other:
            self.told += 1
            self.problems.stands_at(self.row, name, self.cell(other))

    def note(self, noted: dict[str, list[str]], words: str, name: str) -> None:
        """Keep the cell of a field with others that have the same words, to be told once."""
        self.told += 1
        noted.setdefault(words, []).append(self.cell(name))

    def _error(self, name: str, text: str) -> str:
        shown = printable(cut(text, _LONGEST_QUOTE))
        if name == "title":
            self.ask(name, f"{shown} is a spreadsheet's error, and no title.")
        if name in _ASKED_ERRORS:
            return text
        said = _SAID.get(name.partition(" ")[0], "words")
        self.doubt(name, f"{shown} is a spreadsheet's error, and no {said}: left out.")
        return ""

    def _doubt_strays(self) -> None:
        """Name the first cell beyond the header, and once each column that has cells but no heading."""
        filled = [place for place, cell in enumerate(self.present) if cell.strip()]
        nameless = self._nameless.intersection(filled)
        self._nameless -= nameless
        strays = [place for place in filled if place >= len(self._sheet.header)][:1]
        for place in [*sorted(nameless), *strays]:
            why = " Does a cell before it need quotes?" if place >= len(self._sheet.header) else ""
            words = clean(self.present[place], one_line=True)
            message = f"{quoted(words)} stands under no heading: left out.{why}"
            self.problems.doubt_in(self.row, place, message)
