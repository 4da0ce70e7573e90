"""A paper on one area: what is wanted there, what has changed, what shows it, and what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.plan import Area, Plan
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt
from send_actions.reports.document import Block, Document, text_of
from send_actions.reports.sections.board.plan_by_area import counted_words
from send_actions.reports.sections.board.voices import voices, which_voices
from send_actions.reports.sections.charts.measure_charts import measure_charts
from send_actions.reports.sections.phrasing.cells import area_name
from send_actions.reports.sections.phrasing.numbered import Told, lettered, numbered
from send_actions.reports.sections.review.area_impact import (
    completed_there,
    evidence_there,
    findings_there,
    measures_there,
    not_known_there,
    of_area,
    wanted_there,
)
from send_actions.reports.sections.review.evidence_gaps import is_area_withheld
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan
from send_actions.reports.sections.review.steps_told import steps_there

_WANTED = "What is wanted, and how it stands"


def impact_paper(
    plan: Plan,
    area_id: int,
    *,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """What is wanted in an area of a plan, by its row id, and what is known of the difference made there.

    `also_exempt` is what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    area = seen.now.areas_by_id[area_id]
    name = area_name(area)
    return seen.paper(
        f"the difference made in area {name}",
        seen.front(),
        _withheld(seen.now, area) if is_area_withheld(area) else _told(seen.now, area),
        subject=f"Impact in area {name}, as at {position(plan)}",
        has_legend=False,
    )


def _withheld(now: Plan, area: Area) -> Iterator[Block]:
    """Yield of an exempt area how its actions stand, and nothing that says what it is about."""
    counted = counted_words(now, summarise_areas(now, None)[area.id])
    yield from numbered({_WANTED: [text_of(f"The detail of this area is exempt. Its actions: {counted}.")]})


def _told(now: Plan, area: Area) -> Iterator[Block]:
    there = of_area(now, area)
    areas = summarise_areas(now, None)
    sections: dict[str, Told] = {
        _WANTED: wanted_there(now, area, areas[area.id]),
        "What the measures say": measures_there(there),
        **({"Which steps were reached": steps} if (steps := steps_there(there)) else {}),
        "What completed actions have changed": completed_there(there),
        f"What families and young people say{which_voices(there)}": voices(there, areas),
        "What else shows it": evidence_there(there),
        "Findings that it answers": findings_there(now, area),
        "What is not known yet": not_known_there(now, area),
    }
    yield from numbered(sections)
    if any(measure.readings for measure in there.measures):
        yield from lettered({"its measures by period": measure_charts(there)})
