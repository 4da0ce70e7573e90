"""Measures: from where, to where, by when, and how others do."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Comparator, Measure, Milestone, Plan, Reading
from send_actions.domain.plan.vocabulary import Better, ComparatorKind
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import NONE, area_name, day_words, filled

_ELSEWHERE: Final = {
    ComparatorKind.NATIONAL: "National",
    ComparatorKind.NEIGHBOURS: "Neighbours",
    ComparatorKind.REGION: "Region",
}
_HEADER: Final = (
    "Measure",
    "Area",
    "Baseline",
    "Reading before",
    "Latest reading",
    "Since the reading before",
    "Target",
    "Compared with",
)


_WAYS: Final = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Tells of demand",
}
_PLAIN: Final = frozenset({"", "number", "numbers", "count", "no", "no."})
_PER_CENT: Final = frozenset({"%", "per cent", "percent", "percentage"})
_SMALLEST: Final = 0.01
"""Below it, two places after the point would show nought."""


def measures(plan: Plan) -> list[Block]:
    """Every measure with its baseline, its last two readings, which way they went, target and comparators."""
    if not plan.measures:
        return [text_of("The plan has no measures yet.")]
    return [Table("Measures", _HEADER, tuple(_row(plan, measure) for measure in plan.measures))]


def value_words(value: float, unit: str) -> str:
    """A value with its unit: 67%, 1 week, 12 weeks, £1,250, 640."""
    places = 6 if 0 < abs(value) < _SMALLEST else 2
    digits = f"{abs(value):,.{places}f}".rstrip("0").rstrip(".")
    sign = "−" if value < 0 and digits != "0" else ""
    unit = unit.strip()
    if unit.lower() in _PLAIN:
        return sign + digits
    if unit.lower() in _PER_CENT:
        return f"{sign}{digits}%"
    if unit == "£":
        return f"{sign}£{digits}"
    one = digits == "1" and unit.endswith("s") and not unit.endswith("ss")
    return f"{sign}{digits} {unit.removesuffix('s') if one else unit}"


def way_words(measure: Measure, before: float, latest: float) -> str:
    """Which way a value went: better, worse or the same, or only up or down where neither is better."""
    if value_words(before, measure.unit) == value_words(latest, measure.unit):
        return "Same"
    is_up = latest > before
    if measure.better is Better.NEITHER:
        return "Up" if is_up else "Down"
    return "Better" if is_up == (measure.better is Better.HIGHER) else "Worse"


def _row(plan: Plan, measure: Measure) -> tuple[Cell, ...]:
    way = _WAYS[measure.better]
    area = plan.areas_by_id.get(measure.area_id) if measure.area_id is not None else None
    by_date = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))
    before, latest = [None, None, *by_date][-2:]
    return (
        f"{filled(measure.title)}\n{way}",
        area_name(area) if area else "The whole plan",
        _baseline(measure),
        _reading(measure, before),
        _reading(measure, latest),
        way_words(measure, before.value, latest.value) if before and latest else NONE,
        _target(plan, measure),
        "\n".join(_comparator(measure, c) for c in measure.comparators) or NONE,
    )


def _baseline(measure: Measure) -> str:
    if measure.baseline is None:
        return NONE
    period = f" ({measure.baseline_period})" if measure.baseline_period.strip() else ""
    return value_words(measure.baseline, measure.unit) + period


def _reading(measure: Measure, reading: Reading | None) -> str:
    if reading is None:
        return NONE
    note = f"\n{reading.note}" if reading.note.strip() else ""
    period = filled(reading.period, say_date(reading.on))
    return f"{value_words(reading.value, measure.unit)} ({period}){note}"


def _target(plan: Plan, measure: Measure) -> str:
    """The target, and the next milestone on the way to it."""
    ahead = [m for m in measure.milestones if m.by >= plan.as_at]
    step = min(ahead, key=lambda m: (m.by, m.id), default=None)
    lines = [_milestone(measure, step)] if step else []
    if measure.target is not None:
        by = f" by {day_words(measure.target_by, plan.as_at)}" if measure.target_by else ""
        lines.insert(0, value_words(measure.target, measure.unit) + by)
    return "\n".join(lines) or NONE


def _milestone(measure: Measure, milestone: Milestone) -> str:
    return f"On the way: {value_words(milestone.value, measure.unit)} by {say_date(milestone.by)}"


def _comparator(measure: Measure, comparator: Comparator) -> str:
    origin = ", ".join(part for part in (comparator.period, comparator.source) if part.strip())
    value = value_words(comparator.value, measure.unit)
    return f"{_ELSEWHERE[comparator.kind]} {value}" + (f" ({origin})" if origin else "")
