"""A list of any length: only the rows that are visible are drawn, so 100,000 cost no more than 40."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from send_actions.tui.internals import hold_lines
from send_actions.tui.text_layout import Line, wrap_line
from send_actions.tui.themes import paint
from send_actions.tui.widgets.rows import DrawRow, DrawTall, Heading, Rows, Scrolled


@runtime_checkable
class FollowsCursor(Protocol):
    """A screen that draws what a table's cursor is on."""

    def cursor_moved(self, table: Table) -> None:
        """Draw what the cursor now is on."""


class Table(ScrollView, can_focus=True):
    """Rows known by an id each; the cursor and the marks stay with their ids when the rows change."""

    DEFAULT_CSS: ClassVar[str] = """
    Table { overflow-x: hidden; scrollbar-size-vertical: 1; background: $background; color: $foreground; }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass
    class Chosen(Message):
        """A row was clicked that the cursor already stood on."""

        table: Table

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.rows = Rows()
        self.marked: set[Hashable] = set()
        self.wanted: Hashable | None = None
        """The row one moved to last; the cursor comes back to it when it is listed again."""
        self.detail: Widget | None = None
        """What tells of the cursor's row, and is away while there is none."""
        self._heading: Callable[[int], Line] | None = None
        self._top = 0
        self._empty = ""

    @property
    def ids(self) -> Sequence[Hashable]:
        """The ids of all rows."""
        return self.rows.ids

    @property
    def current(self) -> Hashable | None:
        """The id of the row under the cursor."""
        return self.ids[self.cursor] if 0 <= self.cursor < len(self.ids) else None

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the cursor's row begins."""
        return self.content_region.offset + Offset(0, self._line_of(self.cursor))

    def show(
        self,
        ids: Sequence[Hashable],
        draw: DrawRow,
        *,
        heading: Callable[[int], Line] | None = None,
        tall: DrawTall | None = None,
        scrolled: Scrolled | None = None,
        empty: str = "",
        keep: Hashable | None = None,
        is_new: bool = False,
    ) -> None:
        """Show rows, the cursor on `keep`, or the row one moved to, or its own, or the nearest that is left.

        With `is_new` these are other rows than before: where the cursor comes to stand is where it stays.
        """
        known = [row for row in (keep, self.wanted, self.current) if row is not None]
        before, at = self.rows, self.cursor
        self.rows, self._heading, self._empty = Rows((), draw, tall, scrolled), heading, empty
        self._top = 1 if heading else 0
        self._lay_out(ids)
        found = next((place for row in known if (place := self.rows.place_of(row)) is not None), None)
        if found is None:
            near = before.nearest_left(at, ids)
            found = at if near is None else self.rows.place_of(near) or 0
        self.set_reactive(Table.cursor, self.rows.settle(found, 1))
        if is_new or self.wanted is None:
            self.wanted = self.current
        self._scroll_to_cursor()
        self.refresh()
        if self.detail is not None:
            self.detail.display = bool(ids)
            self.set_class(not ids, "-alone")

    def put_cursor(self, row_id: Hashable) -> bool:
        """Put the cursor on a row; say whether it is there."""
        place = self.rows.place_of(row_id)
        if place is not None:
            self.cursor = place
            self.wanted = row_id
        return place is not None

    def heading_at(self, x: int, y: int) -> str:
        """The name of the column whose heading stands at a place of the pane; empty for none."""
        found, place = "", 0
        for text, _ in self._heading(self.content_size.width) if self._heading and not y else ():
            found = text.strip() or found
            place += len(text)
            if place > x:
                break
        return found

    def move(self, rows: int) -> None:
        """Move the cursor by rows, stopping at the ends."""
        self.cursor = self.rows.settle(self.cursor + rows, 1 if rows > 0 else -1)

    def move_to(self, place: int) -> None:
        """Move the cursor to a place; -1 is the last."""
        self.cursor = self.rows.settle(len(self.ids) - 1 if place < 0 else place, 1)

    def page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        line = self.rows.start(self.cursor) + pages * max(1, self._visible_rows - 1)
        place, _ = self.rows.at(max(0, min(line, self.rows.lines - 1)))
        self.move(place - self.cursor or pages)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible."""
        width = self.scrollable_content_region.width
        if y < self._top and self._heading:
            return paint(self, self._heading(width), width)
        if not self.ids:
            lines = wrap_line([("  ", ""), (self._empty, "dim")], width - 1)
            at = y - self._top
            return paint(self, lines[at] if at < len(lines) else [], width)
        place, part = self.rows.at(self.scroll_offset.y + y - self._top)
        if place >= len(self.ids):
            return paint(self, [], width)
        mark = ("•" if self.ids[place] in self.marked and not part else " ", "accent")
        line = self.rows.line(place, part, width - 2)
        if place != self.cursor:
            return paint(self, [(" ", ""), mark, *line], width)
        under = "cursor" if self.has_focus else "cursor-away"
        return paint(self, [("▌", "accent" if self.has_focus else "dim"), mark, *line], width, under)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that changed; the screen follows at once, so that all is drawn in one turn."""
        self.wanted = self.current
        if not self._scroll_to_cursor():
            self._refresh_row(old)
            self._refresh_row(new)
        if isinstance(self.screen, FollowsCursor):
            self.screen.cursor_moved(self)

    def on_focus(self) -> None:
        """Show the cursor in its full colour, or quietly when the focus has gone."""
        self._refresh_row(self.cursor)

    on_blur = on_focus

    def on_resize(self) -> None:
        """Lay the rows out for the room there is, the cursor visible."""
        self._lay_out(self.ids)
        self._scroll_to_cursor()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points; a click on the cursor's row chooses it."""
        offset = event.get_content_offset(self)
        line = -1 if offset is None else self.scroll_offset.y + offset.y - self._top
        place = self.rows.at(line)[0] if line >= 0 else -1
        if not 0 <= place < len(self.ids) or isinstance(self.ids[place], Heading):
            return
        if place == self.cursor:
            self.post_message(self.Chosen(self))
        self.cursor = place

    @property
    def _visible_rows(self) -> int:
        return max(1, self.scrollable_content_region.height - self._top)

    def _refresh_row(self, place: int) -> None:
        if place < len(self.ids):
            self.refresh(Region(0, self._line_of(place), self.size.width, self.rows.height(place)))

    def _line_of(self, place: int) -> int:
        """The line of the pane on which a row begins."""
        return self.rows.start(place) - self.scroll_offset.y + self._top

    def _lay_out(self, ids: Sequence[Hashable]) -> None:
        size = self.content_size
        self.rows = self.rows.fitted(ids, size.width - 2, size.height - self._top)
        hold_lines(self, self.rows.lines + self._top)

    def _scroll_to_cursor(self) -> bool:
        """Scroll so that the cursor's row is visible, with the headings above it; say whether it did."""
        first, above, last = (
            self.scroll_offset.y,
            self.rows.start(self.rows.above(self.cursor)) if self.ids else 0,
            self.rows.start(self.cursor) + self.rows.height(self.cursor) - 1 if self.ids else 0,
        )
        wanted = above if above < first else max(first, last - self._visible_rows + 1)
        if not self.size.height or wanted == first:
            return False
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        return True
