"""The actions by status at each board of a period: drawn, and a column for each that adds up to all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.domain.checks.summary import count_statuses
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST, Status
from send_actions.domain.words.dates import say_date, short_date
from send_actions.reports.document import Block, Cell, Table
from send_actions.reports.sections.charts.statuses_chart import drawn_statuses
from send_actions.reports.sections.phrasing.cells import mark, number
from send_actions.reports.sections.phrasing.period import Period
from send_actions.reports.sections.phrasing.stops import MOST_STOPS, Stop

_MOST_COLUMNS: Final = 8
"""How many days stand beside each other, so that a table fits on a page on its side."""


def statuses_by_board(period: Period) -> Iterator[Block]:
    """Yield a chart of the newest days, then the counts of every day in as many tables as it takes."""
    stops = period.stops
    whole = range(0, len(stops), _MOST_COLUMNS)
    parts = [stops[first : first + _MOST_COLUMNS] for first in whole]
    if any(stop.actions for stop in stops):
        drawn = stops[-MOST_STOPS:]
        counted = [Stop(stop.as_at, count_statuses(stop.actions), {}) for stop in drawn]
        labels = tuple(day_label(period, stop) for stop in drawn)
        yield drawn_statuses(period.now, counted, labels, "Actions by status at each board")
    for part in parts:
        of_part = f", {say_date(part[0].as_at)} to {say_date(part[-1].as_at)}" if len(parts) > 1 else ""
        yield Table(f"Actions by status at each board{of_part}", _header(period, part), _rows(period, part))


def day_label(period: Period, day: Plan) -> str:
    """What a column of a day is headed: the day, and what it was."""
    boards = {meeting.on for meeting in period.now.main_meetings}
    what = "board" if day.as_at in boards else "start" if day is period.start else "now"
    return f"{short_date(day.as_at).strip()} ({what})"


def _header(period: Period, stops: Sequence[Plan]) -> tuple[str, ...]:
    return ("Status", *(day_label(period, stop) for stop in stops))


def _shown(period: Period) -> list[Status | None]:
    """The statuses that this house uses, or that some action had on a day that is told of."""
    everywhere = [count_statuses(stop.actions) for stop in period.stops]
    unused = {entry.status for entry in period.now.legend if not entry.used}
    return [
        status
        for status in (*WORST_FIRST, None)
        if any(counted.get(status) for counted in everywhere) or (status and status not in unused)
    ]


def _rows(period: Period, stops: Sequence[Plan]) -> tuple[tuple[Cell, ...], ...]:
    counts = [count_statuses(stop.actions) for stop in stops]
    rows: list[tuple[Cell, ...]] = [
        (mark(period.now, status), *(number(counted.get(status, 0)) for counted in counts))
        for status in _shown(period)
    ]
    return (*rows, ("All actions", *(number(len(stop.actions)) for stop in stops)))
