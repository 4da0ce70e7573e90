"""Rows of a file that are no actions: totals, and those that were answered to be none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.answers import Answers, row_key
from send_actions.importers.cell_text import plain
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.plan_lines import Problems
from send_actions.importers.problems import quoted

NO_ACTION: Final = "none"
"""What is answered of a row that is no action."""

_TOTALS: Final = frozenset({"total", "totals", "subtotal", "subtotals"})
_BESIDE_TOTALS: Final = _TOTALS | frozenset(
    {
        *("sub", "grand", "overall", "number", "no", "of", "for", "all", "in", "by", "the", "area", "areas"),
        *(
            "priority",
            "priorities",
            "action",
            "actions",
            "task",
            "tasks",
            "recommendation",
            "recommendations",
        ),
        *("red", "amber", "green", "blue", "complete", "completed", "open", "closed", "overdue", "started"),
        *("not", "on", "at", "off", "track", "risk"),
    }
)

_SUBTOTAL: Final = re.compile(r"(?:sub[\s-]?|grand\s)total", re.IGNORECASE)
_TOTAL: Final = re.compile(r"total\b", re.IGNORECASE)
"""What a row begins with that adds up numbers under a name: “Sub-total Inclusion”, “Total savings”."""


def total_in(cells: Sequence[str], ref: str = "") -> str:
    """Return the words of a row that adds up others, with nothing but numbers beside them; else nothing.

    One that has a ref is an action, whatever its words.
    """
    words = (flat for cell in cells if any(map(str.isalpha, cell)) and (flat := plain(cell)))
    alone = next(words, "")
    if not alone or next(words, "") or (ref and ref != alone):
        return ""
    said = set(re.findall(r"[^\W\d_]+", fold(alone)))
    if said & _TOTALS and said <= _BESIDE_TOTALS:
        return alone
    adds_up = sum(1 for cell in cells if any(map(str.isdigit, cell)) and plain(cell) != alone)
    is_sum = _SUBTOTAL.match(alone) or (adds_up and _TOTAL.match(alone))
    return alone if is_sum else ""


class RowsLeftOut:
    """Tells the rows that are no actions; `used` are the cells of those that were answered to be none now.

    `answered` has each that was answered so, as it is known again in the next file.
    """

    def __init__(self, answers: Answers, problems: Problems) -> None:
        self._problems = problems
        self._cells = {cell for cell, ref in answers.refs.items() if fold(ref) == NO_ACTION}
        self._kept = {key for key, ref in answers.titled.items() if fold(ref) == NO_ACTION}
        self.used: dict[str, str] = {}
        self.answered: dict[str, str] = {}

    def is_one(self, columns: Columns, row: int, cells: Sequence[str]) -> bool:
        """Say whether a row is none, and tell it."""
        if self._cells or self._kept:
            ref, title = (_cell(columns, cells, name) for name in ("ref", "title"))
            if self._is_answered(row, ref, title):
                what = quoted(title or ref or "The row")
                self._problems.doubt(row, "ref", f"{what} is left out, as was answered.")
                return True
        words = "" if columns.is_own else total_in(cells)
        if not words or _cell(columns, cells, "ref") not in ("", words):
            return False
        self._problems.doubt(row, "ref", f"{quoted(words)} is a total and no action: left out.")
        return True

    def _is_answered(self, row: int, ref: str, title: str) -> bool:
        cell, key = self._problems.cell(row, "ref").upper(), row_key(ref, title)
        if cell in self._cells:
            self.used[cell] = NO_ACTION
        elif key not in self._kept:
            return False
        self.answered[key] = NO_ACTION
        return True


def _cell(columns: Columns, cells: Sequence[str], name: str) -> str:
    place = columns.places.get(name, len(cells))
    return plain(cells[place]) if place < len(cells) else ""
