"""What is told and asked of the columns of a sheet, and of which columns something was said."""

from __future__ import annotations

from send_actions.domain.text import clean
from send_actions.importers.headings.headings import shown_heading
from send_actions.importers.headings.missing_columns import PLAIN
from send_actions.importers.problems import AskFor, Problem
from send_actions.importers.sheet import Sheet


class NotedColumns:
    """Doubts and questions about the columns of a sheet; `told` are those that need no more said of them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.told = set[int]()
        self._problems: list[tuple[int, Problem]] = []

    def heading(self, place: int) -> str:
        """Return a heading as it stands in the file."""
        return shown_heading(clean(self._sheet.header[place], one_line=True))

    def doubt(self, place: int, message: str) -> None:
        """Note what is doubtful about a column."""
        self.told.add(place)
        self._problems.append((place, Problem(self._cell(place), message)))

    def ask(self, place: int, message: str, answer: AskFor) -> None:
        """Note what is asked about a column."""
        self._problems.append((place, Problem(self._cell(place), message, is_question=True, answer=answer)))

    def read_as(self, place: int, meant: str) -> None:
        """Say as what a column is read that its heading does not name."""
        self.doubt(place, f"The column “{self.heading(place)}” is read as the {PLAIN.get(meant, meant)}.")

    def in_order(self) -> list[Problem]:
        """Return what was noted, from left to right."""
        return [problem for _, problem in sorted(self._problems, key=lambda noted: noted[0])]

    def _cell(self, place: int) -> str:
        return self._sheet.cell(self._sheet.header_row, place)
