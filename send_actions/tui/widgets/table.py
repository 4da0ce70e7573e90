"""A list of any length: only the rows that are visible are drawn, so 100,000 cost no more than 40."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from send_actions.tui.text_layout import Line, wrap_line
from send_actions.tui.themes import paint

DrawRow = Callable[[int, int], Line]
"""Draws a row from its place in the list and the width there is."""


class Heading(str):
    """The id of a row that is only read: the cursor passes over it."""

    __slots__ = ()


class Table(ScrollView, can_focus=True):
    """Rows known by an id each; the cursor and the marks stay with their ids when the rows change."""

    DEFAULT_CSS: ClassVar[str] = """
    Table { overflow-x: hidden; scrollbar-size-vertical: 1; background: $background; color: $foreground; }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        table: Table

    @dataclass
    class Chosen(Message):
        """A row was clicked that the cursor already stood on."""

        table: Table

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.ids: Sequence[Hashable] = ()
        self.marked: set[Hashable] = set()
        self.wanted: Hashable | None = None
        """The row one moved to last; the cursor comes back to it when it is listed again."""
        self._draw: DrawRow = lambda _place, _width: []
        self._heading: Callable[[int], Line] | None = None
        self._empty = ""

    @property
    def current(self) -> Hashable | None:
        """The id of the row under the cursor."""
        return self.ids[self.cursor] if 0 <= self.cursor < len(self.ids) else None

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the cursor's row begins."""
        return self.content_region.offset + Offset(0, self._top + self.cursor - self.scroll_offset.y)

    def show(
        self,
        ids: Sequence[Hashable],
        draw: DrawRow,
        *,
        heading: Callable[[int], Line] | None = None,
        empty: str = "",
        keep: Hashable | None = None,
        is_new: bool = False,
    ) -> None:
        """Show rows, the cursor on `keep`, or the row one moved to, or its own, or the nearest that is left.

        With `is_new` these are other rows than before: where the cursor comes to stand is where it stays.
        """
        known = [row for row in (keep, self.wanted, self.current) if row is not None]
        self.ids, self._draw, self._heading, self._empty = ids, draw, heading, empty
        self.virtual_size = Size(0, len(ids) + self._top)
        found = next((place for row in known if (place := _place_of(row, ids)) is not None), self.cursor)
        self.set_reactive(Table.cursor, self._settle(found, 1))
        if is_new or self.wanted is None:
            self.wanted = self.current
        self._scroll_to_cursor()
        self.refresh()

    def put_cursor(self, row_id: Hashable) -> bool:
        """Put the cursor on a row; say whether it is there."""
        place = _place_of(row_id, self.ids)
        if place is not None:
            self.cursor = place
            self.wanted = row_id
        return place is not None

    def move(self, rows: int) -> None:
        """Move the cursor by rows, stopping at the ends."""
        self.cursor = self._settle(self.cursor + rows, 1 if rows > 0 else -1)

    def move_to(self, place: int) -> None:
        """Move the cursor to a place; -1 is the last."""
        self.cursor = self._settle(len(self.ids) - 1 if place < 0 else place, 1)

    def page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        self.move(pages * max(1, self._visible_rows - 1))

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away."""
        if self.current is not None:
            self.marked ^= {self.current}
            self._refresh_row(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible."""
        width = self.scrollable_content_region.width
        if y < self._top and self._heading:
            return paint(self, self._heading(width), width)
        if not self.ids:
            lines = wrap_line([("  ", ""), (self._empty, "dim")], width - 1)
            at = y - self._top
            return paint(self, lines[at] if at < len(lines) else [], width)
        place = self._place_at(y)
        if place >= len(self.ids):
            return paint(self, [], width)
        mark = ("•" if self.ids[place] in self.marked else " ", "accent")
        line = self._draw(place, width - 2)
        if place != self.cursor:
            return paint(self, [(" ", ""), mark, *line], width)
        under = "cursor" if self.has_focus else "cursor-away"
        return paint(self, [("▌", "accent" if self.has_focus else "dim"), mark, *line], width, under)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that changed, and say that it moved."""
        self.wanted = self.current
        if not self._scroll_to_cursor():
            self._refresh_row(old)
            self._refresh_row(new)
        self.post_message(self.Moved(self))

    def on_focus(self) -> None:
        """Show the cursor in its full colour, or quietly when the focus has gone."""
        self._refresh_row(self.cursor)

    on_blur = on_focus

    def on_resize(self) -> None:
        """Keep the cursor visible."""
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points; a click on the cursor's row chooses it."""
        offset = event.get_content_offset(self)
        place = -1 if offset is None else self._place_at(offset.y)
        if not 0 <= place < len(self.ids) or isinstance(self.ids[place], Heading):
            return
        if place == self.cursor:
            self.post_message(self.Chosen(self))
        self.cursor = place

    @property
    def _top(self) -> int:
        return 1 if self._heading else 0

    @property
    def _visible_rows(self) -> int:
        return max(1, self.scrollable_content_region.height - self._top)

    def _place_at(self, y: int) -> int:
        return self.scroll_offset.y + y - self._top

    def _settle(self, place: int, step: int) -> int:
        """The nearest place that is no heading, looking first the way the cursor goes."""
        place = max(0, min(place, len(self.ids) - 1))
        rows = range(len(self.ids))
        ways = (rows[place:], rows[place::-1])
        return next((at for at in chain(*ways[::step]) if not isinstance(self.ids[at], Heading)), place)

    def _refresh_row(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y + self._top, self.size.width, 1))

    def _scroll_to_cursor(self) -> bool:
        """Scroll so that the cursor's row is visible, with the headings above it; say whether it did."""
        first, above = self.scroll_offset.y, self.cursor
        while above and isinstance(self.ids[above - 1], Heading):
            above -= 1
        wanted = above if above < first else max(first, self.cursor - self._visible_rows + 1)
        if not self.size.height or wanted == first:
            return False
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        return True


def _place_of(row_id: Hashable, ids: Sequence[Hashable]) -> int | None:
    return ids.index(row_id) if row_id in ids else None
