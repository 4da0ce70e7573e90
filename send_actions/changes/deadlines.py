"""Move a deadline: a due date said on a date, with its reason and where that was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from send_actions.changes.checking import dated, living_row, refs_named
from send_actions.domain.dates import say_due
from send_actions.domain.drafts import DeadlineDraft
from send_actions.domain.nouns import Change
from send_actions.domain.said import as_due
from send_actions.store.database import Store
from send_actions.store.recording import Recording


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
    expected = {} if expected_version is None else {draft.action_id: expected_version}
    return move_due_dates(store, [draft], expected=expected, actor=actor, at=at, day=day)


def move_due_dates(
    store: Store,
    drafts: Sequence[DeadlineDraft],
    *,
    expected: Mapping[int, int] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say the due dates of several actions as one change; what says so already is left out.

    `expected` holds the versions the person saw, by action id. Raises EditConflictError, UsageError.
    """
    if not drafts:
        return None
    with store.record("", actor=actor, at=at, day=day) as recording:
        moved = []
        for draft in drafts:
            draft.checked()
            if draft.agreed_meeting_id is not None:
                living_row(recording, "meeting", draft.agreed_meeting_id)
            row = living_row(recording, "action", draft.action_id, (expected or {}).get(draft.action_id))
            present = _present(recording, draft, on=dated(draft.on, day))
            if _says_more(draft, present):
                _insert(recording, draft, on=dated(draft.on, day))
                moved.append((row["ref"], present is None))
        verb = "Set" if moved and all(is_first for _, is_first in moved) else "Move"
        refs = refs_named([ref for ref, _ in moved])
        recording.label = f"{verb} the due date of {refs} to {say_due(drafts[0].due)}"
    return recording.change


def _present(recording: Recording, draft: DeadlineDraft, *, on: date) -> Mapping[str, Any] | None:
    within = {"action_id": draft.action_id, "as_at": on.isoformat(), "record": recording.id}
    earlier = recording.reading.rows("timeline_deadline", **within)
    return earlier[0] if earlier else None


def _says_more(draft: DeadlineDraft, last: Mapping[str, Any] | None) -> bool:
    present = as_due(last["due"], last["precision"], last["text"]) if last else None
    if last is None or present is None:
        return True
    if draft.agreed_meeting_id is not None and last["agreed_meeting_id"] is None:
        return True
    is_same = (present.on, present.precision) == (draft.due.on, draft.due.precision)
    return not is_same or (draft.due.on is None and draft.due.text != present.text)


def _insert(recording: Recording, draft: DeadlineDraft, *, on: date) -> None:
    row = {
        "action_id": draft.action_id,
        "on": on,
        "due": draft.due.on,
        "precision": draft.due.precision,
        "text": draft.due.text,
        "reason": draft.reason,
        "agreed_meeting_id": draft.agreed_meeting_id,
        "minute": draft.minute,
    }
    recording.insert("deadline", [row])
    recording.touch("action", draft.action_id)
