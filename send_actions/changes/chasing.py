"""Who was asked before a meeting and has not answered."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.changes.validation import existing_row
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import say_date
from send_actions.store.database import Store


def note_silence(
    store: Store, action_id: int, meeting_id: int, *, actor: str, at: datetime, day: date
) -> Change | None:
    """Say that no update on an action was received for a meeting; None when that is noted already.

    It is nothing said of the action: how that stands, and since when, is the same as before.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        action = existing_row(recording, "action", action_id)
        meeting = existing_row(recording, "meeting", meeting_id)
        asked = {"meeting_id": meeting_id, "action_id": action_id}
        if not recording.rows_in_plan("chase", **asked, answered_on=None):
            recording.insert("chase", [{**asked, "owner_id": action["lead_id"], "asked_on": day}])
        recording.label = f"No update on {action['ref']} for the meeting of {say_date(meeting['on'])}"
    return recording.change
