"""What the public sees of a plan: nothing exempt, nobody's name, no small counts, nothing for insiders."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from send_actions.domain.plan import Action, Area, Evidence, Finding, Measure, Minute, Plan
from send_actions.reports.board_view import role_of
from send_actions.reports.disclosure import without_small_counts
from send_actions.reports.nobody_named import reworded

_TITLES: Final = frozenset(
    {"title", "partnership", "main_series", "series", "theme", "number", "ref", "unit", "partners"}
    | {"role", "organisation"}
)
"""What things are called, which is not something that was said."""


def public_plan(
    plan: Plan,
    *,
    areas: Collection[int],
    actions: Collection[int],
    minutes: Collection[int],
    evidence: Collection[int],
) -> Plan:
    """The plan as if what is exempt, given by row ids, were not in it: not counted, not named, not linked to.

    What was said of it goes too: minutes, evidence, and measures of an exempt area or that only exempt
    actions are to move. So does what is for those inside: owners and papers, the dates of returns, where
    evidence is kept, what is asked of the board and the notes of readings. Small counts of people in
    what was said are "fewer than 6"; titles stay as they are.
    """

    def is_seen(thing: Minute | Evidence, exempt: Collection[int]) -> bool:
        about = thing.action_id in actions or thing.area_id in areas
        return not (thing.exempt or thing.id in exempt or about)

    seen = replace(
        plan,
        areas=tuple(_area(area) for area in plan.areas if area.id not in areas),
        actions=tuple(_action(one, areas, actions) for one in plan.actions if one.id not in actions),
        owners=(),
        papers=(),
        meetings=tuple(
            replace(one, returns_due=None, papers_due=None, record_issued=None) for one in plan.meetings
        ),
        minutes=tuple(_minute(one, actions) for one in plan.minutes if is_seen(one, minutes)),
        measures=tuple(_measure(one) for one in plan.measures if _is_told(one, plan, areas, actions)),
        evidence=tuple(_evidence(one) for one in plan.evidence if is_seen(one, evidence)),
        sources=tuple(
            replace(source, findings=tuple(_finding(one, areas) for one in source.findings))
            for source in plan.sources
        ),
    )
    return _without_dead_links(reworded(seen, without_small_counts, _TITLES))


def _without_dead_links(plan: Plan) -> Plan:
    """The plan whose actions are to move only measures that are in it."""
    known = {measure.id for measure in plan.measures}
    return replace(
        plan,
        actions=tuple(
            action
            if known.issuperset(action.measures)
            else replace(action, measures=_only(action.measures, known))
            for action in plan.actions
        ),
    )


def _only(ids: tuple[int, ...], known: Collection[int]) -> tuple[int, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _area(area: Area) -> Area:
    return replace(area, lead=role_of(area.lead))


def _action(action: Action, areas: Collection[int], actions: Collection[int]) -> Action:
    return replace(
        action,
        lead=role_of(action.lead),
        sro=role_of(action.sro),
        supports=tuple(id_ for id_ in action.supports if id_ not in areas),
        depends_on=tuple(id_ for id_ in action.depends_on if id_ not in actions),
        ask="",
        ask_on=None,
        due_minute="",
    )


def _minute(minute: Minute, actions: Collection[int]) -> Minute:
    """What a meeting said, with the role of who answers it; an exempt action that it became is not told."""
    made = None if minute.made_action_id in actions else minute.made_action_id
    return replace(minute, owner=role_of(minute.owner), made_action_id=made)


def _is_told(measure: Measure, plan: Plan, areas: Collection[int], actions: Collection[int]) -> bool:
    """Whether a measure is of no exempt area and, if actions are to move it, some of them are not exempt."""
    movers = [action.id for action in plan.actions if measure.id in action.measures]
    return measure.area_id not in areas and not (movers and all(id_ in actions for id_ in movers))


def _measure(measure: Measure) -> Measure:
    return replace(measure, readings=tuple(replace(one, note="") for one in measure.readings))


def _evidence(evidence: Evidence) -> Evidence:
    """A piece of evidence without where it is kept; its title tells what was seen, as its words do."""
    return replace(evidence, place="", title=without_small_counts(evidence.title))


def _finding(finding: Finding, areas: Collection[int]) -> Finding:
    return replace(finding, area_ids=tuple(id_ for id_ in finding.area_ids if id_ not in areas))
