"""The journey: all actions by status, and each area's letter, at each meeting and now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Chart, Grid, Heading, StatusMark, Table, text_of
from send_actions.reports.sections.charts.statuses_chart import statuses_chart
from send_actions.reports.sections.phrasing.cells import area_name, area_status, count_of, filled, status_word
from send_actions.reports.sections.phrasing.stops import Stop, key_of, labels_of, listed, newest, stops_of

MOST_AREAS: Final = 40
"""Areas that one picture has room for; more are told by their table alone."""

_STATUS_RULE: Final = (
    "the lead's own judgement of the area if given, else its worst open action; "
    "with nothing open, the worst of what is done or on hold."
)


def journey(plan: Plan, earlier: Iterable[Plan]) -> list[Block]:
    """All actions by status at each meeting, then each area's letter there.

    Earlier plans are taken one after another, and only their sums are kept.
    """
    stops = stops_of(plan, earlier)
    if len(stops) == 1 or not plan.areas:
        return [text_of("The journey is left out: there are no areas at an earlier meeting to show.")]
    return [
        Heading(3, "All actions"),
        text_of("Each meeting is told as it is known now, with what was entered of it since."),
        *statuses_chart(plan, stops),
        Heading(3, "Each area"),
        *areas_chart(plan, stops),
    ]


def areas_chart(plan: Plan, stops: Sequence[Stop], *, is_drawn: bool = True) -> list[Block]:
    """Each area's letter at each stop, drawn and in a table; many areas in the table alone."""
    shown, left_out = newest(stops)
    labels = labels_of(shown)
    lines = tuple(
        (area_name(area), tuple(_letter(plan, stop.areas.get(area.id)) for stop in shown))
        for area in plan.areas
    )
    drawn: list[Block] = []
    if is_drawn and len(plan.areas) <= MOST_AREAS:
        grid = Grid(labels, lines, tuple(key_of(plan).values()))
        drawn = [Chart("Areas at each meeting, and now", _words(plan, shown), grid)]
    table = Table("Areas at each meeting, and now", ("Area", *labels), tuple((n, *m) for n, m in lines))
    rule = text_of(f"Each letter is {_STATUS_RULE}")
    return [*drawn, rule, *left_out, table]


def _letter(plan: Plan, summary: AreaSummary | None) -> StatusMark | str:
    return "Not there" if summary is None else area_status(plan, summary, short=True)


def _words(plan: Plan, stops: Sequence[Stop]) -> str:
    """How many areas are off track and at risk, now and at first, which always were, and which changed."""
    first, before, now = stops[0], stops[-2], stops[-1]
    off, risk = (status_word(plan, status).lower() for status in (Status.OFF_TRACK, Status.AT_RISK))
    red, amber = (
        [_many(stop, status) for stop in (now, first)] for status in (Status.OFF_TRACK, Status.AT_RISK)
    )
    always = [a for a in plan.areas if all(_status(stop, a) is Status.OFF_TRACK for stop in stops)]
    changed = [a for a in plan.areas if _status(before, a) is not _status(now, a)]
    told = [
        f"Now, of {count_of(len(now.areas), 'area')}, {red[0]} {'is' if red[0] == 1 else 'are'} {off}",
        f" and {amber[0]} {risk}; on {say_date(first.on)}, of {len(first.areas)}, {red[1]} and {amber[1]}.",
        f" {off.capitalize()} on every date: {_numbers(always)}.",
        f" Changed since {say_date(before.on)}: {_numbers(changed)}.",
    ]
    return "".join(told)


def _status(stop: Stop, area: Area) -> Status | None:
    summary = stop.areas.get(area.id)
    return summary.status if summary else None


def _many(stop: Stop, status: Status) -> int:
    return sum(summary.status is status for summary in stop.areas.values())


def _numbers(areas: Sequence[Area]) -> str:
    names = [filled(area.number) for area in areas]
    return f"{'area' if len(names) == 1 else 'areas'} {listed(names)}" if names else "none"
