"""The status of a row: by its words, its colour, or how much of it is done."""

from __future__ import annotations

from collections import Counter
from typing import Final

from send_actions.importers.lines.days_in_words import DaysInWords
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.problems import quoted
from send_actions.importers.statuses.shares import are_of_one, in_hundredths
from send_actions.importers.statuses.status_words import StatusWords
from send_actions.importers.statuses.word_meanings import StatusSaid

_PERCENT: Final = "percent"
_SAID: Final = ("status", "colour")
_UNSAID: Final = StatusSaid(None)


class StatusReader:
    """Reads the status of one row after another; how much is done is one where no column says it."""

    def __init__(self, cells: RowCells, words: StatusWords, days: DaysInWords) -> None:
        self._cells, self._words, self._days = cells, words, days
        columns = cells.columns
        self._is_share = not columns.reviews and columns.places.keys().isdisjoint(_SAID)
        self._is_of_one = are_of_one(cells.every(_PERCENT))
        stated = Counter(" ".join(cell.split()) for name in _SAID for cell in cells.every(name))
        self._often = {words for words, count in stated.items() if count > 1}

    def read(self) -> StatusSaid:
        """Return what the status says, else the colour; one that says another is told."""
        status, colour = self._cells.text("status"), self._cells.text("colour")
        if self._is_share and (share := self._share()):
            return self._said_in(_PERCENT, share)._replace(note="")
        if not status or not colour or self._cells.columns.is_own:
            name = "status" if status else "colour"
            return self._said_in(name, status or colour) if status or colour else _UNSAID
        said = self._said_in("status", status)
        shown = self._said_in("colour", colour)
        if said.status is None and shown.status and self._words.is_settled(status):
            return StatusSaid(shown.status, "\n".join(filter(None, (said.note, shown.note))))
        if said.status and shown.status and said.status.colour != shown.status.colour:
            self._cells.doubt("colour", f"{quoted(colour)} does not go with {quoted(status)}, which is used.")
        return said

    def share_done(self) -> str | None:
        """Return how much of the row is done, as a note."""
        share = self._share()
        return f"{share} complete" if share else None

    def is_category(self, words: str) -> bool:
        """Say whether words of a status are those of several rows or of the file's key.

        The answer to what they mean keeps them.
        """
        return " ".join(words.split()) in self._often or self._words.is_of_key(words)

    def _said_in(self, name: str, words: str) -> StatusSaid:
        """Return what the words of a cell say; where that is open, they are read again in each row."""
        said = self._words.read(words, self._cells.cell(name))
        self._cells.told += not self._words.is_settled(words)
        self._days.look(said.note, name)
        return said

    def _share(self) -> str:
        words = self._cells.text(_PERCENT)
        return in_hundredths(words, is_of_one=self._is_of_one) if words else ""
