"""The areas and their measures: headlines, the journey, the plan by area, and readings beside targets."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Final

from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Area, Comparator, Measure, Plan, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.dates import say_date, short_date
from send_actions.domain.words.measured import say_value, way_of
from send_actions.reports.document import Block, BulletList, Cell, Heading, Paragraph, Strong, Table, text_of
from send_actions.reports.sections.cells import (
    NONE,
    area_name,
    area_status,
    day_words,
    due_cell,
    filled,
    impact_word,
    last_update,
    mark,
    owner_words,
    ref_and_title,
    status_word,
)

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
_STATUS_RULE: Final = (
    "the lead's own judgement of the area if given, else its worst open action; "
    "with nothing open, the worst of what is done or on hold."
)


def measures(plan: Plan) -> list[Block]:
    """Every measure with its baseline, its last two readings, which way they went, target and comparators."""
    if not plan.measures:
        return [text_of("The plan has no measures yet.")]
    return [Table("Measures", _HEADER, tuple(_row(plan, measure) for measure in plan.measures))]


def headlines(plan: Plan, before: Plan | None) -> list[Block]:
    """How each area stands, what its lead says in their own words, and the facts beside it."""
    summaries = summarise_areas(plan, before)
    if not any(area.headline.strip() or summaries[area.id].status for area in plan.areas):
        return [text_of("No area's lead has written a headline, and no area has a status yet.")]
    rows = [
        (
            area_name(area),
            area_status(plan, summaries[area.id]),
            filled(area.headline, "No headline written"),
            "\n".join([*_judged_apart(plan, summaries[area.id]), *_facts(summaries[area.id])]),
        )
        for area in plan.areas
    ]
    header = ("Area", "How it stands", "The lead says", "The facts")
    table = Table("How each area stands, what its lead says, and the facts", header, tuple(rows))
    return [text_of(f"How an area stands is {_STATUS_RULE}"), table]


def journey_table(plan: Plan, earlier: Iterable[Plan]) -> list[Block]:
    """Each area's letter at each meeting: its lead's judgement, else its worst open action.

    Earlier plans are taken one after another, and only their sums are kept.
    """
    sums = sorted(((stop.as_at, summarise_areas(stop, None)) for stop in earlier), key=itemgetter(0))
    if not (sums and plan.areas):
        return [text_of("The journey is left out: there are no areas at an earlier meeting to show.")]
    sums.append((plan.as_at, summarise_areas(plan, None)))
    rows = [(area_name(area), *(_stop(plan, at.get(area.id)) for _, at in sums)) for area in plan.areas]
    header = ("Area", *(short_date(on).strip() for on, _ in sums))
    table = Table("Areas at each meeting, and now", header, tuple(rows))
    return [text_of(f"Each letter is {_STATUS_RULE}"), table]


def plan_by_area(plan: Plan, before: Plan | None) -> list[Block]:
    """Every area with what it is for, its lead's judgement, its sum and all its actions."""
    blocks: list[Block] = []
    summaries = summarise_areas(plan, before)
    for area in plan.areas:
        heading = Heading(3, f"Area {filled(area.number)}: {filled(area.title)}")
        blocks += [heading, _about(plan, area, summaries[area.id]), *_actions(plan, area)]
    return blocks or [text_of("The plan has no areas yet.")]


def _row(plan: Plan, measure: Measure) -> tuple[Cell, ...]:
    area = plan.areas_by_id.get(measure.area_id) if measure.area_id is not None else None
    by_date = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))
    before, latest = [None, None, *by_date][-2:]
    return (
        f"{filled(measure.title)}\n{_WAYS[measure.better]}",
        area_name(area) if area else "The whole plan",
        _baseline(measure),
        _reading(measure, before),
        _reading(measure, latest),
        way_of(measure, before.value, latest.value) if before and latest else NONE,
        _target(plan, measure),
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
    note = f"\n{reading.note}" if reading.note.strip() else ""
    period = filled(reading.period, say_date(reading.on))
    return f"{say_value(reading.value, measure.unit)} ({period}){note}"


def _target(plan: Plan, measure: Measure) -> str:
    """The target, and the next milestone on the way to it."""
    ahead = [m for m in measure.milestones if m.by >= plan.as_at]
    step = min(ahead, key=lambda m: (m.by, m.id), default=None)
    lines = [f"On the way: {say_value(step.value, measure.unit)} by {say_date(step.by)}"] if step else []
    if measure.target is not None:
        by = f" by {day_words(measure.target_by, plan.as_at)}" if measure.target_by else ""
        lines.insert(0, say_value(measure.target, measure.unit) + by)
    return "\n".join(lines) or NONE


def _comparator(measure: Measure, comparator: Comparator) -> str:
    origin = ", ".join(part for part in (comparator.period, comparator.source) if part.strip())
    value = say_value(comparator.value, measure.unit)
    return f"{comparator.kind.value.capitalize()} {value}" + (f" ({origin})" if origin else "")


def _facts(summary: AreaSummary) -> list[str]:
    """The sum of its actions, what is overdue and which way it went."""
    if not summary.total:
        return [summary.sentence]
    facts = [summary.sentence, f"{summary.overdue or 'none'} overdue"]
    if way := summary.direction:
        facts.append("same as last time" if way is Direction.SAME else f"{way.word} since last time")
    return facts


def _stop(plan: Plan, summary: AreaSummary | None) -> Cell:
    return "Not there" if summary is None else area_status(plan, summary, short=True)


def _judged_apart(plan: Plan, summary: AreaSummary) -> list[str]:
    """Both views, where the lead's judgement is not the status of the worst open action."""
    judgement, worst = summary.judgement, summary.worst
    if judgement is None or worst is None or judgement.status is worst.status:
        return []
    judged, status = (status_word(plan, each.status).lower() for each in (judgement, worst))
    return [f"Lead says {judged}; worst action {status}, {filled(worst.ref)}"]


def _about(plan: Plan, area: Area, summary: AreaSummary) -> BulletList:
    judged = "not given"
    if area.judgement:
        reason = filled(area.judgement.reason, "no reason given")
        judged = f"{mark(plan, area.judgement.status)}, {say_date(area.judgement.on)}: {reason}"
    lines = {
        "Outcome wanted": filled(area.outcome, "not written yet"),
        "Area lead": owner_words(area.lead),
        "The lead's judgement": judged,
        "The sum": "; ".join(_facts(summary)),
    }
    return BulletList(tuple(Paragraph((Strong(f"{label}:"), f" {words}")) for label, words in lines.items()))


def _actions(plan: Plan, area: Area) -> list[Block]:
    rows = [
        (
            *ref_and_title(action),
            mark(plan, action.status),
            impact_word(action.impact),
            owner_words(action.lead),
            due_cell(action, plan.as_at),
            last_update(action),
        )
        for action in plan.actions_by_area[area.id]
    ]
    header = ("Ref", "Action", "Status", "Impact", "Lead", "Due", "Last said")
    return [Table(f"Actions of area {filled(area.number)}", header, tuple(rows))] if rows else []
