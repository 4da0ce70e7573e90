"""What a file says of each of its areas, in its order, put together of all rows that say something."""

from __future__ import annotations

from collections.abc import Container

from send_actions.domain.text import match_key, printable
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import AskFor, Problem


class ToldAreas:
    """The areas that were told of so far; `found` has them by number, in the file's order."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._first_row: dict[str, int] = {}
        self.found: dict[str, AreaLine] = {}

    def is_added(self, line: AreaLine, row: ActionLine) -> bool:
        """Keep what the first row says of an area, and of later ones what it lacks; say if they agree."""
        key = match_key(line.number)
        self._first_row.setdefault(key, row.row)
        known = self.found.setdefault(key, line)
        if is_otherwise := bool(line.title and known.title and line.title != known.title):
            kept = f"Area {line.number} is called “{known.title}” further up: that is kept."
            self._problems.doubt(row.row, "area_title", printable(kept))
        self.found[key] = known.filled_from(line)
        return not is_otherwise

    def ask_for_titles(self, known: Container[str]) -> None:
        """Ask what an area is called that the plan does not know and that has no title in any row."""
        for key, area in self.found.items():
            if not area.title and key not in known:
                cell = self._problems.cell(self._first_row[key], "area_number")
                message = (
                    f"Area {area.number} is new and has no title: what is it called, or which area is meant?"
                )
                ask = AskFor("--area", area.number)
                self._problems.add(Problem(cell, printable(message), is_question=True, answer=ask))
