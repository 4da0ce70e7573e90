"""Measures and areas on the first day of a period and now, each beside what was due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.history.direction import Direction, direction_between
from send_actions.domain.plan import Area, Measure
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import way_of
from send_actions.reports.document import Block, BulletList, Cell, Table, text_of
from send_actions.reports.sections.board.plan_by_area import counted_words
from send_actions.reports.sections.phrasing.cells import (
    NONE,
    area_name,
    area_status,
    filled,
    labelled,
    sentence,
)
from send_actions.reports.sections.phrasing.milestones import (
    due_by_now,
    due_words,
    latest_of,
    reading_words,
    target_words,
    verdict,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.period import Period

_NOT_DUE: Final = "nothing due"
_NOT_KNOWN: Final = "not known"
_VERDICTS: Final = {
    "met": "met what was due by now",
    "missed": "missed what was due by now",
    _NOT_KNOWN: "cannot be told yet",
    _NOT_DUE: "had nothing due yet",
}
"""How a measure stands against what was due of it, and what is said of those that do."""


def measured_by(measure: Measure, day: date) -> Measure:
    """A measure with the readings that speak of a day up to one."""
    return replace(measure, readings=tuple(one for one in measure.readings if one.on <= day))


def milestones_met(period: Period) -> str:
    """How many measures have met or missed what was due of them by now, so that they add up."""
    plan, counted = period.now, Counter[str]()
    for measure in plan.measures:
        step = due_by_now(measure, plan.as_at)
        told = verdict(measure, step.value, step.by) if step else _NOT_DUE
        counted[told if told in _VERDICTS else _NOT_KNOWN] += 1
    words = ", ".join(f"{counted[told]} {words}" for told, words in _VERDICTS.items() if counted[told])
    return f"{len(plan.measures)} in all" + (f": {words}" if words else "")


def measures_then_and_now(period: Period) -> Block:
    """Each measure by its last reading on the first day and now, beside what was due of it by then."""
    plan = period.now
    if not plan.measures:
        return text_of("The plan has no measures yet.")
    first = say_date(period.start.as_at)
    header = ("Measure", f"By {first}", "Due by then", "Latest reading", "Due by now", "Which way", "Target")
    rows = tuple(_measure(period, measure) for measure in plan.measures)
    return Table("Measures at the start and now", header, rows)


def _measure(period: Period, measure: Measure) -> tuple[Cell, ...]:
    first, today = period.start.as_at, period.now.as_at
    then, now = measured_by(measure, first), measured_by(measure, today)
    was, is_ = latest_of(then), latest_of(now)
    way = way_of(measure, was.value, is_.value) if was and is_ else "Nothing to compare"
    due = (sentence(words).removesuffix(".") for words in (due_words(then, first), due_words(now, today)))
    due_then, due_now = (words or "Nothing" for words in due)
    return (
        filled(measure.title),
        reading_words(measure, was) if was else NONE,
        due_then,
        reading_words(measure, is_) if is_ else NONE,
        due_now,
        "No new reading" if was and is_ and was.id == is_.id else way,
        sentence(target_words(now, today)).removesuffix(".") or NONE,
    )


def areas_then_and_now(period: Period) -> Iterator[Block]:
    """Yield which areas got better or worse, and how each was judged on the first day and now."""
    plan = period.now
    if not plan.areas:
        yield text_of("The plan has no areas yet.")
        return
    naming = Naming()
    ways = area_ways(period)
    found = {
        word: [area for area in plan.areas if ways[area.id] is way]
        for word, way in (("Better", Direction.UP), ("Worse", Direction.DOWN))
    }
    items = [
        labelled(f"{word}, {len(areas)}", *(naming.area(area) for area in areas))
        for word, areas in found.items()
        if areas
    ]
    yield BulletList(tuple(items)) if items else text_of("No area got better or worse.")
    then, now = _summaries(period)
    rows = tuple(
        (
            area_name(area),
            area_status(period.start, then[area.id]) if area.id in then else "Not there yet",
            area_status(plan, now[area.id]),
            _way_words(ways[area.id]),
            counted_words(plan, now[area.id]),
        )
        for area in plan.areas
    )
    first = say_date(period.start.as_at)
    header = ("Area", f"On {first}", f"On {say_date(plan.as_at)}", "Which way", "Its actions now")
    yield text_of(
        "An area is shown as its lead judged it; where no judgement was given, by its worst open action."
    )
    yield Table("Areas at the start and now", header, rows)


def area_ways(period: Period) -> dict[int, Direction | None]:
    """Which way each area went from how it is shown on the first day to how it is shown now."""
    then, now = _summaries(period)

    def way(area: Area) -> Direction | None:
        if area.id not in then:
            return Direction.NEW
        return direction_between(then[area.id].status, now[area.id].status)

    return {area.id: way(area) for area in period.now.areas}


def _summaries(period: Period) -> tuple[dict[int, AreaSummary], dict[int, AreaSummary]]:
    return summarise_areas(period.start, None), summarise_areas(period.now, None)


def _way_words(way: Direction | None) -> str:
    words = {Direction.UP: "Better", Direction.DOWN: "Worse", Direction.SAME: "The same"}
    return words.get(way, way.word.capitalize()) if way else "Another status"
