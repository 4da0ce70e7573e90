"""Counts by status as bars: one for each label from the top down, its parts side by side with letters."""

from __future__ import annotations

from typing import Final

from send_actions.reports.document import Bars
from send_actions.reports.formats.drawing.canvas import Canvas, Drawing, cut_to, width_of_words
from send_actions.reports.formats.drawing.legend import draw_legend
from send_actions.reports.formats.drawing.tones import tones_of

MOST_WIDE: Final = 493.0
"""Points; bars grow no wider than an upright page."""

_MOST_LABEL: Final = 150.0
_PITCH: Final = 19.0
_HIGH: Final = 14.5
_SPARE: Final = 3.0
_GAP: Final = 8.0


def draw_bars(bars: Bars, room: float) -> Drawing:
    """The bars in the room given, all on one scale; a part without room for its letter has its tone alone."""
    width = min(room, MOST_WIDE)
    tones = tones_of(mark for mark, _ in bars.series)
    totals = [sum(counts) for counts in zip(*(counts for _, counts in bars.series), strict=True)]
    totals = totals or [0] * len(bars.labels)
    canvas = Canvas()
    used = {mark: tones[mark] for mark, counts in bars.series if any(counts)}
    top = draw_legend(canvas, used, width) + 4
    label = min(max(map(width_of_words, bars.labels), default=0), _MOST_LABEL)
    left = label + _GAP
    unit = (width - left - width_of_words(f"{max(totals, default=0)}", bold=True) - 6) / max(1, *totals, 1)
    for place, name in enumerate(bars.labels):
        y = top + place * _PITCH
        base = y + _HIGH / 2 + 3
        canvas.words(label, base, cut_to(name, label + 0.5), anchor="end")
        x = left
        for mark, counts in bars.series:
            many = counts[place]
            if many <= 0:
                continue
            canvas.block(x, y, many * unit, _HIGH, tones[mark])
            for said in (f"{mark.letter} {many}", mark.letter):
                if width_of_words(said) + _SPARE <= many * unit:
                    canvas.words(x + many * unit / 2, base, said, anchor="middle", tone=tones[mark])
                    break
            x += many * unit
        canvas.words(x + 5, base, str(totals[place]), bold=True)
    return canvas.drawing(width, top + len(bars.labels) * _PITCH - (_PITCH - _HIGH) + 2, tuple(used.values()))
