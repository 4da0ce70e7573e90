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

LEADS: Final = (
    ("area", "lead_id"),
    ("action", "lead_id"),
    ("action", "sro_id"),
    ("chase", "owner_id"),
    ("minute", "owner_id"),
)
"""The columns that name an owner, by the noun that has them."""


def add_owner(store: Store, draft: OwnerDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Add an owner who leads nothing yet; None when the plan has them already. Raises UsageError.

    A name or an e-mail address that is given is kept with the owner whom the plan has.
    """
    with store.record(f"Add the owner {draft}", actor=actor, at=at, day=day) as recording:
        if _same(recording, draft) is not None:
            recording.label = _reached(draft)
        Owners(recording).id_of(draft)
    return recording.change


def revise_owner(
    store: Store, owner_id: int, values: Mapping[str, str], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Give an owner another role, organisation, name or e-mail address; None when they have it already.

    All that they lead follows. `values` are fields of an `OwnerDraft`; those left out stay. Where the plan
    has an owner of that name, what this one leads becomes theirs, and this one is no longer in the plan.
    Raises UsageError.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "owner", owner_id)
        was = OwnerDraft(row["role"], row["organisation"], row["name"], row["email"])
        draft = replace(was, **values).checked()
        if (other := _same(recording, draft, apart_from=owner_id)) is None:
            recording.edit("owner", owner_id, vars(draft))
            recording.label = (
                _reached(draft) if str(was) == str(draft) else f"Rename the owner {was} to {draft}"
            )
        else:
            _keep_reached(recording, other, draft, values)
            _hand_over(recording, owner_id, other)
            recording.retire("owner", owner_id, day)
            recording.label = f"Make the owner {was} one with {draft}"
    return recording.change


def _reached(draft: OwnerDraft) -> str:
    """What a change is called that gives a name or an address, without either."""
    return f"Say who the owner {draft} is by name or address"


def _keep_reached(recording: Recording, other: int, draft: OwnerDraft, given: Mapping[str, str]) -> None:
    """Give the owner who stays the name and address that were given, or that they have none of."""
    row = existing_row(recording, "owner", other)
    known = {"name": draft.name, "email": draft.email}
    kept = {field: words for field, words in known.items() if field in given or not row[field]}
    recording.edit("owner", other, kept)


def _hand_over(recording: Recording, owner_id: int, other: int) -> None:
    """Give all that an owner leads to another."""
    for noun, column in LEADS:
        for row in recording.rows_in_plan(noun, **{column: owner_id}):
            recording.edit(noun, row["id"], {column: other})


def _same(recording: Recording, draft: OwnerDraft, *, apart_from: int | None = None) -> int | None:
    """Return another owner whom people would take for the one of the draft."""
    wanted = match_key(draft.role), match_key(draft.organisation)
    for row in recording.rows_in_plan("owner"):
        if row["id"] != apart_from and (match_key(row["role"]), match_key(row["organisation"])) == wanted:
            return int(row["id"])
    return None
