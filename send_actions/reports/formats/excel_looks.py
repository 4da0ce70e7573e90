"""How the cells of an Excel workbook look, each look made once."""

from __future__ import annotations

from functools import cache
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format

from send_actions.reports.formats.colours import Shade, shade_of
from send_actions.reports.formats.workbook import CAPTION_SIZE, LINE_SIZES

_FORMULA: Final = ("=", "+", "-", "@")
"""What Excel would take for a formula when its cell is edited, were it not marked as text."""
_RULE: Final = "#9AA1A9"
_LINK: Final = "#0B4A8F"
_CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _RULE}
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
        self._made = cache(self._make)
        self.strong, self.light = file.add_format({"bold": True}), file.add_format({})
        self.caption = file.add_format({"bold": True, "font_size": CAPTION_SIZE})
        self.header = file.add_format({**_CELL, "bold": True, "bg_color": f"#{shade_of('grey').fill}"})
        self.day = file.add_format({**_CELL, "num_format": _DAY, "align": "left"})

    def line(self, look: str, text: str) -> Format:
        """The look of a line of the first sheet."""
        return self._made("line", look, is_quoted=text.startswith(_FORMULA))

    def text(self, text: str) -> Format:
        """The look of words in a table."""
        return self._made("text", "", is_quoted=text.startswith(_FORMULA))

    def figure(self, pattern: str) -> Format:
        """The look of a number that is written so."""
        return self._made("figure", pattern)

    def status(self, colour: str, text: str) -> Format:
        """The look of a status on its colour."""
        return self._made("status", colour, is_quoted=text.startswith(_FORMULA))

    def chosen(self, colour: str) -> Format:
        """The look of a status that was chosen since: its colour alone."""
        return self._made("chosen", colour)

    def _make(self, kind: str, which: str, *, is_quoted: bool = False) -> Format:
        properties = _properties(kind, which)
        return self._file.add_format({**properties, "quote_prefix": True} if is_quoted else properties)


def _properties(kind: str, which: str) -> dict[str, object]:
    match kind:
        case "line":
            size = {"font_size": LINE_SIZES[which]} if which in LINE_SIZES else {}
            place = "bottom" if which in _HEADINGS else "top"
            return {"text_wrap": True, "valign": place, **_LINES.get(which, {}), **size}
        case "figure":
            return {**_CELL, "num_format": which, "align": "right", "indent": 1}
        case "status":
            return {**_CELL, **_shaded(shade_of(which))}
        case "chosen":
            return _shaded(shade_of(which))
        case _:
            return _CELL


def _shaded(shade: Shade) -> dict[str, object]:
    return {"font_color": f"#{shade.ink}", "bg_color": f"#{shade.fill}"}
