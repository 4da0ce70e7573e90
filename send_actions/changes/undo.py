"""Take back and bring back whole changes, also after a restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from send_actions.changes.names import one_name_each
from send_actions.changes.validation import describe_row
from send_actions.domain.history.state import undone
from send_actions.domain.history.undo import (
    next_redo,
    next_undo,
    pointed_at,
    standing_refusal,
    undo_refusal,
)
from send_actions.domain.plan import Change
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_Fields = Mapping[str, Any]


def undo(store: Store, *, change_id: int | None = None, actor: str, at: datetime, day: date) -> Change:
    """Take back this actor's newest change, or the one named; returns the undo.

    Raises SendActionsError with nothing to take back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        changes = recording.changes()
        found = next_undo(changes, recording.actor) if change_id is None else _undoable(changes, change_id)
        if found is None:
            raise SendActionsError("There is nothing of yours to take back.")
        with _allowed(recording, found.id, found.id, "taken back") as wanted:
            recording.label = f"Undo: {wanted.label}"
            recording.undo(wanted)
    return _written(recording)


def redo(store: Store, *, actor: str, at: datetime, day: date) -> Change:
    """Bring back what this actor's last undo took back; returns the redo.

    Raises SendActionsError with nothing to bring back, or when someone has since said something of the same.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        undone_by = next_redo(recording.changes(), recording.actor)
        if undone_by is None or undone_by.undoes is None:
            raise SendActionsError("There is nothing of yours to bring back.")
        with _allowed(recording, undone_by.undoes, undone_by.id, "brought back") as wanted:
            recording.label = f"Redo: {wanted.label}"
            recording.redo(wanted, undone_by.id)
    return _written(recording)


def _undoable(changes: Sequence[Change], change_id: int) -> Change:
    found = next((change for change in changes if change.id == change_id), None)
    if found is None:
        raise UsageError(f"Record {change_id} is no change that can be taken back: see the history.")
    if refusal := standing_refusal(found, changes):
        raise (UsageError if found.undoes else SendActionsError)(refusal)
    return found


@contextmanager
def _allowed(recording: Recording, change_id: int, after: int, done: str) -> Iterator[Change]:
    """Give the change with its differences; refuse what something since record `after` stands against.

    That is a later statement of the same, a ref or number in use again, or a row without what it belongs to.
    """
    changes = recording.changes(detailed_since=change_id)
    wanted = next(change for change in changes if change.id == change_id)
    if refusal := undo_refusal(wanted, changes, after, done):
        raise SendActionsError(refusal)
    refused = f"“{wanted.label}” cannot be {done}: "
    try:
        with one_name_each(recording, "it would stand for two", refused=refused):
            yield wanted
    except sa.exc.IntegrityError as error:
        raise SendActionsError(
            f"{refused}its ref or number is in use again. Give the other one another first."
        ) from error
    _refuse_dangling(recording, wanted, after, done)


def _refuse_dangling(recording: Recording, wanted: Change, after: int, done: str) -> None:
    """Refuse when a row would be in the plan again without what it belongs to, or is taken back itself.

    What was gone already at record `after` was so before, and may be so again.
    """
    gone = _taken_back(recording, wanted)
    named = [gone[thing] for thing in gone]
    for noun, row_id, pointing in _restored(recording, wanted, done):
        for thing in ((noun, row_id), *pointed_at(pointing)):
            if thing not in gone:
                row = recording.row(*thing)
                is_gone_since = row is not None and row["gone"] is not None and row["gone"] > after
                gone[thing] = describe_row(thing[0], row) if row and is_gone_since else ""
            named += [gone[thing]]
    if words := next(filter(None, named), ""):
        raise SendActionsError(
            f"“{wanted.label}” cannot be {done}: {words} is no longer part of the plan. Say it anew."
        )


def _taken_back(recording: Recording, wanted: Change) -> dict[tuple[str, int], str]:
    """Return what people call the rows that a change edits and whose making, by another, is taken back."""
    rows = {(d.noun, d.row_id): recording.row(d.noun, d.row_id) for d in wanted.differences if d.field}
    out_of_force = undone(recording.changes()) - {wanted.id}
    return {
        (noun, row_id): describe_row(noun, row)
        for (noun, row_id), row in rows.items()
        if row and row["born"] in out_of_force
    }


def _restored(recording: Recording, wanted: Change, done: str) -> Iterator[tuple[str, int, _Fields]]:
    """Return the rows that are in the plan because of this, with the fields that were put back."""
    is_back = done == "brought back"
    for difference in wanted.differences:
        noun, row_id, field = difference.noun, difference.row_id, difference.field
        if field is None:
            if is_back:
                yield noun, row_id, difference.after
        elif field != "gone_on" or not is_back:
            row = recording.row(noun, row_id)
            if row and (is_back or row["gone"] is None):
                yield noun, row_id, row if field == "gone_on" else {field: row[field]}


def _written(recording: Recording) -> Change:
    if recording.change is None:
        raise LookupError("an undo always writes its record")
    return recording.change
