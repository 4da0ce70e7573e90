"""Rows of one action that hold a dated update each, under a column of dates: “Date”, “Date of update”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.words.dates import read_due, say_date
from send_actions.importers.columns.reviews import ANY_DAY
from send_actions.importers.grids.added_columns import add_apart
from send_actions.importers.grids.found import Found
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.mapped_columns import NOTHING
from send_actions.importers.problems import quoted

_DATE: Final = re.compile(
    r"(?:date|month)(?: of (?:update|review|entry|meeting|board))?|(?:update|review|meeting|board) date"
    r"|date (?:updated|reviewed)|updated(?: on)?|as at"
)
_NOTES: Final = "Update"
_KINDS: Final = ((_NOTES, ("note",)), ("RAG", ("status", "colour")))


class DatedUpdates:
    """Gathers the rows of each action whose column of dates says when each was written."""

    def __init__(self, table: Found) -> None:
        self._table = table
        names = heading_names(table.header)
        free = (p for p, name in enumerate(names) if _DATE.fullmatch(name) and not table.fields[p])
        self._place = next(free, None) if table.places("note") else None
        self._rows: dict[int, list[int]] = {}

    def is_more(self, texts: Sequence[str]) -> bool:
        """Say whether a row that has no action is one more dated update of the one above it."""
        if self._place is None or not self._table.rows or not self._day(texts[self._place]):
            return False
        of_updates = {self._place, *self._table.places("note", "status", "colour")}
        action = self._table.rows[-1][0]
        is_below = action > max(self._table.heads, default=-1)
        return is_below and all(place in of_updates for place, text in enumerate(texts) if text.strip())

    def add(self, action: int, row: int) -> None:
        """Keep a row with the action that it belongs to."""
        self._rows.setdefault(action, [action]).append(row)

    def finish(self) -> None:
        """Give the table a column for each day, in place of the cells that were put together."""
        if self._place is None or not self._rows:
            return
        whole = {row for rows in self._rows.values() for row in rows}
        rows = {row: [row] for row, _ in self._table.rows if row not in whole} | self._rows
        if not all(self._day(self._text(row, self._place)) for row in whole):
            return
        for kind, fields in _KINDS:
            for place in self._table.places(*fields)[:1]:
                self._part(kind, place, rows)
        self._table.meant[self._place] = NOTHING
        named = quoted(self._table.header[self._place])
        told = f"The column {named} is read as the day of what stands beside it."
        self._table.doubt(self._table.heading.row, self._table.at[self._place], told)

    def _part(self, kind: str, place: int, rows: Mapping[int, Sequence[int]]) -> None:
        """Make a column for each day of what stands in one; what has no day stays where it is."""
        found: dict[date, dict[int, list[int]]] = {}
        for action, own in rows.items():
            for row in own:
                if (day := self._day(self._text(row, self._place))) and self._text(row, place):
                    found.setdefault(day, {}).setdefault(action, []).append(row)
        taken = {action for said in found.values() for action in said}
        self._table.rows = [
            (row, [*texts[:place], "", *texts[place + 1 :]] if row in taken else texts)
            for row, texts in self._table.rows
        ]
        for day, said in sorted(found.items()):
            last = {action: own if kind == _NOTES else own[-1:] for action, own in said.items()}
            words = {a: "\n".join(self._text(row, place) for row in own) for a, own in last.items()}
            cells = {a: self._table.cell(own[0], self._table.at[place]) for a, own in last.items()}
            add_apart(self._table, f"{kind} {say_date(day)}", "", words, cells)

    def _text(self, row: int, place: int | None) -> str:
        return "" if place is None else self._table.grid.cell(row, self._table.at[place]).text.strip()

    def _day(self, words: str) -> date | None:
        """Return the day that words say; None where they say none."""
        return read_due(words, today=ANY_DAY).on if re.search(r"\d{2}", words) else None
