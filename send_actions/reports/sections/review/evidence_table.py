"""Every piece of evidence that a plan keeps, in one table."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Area, Evidence, Plan
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.board_view import WITHHELD
from send_actions.reports.document import Block, Cell, Day, Table, text_of
from send_actions.reports.sections.phrasing.cells import area_name, filled, full_name
from send_actions.reports.sections.review.evidence_gaps import evidence_by_area
from send_actions.reports.sections.review.evidence_kept import evidence_by_now

_HEADER: Final = ("Area", "Action", "Kind", "Evidence", "Date", "What it shows", "Where it is")


def evidence_table(plan: Plan) -> Block:
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
