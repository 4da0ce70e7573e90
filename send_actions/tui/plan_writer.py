"""Changing the plan from the app: one change after another, in one thread, loading what writes only then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypedDict

from send_actions import changes
from send_actions.domain.drafts import DeadlineDraft, OwnerDraft, UpdateDraft
from send_actions.domain.plan import Action, Area, Change
from send_actions.domain.plan.vocabulary import Status

if TYPE_CHECKING:
    from send_actions.changes.seen_file import SeenFile
    from send_actions.store.database import Store


class Author(TypedDict):
    """Who changes the plan, when, and on which of its days."""

    actor: str
    at: datetime
    day: date


Task = Callable[["Store", Author], Change | None]
"""One change: a function of `changes`, with what it is to do; None when there was nothing to do."""

OnDone = Callable[[Change | None], None]
"""Hears of the change that was done, or of None when there was nothing to do."""

Versions = Mapping[int, int]
"""The actions a change is about, by their row ids, and the version of each that was seen."""


def versions_of(actions: Sequence[Action]) -> Versions:
    """The actions as they are seen now."""
    return {action.id: action.version for action in actions}


class PlanWriter:
    """Writes to one plan's place; nothing that writes is loaded before it is first needed."""

    def __init__(self, place: str, actor: str) -> None:
        self._place = place
        self._actor = actor
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._store: Store | None = None
        self.records: set[int] = set()
        """The records written here, in this sitting."""

    def prepare(self) -> None:
        """Begin to load what writes, while the person types."""
        self._thread.submit(self._load)

    async def write(self, task: Task, day: date) -> Change | None:
        """Do a task after those before it; raises SendActionsError when it is refused."""

        def do() -> Change | None:
            change = task(self._open(), Author(actor=self._actor, at=datetime.now(UTC), day=day))
            self.records |= {change.id} if change else set()
            return change

        return await asyncio.get_running_loop().run_in_executor(self._thread, do)

    def close(self) -> None:
        """Finish what was begun, then let go of the plan."""
        self._thread.shutdown(wait=True)
        if self._store is not None:
            self._store.close()

    def _open(self) -> Store:
        self._load()
        if self._store is None:
            from send_actions.store.database import open_store

            self._store = open_store(self._place)
        return self._store

    @staticmethod
    def _load() -> None:
        """Load the functions that the tasks below call by their module's name."""
        import send_actions.changes.actions
        import send_actions.changes.areas
        import send_actions.changes.chasing
        import send_actions.changes.undo
        import send_actions.changes.updates  # noqa: F401  reached through the package


def update_task(draft: UpdateDraft, seen: Versions) -> Task:
    """Say the same of one or several actions as one change."""
    drafts = [replace(draft, action_id=action_id).checked() for action_id in seen]
    return lambda store, author: changes.updates.record_updates(store, drafts, expected=seen, **author)


def due_task(draft: DeadlineDraft, seen: Versions) -> Task:
    """Move the due date of one or several actions as one change."""
    drafts = [replace(draft, action_id=action_id) for action_id in seen]
    return lambda store, author: changes.updates.move_due_dates(store, drafts, expected=seen, **author)


def lead_task(lead: OwnerDraft | None, seen: Versions) -> Task:
    """Name who leads one or several actions, as one change."""
    return lambda store, author: changes.actions.revise_actions(
        store, list(seen), {"lead": lead}, expected=seen, **author
    )


def undo_task(change_id: int) -> Task:
    """Take back one change."""
    return lambda store, author: changes.undo.undo(store, change_id=change_id, **author)


def redo_task() -> Task:
    """Bring back what was taken back last."""
    return lambda store, author: changes.undo.redo(store, **author)


def silence_task(action_id: int, meeting_id: int) -> Task:
    """Note for a meeting that no update on an action was received."""
    return lambda store, author: changes.chasing.note_silence(store, action_id, meeting_id, **author)


def asked_task(meeting_id: int, owner_ids: Sequence[int]) -> Task:
    """Note for a meeting who was asked for a return; who was asked before is chased."""
    return lambda store, author: changes.chasing.note_asked(store, meeting_id, owner_ids, **author)


def judgement_task(area: Area, status: Status, reason: str) -> Task:
    """Say the lead's own judgement of an area, as it was seen."""
    return lambda store, author: changes.areas.judge_area(
        store, area.id, status, reason, expected_version=area.version, **author
    )


def incoming_task(seen: SeenFile, on: date | None) -> Task:
    """Bring in what a file says, as it was read, or take it where it is a return."""

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.imports import import_lines
        from send_actions.changes.returns_taken import TakenReturns, take_returns

        if isinstance(seen.comes, TakenReturns):
            return take_returns(store, seen.comes, **author)
        return import_lines(store, seen.comes, name=seen.name, on=on, seen_at=seen.record, **author)

    return task
