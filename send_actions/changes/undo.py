"""Take back and bring back whole changes, also after a restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from send_actions.changes.validation import describe_row
from send_actions.domain.history.state import undone
from send_actions.domain.history.undo import begins_plan, next_redo, next_undo, pointed_at, undo_refusal
from send_actions.domain.plan import Change
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def undo(store: Store, *, change_id: int | None = None, actor: str, at: datetime, day: date) -> Change:
    """Take back this actor's newest change, or the one named; returns the undo.

    Raises SendActionsError with nothing to take back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        heads = recording.changes()
        head = next_undo(heads, recording.actor) if change_id is None else _undoable(heads, change_id)
        if head is None:
            raise SendActionsError("There is nothing of yours to take back.")
        changes = recording.changes(detailed_since=head.id)
        wanted = next(change for change in changes if change.id == head.id)
        _refuse_conflict(wanted, changes, wanted.id, "taken back")
        recording.label = f"Undo: {wanted.label}"
        with _refusing_used_names(wanted, "taken back"):
            recording.undo(wanted)
        _refuse_dangling(recording, wanted, "taken back")
    return _done(recording.change)


def redo(store: Store, *, actor: str, at: datetime, day: date) -> Change:
    """Bring back what this actor's last undo took back; returns the redo.

    Raises SendActionsError with nothing to bring back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        undone_by = next_redo(recording.changes(), recording.actor)
        if undone_by is None or undone_by.undoes is None:
            raise SendActionsError("There is nothing of yours to bring back.")
        changes = recording.changes(detailed_since=undone_by.undoes)
        wanted = next(change for change in changes if change.id == undone_by.undoes)
        _refuse_conflict(wanted, changes, undone_by.id, "brought back")
        recording.label = f"Redo: {wanted.label}"
        with _refusing_used_names(wanted, "brought back"):
            recording.redo(wanted, undone_by.id)
        _refuse_dangling(recording, wanted, "brought back")
    return _done(recording.change)


def _undoable(changes: Sequence[Change], change_id: int) -> Change:
    found = next((c for c in changes if c.id == change_id and c.undoes is None), None)
    if found is None:
        raise UsageError(f"Record {change_id} is no change that can be taken back: see the history.")
    if begins_plan(found):
        raise SendActionsError(f"“{found.label}” began the plan and cannot be taken back.")
    if change_id in undone(changes):
        raise SendActionsError(f"“{found.label}” was taken back already.")
    return found


def _refuse_conflict(wanted: Change, changes: Sequence[Change], after: int, done: str) -> None:
    refusal = undo_refusal(wanted, changes, after, done)
    if refusal:
        raise SendActionsError(refusal)


@contextmanager
def _refusing_used_names(wanted: Change, done: str) -> Iterator[None]:
    try:
        yield
    except sa.exc.IntegrityError as error:
        raise SendActionsError(
            f"“{wanted.label}” cannot be {done}: its ref or number is in use again. "
            "Give the other one another first."
        ) from error


def _refuse_dangling(recording: Recording, wanted: Change, done: str) -> None:
    """Refuse when a row would be part of the plan again without what it belongs to."""
    gone: dict[tuple[str, int], str] = {}
    for noun, row_id, pointing in _restored(recording, wanted, done):
        for thing in ((noun, row_id), *pointed_at(pointing)):
            if thing not in gone:
                row = recording.row(*thing)
                gone[thing] = "" if row is None or row["gone"] is None else describe_row(thing[0], row)
            if gone[thing]:
                raise SendActionsError(
                    f"“{wanted.label}” cannot be {done}: {gone[thing]} is no longer part of the plan. "
                    "Bring that back first, or say it anew."
                )


def _restored(
    recording: Recording, wanted: Change, done: str
) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Return the rows that are in the plan because of this, with the fields that were put back."""
    is_back = done == "brought back"
    for difference in wanted.differences:
        if difference.field is None:
            if is_back:
                yield difference.noun, difference.row_id, difference.after
        elif difference.field != "gone_on" or not is_back:
            row = recording.row(difference.noun, difference.row_id)
            if row and (is_back or row["gone"] is None):
                yield (
                    difference.noun,
                    difference.row_id,
                    row if difference.field == "gone_on" else {difference.field: row[difference.field]},
                )


def _done(change: Change | None) -> Change:
    if change is None:
        raise LookupError("an undo always writes its record")
    return change
