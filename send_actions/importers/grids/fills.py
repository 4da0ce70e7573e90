"""The colour behind a cell: as six figures, and by the name that people give it."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from typing import Any, Final

from send_actions.importers.statuses.colour_key import colour_name

_HEX: Final = re.compile(r"[0-9A-F]{6}")
_THEME: Final = re.compile(
    rb"<a:(dk1|lt1|dk2|lt2|accent[1-6])>\s*<a:(?:srgbClr val|sysClr [^>]*lastClr)=\"([0-9A-Fa-f]{6})\""
)
_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)))
_OFFICE: Final = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646"),
)


class FillReader:
    """Reads the fills of a workbook's cells; colours of its theme are worked out."""

    def __init__(self, theme: bytes | None) -> None:
        found = {key.decode(): value.decode().upper() for key, value in _THEME.findall(theme or b"")}
        self._theme = [found.get(name, usual) for name, usual in zip(_ORDER, _OFFICE, strict=True)]
        self._known: dict[int, tuple[Any, str]] = {}

    def read(self, fill: Any) -> str:
        """Return the colour of a fill as six figures, empty for none and for white."""
        return self._once(fill, self._behind)

    def ink(self, font: Any) -> str:
        """Return the colour of words as six figures, empty for black, grey and white."""
        return self._once(font, lambda it: named_colour(self._figures(it.color)))

    def _once(self, style: Any, read: Callable[[Any], str]) -> str:
        known = self._known.get(id(style))
        if known is None:
            known = self._known[id(style)] = (style, read(style))
        return known[1]

    def _behind(self, fill: Any) -> str:
        """Return the colour of a fill; of a pattern or a run of colours the first that has a name."""
        if getattr(fill, "fill_type", None) == "solid":
            return self._figures(fill.fgColor)
        colours = [getattr(fill, name, None) for name in ("fgColor", "bgColor")]
        colours += [stop.color for stop in getattr(fill, "stop", ())]
        return next(filter(None, (named_colour(self._figures(colour)) for colour in colours if colour)), "")

    def _figures(self, colour: Any) -> str:
        match getattr(colour, "type", None):
            case "rgb":
                return shown_fill(str(colour.rgb)[-6:])
            case "theme" if colour.theme < len(self._theme):
                return shown_fill(_tinted(self._theme[colour.theme], colour.tint or 0))
            case "indexed":
                from openpyxl.styles.colors import COLOR_INDEX

                index = colour.indexed
                return shown_fill(COLOR_INDEX[index][-6:]) if index < len(COLOR_INDEX) else ""
        return ""


def named_colour(figures: str) -> str:
    """Return a colour's six figures, empty for one without a name, such as black."""
    figures = shown_fill(figures)
    return figures if figures and colour_name(figures) not in ("", "grey") else ""


def shown_fill(figures: str) -> str:
    """Return a colour's six figures, empty for white and for what is no colour."""
    figures = figures.upper()
    return figures if _HEX.fullmatch(figures) and figures != "FFFFFF" else ""


def _tinted(figures: str, tint: float) -> str:
    red, green, blue = (int(figures[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, max(0.0, min(1.0, light)), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
