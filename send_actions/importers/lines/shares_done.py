"""The column that says how much of each action is done: its status where no other column says one."""

from __future__ import annotations

from typing import Final

from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.statuses.shares import are_of_one, in_hundredths

_PERCENT: Final = "percent"


class SharesDone:
    """Reads how much is done, of 0.75 as of 75%."""

    def __init__(self, cells: RowCells) -> None:
        self._cells = cells
        columns = cells.columns
        self._is_status = not columns.reviews and {"status", "colour"}.isdisjoint(columns.places)
        self._is_of_one = are_of_one(cells.every(_PERCENT))

    def note(self) -> str | None:
        """Return how much of the present row is done, as a note."""
        share = self._share()
        return f"{share} complete" if share else None

    def as_status(self) -> str:
        """Return how much of the present row is done where no column says its status; else nothing."""
        return self._share() if self._is_status else ""

    def _share(self) -> str:
        words = self._cells.text(_PERCENT)
        return in_hundredths(words, is_of_one=self._is_of_one) if words else ""
