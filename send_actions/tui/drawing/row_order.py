"""The order of a list whose rows are no actions: by each of its columns, either way, within its groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from send_actions.tui.drawing.sorting import Order, SortColumn, ranked
from send_actions.tui.widgets.rows import Heading

Row = TypeVar("Row", bound=Hashable)


class RowOrder:
    """How the rows of one list are sorted; `usual` is how unasked, else it is by the first column."""

    def __init__(self, columns: Sequence[SortColumn], usual: Order | None = None) -> None:
        self.columns = tuple(columns)
        self.order = self.usual = usual or Order(columns[0].name)
        self._by_name = {column.name: column for column in columns}

    def sort(self, name: str) -> str:
        """Sort by a column, or the other way where it is sorted by that; returns what to say of it."""
        self.order = self.order.by(name)
        return f"Sorted {self._said}"

    @property
    def words(self) -> str:
        """How the rows are sorted, in words; nothing where they stand as usual."""
        return "" if self.order == self.usual else self._said

    @property
    def _said(self) -> str:
        column = self._by_name[self.order.name]
        return column.turned if self.order.is_turned else column.words

    def named(self, heading: str) -> str:
        """The column of a heading; empty for none."""
        return next((one.name for one in self.columns if heading and one.heading == heading), "")

    def arranged(self, ids: Iterable[Row], thing: Callable[[Any], Any]) -> list[Row]:
        """Rows in this order, each group under its heading; `thing` gives what a row is of by its id."""
        return [row for group in _groups(ids) for row in self._group(group, thing)]

    def _group(self, rows: Sequence[Row], thing: Callable[[Any], Any]) -> list[Row]:
        if isinstance(rows[0], Heading):
            return list(rows)
        column = self._by_name[self.order.name]
        found = [(column.value(thing(row)), place, row) for place, row in enumerate(rows)]
        return ranked(found, is_turned=self.order.is_turned)


def _groups(ids: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield headings, and what stands below each."""
    return (list(rows) for _, rows in groupby(ids, key=lambda row: isinstance(row, Heading)))
