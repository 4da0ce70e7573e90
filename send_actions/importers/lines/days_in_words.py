"""Days within the words beside a status: kept as words, and told once for the whole file."""

from __future__ import annotations

import re
from typing import Final

from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.problems import list_cells, quoted

_DAY: Final = re.compile(r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\d/.]\d)")
_MOST: Final = 3


class DaysInWords:
    """Keeps the cells in which a day stands among the words beside a status."""

    def __init__(self, cells: RowCells) -> None:
        self._cells = cells
        self._days: dict[str, list[str]] = {}

    def look(self, words: str, name: str) -> None:
        """Look at the words beside a status of a field; a day alone is what they say."""
        day = _DAY.search(words)
        if day and day[0] != words.strip(" .") and not self._cells.columns.is_own:
            self._cells.note(self._days, day[0], name)

    def finish(self) -> None:
        """Tell the days that were found, none of which sets a date."""
        cells = [cell for found in self._days.values() for cell in found]
        if cells:
            days = ", ".join(map(quoted, [*self._days][:_MOST]))
            where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
            told = f"Days in the words beside a status are kept as words, and set no date: {days}{where}."
            self._cells.problems.doubt_at(cells[0], told)
