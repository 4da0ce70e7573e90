"""Take back and bring back whole changes, also after a restart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa

from send_actions.domain.history import undone
from send_actions.domain.nouns import Change
from send_actions.domain.undoing import next_redo, next_undo, said_since
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store


def undo(store: Store, *, change_id: int | None = None, actor: str, at: datetime, day: date) -> Change:
    """Take back this actor's newest change, or the one named; returns the undo.

    Raises SendActionsError with nothing to take back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        changes = recording.changes()
        wanted = next_undo(changes, actor) if change_id is None else _named(changes, change_id)
        if wanted is None:
            raise SendActionsError("There is nothing of yours to take back.")
        _refuse_if_said_since(wanted, changes, wanted.id, "taken back")
        recording.undoes = wanted.id
        recording.label = f"Undo: {wanted.label}"
        recording.take_back(wanted)
    return _done(recording.change)


def redo(store: Store, *, actor: str, at: datetime, day: date) -> Change:
    """Bring back what this actor's last undo took back; returns the redo.

    Raises SendActionsError with nothing to bring back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        changes = recording.changes()
        undone_by = next_redo(changes, actor)
        if undone_by is None:
            raise SendActionsError("There is nothing of yours to bring back.")
        wanted = next(change for change in changes if change.id == undone_by.undoes)
        _refuse_if_said_since(wanted, changes, undone_by.id, "brought back")
        recording.undoes = undone_by.id
        recording.label = f"Redo: {wanted.label}"
        try:
            recording.bring_back(wanted)
        except sa.exc.IntegrityError as error:
            raise SendActionsError(
                f"“{wanted.label}” cannot be brought back: its ref or number is in use again."
            ) from error
    return _done(recording.change)


def _named(changes: Sequence[Change], change_id: int) -> Change:
    found = next((c for c in changes if c.id == change_id and c.undoes is None), None)
    if found is None:
        raise UsageError(f"Record {change_id} is no change that can be taken back: see the history.")
    if change_id in undone(changes):
        raise SendActionsError(f"“{found.label}” was taken back already.")
    return found


def _refuse_if_said_since(wanted: Change, changes: Sequence[Change], after: int, done: str) -> None:
    later = said_since(wanted, changes, after)
    if later:
        raise SendActionsError(
            f"“{wanted.label}” cannot be {done}: {later.actor or 'someone'} has since done “{later.label}” "
            f"(record {later.id}). Take that back first, or say it anew."
        )


def _done(change: Change | None) -> Change:
    if change is None:
        raise LookupError("an undo always writes its record")
    return change
