"""The plan that returns are compared with: as they show it, with roles for names, and what it said before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from send_actions.changes.plan_past import PlanPast
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Owner, Plan
from send_actions.papers.shown_in_returns import begun_at, exempt_of
from send_actions.reports.nobody_named import nobody_named
from send_actions.store.reader import Reader, read_plan


class ReturnPast(PlanPast):
    """What a plan said before, as its returns showed it: roles stand for these names."""

    def __init__(self, location: str, record: int, named: Iterable[Owner]) -> None:
        super().__init__(location, record)
        self._named = tuple(named)

    def plan(self, as_at: date, record: int) -> Plan | None:
        """Return the plan as at a date and a record; None for a record that it has not reached."""
        found = super().plan(as_at, record)
        return self.as_shown(found) if found else None

    def as_shown(self, plan: Plan) -> Plan:
        """Return a plan as returns show it."""
        return nobody_named(plan, self._named)


class PlanOfReturns(Noun):
    """The plan that returns are compared with, as they show it, its past, and when it was begun."""

    plan: Plan
    past: ReturnPast
    begun: str


def plan_of_returns(reader: Reader, location: str, plan: Plan, on: date | None = None) -> PlanOfReturns:
    """Return the plan that returns are compared with, as at the day that they speak of; `plan` is today's."""
    as_at = read_plan(reader, on) if on and on != plan.as_at else plan
    past = ReturnPast(location, plan.record, exempt_of(reader, plan).named)
    return PlanOfReturns(past.as_shown(as_at), past, begun_at(reader))
