"""Where the rows of a list stand: one line each, or as many as each has when all fit or there is width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate, chain, takewhile, zip_longest
from typing import Final, NamedTuple

from send_actions.tui.text_layout import Line

DrawRow = Callable[[int, int], Line]
"""Draws a row on one line, from its place in the list and the width there is."""

DrawTall = Callable[[int, int], Sequence[Line]]
"""Draws a row on as many lines as it needs, for when there is room for all of them."""


MOST_TALL: Final = 200
"""Rows that may have more lines than one although not all fit: where each begins has to be known of all."""


SCROLLBAR: Final = 1
"""Columns that the bar of a list that scrolls takes."""


class Scrolled(NamedTuple):
    """How rows are drawn on several lines although not all fit, from a width on."""

    draw: DrawTall
    least_width: int


class Heading(str):
    """The id of a row that is only read: the cursor passes over it."""

    __slots__ = ()


class Rows:
    """Rows known by an id each, and the line on which each begins."""

    def __init__(
        self,
        ids: Sequence[Hashable] = (),
        draw: DrawRow = lambda _place, _width: [],
        tall: DrawTall | None = None,
        scrolled: Scrolled | None = None,
        *,
        width: int = 0,
        room: int = 0,
    ) -> None:
        """Give each row the lines it has at a width if all fit into `room` lines, else as `scrolled` says."""
        self.ids = ids
        self._draw, self._tall, self._scrolled = draw, tall, scrolled
        self._starts: list[int] = []
        self._lines: DrawTall | None = None
        if tall is not None and len(ids) <= room:
            self._give(tall, width)
            if self.lines > room:
                self._starts = []
        narrower = width - SCROLLBAR
        if not self._starts and scrolled and len(ids) <= MOST_TALL and narrower >= scrolled.least_width:
            self._give(scrolled.draw, narrower)

    def _give(self, tall: DrawTall, width: int) -> None:
        """Give each row as many lines as it has."""
        self._starts = [0, *accumulate(len(tall(place, width)) for place in range(len(self.ids)))]
        self._lines = tall

    def fitted(self, ids: Sequence[Hashable], width: int, room: int) -> Rows:
        """These or other rows, drawn the same way, where there is another room."""
        return Rows(ids, self._draw, self._tall, self._scrolled, width=width, room=room)

    def line(self, place: int, part: int, width: int) -> Line:
        """One line of a row; none where the width is no longer the one they were fitted to."""
        if self._lines is None or not self._starts:
            return self._draw(place, width)
        lines = self._lines(place, width)
        return lines[part] if part < len(lines) else []

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return self._starts[-1] if self._starts else len(self.ids)

    def start(self, place: int) -> int:
        """The line on which a row begins."""
        return self._starts[place] if self._starts else place

    def height(self, place: int) -> int:
        """How many lines a row takes."""
        return self._starts[place + 1] - self._starts[place] if self._starts else 1

    def at(self, line: int) -> tuple[int, int]:
        """The row a line is of, and which of its lines it is; a place behind the last for none."""
        if not self._starts:
            return line, 0
        if line >= self._starts[-1]:
            return len(self.ids), 0
        place = bisect_right(self._starts, line) - 1
        return place, line - self._starts[place]

    def place_of(self, row_id: Hashable) -> int | None:
        """The place of an id; None when it is not listed."""
        return self.ids.index(row_id) if row_id in self.ids else None

    def settle(self, place: int, step: int) -> int:
        """The nearest place that is no heading, looking first the way the cursor goes."""
        place = max(0, min(place, len(self.ids) - 1))
        rows = range(len(self.ids))
        ways = (rows[place:], rows[place::-1])
        return next((at for at in chain(*ways[::step]) if not isinstance(self.ids[at], Heading)), place)

    def nearest_left(self, place: int, ids: Iterable[Hashable]) -> Hashable | None:
        """The row nearest to a place, below the same heading, that other rows have too; None for none."""
        left = set(ids)
        ways = (self.ids[place + 1 :], self.ids[:place][::-1])
        below, above = (takewhile(lambda row: not isinstance(row, Heading), way) for way in ways)
        pairs = chain.from_iterable(zip_longest(below, above))
        return next((row for row in pairs if row is not None and row in left), None)

    def above(self, place: int) -> int:
        """The row itself, or the first of the headings right above it."""
        while place and isinstance(self.ids[place - 1], Heading):
            place -= 1
        return place
