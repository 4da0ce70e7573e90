"""Owners: found by role and organisation, or added in the same change."""

from __future__ import annotations

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.refs import taken_for
from send_actions.store.recording import Recording


class Owners:
    """The owners of a plan within one change."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._ids = {
            _known_by(row["role"], row["organisation"]): row["id"] for row in recording.rows_in_plan("owner")
        }

    def id_of(self, draft: OwnerDraft | None) -> int | None:
        """Return the id of the owner meant, adding one that is not there yet; None for nobody.

        A name or an e-mail address that is given is kept with the owner who is there.
        """
        if draft is None:
            return None
        draft.checked()
        key = _known_by(draft.role, draft.organisation)
        if key not in self._ids:
            self._ids[key] = self._recording.insert("owner", [vars(draft)])[0]
        else:
            given = {"name": draft.name, "email": draft.email}
            said = {field: words for field, words in given.items() if words}
            if said:
                self._recording.edit("owner", self._ids[key], said)
        return int(self._ids[key])


def owner_id(recording: Recording, draft: OwnerDraft | None) -> int | None:
    """Return the id of one owner; see `Owners.id_of`."""
    return None if draft is None else Owners(recording).id_of(draft)


def _known_by(role: str, organisation: str) -> tuple[str, str]:
    return taken_for(role), taken_for(organisation)
