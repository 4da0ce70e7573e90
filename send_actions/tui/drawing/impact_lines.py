"""What difference is made in an area: what is wanted, how its actions stand, and its measures."""

from __future__ import annotations

from send_actions.domain.plan import Area
from send_actions.domain.words.measured import say_measure
from send_actions.tui.drawing.actions import fact_lines
from send_actions.tui.drawing.areas import Scope, scope_lines
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.text_layout import Line

NO_MEASURE: str = "None says how far the outcome is reached"


def impact_lines(snapshot: Snapshot, area: Area, width: int) -> list[Line]:
    """An area's impact in lines of `width` columns."""
    plan = snapshot.plan
    moved = {row_id for action in plan.actions_by_area[area.id] for row_id in action.measures}
    measures = [one for one in plan.measures if one.area_id == area.id or one.id in moved]
    lines: list[Line] = []
    for place, text in enumerate([say_measure(one) for one in measures] or [NO_MEASURE]):
        lines += fact_lines("" if place else "Measures", text, width)
    scope = scope_lines(plan, snapshot.before, Scope(area.id), snapshot.summaries, width, is_brief=True)
    return [*lines, *scope]
