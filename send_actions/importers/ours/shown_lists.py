"""What lists of ours showed: the plan at the date and record that their rows name."""

from __future__ import annotations

from datetime import date

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.domain.words.listed import Listed
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.disputes import Past
from send_actions.importers.problems import Problem


class ShownLists:
    """The plans that the lists of one file showed, each read once."""

    def __init__(self, plan: Plan, past: Past, problems: Problems) -> None:
        self._plan, self._past, self._problems = plan, past, problems
        self._plans: dict[tuple[date, int], Plan | None] = {(plan.as_at, plan.record): plan}
        self._by_ref: dict[tuple[date, int], dict[str, Action]] = {}

    def plan_at(self, as_at: date, record: int) -> Plan | None:
        """Return the plan as at a date and a record; None for a record that it has not reached."""
        if (as_at, record) not in self._plans:
            self._plans[as_at, record] = self._past.plan(as_at, record)
        return self._plans[as_at, record]

    def shown(self, listed: Listed) -> tuple[Action, Plan] | None:
        """Return the action as a list showed it and the plan of that list; None where that is not known."""
        if listed.as_at is None or listed.record is None:
            return None
        plan, state = self.plan_at(listed.as_at, listed.record), (listed.as_at, listed.record)
        if plan is None:
            self._problems.add(Problem("rows", _not_reached(listed.record, self._plan.record)))
            return None
        if state not in self._by_ref:
            self._by_ref[state] = {match_key(action.ref): action for action in plan.actions}
        shown = self._by_ref[state].get(match_key(listed.ref))
        return (shown, plan) if shown else None


def _not_reached(record: int, latest: int) -> str:
    return (
        f"This list was made at record {record}, and the plan has only reached {latest}: it is compared with "
        "the plan as it is now."
    )
