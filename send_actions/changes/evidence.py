"""Evidence for actions and areas."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.changes.validation import existing_row, statement_date
from send_actions.domain.drafts import EvidenceDraft
from send_actions.domain.plan import Change
from send_actions.errors import UsageError
from send_actions.store.database import Store


def add_evidence(
    store: Store, draft: EvidenceDraft, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """File evidence for an action or an area; None when the very same is filed. Raises UsageError."""
    draft.checked()
    if (draft.action_id is None) == (draft.area_id is None):
        raise UsageError("Evidence is for an action or for an area: name one of them.")
    with store.record("File evidence", actor=actor, at=at, day=day) as recording:
        if draft.action_id is not None:
            name = existing_row(recording, "action", draft.action_id)["ref"]
        else:
            name = f"area {existing_row(recording, 'area', draft.area_id or 0)['number']}"
        row = {"on": statement_date(on, day), **vars(draft)}
        if not recording.rows_in_plan("evidence", **row):
            recording.insert("evidence", [row])
        recording.label = f"File evidence for {name}: {draft.title}"
    return recording.change
