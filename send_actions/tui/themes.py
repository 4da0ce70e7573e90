"""Dark, light and high contrast, and how lines are painted in them: the only place with styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from send_actions.domain.text import printable
from send_actions.tui.text_layout import LONGEST_DRAWN, Line

DARK: Final = "send-dark"
LIGHT: Final = "send-light"
CONTRAST: Final = "send-contrast"
SIXTEEN: Final = "send-sixteen"
NONE: Final = "send-none"
WORDS: Final = {DARK: "dark", LIGHT: "light", CONTRAST: "high contrast"}

_COLOURS: Final = {
    "ground": ("#15181d", "#fbfaf7", "#000000"),
    "text": ("#dfe3ea", "#1c2026", "#ffffff"),
    "dim": ("#949dac", "#565e6a", "#d4d4d4"),
    "line": ("#3a414d", "#c9c6bd", "#9a9a9a"),
    "accent": ("#b9a3ff", "#5a3fb0", "#ffa8ff"),
    "cursor": ("#2c3140", "#efeafb", "#383248"),
    "cursor-away": ("#20242d", "#f3f1ec", "#2a2a2a"),
    "red": ("#ff7a66", "#b3261e", "#ff8474"),
    "amber": ("#ffd166", "#8f5f00", "#ffe45c"),
    "green": ("#3cb98c", "#004d40", "#35c795"),
    "blue": ("#74b3ff", "#1450b0", "#8accff"),
    "grey": ("#a3abb8", "#565e6a", "#d4d4d4"),
}
"""Each colour dark, light and high contrast.

Amber and green lie apart in lightness, red and green in hue for every eye.
"""

COLOURS: Final = {
    theme: {name: hues[place] for name, hues in _COLOURS.items()} for place, theme in enumerate(WORDS)
}
"""The colours by the theme's name, in the order in which one goes through them."""

LIMITED: Final = {
    SIXTEEN: "This terminal has sixteen colours of its own: there are no others to show",
    NONE: "NO_COLOR is set: there are no colours to show",
}
"""What is said of the themes that a terminal's limits choose."""

_SIXTEEN: Final = {
    "ground": "#000000",
    "text": "#ffffff",
    "dim": "#aaaaaa",
    "line": "#555555",
    "accent": "#ff55ff",
    "cursor": "#000000",
    "cursor-away": "#000000",
    "red": "#ff5555",
    "amber": "#ffff55",
    "green": "#00aa00",
    "blue": "#5555ff",
    "grey": "#aaaaaa",
}
"""Sixteen colours by the values that stand for a terminal's own, so that each is sent as itself."""


def _theme(name: str, colours: Mapping[str, str]) -> Theme:
    ground, accent, line, dim = (colours[colour] for colour in ("ground", "accent", "line", "dim"))
    grounds = ("background", "background-hover", "background-active", "corner-color")
    return Theme(
        name=name,
        primary=accent,
        secondary=dim,
        accent=accent,
        warning=colours["amber"],
        error=colours["red"],
        success=colours["green"],
        foreground=colours["text"],
        background=ground,
        surface=ground,
        panel=line,
        dark=name != LIGHT,
        variables={
            "text-disabled": dim,
            "input-cursor-background": accent,
            "input-cursor-foreground": ground,
            "scrollbar": line,
            "scrollbar-hover": dim,
            "scrollbar-active": accent,
            **{f"scrollbar-{part}": ground for part in grounds},
        },
    )


_ALL: Final = {**COLOURS, SIXTEEN: _SIXTEEN, NONE: _SIXTEEN}

THEMES: Final = tuple(_theme(name, colours) for name, colours in _ALL.items())
"""What the app registers with Textual."""


def _styles(colours: Mapping[str, str]) -> Mapping[str, Style]:
    accent = Style(color=colours["accent"], bold=True)
    return {
        **{name: Style(color=colour) for name, colour in colours.items()},
        "": Style(),
        "none": Style(),
        "bold": Style(bold=True),
        "heading": Style(color=colours["dim"]),
        "heading-chosen": Style(color=colours["text"], bold=True),
        "accent": accent,
        "key": accent,
        "late": Style(color=colours["red"], bold=True),
        "bar": Style(color=colours["ground"], bgcolor=colours["accent"], bold=True),
        "cursor": Style(bgcolor=colours["cursor"]),
        "cursor-away": Style(bgcolor=colours["cursor-away"]),
    }


_INVERSE: Final = Style(reverse=True)
_FEW: Final = {
    SIXTEEN: {
        "red": Style(color=_SIXTEEN["red"], bold=True),
        "cursor": _INVERSE,
        "cursor-away": Style(underline=True),
    },
    NONE: {
        "red": Style(bold=True, reverse=True),
        "late": Style(bold=True, underline=True),
        "bar": Style(bold=True, reverse=True),
        "cursor": _INVERSE,
        "cursor-away": Style(underline=True),
    },
}
"""What stands out where colours are few or none: red the strongest, the cursor's row in reverse."""

STYLES: Final = {name: {**_styles(colours), **_FEW.get(name, {})} for name, colours in _ALL.items()}
"""For each theme, the style of every name a segment may have."""


def paint(widget: Widget, line: Line, width: int, under: str = "") -> Strip:
    """One line of segments in a widget's own style, exactly `width` wide; `under` is the row's style.

    The last gate: whatever a file holds, no character that a terminal would obey goes further.
    """
    styles = STYLES.get(widget.app.theme, STYLES[DARK])
    base = widget.rich_style + styles[under]
    segments = [Segment(printable(text), base + styles[style]) for text, style in line if text]
    return Strip(segments).adjust_cell_length(width, base)


def titled(*parts: str) -> Content:
    """The words in a pane's border, harmless to a terminal; those of its parts that are there."""
    text = " · ".join(part for part in parts if part)
    return Content(printable(text[:LONGEST_DRAWN]))
