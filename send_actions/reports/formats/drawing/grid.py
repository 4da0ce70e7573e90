"""Statuses as a grid: a row for each name, a column for each label, a letter on its tone in each place."""

from __future__ import annotations

from typing import Final

from send_actions.reports.document import Grid, StatusMark
from send_actions.reports.formats.drawing.canvas import SIZE, Canvas, Drawing, cut_to, width_of_words
from send_actions.reports.formats.drawing.legend import draw_legend
from send_actions.reports.formats.drawing.tones import tones_of

_MOST_HIGH: Final = 400.0
"""Points that rows may take together, so that a page on its side holds them with their heading."""
_CELL: Final = 46.0
_LEAST_CELL: Final = 12.0
_TALL, _LOW = 16.0, 10.5
_NAME: Final = (120.0, 300.0)
"""Points that names have at least and at most."""
_TURNED: Final = 46.0
"""Points of labels that run up the page, where columns are narrow."""


def draw_grid(grid: Grid, room: float) -> Drawing:
    """The grid in the room given; names are cut where they are too long for it."""
    tones = tones_of(grid.key)
    shown = {cell.letter for _, cells in grid.lines for cell in cells if isinstance(cell, StatusMark)}
    canvas = Canvas()
    least, most = _NAME
    columns = max(1, len(grid.labels))
    wanted = min(max((width_of_words(name) for name, _ in grid.lines), default=0), most)
    cell = max(_LEAST_CELL, min(_CELL, (room - max(least, min(wanted, room / 2.6)) - 8) / columns))
    name = min(wanted, room - cell * columns - 8)
    width = name + 8 + cell * columns
    letters = {mark.letter: tone for mark, tone in tones.items()}
    used = {mark: tone for mark, tone in tones.items() if mark.letter in shown}
    y = draw_legend(canvas, used, max(width, min(room, 300))) + 4
    is_narrow = max(map(width_of_words, grid.labels), default=0) + 4 > cell
    y += _TURNED if is_narrow else SIZE + 2
    for place, label in enumerate(grid.labels):
        middle = name + 8 + (place + 0.5) * cell
        if is_narrow:
            canvas.words(middle + 3, y - 4, cut_to(label, _TURNED - 4), upward=True, colour="quiet")
        else:
            canvas.words(middle, y - 4, label, anchor="middle", colour="quiet")
    high = max(_LOW, min(_TALL, _MOST_HIGH / max(1, len(grid.lines))))
    for said, cells in grid.lines:
        base = y + high / 2 + 3
        canvas.words(name, base, cut_to(said, name + 0.5), anchor="end")
        for place, one in enumerate(cells):
            x = name + 8 + place * cell
            tone = letters.get(one.letter) if isinstance(one, StatusMark) else None
            if isinstance(one, StatusMark) and tone:
                canvas.block(x + 0.5, y + 0.5, cell - 1, high - 1, tone)
                canvas.words(x + cell / 2, base, one.letter, anchor="middle", tone=tone)
            else:
                canvas.words(x + cell / 2, base, "–", anchor="middle", colour="quiet")
        y += high
    return canvas.drawing(max(width, min(room, 300)), y + 1, tuple(used.values()))
