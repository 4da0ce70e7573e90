"""The rows of the journey: an area's number, its title, and a letter for each board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.plan import Area, Plan
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.actions import badge
from send_actions.tui.text_layout import Line, fit, fit_right, inline

NUMBER: Final = 4
CELL: Final = 8
LEAST_TITLE: Final = 28


class Stood(NamedTuple):
    """How the areas of a plan stood on a day, by their row ids."""

    on: date
    areas: Mapping[int, AreaSummary]
    is_today: bool = False


def journey_heading(stops: Sequence[Stood], width: int) -> Line:
    """The days of the stops over their columns; `width` is the whole line's."""
    days = "".join(fit_right(_day(stop), CELL) for stop in _fitting(stops, width - 2))
    room = width - NUMBER - 4 - len(days)
    return [(fit(" " * (NUMBER + 4) + fit("Area", room) + days, width), "heading")]


def journey_row(plan: Plan, area: Area, stops: Sequence[Stood], width: int) -> Line:
    """One area and how it stood at each stop, with symbol and letter; a stop before it was there is blank."""
    shown = _fitting(stops, width)
    room = width - NUMBER - 2 - CELL * len(shown)
    line: Line = [(fit_right(inline(area.number), NUMBER) + "  ", "dim"), (fit(inline(area.title), room), "")]
    for stop in shown:
        summary = stop.areas.get(area.id)
        mark = badge(plan, summary.status) if summary else [("    ", "")]
        line += [(" " * (CELL - 4), ""), *mark]
    return line


def _fitting(stops: Sequence[Stood], width: int) -> Sequence[Stood]:
    """The newest stops, as many as leave a title its least room."""
    return stops[-max(1, (width - NUMBER - 2 - LEAST_TITLE) // CELL) :]


def _day(stop: Stood) -> str:
    return "today" if stop.is_today else " ".join(short_date(stop.on).split()[:2])
