"""The plan as a board's paper shows it, for a screen that the whole room sees; nothing is changed there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar, Final

from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.history.folding import PUBLIC_FIELDS
from send_actions.domain.plan import Action, Change, Meeting, Plan, Timeline, Update
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    exempt_in,
    redact_deadlines,
    redact_plan,
    redact_updates,
)
from send_actions.reports.nobody_named import reworded, without_names
from send_actions.store.chase_reader import Chased
from send_actions.tui.plan_reader import PlanReader, Snapshot

WHY_READ_ONLY: Final = "here: this is what the board sees, and nothing can be changed"
"""Why a key that changes the plan is off, as the foot says it after the key's name."""


class RoomReader(PlanReader):
    """A plan without private notes, names and exempt items; what it holds back never reaches a screen."""

    audience: ClassVar[Audience] = Audience.BOARD
    why_read_only: ClassVar[str] = WHY_READ_ONLY
    closed_views: ClassVar[Mapping[str, str]] = {
        "round": "The round is off here: it asks for updates, and nothing can be changed",
        "history": "History is off here: it names who changed what, private notes too",
    }

    def __init__(self, place: str, clock: Callable[[], date]) -> None:
        self._seen: dict[date, tuple[Snapshot, Snapshot]] = {}
        self._exempt = NOTHING_EXEMPT
        super().__init__(place, clock)

    def first_snapshot(self) -> Snapshot:
        """The plan of today as the room sees it; of a large one no more than the first frame shows."""
        found = super().first_snapshot()
        return self._redacted(found) if found.is_outline else found

    def snapshot(self, as_at: date) -> Snapshot:
        """The plan as at a date, and how it stood at the meeting before, as the room sees both."""
        found = super().snapshot(as_at)
        if as_at not in self._seen or self._seen[as_at][0] is not found:
            self._seen[as_at] = found, self._redacted(found)
        kept = self._seen.items()
        self._seen = {day: pair for day, pair in kept if self._visited.get(day) is pair[0]}
        return self._seen[as_at][1]

    def timeline(self, plan: Plan, action: Action) -> Timeline:
        """What was said of an action, as the room sees it."""
        told = super().timeline(plan, action)
        updates = {action.id: [_without_private(one) for one in told.updates if _says_aught(one)]}
        return Timeline(
            redact_updates(updates, self.audience, plan, self._exempt).get(action.id, ()),
            redact_deadlines({action.id: told.deadlines}, self.audience, plan, self._exempt)[action.id],
        )

    def journey_seen(self, journey: Journey, plan: Plan) -> Journey:
        """A plan's journey as the room sees it."""
        exempt, nobody = exempt_in(plan) | self._exempt, without_names(self._exempt.named)
        plans = tuple(redact_plan(one, self.audience, exempt) for one in journey.plans)
        hidden = exempt.areas.union(*(exempt_in(one).areas for one in plans))
        judged = {
            area_id: tuple(replace(reworded(one, nobody), actor="") for one in said)
            for area_id, said in journey.judged.items()
            if area_id not in hidden
        }
        return Journey(plans, judged)

    def heads(self, record: int) -> list[Change]:
        """No change: each names who made it."""
        del record
        return []

    def change(self, record: int) -> tuple[Change | None, int]:
        """No change."""
        del record
        return None, 0

    def undo_refusal(self, head: Change) -> str | None:
        """Why nothing is taken back here."""
        del head
        return f"Undo is off {WHY_READ_ONLY}"

    def timeline_before(self, action_id: int, record: int) -> Timeline:
        """Nothing: it belongs to a change."""
        del action_id, record
        return Timeline((), ())

    def _open(self) -> None:
        super()._open()
        self.asked = _nobody
        self.views = tuple  # none: what is kept with the plan has the words of those who keep it

    def _redacted(self, found: Snapshot) -> Snapshot:
        plans = [plan for plan in (found.plan, found.before) if plan]
        exempt = exempt_in(found.plan)
        for plan in plans:
            self._exempt = exempt_as_last_known(self._reading, plan)
            exempt |= self._exempt
        plan, *before = (redact_plan(plan, self.audience, exempt) for plan in plans)
        return replace(found, plan=plan, before=before[0] if before else None)


def _nobody(_plan: Plan, _meeting: Meeting | None) -> dict[int, Chased]:
    """Nobody: whom the lead asks is not for the room."""
    return {}


def _without_private(update: Update) -> Update:
    """An update without what stands in no paper: the private note, and who said and typed it."""
    return replace(update, private_note="", heard=None, heard_from="", change_id=0, actor="")


def _says_aught(update: Update) -> bool:
    """Whether an update says more than a private note."""
    return any(getattr(update, name) for name in PUBLIC_FIELDS)
