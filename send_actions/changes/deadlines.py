"""Move a deadline: a due date said on a date, with its reason and where that was agreed."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.changes.checking import dated, living_row
from send_actions.domain.dates import say_due
from send_actions.domain.drafts import DeadlineDraft
from send_actions.domain.nouns import Change
from send_actions.domain.said import as_due
from send_actions.store.database import Store


def move_due_date(
    store: Store,
    draft: DeadlineDraft,
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say a due date of an action; None when that date says so already."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        draft.checked()
        row = living_row(recording, "action", draft.action_id, expected_version)
        on = dated(draft.on, day)
        within = {"action_id": draft.action_id, "as_at": on.isoformat(), "record": recording.id}
        earlier = recording.reading.rows("timeline_deadline", **within)
        last = earlier[0] if earlier else None
        present = as_due(last["due"], last["precision"], last["text"]) if last else None
        agreed_now = draft.agreed_meeting_id is not None and last and last["agreed_meeting_id"] is None
        is_same = present and (present.on, present.precision) == (draft.due.on, draft.due.precision)
        if not is_same or (present and draft.due.on is None and draft.due.text != present.text) or agreed_now:
            recording.insert(
                "deadline",
                [
                    {
                        "action_id": draft.action_id,
                        "on": on,
                        "due": draft.due.on,
                        "precision": draft.due.precision,
                        "text": draft.due.text,
                        "reason": draft.reason,
                        "agreed_meeting_id": draft.agreed_meeting_id,
                        "minute": draft.minute,
                    }
                ],
            )
            recording.touch("action", draft.action_id)
        verb = "Move" if present else "Set"
        recording.label = f"{verb} the due date of {row['ref']} to {say_due(draft.due)}"
    return recording.change
