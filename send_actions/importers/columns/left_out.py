"""What is said of a column that is left out: what it may hold, by its heading and by its cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import islice
from typing import Final

from send_actions.domain.text import clean, printable
from send_actions.importers.columns.column_cells import are_dates, are_refs, are_statuses, said_in
from send_actions.importers.headings.heading_shapes import is_of_others_refs, may_mean
from send_actions.importers.headings.headings import NEAR, field_of
from send_actions.importers.sheet import Sheet

_OTHER_DAYS: Final = re.compile(
    r"\b(?:raised|created|added|opened|identified|reviews?|reviewed|updated?|logged|meeting|starts?|received"
    r"|agreed|recorded|modified|reported|decided|birth|last|previous|actual)\b"
)
"""Words of headings of days that are no due dates."""

_OF_DAYS: Final = frozenset(
    {"due", "revised", "start", "completed_on", "updated_on", "file_date", "first_due"}
)
_OF_WORDS: Final = frozenset({"note", "ask", "success_measure", "title", "detail", "reason", "measure"})
_OF_OWNERS: Final = frozenset({"lead_role", "lead_org", "sro", "partners", "area_lead_role", "area_lead_org"})
_MAY_BE: Final = {"due": frozenset({"due"}), "status": frozenset({"status", "colour"})}
_NUMBER: Final = re.compile(r"[\d.,]+\s*%?")
_A_SENTENCE: Final = 3


def map_flag(heading: str, meant: str, flag: str = "--map") -> str:
    """Return the flag that says what a column holds, as it is typed."""
    return f'{flag} "{printable(clean(heading, one_line=True))}={meant}"'


class LeftOut:
    """Says what columns of a table that are left out may hold."""

    def __init__(self, names: Sequence[str], sheet: Sheet, today: date) -> None:
        self._names, self._header, self._rows = names, sheet.header, sheet.rows
        self._today = today

    def hint(self, taken: Collection[str], place: int, free: Sequence[str]) -> str:
        """Return what the column in a place may hold, and the flag that says so; `taken` are fields found."""
        name, heading = self._names[place], self._header[place]
        if "due" not in taken and self._may_be_due(name, place):
            way = map_flag(heading, "due", "--column")
            return f" It holds dates, and no column is the due date: {way} reads it so."
        if {"status", "colour"}.isdisjoint(taken) and are_statuses(self._rows, place):
            way = map_flag(heading, "status", "--column")
            return f" It holds words of a status, and no column is the status: {way} reads it so."
        if "ref" not in taken and is_of_others_refs(name) and are_refs(self._rows, place):
            way = map_flag(heading, "ref")
            return f" It holds one for each row, and no column is the ref: {way} reads it so."
        is_other_day = bool(_OTHER_DAYS.search(name))
        near = [] if name in free or is_other_day else get_close_matches(name, free, n=1, cutoff=NEAR)
        if near and name[0] == near[0][0] and self.fits(field_of(near[0], self._names), place):
            return f" Did you mean {near[0]}? {map_flag(heading, near[0])} says what it holds."
        return f" {map_flag(heading, '…')} says what it holds."

    def borne_out(self, taken: Collection[str], places: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield columns that may be the due date or the status, where their cells bear that out."""
        for meant, known in _MAY_BE.items():
            if known.isdisjoint(taken):
                found = (
                    p for p in places if may_mean(self._names[p], meant) and self._is_borne_out(meant, p)
                )
                yield from ((place, meant) for place in islice(found, 1))

    def _is_borne_out(self, meant: str, place: int) -> bool:
        is_due = meant == "due"
        return are_dates(self._rows, place, self._today) if is_due else are_statuses(self._rows, place)

    def _may_be_due(self, name: str, place: int) -> bool:
        return not _OTHER_DAYS.search(name) and are_dates(self._rows, place, self._today)

    def fits(self, field: str | None, place: int) -> bool:
        """Say whether the cells of a column are of the kind that a field has, or all empty."""
        cells = said_in(self._rows, place)
        if not cells:
            return True
        is_dated = are_dates(self._rows, place, self._today)
        if field in _OF_DAYS or is_dated:
            return field in _OF_DAYS and is_dated
        if field in ("status", "colour"):
            return are_statuses(self._rows, place)
        if field == "percent":
            return all(map(_NUMBER.fullmatch, cells))
        if field in _OF_WORDS:
            return any(len(cell.split()) >= _A_SENTENCE for cell in cells)
        return field not in _OF_OWNERS or not any(map(_NUMBER.fullmatch, cells))
