"""Dark, light and high contrast, and how lines of spans are painted in them: the only place with styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from send_actions.domain.text import printable
from send_actions.tui.text_layout import LONGEST_DRAWN, Line


@dataclass(frozen=True)
class Colours:
    """One theme; amber and green lie apart in lightness, red and green in hue for every eye."""

    ground: str
    text: str
    dim: str
    line: str
    accent: str
    cursor: str
    cursor_away: str
    red: str
    amber: str
    green: str
    blue: str
    grey: str


DARK: Final = "send-dark"
LIGHT: Final = "send-light"
CONTRAST: Final = "send-contrast"

COLOURS: Final = {
    DARK: Colours(
        ground="#15181d",
        text="#dfe3ea",
        dim="#949dac",
        line="#3a414d",
        accent="#b9a3ff",
        cursor="#2c3140",
        cursor_away="#20242d",
        red="#ff7a66",
        amber="#ffd166",
        green="#3cb98c",
        blue="#74b3ff",
        grey="#a3abb8",
    ),
    LIGHT: Colours(
        ground="#fbfaf7",
        text="#1c2026",
        dim="#565e6a",
        line="#c9c6bd",
        accent="#5a3fb0",
        cursor="#efeafb",
        cursor_away="#f3f1ec",
        red="#b3261e",
        amber="#8f5f00",
        green="#004d40",
        blue="#1450b0",
        grey="#565e6a",
    ),
    CONTRAST: Colours(
        ground="#000000",
        text="#ffffff",
        dim="#d4d4d4",
        line="#9a9a9a",
        accent="#ffa8ff",
        cursor="#383248",
        cursor_away="#2a2a2a",
        red="#ff8474",
        amber="#ffe45c",
        green="#35c795",
        blue="#8accff",
        grey="#d4d4d4",
    ),
}
"""The colours by the theme's name, in the order in which F9 goes through them."""


def _theme(name: str, colours: Colours) -> Theme:
    return Theme(
        name=name,
        primary=colours.accent,
        secondary=colours.dim,
        accent=colours.accent,
        warning=colours.amber,
        error=colours.red,
        success=colours.green,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.line,
        dark=name != LIGHT,
        variables={
            "input-cursor-background": colours.accent,
            "input-cursor-foreground": colours.ground,
            "scrollbar": colours.line,
            "scrollbar-hover": colours.dim,
            "scrollbar-active": colours.accent,
            "scrollbar-background": colours.ground,
            "scrollbar-background-hover": colours.ground,
            "scrollbar-background-active": colours.ground,
            "scrollbar-corner-color": colours.ground,
        },
    )


THEMES: Final = tuple(_theme(name, colours) for name, colours in COLOURS.items())
"""What the app registers with Textual."""

WORDS: Final = {DARK: "dark", LIGHT: "light", CONTRAST: "high contrast"}


def _manners(colours: Colours) -> Mapping[str, Style]:
    return {
        "": Style(),
        "none": Style(),
        "dim": Style(color=colours.dim),
        "bold": Style(bold=True),
        "heading": Style(color=colours.dim),
        "accent": Style(color=colours.accent, bold=True),
        "key": Style(color=colours.accent, bold=True),
        "line": Style(color=colours.line),
        "late": Style(color=colours.red, bold=True),
        "red": Style(color=colours.red),
        "amber": Style(color=colours.amber),
        "green": Style(color=colours.green),
        "blue": Style(color=colours.blue),
        "grey": Style(color=colours.grey),
        "bar": Style(color=colours.ground, bgcolor=colours.accent, bold=True),
        "cursor": Style(bgcolor=colours.cursor),
        "cursor-away": Style(bgcolor=colours.cursor_away),
    }


MANNERS: Final = {name: _manners(colours) for name, colours in COLOURS.items()}
"""For each theme, the style of every manner a span may have."""


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
