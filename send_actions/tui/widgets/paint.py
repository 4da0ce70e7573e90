"""From spans to what Textual draws: the only place where a manner becomes a style."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from send_actions.domain.text import printable
from send_actions.tui.text_layout import LONGEST_DRAWN, Line
from send_actions.tui.themes import DARK, MANNERS


def paint(widget: Widget, line: Line, width: int, under: str = "") -> Strip:
    """One line of spans in a widget's own style, exactly `width` wide; `under` is the row's manner.

    The last gate: whatever a file holds, no character that a terminal would obey goes further.
    """
    manners = MANNERS.get(widget.app.theme, MANNERS[DARK])
    base = widget.rich_style + manners[under]
    segments = [Segment(printable(text), base + manners[manner]) for text, manner in line if text]
    return Strip(segments).adjust_cell_length(width, base)


def blank(widget: Widget, width: int) -> Strip:
    """An empty line in a widget's own style."""
    return Strip.blank(width, widget.rich_style)


def titled(text: str) -> Content:
    """The words in a pane's border, harmless to a terminal."""
    return Content(printable(text[:LONGEST_DRAWN]))
