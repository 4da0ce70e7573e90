"""How a plan stood at each of several days, folded in one pass over all that was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any, Final

from send_actions.domain.history.assembly import areas_there
from send_actions.domain.history.folding import Row, as_date, as_due, as_status
from send_actions.domain.history.rows_in_force import Rows
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Area, Due, Plan, in_order
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import NaturalKey, natural

Spoken = tuple[str, int, int, str | None]
"""Of an update its day as ISO text, its id, its action and the status it says."""

Dated = tuple[str, int, int, str | None, str | None, str | None]
"""Of a deadline its day as ISO text, its id, its action, and the due date it says in its three columns."""

_in_order: Final = itemgetter(0, 1)


class Judged(Noun):
    """What a lead said of an area on a date, and who entered it."""

    on: date
    status: Status
    reason: str
    actor: str


@dataclass(frozen=True)
class Journey:
    """How a plan stood at each of its boards and on its own day, oldest first.

    Of an action are known its area, ref, title, whether it is exempt, its status and its due date; of an area
    its wording and judgement, but not its lead. `judged` has every judgement in force by the area's row id,
    oldest first.
    """

    plans: tuple[Plan, ...]
    judged: Mapping[int, tuple[Judged, ...]]

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Every area that was there on any of the days, as it was last."""
        return in_order(list({area.id: area for plan in self.plans for area in plan.areas}.values()))

    def actions_of(self, area_id: int) -> tuple[Action, ...]:
        """Every action that was in an area on any of the days, as it was there last, in order of the refs."""
        found = {action.id: action for plan in self.plans for action in plan.actions_by_area.get(area_id, ())}
        return tuple(sorted(found.values(), key=lambda action: (natural(action.ref), action.id)))


def board_by_board(
    plan: Plan, rows: Iterable[tuple[date, Rows]], spoken: Iterable[Spoken], dated: Iterable[Dated]
) -> tuple[Plan, ...]:
    """Return how a plan stood on each day, from the rows of areas, judgements and actions there by then.

    Days come oldest first, each with its rows as they were worded; rows that are the same on the next day are
    the same objects, and so are the actions made of them where nothing was said in between.
    """
    said, due = _Statuses(spoken), _Dues(dated)
    made: dict[int, tuple[Row, Action, NaturalKey]] = {}
    plans: list[Plan] = []
    for day, there in rows:
        touched = said.go_on_to(day) | due.go_on_to(day)
        for row in there["action"]:
            own = row["id"]
            known = made.get(own)
            if known is None or known[0] is not row or own in touched:
                made[own] = (row, _standing(row, said.last.get(own), due.last.get(own)), natural(row["ref"]))
        living = [
            made[row["id"]]
            for row in there["action"]
            if row["id"] in said.spoken_of or (as_date(row["on"]) or day) <= day
        ]
        living.sort(key=lambda one: (one[2], one[1].id))
        actions = tuple(action for _, action, _ in living)
        areas = areas_there(there, {}, day, {action.area_id for action in actions})
        plans.append(_on(plan, day, areas, actions))
    return tuple(plans)


def days_of(plan: Plan) -> tuple[date, ...]:
    """The days of a plan's journey, oldest first: each board before its own day, and that day."""
    boards = {meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at}
    return (*sorted(boards), plan.as_at)


class _Statuses:
    """The status last said of each action, by a day that goes on."""

    def __init__(self, spoken: Iterable[Spoken]) -> None:
        self._to_come = sorted(spoken, key=_in_order, reverse=True)
        self.spoken_of: set[int] = set()
        self.last: dict[int, Status | None] = {}

    def go_on_to(self, day: date) -> set[int]:
        """Take in what was said up to a day; return the actions of which a status was said since."""
        until, touched = day.isoformat(), set[int]()
        while self._to_come and self._to_come[-1][0] <= until:
            _, _, own, status = self._to_come.pop()
            self.spoken_of.add(own)
            if status:
                self.last[own] = as_status(status)
                touched.add(own)
        return touched


class _Dues:
    """The due date last said of each action, by a day that goes on."""

    def __init__(self, dated: Iterable[Dated]) -> None:
        self._to_come = sorted(dated, key=_in_order, reverse=True)
        self.last: dict[int, Due | None] = {}

    def go_on_to(self, day: date) -> set[int]:
        """Take in what was said up to a day; return the actions of which a due date was said since."""
        until, touched = day.isoformat(), set[int]()
        while self._to_come and self._to_come[-1][0] <= until:
            _, _, own, *due = self._to_come.pop()
            self.last[own] = as_due(*due)
            touched.add(own)
        return touched


def _standing(row: Row, status: Status | None, due: Due | None) -> Action:
    """Return an action of which only how it stands is known."""
    action = object.__new__(Action)  # what is not set here is what the class has for it
    fields: dict[str, Any] = {name: row[name] for name in ("id", "area_id", "ref", "title")}
    vars(action).update(fields, exempt=bool(row["exempt"]), status=status, due=due)
    return action


def _on(plan: Plan, day: date, areas: Sequence[Area], actions: Sequence[Action]) -> Plan:
    """Return a plan on an earlier day: what it is called, its legend and its boards, and how it stood."""
    return replace(
        plan,
        as_at=day,
        areas=tuple(areas),
        actions=tuple(actions),
        minutes=(),
        measures=(),
        evidence=(),
        sources=(),
        papers=(),
    )
