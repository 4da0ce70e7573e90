"""Every measure: its baseline, last two readings, what was due of it by now, target and comparators."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Comparator, Measure, Plan, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.measured import say_value, way_of
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.phrasing.cells import NONE, area_name, filled, sentence
from send_actions.reports.sections.phrasing.milestones import (
    due_milestone_words,
    next_words,
    reading_words,
    target_words,
)

_HEADER: Final = (
    "Measure",
    "Area",
    "Baseline",
    "Reading before",
    "Latest reading",
    "Since the reading before",
    "Milestone and target",
    "Compared with",
)
_WAYS: Final = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Tells of demand",
}


def measures(plan: Plan) -> list[Block]:
    """Every measure with its baseline, its last two readings, which way they went, target and comparators."""
    if not plan.measures:
        return [text_of("The plan has no measures yet.")]
    return [Table("Measures", _HEADER, tuple(_row(plan, measure) for measure in plan.measures))]


def _row(plan: Plan, measure: Measure) -> tuple[Cell, ...]:
    area = plan.areas_by_id.get(measure.area_id) if measure.area_id is not None else None
    by_date = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))
    before, latest = [None, None, *by_date][-2:]
    due = (words(measure, plan.as_at) for words in (due_milestone_words, next_words, target_words))
    return (
        f"{filled(measure.title)}\n{_WAYS[measure.better]}",
        area_name(area) if area else "The whole plan",
        _baseline(measure),
        _reading(measure, before),
        _reading(measure, latest),
        way_of(measure, before.value, latest.value) if before and latest else NONE,
        "\n".join(sentence(words).removesuffix(".") for words in due if words) or NONE,
        "\n".join(_comparator(measure, c) for c in measure.comparators) or NONE,
    )


def _baseline(measure: Measure) -> str:
    if measure.baseline is None:
        return NONE
    period = f" ({measure.baseline_period})" if measure.baseline_period.strip() else ""
    return say_value(measure.baseline, measure.unit) + period


def _reading(measure: Measure, reading: Reading | None) -> str:
    if reading is None:
        return NONE
    return reading_words(measure, reading) + (f"\n{reading.note}" if reading.note.strip() else "")


def _comparator(measure: Measure, comparator: Comparator) -> str:
    origin = ", ".join(part for part in (comparator.period, comparator.source) if part.strip())
    value = say_value(comparator.value, measure.unit)
    return f"{comparator.kind.value.capitalize()} {value}" + (f" ({origin})" if origin else "")
