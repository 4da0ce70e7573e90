"""The actions by status at each meeting and now: a chart, and a table whose columns add up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import DONE, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Bars, Block, Cell, Chart, Table
from send_actions.reports.sections.phrasing.cells import count_of, number, status_word
from send_actions.reports.sections.phrasing.stops import Stop, key_of, labels_of, newest

_TITLE: Final = "Actions by status at each meeting, and now"


def statuses_chart(plan: Plan, stops: Sequence[Stop]) -> list[Block]:
    """How many actions had each status at each stop, drawn and counted."""
    shown, left_out = newest(stops)
    labels = labels_of(shown)
    counted = [(mark, counts_of(shown, status)) for status, mark in key_of(plan).items()]
    rows: list[tuple[Cell, ...]] = [(mark, *map(number, counts)) for mark, counts in counted if any(counts)]
    rows.append(("All actions", *(number(stop.total) for stop in shown)))
    chart = drawn_statuses(plan, shown, labels, _TITLE)
    return [chart, *left_out, Table(_TITLE, ("Status", *labels), tuple(rows))]


def drawn_statuses(plan: Plan, stops: Sequence[Stop], labels: tuple[str, ...], title: str) -> Chart:
    """The actions by status at each of some stops as a chart, in the words of a plan."""
    series = tuple((mark, counts_of(stops, status)) for status, mark in key_of(plan).items())
    return Chart(title, _words(plan, stops), Bars(labels, series))


def counts_of(stops: Sequence[Stop], status: Status | None) -> tuple[int, ...]:
    """How many actions had a status at each stop."""
    return tuple(stop.counts.get(status, 0) for stop in stops)


def _words(plan: Plan, stops: Sequence[Stop]) -> str:
    """Off track, at risk and done, now and at first, and when most were off track."""
    first, now = stops[0], stops[-1]
    off, risk = (status_word(plan, status).lower() for status in (Status.OFF_TRACK, Status.AT_RISK))
    whole = (count_of(now.total, "action"), str(first.total))
    verbs = ("is", "are"), ("was", "were")
    told = []
    for stop, (one, several), what in zip((now, first), verbs, whole, strict=True):
        many = _off_track(stop)
        counted = f"{many} {one if many == 1 else several} {off}"
        others = f"{stop.counts.get(Status.AT_RISK, 0)} {risk} and {_done(stop)} done"
        told.append(f"On {say_date(stop.on)}, of {what}, {counted}, {others}.")
    most = max(reversed(stops), key=_off_track)
    peak = f"Most were {off} on {say_date(most.on)}: {_off_track(most)}."
    told.append(peak if _off_track(most) else f"None was {off} on any of these dates.")
    return " ".join(told)


def _off_track(stop: Stop) -> int:
    return stop.counts.get(Status.OFF_TRACK, 0)


def _done(stop: Stop) -> int:
    return sum(stop.counts.get(status, 0) for status in DONE)
