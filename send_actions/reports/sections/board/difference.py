"""What difference the plan makes: the measures that matter, and completed actions by their impact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from send_actions.domain.checks.urgency import worst_first, worst_open
from send_actions.domain.plan import Action, Area, Evidence, Measure, Plan
from send_actions.domain.plan.vocabulary import DONE, Better, Impact
from send_actions.domain.words.measured import say_value, way_of
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Heading, Paragraph, Strong, text_of
from send_actions.reports.sections.phrasing.cells import count_of, impact_word, labelled, one_line, sentence
from send_actions.reports.sections.phrasing.milestones import (
    due_by_now,
    due_milestone_words,
    next_words,
    reading_words,
    target_words,
    verdict,
)
from send_actions.reports.sections.phrasing.naming import Naming

MOST_MEASURES: Final = 6
"""How many measures stand before the annexes, which hold them all; PRODUCT section 8 allows eight."""

_OF_AREAS: Final = "For each area, worst first, the measure that its worst actions are to move"
_OF_PLAN: Final = "those of the whole plan"


def difference(plan: Plan, annex: str) -> list[Block]:
    """The measures that matter beside what was due of them, then what completed actions have changed.

    `annex` is the letter of the annex that has all measures.
    """
    chosen = measures_that_matter(plan)
    if chosen:
        measures = BulletList(tuple(_measure(plan, measure) for measure in chosen))
        blocks: list[Block] = [text_of(f"{_rule(chosen)}; annex {annex} has all."), measures]
    else:
        blocks = [text_of("No measure has a target and a reading yet.")]
    return [*blocks, Heading(3, "What completed actions have changed"), *_impacts(plan)]


def measures_that_matter(plan: Plan) -> list[Measure]:
    """One measure for each area that has one with a target and a reading, then those of the whole plan.

    The areas worst off come first. Of an area's measures it is the one that its worst open action is meant
    to move, then the one that missed what was due, then the first in the plan.
    """
    by_area: dict[int, list[Measure]] = {}
    of_plan: list[Measure] = []
    for measure in plan.measures:
        if measure.target is None or not measure.readings or measure.better is Better.NEITHER:
            continue
        if measure.area_id is None:
            of_plan.append(measure)
        elif measure.area_id in plan.areas_by_id:
            by_area.setdefault(measure.area_id, []).append(measure)
    movers: dict[int, list[Action]] = {}
    for action in plan.actions:
        for id_ in action.measures:
            movers.setdefault(id_, []).append(action)

    def of_area(measure: Measure) -> tuple[object, ...]:
        worst = worst_open(movers.get(measure.id, ()), plan.as_at)
        key = worst_first(worst, plan.as_at) if worst else ()
        return worst is None, key, not _has_missed(plan, measure)

    areas = sorted((plan.areas_by_id[id_] for id_ in by_area), key=lambda area: _trouble(plan, area))
    told = [min(by_area[area.id], key=of_area) for area in areas]
    return [*told, *sorted(of_plan, key=of_area)][:MOST_MEASURES]


def _rule(chosen: Iterable[Measure]) -> str:
    """How the measures were chosen: of areas, of the whole plan, or of both."""
    are_of_plan = {measure.area_id is None for measure in chosen}
    if are_of_plan == {True}:
        return "The measures of the whole plan"
    return f"{_OF_AREAS}, then {_OF_PLAN}" if True in are_of_plan else _OF_AREAS


def _trouble(plan: Plan, area: Area) -> tuple[object, ...]:
    """A key that sorts areas by their worst open action; those with none come last, in the plan's order."""
    worst = worst_open(plan.actions_by_area[area.id], plan.as_at)
    return worst is None, worst_first(worst, plan.as_at) if worst else ()


def _has_missed(plan: Plan, measure: Measure) -> bool:
    step = due_by_now(measure, plan.as_at)
    return step is not None and verdict(measure, step.value, step.by) == "missed"


def _measure(plan: Plan, measure: Measure) -> Paragraph:
    reading = _reading(measure)
    step = due_milestone_words(measure, plan.as_at) or next_words(measure, plan.as_at)
    facts = [step, target_words(measure, plan.as_at)]
    told = "; ".join(filter(None, (reading, *facts)))
    others = ", ".join(f"{c.kind.value} {say_value(c.value, measure.unit)}" for c in measure.comparators)
    beside = f" {sentence(others)}" if others else ""
    return Paragraph((Strong(f"{one_line(measure.title)}:"), f" {sentence(told)}{beside}"))


def _reading(measure: Measure) -> str:
    """The newest reading, and whether it is better or worse than the one before, with its value."""
    by_date = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))
    before, latest = [None, None, *by_date][-2:]
    if latest is None:
        return "no reading"
    told = reading_words(measure, latest)
    if before is None:
        return told
    way = way_of(measure, before.value, latest.value).lower()
    was = f" than {say_value(before.value, measure.unit)} before"
    return f"{told}, {'the same as before' if way == 'same' else f'{way}{was}'}"


def _impacts(plan: Plan) -> list[Block]:
    naming = Naming()
    done = [action for action in plan.actions if action.status in DONE]
    by_impact = {impact: [a for a in done if a.impact is impact] for impact in (*Impact, None)}
    evidence: dict[int, list[Evidence]] = {}
    for one in plan.evidence:
        evidence.setdefault(one.action_id or 0, []).append(one)
    evidenced = [action for action in plan.actions if action.impact is Impact.EVIDENCED]
    none_yet = by_impact[Impact.NONE_YET]
    shown = (_shown(action, evidence.get(action.id, ()), naming) for action in evidenced)
    counted = ", ".join(
        f"{len(found)} {impact_word(impact).lower()}" for impact, found in by_impact.items() if found
    )
    lists = (
        (f"Impact evidenced, {len(evidenced)} of {count_of(len(plan.actions), 'action')}", shown),
        (f"No impact yet, {len(none_yet)} of {len(done)} completed", map(naming.action, none_yet)),
        (f"Completed, {len(done)} in all", [counted or "none"]),
    )
    return [BulletList(tuple(labelled(label, *told) for label, told in lists))]


def _shown(action: Action, evidence: Iterable[Evidence], naming: Naming) -> str:
    """An action with what shows its impact, and that it is not complete where it is not."""
    kept = next((one_line(e.title) for e in evidence if e.title.strip() and not is_withheld(e)), "")
    shown = one_line(action.impact_shown_by) or kept or "nothing is named that shows it"
    open_still = "" if action.status in DONE else ", not complete yet"
    told = "" if is_withheld(action) else f" ({shown.removesuffix('.')})"
    return f"{naming.action(action)}{open_still}{told}"
