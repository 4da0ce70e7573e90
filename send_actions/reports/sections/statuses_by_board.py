"""The actions by status at each board of a period: a column for each, which adds up to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from send_actions.domain.checks.summary import count_statuses
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST
from send_actions.domain.words.dates import say_date, short_date
from send_actions.reports.document import Block, Cell, Table
from send_actions.reports.sections.cells import mark, number
from send_actions.reports.sections.period import Period

_MOST_COLUMNS = 8
"""How many days stand beside each other, so that a table fits on a page on its side."""


def statuses_by_board(period: Period) -> Iterator[Block]:
    """Yield the counts by status on the first day, at each board and now, in as many tables as it takes."""
    stops = period.stops
    whole = range(0, len(stops), _MOST_COLUMNS)
    parts = [stops[first : first + _MOST_COLUMNS] for first in whole]
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


def _rows(period: Period, stops: Sequence[Plan]) -> tuple[tuple[Cell, ...], ...]:
    counts = [count_statuses(stop.actions) for stop in stops]
    everywhere = [count_statuses(stop.actions) for stop in period.stops]
    unused = {entry.status for entry in period.now.legend if not entry.used}
    shown = [
        status
        for status in (*WORST_FIRST, None)
        if any(counted.get(status) for counted in everywhere) or (status and status not in unused)
    ]
    rows: list[tuple[Cell, ...]] = [
        (mark(period.now, status), *(number(counted.get(status, 0)) for counted in counts))
        for status in shown
    ]
    return (*rows, ("All actions", *(number(len(stop.actions)) for stop in stops)))
