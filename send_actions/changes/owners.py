"""Owners apart from what they lead: add one, rename one, and make two that are the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from send_actions.changes.plan import Owners
from send_actions.changes.validation import existing_row
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import match_key
from send_actions.store.database import Store
from send_actions.store.recording import Recording

LEADS: Final = (("area", "lead_id"), ("action", "lead_id"), ("action", "sro_id"), ("chase", "owner_id"))
"""The columns that name an owner, by the noun that has them."""


def add_owner(store: Store, draft: OwnerDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Add an owner who leads nothing yet; None when the plan has them already. Raises UsageError."""
    with store.record(f"Add the owner {draft}", actor=actor, at=at, day=day) as recording:
        Owners(recording).id_of(draft)
    return recording.change


def revise_owner(
    store: Store, owner_id: int, values: Mapping[str, str], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Give an owner another role or organisation; all that they lead follows. None when they have it already.

    `values` are fields of an `OwnerDraft`; those left out stay. Where the plan has an owner of that name,
    what this one leads becomes theirs, and this one is no longer in the plan. Raises UsageError.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "owner", owner_id)
        was = OwnerDraft(row["role"], row["organisation"])
        draft = replace(was, **values).checked()
        if (other := _same(recording, draft, apart_from=owner_id)) is None:
            recording.edit("owner", owner_id, {"role": draft.role, "organisation": draft.organisation})
            recording.label = f"Rename the owner {was} to {draft}"
        else:
            _hand_over(recording, owner_id, other)
            recording.retire("owner", owner_id, day)
            recording.label = f"Make the owner {was} one with {draft}"
    return recording.change


def _hand_over(recording: Recording, owner_id: int, other: int) -> None:
    """Give all that an owner leads to another."""
    for noun, column in LEADS:
        for row in recording.rows_in_plan(noun, **{column: owner_id}):
            recording.edit(noun, row["id"], {column: other})


def _same(recording: Recording, draft: OwnerDraft, *, apart_from: int) -> int | None:
    """Return another owner whom people would take for the one of the draft."""
    wanted = match_key(draft.role), match_key(draft.organisation)
    for row in recording.rows_in_plan("owner"):
        if row["id"] != apart_from and (match_key(row["role"]), match_key(row["organisation"])) == wanted:
            return int(row["id"])
    return None
