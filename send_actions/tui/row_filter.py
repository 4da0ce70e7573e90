"""A filter of rows that are no actions: it keeps those that have all its words, as they stand in the list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.widgets.rows import Heading

WHOLE: Final = 400
"""Columns in which a row is read, so that nothing of it is cut."""


class RowFilter:
    """The words, and how many rows of how many they left when the list was drawn last."""

    def __init__(self) -> None:
        self.text = ""
        self._left = (0, 0)

    def places(self, ids: Sequence[Hashable], row: Callable[[int, int], Line]) -> list[int]:
        """The places of the rows that have all the words, each group under its heading."""
        words, found, heading = fold(self.text).split(), list[int](), list[int]()
        heading_read: list[int] = []
        left = many = 0
        for place, row_id in enumerate(ids):
            if isinstance(row_id, Heading):
                heading = heading_read = [place]
                continue
            many += 1
            read = [*heading_read, place] if words else ()
            text = fold(" ".join(part for one in read for part, _ in row(one, WHOLE)))
            if all(word in text for word in words):
                found += [*heading, place]
                heading, left = [], left + 1
        self._left = left, many
        return found

    @property
    def count_line(self) -> Line:
        """How many rows the words leave: 6 of 78."""
        left, many = self._left
        return [(f"{left:,} of {many:,}", "bold")]

    @property
    def words(self) -> str:
        """The filter and how many it leaves; nothing without one."""
        left, many = self._left
        return f"{inline(self.text)}  {left:,} of {many:,}" if self.text else ""

    def let_go(self) -> bool:
        """Leave the filter; say whether there was one to leave."""
        was_on, self.text = bool(self.text), ""
        return was_on

    def nothing(self, otherwise: str) -> str:
        """What to say of a list without rows."""
        return f"Nothing matches {inline(self.text)}: Esc clears the filter" if self.text else otherwise
