"""Everything that a plan says of its measures: what each is, what is due of it, and every reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from send_actions.domain.plan import Measure, Plan
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import say_value
from send_actions.reports.document import Block, BulletList, Cell, Day, Heading, Number, Table, text_of
from send_actions.reports.sections.phrasing.cells import area_name, filled, labelled, one_line
from send_actions.reports.sections.phrasing.milestones import due_words, next_words, period_of, target_words

_WAYS: Final = {
    Better.HIGHER: "higher is better",
    Better.LOWER: "lower is better",
    Better.NEITHER: "neither way is better, for it tells of demand",
}


def whole_measures(plan: Plan) -> Iterator[Block]:
    """Yield each measure under its own heading, and then every reading in one table."""
    if not plan.measures:
        yield text_of("The plan has no measures yet.")
    for measure in plan.measures:
        yield Heading(3, filled(one_line(measure.title), "A measure without a title"))
        yield _facts(plan, measure)
    rows = tuple(row for measure in plan.measures for row in _readings(measure))
    if rows:
        yield Heading(3, "Every reading")
        header = ("Measure", "Period", "Its last day", "Value", "Note")
        yield Table("Readings of each measure, the newest first", header, rows)


def _facts(plan: Plan, measure: Measure) -> Block:
    area = plan.areas_by_id.get(measure.area_id or 0)
    baseline = ""
    if measure.baseline is not None:
        period = f" ({measure.baseline_period.strip()})" if measure.baseline_period.strip() else ""
        baseline = f"{say_value(measure.baseline, measure.unit)}{period}"
    milestones = sorted(measure.milestones, key=lambda one: (one.by, one.id))
    steps = [f"{say_value(one.value, measure.unit)} by {say_date(one.by)}" for one in milestones]
    lines = {
        "What it counts": one_line(measure.definition),
        "Area": area_name(area) if area else "the whole plan",
        "Which way": _WAYS[measure.better],
        "Baseline": baseline,
        "Milestones": "; ".join(steps),
        "Due by now": due_words(measure, plan.as_at),
        "Next": next_words(measure, plan.as_at),
        "Target": target_words(measure, plan.as_at).removeprefix("target "),
        "Compared with": "; ".join(_comparators(measure)),
    }
    return BulletList(tuple(labelled(label, words) for label, words in lines.items() if words))


def _comparators(measure: Measure) -> Iterator[str]:
    for one in measure.comparators:
        origin = ", ".join(part.strip() for part in (one.period, one.source) if part.strip())
        value = say_value(one.value, measure.unit)
        yield f"{one.kind.value} {value}" + (f" ({origin})" if origin else "")


def _readings(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each reading, the newest first."""
    for reading in sorted(measure.readings, key=lambda one: (one.on, one.id), reverse=True):
        yield (
            filled(one_line(measure.title), "A measure without a title"),
            period_of(reading),
            Day(reading.on, say_date(reading.on)),
            Number(reading.value, say_value(reading.value, measure.unit)),
            filled(reading.note, "no note"),
        )
