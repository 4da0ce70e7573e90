"""A chart becomes a drawing, by what it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.reports.document import Bars, Grid, Picture, Trend
from send_actions.reports.formats.drawing.bars import draw_bars
from send_actions.reports.formats.drawing.canvas import Drawing
from send_actions.reports.formats.drawing.grid import draw_grid
from send_actions.reports.formats.drawing.trend import draw_trend
from send_actions.reports.formats.layout import Laid


def draw(picture: Picture, room: float) -> Drawing:
    """The drawing of a picture, no wider than the room in points; the same picture gives the same drawing."""
    match picture:
        case Bars():
            return draw_bars(picture, room)
        case Grid():
            return draw_grid(picture, room)
        case Trend():
            return draw_trend(picture, room)


def drawn_charts(paper: Laid) -> Iterator[tuple[Laid, Drawing]]:
    """Every chart of a paper that is laid out with its drawing, instead of what it is drawn from."""
    for sheet in paper["sheets"]:
        for part in sheet["parts"]:
            for block in part["blocks"]:
                if block["kind"] == "chart":
                    yield block, draw(block.pop("picture"), block["room"])
