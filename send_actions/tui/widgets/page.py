"""Lines to read: a page that scrolls, and a bar that does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.geometry import Offset, Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from send_actions.tui.internals import hold_lines
from send_actions.tui.text_layout import Line, clip, columns
from send_actions.tui.themes import paint, titled

BuildLines = Callable[[int], Sequence[Line]]
"""Makes the lines for a width in columns."""


class Page(ScrollView, can_focus=True):
    """Lines built for the width there is, less the bar when they are more than fit."""

    SCROLLS: ClassVar[bool] = True
    DEFAULT_CSS: ClassVar[str] = """
    Page { overflow-x: hidden; scrollbar-size-vertical: 1; background: $background; color: $foreground; }
    """

    def __init__(self, build: BuildLines = lambda _width: (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._build = build
        self.lines: Sequence[Line] = ()
        self.more_words: Callable[[int], str] = self._lines_below
        """What to say in the border of that many lines which lie below."""

    def show(self, build: BuildLines, *, from_top: bool = True) -> None:
        """Show lines, from the first one unless it is the same thing drawn again."""
        self._build = build
        self._rebuild()
        if from_top:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._say_more()

    @property
    def hidden_below(self) -> int:
        """How many lines lie below what is in sight."""
        return max(0, len(self.lines) - self.scroll_offset.y - self.scrollable_content_region.height)

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen its lines begin."""
        return self.content_region.offset

    def move(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def move_to(self, place: int) -> None:
        """Scroll to a line; -1 is the last."""
        self.scroll_to(y=len(self.lines) if place < 0 else place, animate=False, immediate=True)

    def page(self, pages: int) -> None:
        """Scroll by screenfuls."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible."""
        width = self.scrollable_content_region.width
        place = self.scroll_offset.y + y
        line = self.lines[place] if place < len(self.lines) else []
        return paint(self, clip(line, width), width)

    def on_resize(self) -> None:
        """Build the lines again for the new width."""
        self._rebuild()
        self._say_more()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and say how much now lies below."""
        super().watch_scroll_y(old_value, new_value)
        self._say_more()

    def on_focus(self) -> None:
        """Say what lies below as it is said with the keys here, or without them."""
        self._say_more()

    on_blur = on_focus

    def _lines_below(self, lines: int) -> str:
        """How many lines lie below, and the key that leads there while it is elsewhere."""
        return f"{'' if self.has_focus else 'Tab '}↓ {lines:,} more" if lines else ""

    def _say_more(self) -> None:
        if self.border_title is not None:
            self.border_subtitle = titled(self.more_words(self.hidden_below))

    @property
    def _room(self) -> Region:
        return self.region.shrink(self.styles.gutter)

    def _rebuild(self) -> None:
        room = self._room
        if room.width > 0:
            self.lines = self._build(room.width)
            bar = self.styles.scrollbar_size_vertical
            if self.SCROLLS and len(self.lines) > room.height:
                self.lines = self._build(room.width - bar)
            hold_lines(self, len(self.lines))
        self.refresh()


class Bar(Page, can_focus=False):
    """As many lines as it has, at the top or foot of a screen."""

    SCROLLS: ClassVar[bool] = False
    DEFAULT_CSS: ClassVar[str] = """
    Bar { height: 1; overflow: hidden hidden; }
    """

    def key_at(self, x: int, y: int) -> str:
        """The key that is named in the words at a place; empty for none."""
        place, key = 0, ""
        for text, style in self.lines[y] if y < len(self.lines) else ():
            if place > x:
                break
            key = text.strip() if style == "key" else key
            gap = text.find("  ")
            if gap >= 0 and place + gap <= x:
                key = ""
            place += columns(text)
        return key if place > x else ""

    @property
    def _room(self) -> Region:
        """As wide as the screen while it is away: its lines are there in the frame that shows it again."""
        return super()._room if self.display else self.screen.region

    def _rebuild(self) -> None:
        super()._rebuild()
        self.styles.height = max(1, len(self.lines))
