"""Who was asked before a meeting and has not answered, as it is read."""

from __future__ import annotations

from datetime import date

from send_actions.store.reader import Reader


def read_silent(reader: Reader, meeting_id: int, as_at: date, record: int) -> frozenset[int]:
    """Return the ids of the actions on which no update was received for a meeting, within (as at, record)."""
    with reader.snapshot():
        rows = reader.rows("chase", as_at=as_at.isoformat(), record=record)
    return frozenset(
        row["action_id"]
        for row in rows
        if row["meeting_id"] == meeting_id and row["action_id"] and not row["answered_on"]
    )
