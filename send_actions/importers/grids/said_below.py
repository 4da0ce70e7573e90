"""Rows below an action that say more of it under a label: “Update: …”, “Evidence: …”, “Next steps: …”."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.importers.columns.reviews import ANY_DAY, read_review
from send_actions.importers.grids.added_columns import add_apart
from send_actions.importers.grids.found import Found, fields_of
from send_actions.importers.headings.headings import whole_heading
from send_actions.importers.problems import Problem, list_cells, quoted

_ONE: Final = re.compile(r"([^\W\d][^:\n]{1,58}?)\s*(?::|\s[–—-](?=\s))\s*(.*)", re.DOTALL)
_MOST_WORDS: Final = 6
_REVIEW: Final = "review"
_SAID: Final = frozenset({"note", "detail", "success_measure", "impact", "status", "colour"})
"""Fields that a row below an action may say of it."""

_ONCE: Final = frozenset({"note", "success_measure", "status", "colour"})
"""Of these the ones that keep their field where no column of the table has it."""


_OF_TABLES: Final = frozenset({"note", "notes"})


class SaidBelow:
    """Gathers what such rows say; `finish` adds a column of each label to the table."""

    def __init__(self, table: Found) -> None:
        self._table = table
        self._said: dict[str, dict[int, str]] = {}
        self._cells: dict[str, dict[int, str]] = {}
        self._shown: dict[str, str] = {}

    def took(self, row: int, *, is_last: bool) -> bool:
        """Take a row that says something of the action above it; an empty one says nothing.

        A note below the last action may be one about the table: it counts where others stand above.
        """
        if len(self._table.grid.filled(row)) > len(("label", "words")):
            return False
        action = self._table.rows[-1][0] if self._table.rows else -1
        between = range(max(action, 0), row)
        if action < max(self._table.heads, default=0) or not all(map(self._table.grid.filled, between)):
            return False
        said = self._labelled(row)
        key = whole_heading(said.label) if said else ""
        if said is None or (is_last and key in _OF_TABLES and key not in self._said):
            return False
        if said.words:
            self._shown.setdefault(key, said.label)
            words = self._said.setdefault(key, {})
            words[action] = "\n".join(filter(None, (words.get(action), said.words)))
            self._cells.setdefault(key, {}).setdefault(action, self._table.cell(row, said.place))
        return True

    def finish(self) -> None:
        """Add the columns, and tell of each what its rows are read as."""
        for key, words in self._said.items():
            label, cells = self._shown[key], self._cells[key]
            meant = self._meant(label)
            field = meant if meant in _ONCE and not self._table.places(meant) else "detail"
            add_apart(self._table, label, "" if meant == _REVIEW else field, words, cells)
            where = list_cells([*cells.values()])
            told = f"What begins with {quoted(label)} ({where}) is read as said of the action above it."
            self._table.problems.append(Problem(next(iter(cells.values())), told))

    def _labelled(self, row: int) -> _Line | None:
        """Return the label of a row and its words, both in one cell or in two."""
        grid = self._table.grid
        filled = grid.filled(row)
        first = grid.cell(row, filled[0])
        if len(filled) == len(("label", "words")):
            is_wide = grid.cell(row, filled[1]).across > 1
            label, words, place = first.text.strip().rstrip(":"), grid.cell(row, filled[1]).text, filled[1]
            found = _Line(label, words.strip(), place) if is_wide else None
        else:
            match = _ONE.fullmatch(first.text.strip()) if len(filled) == 1 else None
            found = _Line(match[1].strip(), match[2].strip(), filled[0]) if match else None
        return found if found and self._meant(found.label) else None

    def _meant(self, label: str) -> str:
        """Return what a label means; empty for one that says nothing of an action."""
        if len(label.split()) > _MOST_WORDS:
            return ""
        review = read_review(0, label, ("in a row",), ANY_DAY)
        if review and review.on:
            return _REVIEW
        (meant,) = fields_of([label], {})
        return meant if meant in _SAID else ""


class _Line(NamedTuple):
    label: str
    words: str
    place: int
