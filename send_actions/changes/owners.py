"""Owners: found by role and organisation, or added in the same change."""

from __future__ import annotations

from send_actions.domain.drafts import OwnerDraft
from send_actions.store.recording import Recording


def owner_id(recording: Recording, draft: OwnerDraft | None) -> int | None:
    """Return the id of the owner meant, adding one that is not there yet; None for nobody."""
    if draft is None:
        return None
    draft.checked()
    for row in recording.living("owner", organisation=draft.organisation):
        if row["role"].casefold() == draft.role.casefold():
            return int(row["id"])
    values = {
        "role": draft.role,
        "organisation": draft.organisation,
        "name": draft.name,
        "email": draft.email,
    }
    return recording.insert("owner", [values])[0]
