"""The paper on evidence: what shows that something was done or made a difference, and what nothing shows."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.plan import Area, Evidence, Plan
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    WITHHELD,
    Audience,
    Exempt,
    exempt_in,
    is_withheld,
    read_audience,
    redact_plan,
)
from send_actions.reports.document import Block, BulletList, Cell, Day, Document, Heading, Table, text_of
from send_actions.reports.sections.cells import area_name, filled, full_name, labelled
from send_actions.reports.sections.evidence_gaps import evidence_by_area, gaps, in_short
from send_actions.reports.sections.evidence_kept import (
    are_evidenced,
    evidence_by_now,
    evidence_of_actions,
    evidenced_actions,
)
from send_actions.reports.sections.naming import Naming
from send_actions.reports.sections.review_front import front, position

_HEADER = ("Area", "Action", "Kind", "Evidence", "Date", "What it shows", "Where it is")


def evidence_paper(
    plan: Plan, *, audience: str = Audience.BOARD, also_exempt: Exempt = NOTHING_EXEMPT
) -> Document:
    """The evidence of a plan as at its date, what it shows, and where there is none.

    `also_exempt` is what became exempt after the plan's record or date.
    """
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    return Document(
        f"{filled(now.title, 'Action plan')}: evidence",
        front(plan, viewer, exempt),
        tuple(_blocks(now)),
        as_at=plan.as_at,
        subject=f"What shows that the plan works, as at {position(plan)}",
    )


def _blocks(plan: Plan) -> Iterator[Block]:
    naming = Naming()
    which = naming.actions(action for action in plan.actions if action.impact is Impact.EVIDENCED)
    evidenced = f"{are_evidenced(plan)} impact that is evidenced" + (f": {which}" if which else "")
    lines = {"Evidenced": evidenced, **in_short(plan)}
    yield Heading(2, "1. In short")
    yield BulletList(tuple(labelled(label, words) for label, words in lines.items()))
    yield Heading(2, "2. Which actions are evidenced, and by what")
    yield from evidenced_actions(plan, evidence_of_actions(plan), Naming())
    yield Heading(2, "3. What is missing")
    yield from gaps(plan)
    yield Heading(2, "4. The evidence, area by area")
    yield _by_area(plan)


def _by_area(plan: Plan) -> Block:
    """Every piece of evidence: of an area as a whole, then of its actions in their order, oldest first."""
    found = evidence_by_now(plan)
    if not found:
        return text_of("No evidence is kept yet.")
    by_area = evidence_by_area(plan)
    areas = [(area, one) for area in plan.areas for one in by_area.get(area.id, ())]
    of_an_area = {one.id for _, one in areas}
    of_all = [(None, one) for one in found if one.id not in of_an_area]
    places = {area.id: place for place, area in enumerate(plan.areas)}

    def place(pair: tuple[Area | None, Evidence]) -> tuple[object, ...]:
        area, one = pair
        action = plan.actions_by_id.get(one.action_id or 0)
        of_action = (action is not None, natural(action.ref) if action else ())
        return (places[area.id] if area else len(places), *of_action, one.on, one.id)

    rows = (_row(plan, area, one) for area, one in sorted([*areas, *of_all], key=place))
    return Table("The evidence, area by area", _HEADER, tuple(rows))


def _row(plan: Plan, area: Area | None, one: Evidence) -> tuple[Cell, ...]:
    action = plan.actions_by_id.get(one.action_id or 0)
    absent = WITHHELD if is_withheld(one) else "not said"
    return (
        area_name(area) if area else "The whole plan",
        full_name(action) if action else "All of it",
        one.kind.value.capitalize(),
        filled(one.title, "No title"),
        Day(one.on, say_date(one.on)),
        filled(one.shows, absent),
        filled(one.place, absent),
    )
