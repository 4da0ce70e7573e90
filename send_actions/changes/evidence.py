"""Evidence for actions and areas: filed, changed and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from send_actions.changes.validation import existing_row, list_columns, statement_date
from send_actions.domain.drafts import EvidenceDraft
from send_actions.domain.plan import Change
from send_actions.errors import UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_SUBJECT: Final = ("action_id", "area_id")
"""What evidence is for: the one or the other."""


def add_evidence(
    store: Store, draft: EvidenceDraft, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """File evidence for an action or an area; None when the very same is filed. Raises UsageError."""
    draft.checked()
    if (draft.action_id is None) == (draft.area_id is None):
        raise UsageError("Evidence is for an action or for an area: name one of them.")
    with store.record("File evidence", actor=actor, at=at, day=day) as recording:
        if draft.action_id is not None:
            existing_row(recording, "action", draft.action_id)
        else:
            existing_row(recording, "area", draft.area_id or 0)
        row = {"on": statement_date(on, day), **vars(draft)}
        if not recording.rows_in_plan("evidence", **row):
            recording.insert("evidence", [row])
        recording.label = f"File evidence for {_subject(recording, row)}: {draft.title}"
    return recording.change


def revise_evidence(
    store: Store,
    evidence_id: int,
    values: Mapping[str, object],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say otherwise what evidence is; None when it is so already. Raises UsageError for what cannot be.

    `values` are fields of an `EvidenceDraft`, and `on` for its date; those left out stay. What it is for is
    changed by both of its ids, one of them None.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "evidence", evidence_id, expected_version)
        known = {item.name: row[item.name] for item in fields(EvidenceDraft)}
        on = values.get("on", row["on"])
        given = {name: value for name, value in values.items() if name != "on"}
        draft = EvidenceDraft(**{**known, **given}).checked()
        for noun in ("action", "area"):
            if given.get(f"{noun}_id") is not None:
                existing_row(recording, noun, getattr(draft, f"{noun}_id"))
        said = {"on": statement_date(on if isinstance(on, date) else None, day), **vars(draft)}
        if any(same["id"] != evidence_id for same in recording.rows_in_plan("evidence", **said)):
            raise UsageError("The very same is filed there already.")
        changed = recording.edit("evidence", evidence_id, said)
        which = f"{_subject(recording, row)}, {row['title']}"
        others = [name for name in changed if name not in _SUBJECT]
        moved = [f"now for {_subject(recording, said)}"] if len(others) < len(changed) else []
        told = ", ".join([*moved, *([list_columns(others)] if others else [])])
        recording.label = f"Change evidence for {which}: {told}"
    return recording.change


def remove_evidence(store: Store, evidence_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take evidence out of the plan from today on; raises SendActionsError when it is no longer there."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "evidence", evidence_id)
        recording.retire("evidence", evidence_id, day)
        recording.label = f"Remove evidence for {_subject(recording, row)}: {row['title']}"
    return recording.change


def _subject(recording: Recording, row: Mapping[str, Any]) -> str:
    """Return the name of the action or area that evidence is for, also where that is no longer there."""
    noun, column = ("area", "number") if row["action_id"] is None else ("action", "ref")
    found = recording.row(noun, row[f"{noun}_id"] or 0)
    return f"{'area ' * (noun == 'area')}{found[column] if found else ''}"
