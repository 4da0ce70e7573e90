"""The row above a picture that says which tone and letter is which status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.reports.document import StatusMark
from send_actions.reports.formats.drawing.canvas import Canvas, cut_to, width_of_words
from send_actions.reports.formats.drawing.tones import Tone

LINE: Final = 16.0
"""Points of a row of the legend."""

_BOX: Final = 16.0
_HIGH: Final = 11.0
_GAP: Final = 14.0


def draw_legend(canvas: Canvas, tones: Mapping[StatusMark, Tone], width: float) -> float:
    """Draw every tone with its letter in it and its word beside it, and return where the legend ends."""
    x, y = 0.0, 0.0
    for mark, tone in tones.items():
        word = cut_to(mark.word, width - _BOX - 8)
        taken = _BOX + 4 + width_of_words(word)
        if x and x + taken > width:
            x, y = 0.0, y + LINE
        canvas.block(x + 0.25, y + 0.25, _BOX, _HIGH, tone)
        canvas.words(x + 0.25 + _BOX / 2, y + 8.8, mark.letter, anchor="middle", tone=tone, bold=True)
        canvas.words(x + _BOX + 4, y + 8.8, word)
        x += taken + _GAP
    return y + LINE if tones else 0.0
