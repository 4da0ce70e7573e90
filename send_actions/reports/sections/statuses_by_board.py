"""The actions by status at each board of a period: a column for each, which adds up to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.domain.checks.summary import count_statuses
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import DONE, WORST_FIRST, Status
from send_actions.domain.words.dates import say_date, short_date
from send_actions.reports.document import Bars, Block, Cell, Chart, StatusMark, Table
from send_actions.reports.sections.cells import count_of, mark, number, status_word
from send_actions.reports.sections.period import Period

_MOST_COLUMNS: Final = 8
"""How many days stand beside each other, so that a table fits on a page on its side."""


def statuses_by_board(period: Period) -> Iterator[Block]:
    """Yield a chart of the newest days, then the counts of every day in as many tables as it takes."""
    stops = period.stops
    whole = range(0, len(stops), _MOST_COLUMNS)
    parts = [stops[first : first + _MOST_COLUMNS] for first in whole]
    if any(stop.actions for stop in stops):
        bars = _bars(period, stops[-_MOST_COLUMNS:])
        yield Chart("Actions by status at each board", _words(period), bars)
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


def _words(period: Period) -> str:
    """What the chart shows: how much was off track, at risk and done on the first day and the last."""
    told = []
    for stop in (period.start, period.now):
        counted = count_statuses(stop.actions)
        off, risk = (
            f"{counted[status]} {status_word(period.now, status).lower()}"
            for status in (Status.OFF_TRACK, Status.AT_RISK)
        )
        done = sum(counted[status] for status in DONE)
        whole = count_of(len(stop.actions), "action")
        told.append(f"On {say_date(stop.as_at)}, of {whole}: {off}, {risk}, {done} done.")
    return " ".join(told)


def _bars(period: Period, stops: Sequence[Plan]) -> Bars:
    """The counts of some days as bars, a status after another, worst first."""
    counts = [count_statuses(stop.actions) for stop in stops]
    series: list[tuple[StatusMark, tuple[int, ...]]] = []
    for status in _shown(period):
        shown = mark(period.now, status)
        drawn = shown if isinstance(shown, StatusMark) else StatusMark("–", "?", shown, "none")
        series.append((drawn, tuple(counted.get(status, 0) for counted in counts)))
    return Bars(tuple(short_date(stop.as_at).strip() for stop in stops), tuple(series))


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
