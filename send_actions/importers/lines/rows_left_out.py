"""Rows of a file that are no actions: totals, and those that were answered to be none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.answers import Answers, row_key
from send_actions.importers.cell_text import is_dash, plain
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.row_kinds import counted, is_action, other_kind
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted

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

_NONE: Final = re.compile(
    r"(?:there (?:were|are) )?no (?:further |new |other |more |outstanding )*actions?(?: points?)?"
    r"(?: (?:were|was|are|is|have been))?(?: (?:arising|required|needed|raised|recorded|agreed|identified"
    r"|noted|taken|set|this time|at this meeting))*\W*|nil(?: return)?\W*",
    re.IGNORECASE,
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


def denies_action(title: str) -> bool:
    """Say whether a title says that there is no action, as a log has it of a meeting without any."""
    return _NONE.fullmatch(" ".join(title.split())) is not None


def ask_untitled(lines: Sequence[ActionLine], problems: Problems) -> None:
    """Ask about rows without the words of an action: these are mended in the file, or the row is left out."""
    for line in lines:
        if not line.title:
            cell, row = problems.cell(line.row, "title"), problems.cell(line.row, "ref")
            told = "The title is missing: write it in the file, or leave the row out."
            problems.add(Problem(cell, told, is_question=True, answer=AskFor("--ref", row, NO_ACTION)))


class RowsLeftOut:
    """Tells the rows that are no actions; `used` are the cells of those that were answered to be none now.

    `answered` has each that was answered so, as it is known again in the next file.
    """

    def __init__(self, answers: Answers, problems: Problems) -> None:
        self._problems = problems
        self._cells = {cell for cell, ref in answers.refs.items() if fold(ref) == NO_ACTION}
        self._kept = {key for key, ref in answers.titled.items() if fold(ref) == NO_ACTION}
        self._settled = {*heading_names([*answers.columns])}
        self._others: dict[int, dict[str, str]] = {}
        self._untyped: dict[int, list[str]] = {}
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
        if "kind" in columns.places and self._is_other(columns, row, cells):
            return True
        title = "" if columns.is_own else _cell(columns, cells, "title")
        if denies_action(title):
            self._problems.doubt(row, "title", f"{quoted(title)} says that there is no action: left out.")
            return True
        words = "" if columns.is_own else total_in(cells)
        if not words or _cell(columns, cells, "ref") not in ("", words):
            return False
        self._problems.doubt(row, "ref", f"{quoted(words)} is a total and no action: left out.")
        return True

    def _is_other(self, columns: Columns, row: int, cells: Sequence[str]) -> bool:
        """Say whether the column of kinds says that a row is no action, and keep its cell."""
        word, table = _cell(columns, cells, "kind"), self._problems.table_of(row)
        if not word or is_dash(word):
            if _cell(columns, cells, "title"):
                self._untyped.setdefault(table, []).append(self._problems.cell(row, "kind"))
            return False
        is_settled = columns.names[columns.places["kind"]] in self._settled
        kind = other_kind(word) or (
            quoted(word) if is_settled and not is_action(word, is_letter=True) else ""
        )
        if kind:
            self._others.setdefault(table, {})[self._problems.cell(row, "kind")] = kind
        return bool(kind)

    def finish(self) -> None:
        """Tell how many rows are no actions by the column of kinds, and which do not say what they are."""
        for cells in self._others.values():
            told = f"{counted([*cells.values()])} ({list_cells([*cells])}): left out."
            self._problems.doubt_at(next(iter(cells)), told)
        for cells_without in self._untyped.values():
            told = f"Nothing says what kind these rows are ({list_cells(cells_without)}): read as actions."
            self._problems.doubt_at(cells_without[0], told)

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
