"""The plan as it is read: opened once, read again when it changed, without anything that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from send_actions.domain.checks.plan_checks import Flag, check
from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.plan import Action, Change, Plan, Timeline
from send_actions.errors import SendActionsError
from send_actions.store.reader import (
    Reader,
    open_reader,
    read_change,
    read_change_heads,
    read_plan,
    read_timeline,
    read_today,
)

MOST: Final = 200
"""Differences of one change that are told; an import has thousands."""

PATIENCE_MS: Final = 100
"""How long one look waits while somebody writes; it is tried again at the next tick."""


@dataclass(frozen=True)
class Snapshot:
    """A plan, the plan as at the last meeting before it, and what is worked out from the two."""

    plan: Plan
    before: Plan | None

    @cached_property
    def summaries(self) -> dict[int, AreaSummary]:
        """How each area stands, by its row id."""
        return summarise_areas(self.plan, self.before)

    @cached_property
    def flags(self) -> list[Flag]:
        """What the checks question, worst first."""
        return check(self.plan)

    @cached_property
    def flags_by_action(self) -> dict[int, list[Flag]]:
        """The questions put to each action that has any, worst first."""
        found: dict[int, list[Flag]] = {}
        for flag in self.flags:
            if flag.action:
                found.setdefault(flag.action.id, []).append(flag)
        return found


class PlanReader:
    """One plan's place, held open for looking; whatever looks raises SendActionsError when it cannot."""

    def __init__(self, place: str, clock: Callable[[], date]) -> None:
        self.place = place
        self._clock = clock
        self._reading: Reader = open_reader(place, timeout_ms=PATIENCE_MS)
        self._stamp = self._reading.stamp()
        self._timelines: dict[tuple[int, date, int], Timeline] = {}
        self._heads: tuple[int, list[Change]] = (0, [])

    @property
    def today(self) -> date:
        """The plan's day: the one a training plan is pinned to, else the clock's."""
        return read_today(self._reading) or self._clock()

    def snapshot(self, as_at: date | None = None) -> Snapshot:
        """The plan as at a date (today when none is given) with the plan at the meeting before."""
        with self._reading.snapshot():
            plan = read_plan(self._reading, as_at or self.today)
            meeting = plan.last_meeting
            before = read_plan(self._reading, meeting.on, plan.record) if meeting else None
        return Snapshot(plan, before)

    def timeline(self, plan: Plan, action: Action) -> Timeline:
        """What was said of an action within a plan's date and record."""
        key = (action.id, plan.as_at, plan.record)
        if key not in self._timelines:
            if len(self._timelines) > 512:  # noqa: PLR2004  a sitting's worth, not a plan's
                self._timelines.clear()
            self._timelines[key] = read_timeline(self._reading, action.id, plan.as_at, plan.record)
        return self._timelines[key]

    def heads(self, record: int) -> list[Change]:
        """The changes up to a record without what differed in them, oldest first."""
        if self._heads[0] != record:
            self._heads = (record, read_change_heads(self._reading, record))
        return self._heads[1]

    def change(self, record: int) -> tuple[Change | None, int]:
        """One change with the first of what differed in it, and how much more did."""
        return read_change(self._reading, record, MOST)

    def timeline_before(self, action_id: int, record: int) -> Timeline:
        """All that had been said of an action before a record."""
        return read_timeline(self._reading, action_id, date.max, record - 1)

    def has_changed(self) -> bool:
        """Whether the file was changed or replaced by somebody since this was last asked."""
        try:
            stamp = self._reading.stamp()
        except SendActionsError as hindrance:
            if not self._is_open_again():
                raise hindrance from None
            stamp = self._reading.stamp()
        if stamp == self._stamp:
            return False
        if stamp[1:] != self._stamp[1:]:
            self._open_again()
        self._stamp = self._reading.stamp()
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._reading.close()

    def _is_open_again(self) -> bool:
        try:
            self._open_again()
        except SendActionsError:
            return False
        return True

    def _open_again(self) -> None:
        fresh = open_reader(self.place, timeout_ms=PATIENCE_MS)
        self._reading.close()
        self._reading = fresh
        self._timelines.clear()
        self._heads = (0, [])
