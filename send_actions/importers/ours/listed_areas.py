"""What the rows of our own list say of their areas: what was changed in them alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.history.three_way import compare_three_ways
from send_actions.domain.plan import Area, Plan
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.disputes import Disputed, Disputes
from send_actions.importers.ours.listed_row import ListedRow
from send_actions.importers.ours.listed_values import (
    area_values,
    is_half_emptied,
    is_same_value,
    returned_of_area,
)
from send_actions.importers.plan_lines import AreaLine

_CELLS: Final = {"title": "area_title", "lead": "area_lead_role"}


class ListedAreas:
    """Compares what rows say of their areas with the plan; `is_edited` once something of one was changed."""

    def __init__(self, plan: Plan, disputes: Disputes, problems: Problems) -> None:
        self._plan, self._disputes, self._problems = plan, disputes, problems
        self.is_edited = False

    def line_of(self, row: ListedRow, *, is_moved: bool) -> AreaLine:
        """Return what a row says of its area, with the number that it has now."""
        shown = row.listed_plan.area_of(row.shown)
        now = self._plan.areas_by_id.get(shown.id)
        showed = area_values(shown)
        returned = returned_of_area(row.line, row.area, showed, self._problems.places)
        edited = compare_three_ways(showed, returned, showed, is_same_value).changed
        self.is_edited |= bool(edited)
        if is_moved or now is None:
            said = edited if is_moved else {}
            return _line(row.line.area_number if is_moved else "", said, frozenset())
        compared = compare_three_ways(showed, returned, area_values(now), is_same_value)
        said = dict(compared.changed)
        if is_half_emptied(row.line, "area_lead", said.get("lead", ""), self._problems.places):
            del said["lead"]
            told = "This cell is empty, and the one beside it is not: the area's lead is left as it is."
            self._problems.doubt(row.line.row, "area_lead_role", told)
        taken = {
            name: value
            for name, value in compared.disputed.items()
            if self._is_taken(row, now, name, (showed[name], value, area_values(now)[name]))
        }
        return _line(now.number, said | taken, frozenset(taken))

    def _is_taken(self, row: ListedRow, now: Area, name: str, three: tuple[Any, Any, Any]) -> bool:
        what = Disputed(now.id, "area", name, row.listed_plan.record)
        return self._disputes.is_of_file(row.line.row, _CELLS.get(name, name), what, three)


def _line(number: str, said: Mapping[str, Any], taken: frozenset[str]) -> AreaLine:
    lead = said.get("lead")
    return AreaLine(
        number,
        title=said.get("title"),
        theme=(said["theme"] or "") if "theme" in said else None,
        lead=OwnerDraft(*lead) if lead else None,
        is_compared=True,
        removed=frozenset({"lead"}) if "lead" in said and lead is None else None,
        taken=taken or None,
    )
