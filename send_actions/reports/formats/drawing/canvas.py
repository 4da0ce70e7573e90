"""A sheet to draw on, in points: shapes and words as SVG; no words ever run over others."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.reports.formats.column_widths import length_of
from send_actions.reports.formats.drawing.tones import Tone
from send_actions.reports.formats.text_lines import in_xml, one_line

SIZE: Final = 8.5
"""Points of the type in charts."""
FONT: Final = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
COLOURS: Final = {"ink": "1B1E21", "quiet": "4D545B", "rule": "C3C9CF", "edge": "4D545B", "paper": "FFFFFF"}
"""What is neither of a status nor of a series, by its name, as RRGGBB on paper."""

_USUAL: Final = "font-variation-settings=\"'wght' 400\""
"""The attribute that usvg wants, as it takes weight 400 for the lightest of a font that has many."""
_RISE, _FALL = 0.74, 0.24
"""How far letters reach above and below their line, in sizes of type."""
_CLEAR: Final = 1.5
"""Points between two pieces of text."""
_HALO: Final = f'paint-order="stroke" stroke="#{COLOURS["paper"]}" stroke-width="2.5" stroke-linejoin="round"'
_SPARE_ENDS: Final = re.compile(r"\.?0+$")


class Drawing(NamedTuple):
    """A chart as it is drawn: its size in points, what is in it as SVG, and the tones it uses."""

    width: float
    height: float
    body: str
    tones: tuple[Tone, ...]

    @property
    def svg(self) -> str:
        """The whole file, for readers that have our font: they are told which of its weights is the usual."""
        size = f'width="{told(self.width)}pt" height="{told(self.height)}pt"'
        box = f'viewBox="0 0 {told(self.width)} {told(self.height)}"'
        body = self.body.replace("<text x=", f"<text {_USUAL} x=")
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} {TYPE}>{body}</svg>\n'


TYPE: Final = f'font-family="{FONT}" font-size="{SIZE}"'
"""The type of a drawing, as attributes."""


class Canvas:
    """Shapes and words one after another, the later above the earlier."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._boxes: list[tuple[float, float, float, float]] = []

    def drawing(self, width: float, height: float, tones: tuple[Tone, ...] = ()) -> Drawing:
        """What was drawn, on a sheet of that size."""
        return Drawing(width, height, "".join(self._parts), tones)

    def block(self, x: float, y: float, width: float, height: float, tone: Tone) -> None:
        """A rectangle in a tone, with an edge."""
        at = f'x="{told(x)}" y="{told(y)}" width="{told(width)}" height="{told(height)}"'
        paint = f'class="tone {tone.name}" fill="#{tone.fill}" stroke="#{COLOURS["edge"]}"'
        self._parts.append(f'<rect {at} {paint} stroke-width="0.4"/>')

    def path(
        self, steps: str, colour: str, *, width: float = 1.0, dashes: str = "", filled: str = "none"
    ) -> None:
        """A line by SVG's own steps; `dashes` are lengths of stroke and gap, `filled` names a colour."""
        inside = "none" if filled == "none" else f"#{COLOURS[filled]}"
        broken = f' stroke-dasharray="{dashes}"' if dashes else ""
        looks = f'fill="{inside}" stroke="#{COLOURS[colour]}" stroke-width="{told(width)}"{broken}'
        self._parts.append(f'<path d="{steps}" class="line-{colour} in-{filled}" {looks}/>')

    def dot(self, x: float, y: float, radius: float, colour: str = "ink") -> None:
        """A filled circle."""
        paint = f'class="{colour}" fill="#{COLOURS[colour]}"'
        self._parts.append(f'<circle cx="{told(x)}" cy="{told(y)}" r="{told(radius)}" {paint}/>')

    def keep_clear(self, left: float, top: float, right: float, bottom: float) -> None:
        """Let no words stand there that can stand elsewhere."""
        self._boxes.append((left, top, right, bottom))

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        anchor: str = "start",
        colour: str = "ink",
        tone: Tone | None = None,
        bold: bool = False,
        upward: bool = False,
        halo: bool = False,
    ) -> None:
        """Words on one line from, to or around a point, on a tone if one is named.

        `upward` they run up the page; with a halo they stand before the lines behind them.
        """
        said = one_line(text)
        if not said:
            return
        self._boxes.append(_box(x, y, said, anchor, bold=bold, upward=upward))
        looks = ' font-weight="600"' if bold else ""
        looks += f' x="{told(x)}" y="{told(y)}"'
        names = f"on-{tone.name}" if tone else colour
        names += " halo" if halo else ""
        looks += f' class="{names}" fill="#{tone.ink if tone else COLOURS[colour]}"'
        looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
        looks += f' transform="rotate(-90 {told(x)} {told(y)})"' if upward else ""
        looks += f" {_HALO}" if halo else ""
        self._parts.append(f"<text{looks}>{in_xml(said)}</text>")

    def words_if_free(
        self,
        x: float,
        y: float,
        text: str,
        *,
        anchor: str = "start",
        colour: str = "ink",
        bold: bool = False,
        halo: bool = False,
    ) -> bool:
        """The same where no other words stand in the way; says whether they were written."""
        said = one_line(text)
        left, top, right, bottom = _box(x, y, said, anchor, bold=bold)
        for a, b, c, d in self._boxes:
            if left < c + _CLEAR and a < right + _CLEAR and top < d and b < bottom:
                return False
        self.words(x, y, said, anchor=anchor, colour=colour, bold=bold, halo=halo)
        return True


def width_of_words(text: str, *, bold: bool = False) -> float:
    """How wide words are, in points: rather more than less."""
    return length_of(one_line(text), SIZE) * (1.06 if bold else 1.0)


def cut_to(text: str, room: float) -> str:
    """The words, or as many letters as there is room for with "…" after them."""
    said = one_line(text)
    if width_of_words(said) <= room:
        return said
    while said and width_of_words(f"{said}…") > room:
        said = said[:-1]
    return f"{said.rstrip()}…"


def told(value: float) -> str:
    """A length as SVG has it, to a hundredth of a point."""
    text = f"{value:.2f}"
    short = _SPARE_ENDS.sub("", text)
    return "0" if short in {"-0", ""} else short


def _box(
    x: float, y: float, text: str, anchor: str, *, bold: bool, upward: bool = False
) -> tuple[float, float, float, float]:
    length = width_of_words(text, bold=bold)
    start = {"start": 0.0, "middle": length / 2, "end": length}[anchor]
    if upward:
        return x - SIZE * _RISE, y + start - length, x + SIZE * _FALL, y + start
    return x - start, y - SIZE * _RISE, x - start + length, y + SIZE * _FALL
