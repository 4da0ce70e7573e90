"""A status that no column has, and that a row's note begins with: read where it is sure, else asked about."""

from __future__ import annotations

from typing import Final

from send_actions.importers.lines.days_in_words import DaysInWords
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.statuses.signs import is_sign
from send_actions.importers.statuses.status_words import StatusWords
from send_actions.importers.statuses.word_meanings import StatusSaid

_NOTE: Final = "note"


class NoteHeads:
    """Reads the heads of a table's notes, where no column says a status."""

    def __init__(self, cells: RowCells, words: StatusWords, days: DaysInWords) -> None:
        self._cells, self._words, self._days = cells, words, days
        columns = cells.columns
        self._are_read = not columns.reviews and {"status", "colour"}.isdisjoint(columns.places)
        self._are_asked = self._are_read and self._are_heads()
        self._taken: dict[str, list[str]] = {}

    def _are_heads(self) -> bool:
        """Say whether notes begin with a status: one surely does or is a sign, or half of them may."""
        notes = self._cells.every(_NOTE)
        opened = sum(map(self._words.is_open_head, notes))
        if any(map(is_sign, notes)):
            return True
        return bool(opened) and (opened * 2 >= len(notes) or any(map(self._words.at_head, notes)))

    def read(self, words: str) -> StatusSaid | None:
        """Return the status that a note begins with, and the words behind it; None where none is sure."""
        head = self._words.at_head(words) if words and self._are_read else None
        if head and head.status:
            self._cells.note(self._taken, head.status.word, _NOTE)
            self._days.look(head.note, _NOTE)
            return head
        if self._are_asked and self._words.is_open_head(words):
            self._words.ask_head(words, self._cells.cell(_NOTE))
            self._cells.told += 1
        return None

    def finish(self) -> None:
        """Tell once which statuses were taken from the notes."""
        told = "is taken as the status of a row whose note begins with it{where}."
        self._cells.problems.doubt_words(self._taken, told)
