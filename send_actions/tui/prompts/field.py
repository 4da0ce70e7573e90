"""One field at the foot: a line to write in, or several for what is long."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Input

from send_actions.domain.text import clean, printable
from send_actions.tui.internals import focus_now
from send_actions.tui.text_layout import Segment, columns, fit, line_starts
from send_actions.tui.widgets.page import Bar


class Field(Input):
    """Textual's input without its box, with a quiet hint and no way in for control characters."""

    DEFAULT_CSS: ClassVar[str] = """
    Field, Field:focus {
        border: none; height: 1; padding: 0; background: $background; background-tint: transparent;
    }
    """

    def __init__(self, value: str = "", *, hint: str = "", id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(value, placeholder=printable(hint), id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._hint = printable(hint)

    @property
    def clean_text(self) -> str:
        """What stands in it, clean."""
        return clean(self.value, one_line=True)

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the next character comes to stand."""
        written = columns(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(written - self.scroll_offset.x, 0)

    def on_resize(self) -> None:
        """End a hint that the room is too narrow for in "…"."""
        self.set_reactive(Input.placeholder, fit(self._hint, self.size.width).rstrip())
        self.refresh()

    def put_in(self, text: str) -> None:
        """Put a pasted text in as one clean line; it stays apart from the words that it was apart from."""
        start, end = sorted(self.selection)
        before = " " if start and text[:1].isspace() else ""
        after = " " if text[-1:] == " " else ""
        self.replace(f"{before}{clean(text, one_line=True)}{after}", start, end)

    def focus_end(self) -> None:
        """Put the cursor behind what stands in it."""
        focus_now(self)
        self.cursor_position = len(self.value)

    def beside(self, label: Segment, width: int, classes: str = "") -> Horizontal:
        """One line of the field and, before it, its label in `width` columns."""
        bar = Bar(lambda _width: [[label]])
        bar.styles.width = width
        return Horizontal(bar, self, id=f"{self.id}-row", classes=classes)


class LongField(Field):
    """A field whose words go on below, within as many lines as it is given."""

    def __init__(self, value: str = "", *, hint: str = "", id: str) -> None:  # noqa: A002 - Textual's own name
        self._lines = 1
        self._is_written_in = False
        self._top = 0
        self._wrapped: tuple[str, int, list[int]] = ("", 0, [0])
        super().__init__(value, hint=hint, id=id)

    @property
    def content_width(self) -> int:
        """All of its words are within its width: nothing scrolls sideways."""
        return self.size.width

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the next character comes to stand."""
        line, column = self._cursor
        return self.content_region.offset + Offset(column, line - self._top)

    def lines_wanted(self, width: int) -> int:
        """How many lines its words take in so many columns."""
        return len(self._starts(width))

    def stand(self, lines: int, *, is_written_in: bool) -> None:
        """Take so many lines, the cursor in sight while it is written in; else it shows how it begins."""
        self._lines, self._is_written_in = lines, is_written_in
        self.styles.height = lines
        self._follow_cursor()

    def move_line(self, step: int) -> bool:
        """Move the cursor a line down or up; say whether there is one."""
        starts = self._starts(self.size.width)
        line, column = self._cursor
        if not 0 <= line + step < len(starts):
            return False
        self.cursor_position = self._place_at(line + step, column)
        return True

    def watch_selection(self) -> None:
        """Keep the cursor in sight."""
        self._follow_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight where the lines now are."""
        self._follow_cursor()

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse points."""
        event.prevent_default()
        x, y = event.get_content_offset_capture(self)
        self.cursor_position = self._place_at(y + self._top, x)

    def render_line(self, y: int) -> Strip:
        """Draw one of its lines; "…" at the edge says that more of them lie beyond."""
        width = self.size.width
        starts = self._starts(width)
        line = y + self._top
        if not self.value or line >= len(starts):
            return super().render_line(y)
        text = Text(self.value, no_wrap=True, overflow="ignore", end="")
        if self.has_focus:
            text.stylize(self.get_component_rich_style("input--selection"), *sorted(self.selection))
            text.pad_right(1)
            at = self.cursor_position
            text.stylize(self.get_component_rich_style("input--cursor"), at, at + 1)
        start, end = list(pairwise([*starts, len(text)]))[line]
        drawn = Strip(text[start:end].render(self.app.console)).adjust_cell_length(width)
        is_cut = (y == 0 and self._top) or (y == self._lines - 1 and line + 1 < len(starts))
        if is_cut:
            edge = Text("…", self.get_component_rich_style("input--placeholder"), end="")
            drawn = Strip([*drawn.crop(0, width - 1), *edge.render(self.app.console)])
        return drawn.apply_style(self.rich_style)

    @property
    def _cursor(self) -> tuple[int, int]:
        """The line and the column of the cursor; behind spaces at a line's end it stands at the edge."""
        width = self.size.width
        starts = self._starts(width)
        line = bisect_right(starts, self.cursor_position) - 1
        column = columns(self.value[starts[line] : self.cursor_position])
        return line, min(column, max(0, width - 1))

    def _place_at(self, line: int, column: int) -> int:
        """The place in the text at a line and a column."""
        starts = self._starts(self.size.width)
        line = max(0, min(line, len(starts) - 1))
        last = starts[line + 1] - 1 if line + 1 < len(starts) else len(self.value)
        places = range(starts[line], last + 1)
        return next((at for at in places if columns(self.value[starts[line] : at + 1]) > column), last)

    def _starts(self, width: int) -> list[int]:
        """Where its lines begin, one column kept for the cursor."""
        if self._wrapped[:2] != (self.value, width):
            starts = line_starts(self.value, width - 1) if width > 1 else [0]
            self._wrapped = (self.value, width, starts)
        return self._wrapped[2]

    def _follow_cursor(self) -> None:
        line, _ = self._cursor
        last = max(0, len(self._starts(self.size.width)) - self._lines)
        top = max(line - self._lines + 1, min(self._top, line, last)) if self._is_written_in else 0
        if top != self._top:
            self._top = top
            self.refresh()
