"""The plan as it is read: opened once, read again when it changed, without anything that writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import ClassVar, Final

from send_actions.domain.checks.kept_up import KeptUp, kept_up
from send_actions.domain.checks.plan_checks import (
    CODES,
    OF_OUTLINE,
    Flag,
    check,
    check_action,
    first_flagged,
    flags_by_action,
)
from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.filters.named_views import NamedView
from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.history.undo import standing_refusal, undo_refusal
from send_actions.domain.plan import Action, Change, Meeting, Plan, Timeline
from send_actions.domain.words.past_days import read_past_day, say_nothing_yet
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.board_reader import read_journey
from send_actions.store.catching_up import caught_up, first_spoken_of, head_of, spoken_since
from send_actions.store.chase_reader import Chased, read_asked, read_silent
from send_actions.store.history_reader import begins_after, read_change, read_change_heads, read_changes
from send_actions.store.reader import (
    count_actions,
    count_later,
    known_record,
    open_reader,
    read_outline,
    read_plan,
    read_standing,
    read_timeline,
    read_today,
)
from send_actions.store.view_reader import read_kept_views

MOST: Final = 200
"""Differences of one change that are shown; an import has thousands."""

LARGE: Final = 1_000
"""Actions from which a plan is shown in outline before it is read whole."""

VISITED: Final = 10_000
"""Actions that are kept of the dates that were looked at: each takes some 4 KiB a date."""

MOST_VISITED: Final = 50
LEAST_VISITED: Final = 2
"""Dates that are kept of a small plan and of a large one."""

PATIENCE_MS: Final = 100
"""How long one look waits while somebody writes; it is tried again at the next tick."""


@dataclass(frozen=True)
class Snapshot:
    """A plan, how it stood at the last meeting before it, and what is worked out from the two."""

    plan: Plan
    before: Plan | None
    later_changes: int = 0
    """How many changes are dated after today."""
    is_outline: bool = False
    """Whether no more was read of the two than the first frame shows."""

    @cached_property
    def summaries(self) -> dict[int, AreaSummary]:
        """How each area stands, by its row id."""
        return summarise_areas(self.plan, self.before)

    @cached_property
    def first(self) -> Action | None:
        """Where it burns: the action that the first question is about, else the first of all."""
        return self.first_flagged or next(iter(self.plan.actions), None)

    @cached_property
    def first_flagged(self) -> Action | None:
        """The action that the first question is about, as far as what was read tells."""
        return first_flagged(self.plan, OF_OUTLINE if self.is_outline else CODES)

    def flags_of(self, action: Action) -> list[Flag]:
        """The questions put to an action of the plan, worst first; none while only an outline is known."""
        return [] if self.is_outline else check_action(action, self.plan)

    @cached_property
    def flags(self) -> list[Flag]:
        """What the checks question, worst first."""
        return check(self.plan)

    @cached_property
    def kept_up(self) -> KeptUp:
        """How far the plan is kept up."""
        return kept_up(self.plan)

    @cached_property
    def flags_by_action(self) -> dict[int, list[Flag]]:
        """The questions put to each action that has any, worst first."""
        return flags_by_action(self.flags)


class PlanReader:
    """One plan's place, held open for looking; whatever looks raises SendActionsError when it cannot.

    `why_read_only` is why nothing can be changed through it, and `closed_views` why a view is not shown.
    """

    why_read_only: ClassVar[str] = ""
    closed_views: ClassVar[Mapping[str, str]] = {}

    def __init__(self, place: str, clock: Callable[[], date]) -> None:
        self.place = place
        self._clock = clock
        self._last: Snapshot | None = None
        self._head: Change | None = None
        self._visited: dict[date, Snapshot] = {}
        self._journey: tuple[Plan, Journey] | None = None
        self._open()
        self._stamp = self._reading.stamp()

    @property
    def today(self) -> date:
        """The plan's day: the one a training plan is pinned to, else the clock's."""
        return read_today(self._reading) or self._clock()

    def look_back(self, text: str) -> date:
        """The day meant by who looks back; raises UsageError where none is, or the plan had nothing yet."""

        def last() -> Meeting | None:
            return self.snapshot(self.today).plan.last_meeting

        day = read_past_day(text, self.today, or_period=True, last=last)
        if first := begins_after(self._reading, read_outline(self._reading, day, of_actions="statuses")):
            raise UsageError(say_nothing_yet(day, first))
        return day

    def first_snapshot(self) -> Snapshot:
        """The plan of today; of a large one no more than the first frame shows."""
        with self._reading.snapshot():
            if count_actions(self._reading) < LARGE:
                return self.snapshot(self.today)
            plan = read_outline(self._reading, self.today)
            meeting = plan.last_meeting
            before = read_outline(self._reading, meeting.on, of_actions="statuses") if meeting else None
            outline = Snapshot(plan, before, is_outline=True)
            if outline.first_flagged is None:  # where to begin is known of the whole alone
                return self.snapshot(self.today)
            return outline

    def snapshot(self, as_at: date) -> Snapshot:
        """The plan as at a date, and how it stood at the meeting before; kept until something is changed."""
        with self._reading.snapshot():
            later, record = count_later(self._reading, self.today), known_record(self._reading, None)
            found = self._visited.pop(as_at, None)
            if found is None or (found.plan.record, found.later_changes) != (record, later):
                found = Snapshot(*(self._caught_up(as_at) or self._read(as_at)), later)
            self._keep(found)
            self._last, self._head = found, head_of(self._reading, record)
        return found

    def _keep(self, snapshot: Snapshot) -> None:
        """Keep what was looked at last, of the dates before as many as there is room for."""
        if any(kept.plan.record != snapshot.plan.record for kept in self._visited.values()):
            self._visited.clear()
        most = VISITED // max(1, len(snapshot.plan.actions))
        while len(self._visited) >= max(LEAST_VISITED, min(MOST_VISITED, most)):
            del self._visited[next(iter(self._visited))]
        self._visited[snapshot.plan.as_at] = snapshot

    def _read(self, as_at: date) -> tuple[Plan, Plan | None]:
        plan = read_plan(self._reading, as_at)
        meeting = plan.last_meeting
        return plan, read_standing(self._reading, meeting.on, plan.record) if meeting else None

    def _caught_up(self, as_at: date) -> tuple[Plan, Plan | None] | None:
        """The plan last read with what was said since, when that is all that was done; else None."""
        last = self._last
        if last is None or last.plan.as_at != as_at:
            return None
        if head_of(self._reading, last.plan.record) != self._head:  # the file was replaced by another
            return None
        changes, meeting = spoken_since(self._reading, last.plan), last.plan.last_meeting
        if not changes or (meeting and first_spoken_of(changes) <= meeting.on):
            return None
        plan = caught_up(self._reading, last.plan, changes)
        return plan, replace(last.before, record=plan.record) if last.before else None

    def timeline(self, plan: Plan, action: Action) -> Timeline:
        """An action's updates and due dates within a plan's date and record."""
        return self._timeline(action.id, plan.as_at, plan.record)

    def silent(self, plan: Plan, meeting: Meeting | None) -> frozenset[int]:
        """The actions, by their row ids, on which no update was received for a meeting."""
        return read_silent(self._reading, meeting.id, plan.as_at, plan.record) if meeting else frozenset()

    def journey(self, plan: Plan) -> Journey:
        """How a plan stood at each of its boards, and on its own day."""
        if self._journey is None or self._journey[0] is not plan:
            self._journey = (plan, self.journey_seen(read_journey(self._reading, plan), plan))
        return self._journey[1]

    def journey_seen(self, journey: Journey, plan: Plan) -> Journey:
        """A plan's journey as this reader shows it; nothing is read for it."""
        del plan
        return journey

    def heads(self, record: int) -> list[Change]:
        """The changes up to a record without what differed in them, oldest first."""
        return self._heads(record)

    def change(self, record: int) -> tuple[Change | None, int]:
        """One change with the first of what differed in it, and how much more did."""
        return read_change(self._reading, record, MOST)

    def undo_refusal(self, head: Change) -> str | None:
        """Why a change cannot be taken back now, as far as it and what came after it tell."""
        since = read_changes(self._reading, head.id - 1)
        whole = since[0]
        changes = [*(one for one in self._heads(whole.id) if one.id < whole.id), *since]
        return standing_refusal(whole, changes) or undo_refusal(whole, changes, head.id)

    def timeline_before(self, action_id: int, record: int) -> Timeline:
        """An action's updates and due dates before a record."""
        return read_timeline(self._reading, action_id, date.max, record - 1)

    def has_changed(self) -> bool:
        """Whether the file was changed or replaced by somebody since this was last asked."""
        try:
            stamp = self._reading.stamp()
        except SendActionsError as hindrance:
            try:
                self._open_again()
            except SendActionsError:
                raise hindrance from None
            stamp = self._reading.stamp()
        if stamp == self._stamp:
            return False
        self._visited.clear()
        if stamp[1:] != self._stamp[1:]:
            self._open_again()
        self._stamp = self._reading.stamp()
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._reading.close()

    def _open(self) -> None:
        self._reading = open_reader(self.place, timeout_ms=PATIENCE_MS)
        self._visited.clear()
        self.views: Callable[[], tuple[NamedView, ...]] = partial(read_kept_views, self._reading)
        """Reads the views that are kept with the plan now."""
        self.asked: Callable[[Plan, Meeting | None], dict[int, Chased]] = partial(read_asked, self._reading)
        """Reads what is known of each owner who was asked for a meeting, or answered, by their row ids."""
        self._timeline = lru_cache(maxsize=512)(partial(read_timeline, self._reading))
        self._heads = lru_cache(maxsize=1)(partial(read_change_heads, self._reading))

    def _open_again(self) -> None:
        replaced = self._reading
        self._open()
        replaced.close()
