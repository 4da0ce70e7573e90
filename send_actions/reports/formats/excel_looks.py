"""How the cells of an Excel workbook look, each look made once."""

from __future__ import annotations

from typing import Final

import xlsxwriter
from xlsxwriter.format import Format

from send_actions.reports.formats.colours import Shade, shade_of

_FORMULA: Final = ("=", "+", "-", "@")
"""What Excel would take for a formula when its cell is edited, were it not marked as text."""
_RULE: Final = "#9AA1A9"
_LINK: Final = "#0B4A8F"
_CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _RULE}
LINE_SIZES: Final = {"title": 18.0, "heading2": 14.0, "heading3": 12.0}
"""The sizes of type of lines that have not that of all others."""
_LINES: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True},
    "heading2": {"bold": True},
    "heading3": {"bold": True},
    "heading4": {"bold": True},
    "item": {"align": "left", "indent": 1},
    "table": {"font_color": _LINK, "underline": 1},
}
"""What the lines of the first sheet have besides wrapped words at the top of their cell."""
_HEADINGS: Final = ("heading2", "heading3", "heading4")
_DAY: Final = "d mmmm yyyy"


class Looks:
    """The looks of one file, made when they are first asked for."""

    def __init__(self, file: xlsxwriter.Workbook) -> None:
        self._file = file
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self.strong, self.light = self._look({"bold": True}), self._look({})
        self.caption = self._look({"bold": True, "font_size": 12})
        fill = shade_of("grey").fill
        self.header = self._look({**_CELL, "bold": True, "bg_color": f"#{fill}"})
        self.day = self._look({**_CELL, "num_format": _DAY, "align": "left"})
        self._plain = self._look(_CELL)

    def line(self, look: str, text: str) -> Format:
        """The look of a line of the first sheet."""
        size = {"font_size": LINE_SIZES[look]} if look in LINE_SIZES else {}
        own = {**_LINES.get(look, {}), **size, **_quoted(text)}
        return self._look({"text_wrap": True, "valign": "bottom" if look in _HEADINGS else "top", **own})

    def text(self, text: str) -> Format:
        """The look of words in a table."""
        return self._look({**_CELL, **_quoted(text)}) if text.startswith(_FORMULA) else self._plain

    def figure(self, pattern: str) -> Format:
        """The look of a number that is written so."""
        return self._look({**_CELL, "num_format": pattern, "align": "right", "indent": 1, "text_wrap": False})

    def status(self, colour: str, text: str) -> Format:
        """The look of a status on its colour."""
        return self._look({**_CELL, **_shaded(shade_of(colour)), **_quoted(text)})

    def change(self, shade: Shade) -> Format:
        """The look of a status that was chosen since."""
        return self._file.add_format(_shaded(shade))

    def _look(self, properties: dict[str, object]) -> Format:
        key = tuple(properties.items())
        if key not in self._made:
            self._made[key] = self._file.add_format(properties)
        return self._made[key]


def _shaded(shade: Shade) -> dict[str, object]:
    return {"font_color": f"#{shade.ink}", "bg_color": f"#{shade.fill}"}


def _quoted(text: str) -> dict[str, object]:
    return {"quote_prefix": True} if text.startswith(_FORMULA) else {}
