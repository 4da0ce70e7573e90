"""A row of our own list beside what the list showed in it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from send_actions.domain.plan import Action, Plan
from send_actions.importers.ours.disputes import Disputed
from send_actions.importers.plan_lines import ActionLine, AreaLine

_CELLS: Final = {"lead": "lead_role", "area": "area_number"}


class ListedRow(NamedTuple):
    """A row with the action that its list showed, of which plan, and both by their fields' values."""

    line: ActionLine
    area: AreaLine
    shown: Action
    listed_plan: Plan
    showed: dict[str, Any]
    returned: dict[str, Any]

    def disputed(self, name: str) -> Disputed:
        """Return a field of its action as it is disputed."""
        return Disputed(self.shown.id, "action", name, self.listed_plan.record)


def cell_of(name: str) -> str:
    """Return the first cell of a row that has a field of an action."""
    return _CELLS.get(name, name)
