"""Measures as the public sees them: small counts unsaid, and nothing said that would tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from send_actions.domain.plan import Comparator, Measure, Plan, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import way_of
from send_actions.reports.disclosure import say_public_value, span
from send_actions.reports.document import Block, Table, text_of
from send_actions.reports.sections.phrasing.cells import NONE, filled, one_line
from send_actions.reports.sections.phrasing.milestones import due_by_now, latest_of, period_of, verdict

_HEADER: Final = ("Measure", "Latest", "Since the one before", "Due by now", "Target", "Elsewhere")
_BETTER: Final = {Better.HIGHER: "Higher is better", Better.LOWER: "Lower is better"}


def public_measures(plan: Plan) -> list[Block]:
    """Every measure in words: its latest value, which way it went, what was due, its target, and others."""
    if not plan.measures:
        return [text_of("The plan has no measures yet.")]
    rows = tuple(
        (
            "\n".join(filter(None, (filled(one_line(one.title)), _BETTER.get(one.better)))),
            latest_words(one) or "No reading yet",
            since_before(one) or NONE,
            due_in_words(one, plan) or NONE,
            _target(one, plan) or NONE,
            "\n".join(_elsewhere(one, other) for other in one.comparators) or NONE,
        )
        for one in plan.measures
    )
    return [Table("The measures", _HEADER, rows)]


def latest_words(measure: Measure) -> str:
    """The latest value with its period; empty without one."""
    latest = latest_of(measure)
    return f"{say_public_value(latest.value, measure.unit)} ({period_of(latest)})" if latest else ""


def last_two(measure: Measure) -> tuple[Reading, Reading] | None:
    """The last two readings, the earlier first; None where there are not two."""
    by_date = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))
    return (by_date[-2], by_date[-1]) if len(by_date) > 1 else None


def way_it_went(measure: Measure) -> str:
    """Better, Worse, Same, Up or Down since the reading before; empty where that cannot be said."""
    if not (two := last_two(measure)):
        return ""
    before, latest = two
    return _surely(lambda was, now: way_of(measure, was, now), measure, before.value, latest.value)


def since_before(measure: Measure) -> str:
    """Which way the last value went, and from what: Better than 55% (January 2026)."""
    two, way = last_two(measure), way_it_went(measure)
    if not (two and way):
        return ""
    said = {"Same": "The same as"}.get(way, f"{way} from" if way in {"Up", "Down"} else f"{way} than")
    return f"{said} {say_public_value(two[0].value, measure.unit)} ({period_of(two[0])})"


def due_in_words(measure: Measure, plan: Plan) -> str:
    """What was due by now and whether it is met: 300 by 31 December 2025: missed."""
    step = due_by_now(measure, plan.as_at)
    if step is None:
        return ""
    told = _verdict(measure, step.value, lambda one, value: verdict(one, value, step.by))
    return f"{say_public_value(step.value, measure.unit)} by {say_date(step.by)}{told}"


def is_due_met(measure: Measure, plan: Plan) -> bool | None:
    """Whether what was due by now is surely met, or surely missed; None where neither can be said."""
    told = due_in_words(measure, plan).rpartition(": ")[2]
    return {"met": True, "missed": False}.get(told)


def _target(measure: Measure, plan: Plan) -> str:
    if measure.target is None:
        return ""
    by = measure.target_by
    value = say_public_value(measure.target, measure.unit)
    if by is None:
        return value
    told = ""
    if by < plan.as_at:
        told = _verdict(measure, measure.target, lambda one, target: verdict(one, target, by))
    return f"{value} by {say_date(by)}{told}"


def _verdict(measure: Measure, due: float, judge: Callable[[Measure, float], str]) -> str:
    """What is so of a due value whatever the small counts are, after a colon."""
    latest = latest_of(measure)
    if latest is None:
        return f": {judge(measure, due)}"

    def judged(value: float, due: float) -> str:
        return judge(replace(measure, readings=(replace(latest, value=value),)), due)

    told = _surely(judged, measure, latest.value, due)
    return f": {told or 'not said, as counts are small'}"


def _surely(words: Callable[[float, float], str], measure: Measure, first: float, second: float) -> str:
    """Words about two values that hold for all that they can be as published; empty where they differ."""
    told = {words(*pair) for pair in _pairs(measure, first, second)}
    return told.pop() if len(told) == 1 else ""


def _pairs(measure: Measure, first: float, second: float) -> Iterator[tuple[float, float]]:
    return ((one, other) for one in span(first, measure.unit) for other in span(second, measure.unit))


def _elsewhere(measure: Measure, other: Comparator) -> str:
    period = f" ({other.period})" if other.period.strip() else ""
    return f"{other.kind.value.capitalize()} {say_public_value(other.value, measure.unit)}{period}"
