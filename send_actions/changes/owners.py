"""Owners apart from what they lead: add one, rename one, and make two that are the same one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from send_actions.changes.plan import REACHED, Owners
from send_actions.changes.validation import existing_row
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.history.rows_in_force import split_partners
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
    store: Store, owner_id: int, values: Mapping[str, Any], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Give an owner another role or organisation, or say how they are reached; None when all of it is so.

    All that they lead follows. `values` are fields of an `OwnerDraft`; those left out stay. Where the plan
    has an owner of that name, what this one leads becomes theirs, and this one is no longer in the plan.
    Raises UsageError.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        was = _draft_of(existing_row(recording, "owner", owner_id))
        draft = replace(was, **values).checked()
        if _rename(recording, owner_id, draft, values):
            recording.label = (
                _reached(draft, values.keys())
                if str(was) == str(draft)
                else f"Rename the owner {was} to {draft}"
            )
        else:
            recording.label = f"Make the owner {was} one with {draft}"
    return recording.change


def rename_organisation(
    store: Store, old: str, new: str, *, actor: str, at: datetime, day: date
) -> Change | None:
    """Give an organisation another name wherever it is an owner's or a partner; None when none has the old.

    From that day on it bears the new one: as at an earlier day the plan has the old. Owners who come to be
    one are made one. Raises UsageError.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        given: dict[str, Any] = {"organisation": new}
        owners = [row for row in recording.rows_in_plan("owner") if _is_called(row["organisation"], old)]
        for row in owners:
            _rename(recording, row["id"], replace(_draft_of(row), **given).checked(), given)
        partnered = 0
        for row in recording.rows_in_plan("action"):
            names = split_partners(row["partners"])
            turned = dict.fromkeys(new if _is_called(name, old) else name for name in names)
            if any(_is_called(name, old) for name in names):
                partnered += bool(recording.edit("action", row["id"], {"partners": "; ".join(turned)}))
        counts = ((len(owners), "owner"), (partnered, "list of partners"))
        told = [_counted(many, noun) for many, noun in counts if many]
        recording.label = f"Rename the organisation {old} to {new}: {', '.join(told)}"
    return recording.change


def _rename(recording: Recording, owner_id: int, draft: OwnerDraft, given: Mapping[str, Any]) -> bool:
    """Give an owner what a draft says; where another is called so they become one, and this one goes.

    Say whether it is still there.
    """
    other = _same(recording, draft, apart_from=owner_id)
    if other is None:
        recording.edit("owner", owner_id, vars(draft))
        return True
    _keep_reached(recording, other, draft, given)
    _hand_over(recording, owner_id, other)
    recording.retire("owner", owner_id, recording.day)
    return False


def _draft_of(row: Mapping[str, Any]) -> OwnerDraft:
    return OwnerDraft(*(row[name] for name in ("role", "organisation", *REACHED)))


def _counted(many: int, noun: str) -> str:
    noun = noun if many == 1 else {"owner": "owners", "list of partners": "lists of partners"}[noun]
    return f"{many} {noun}"


def _is_called(name: str, old: str) -> bool:
    return match_key(name) == match_key(old)


def _reached(draft: OwnerDraft, given: Collection[str] = ()) -> str:
    """What a change is called that says how an owner is reached, without a name or an address."""
    if "deputy" in given or "away_until" in given:
        return f"Say until when the owner {draft} is away, and who stands in"
    return f"Say who the owner {draft} is by name or address"


def _keep_reached(recording: Recording, other: int, draft: OwnerDraft, given: Mapping[str, Any]) -> None:
    """Give the owner who stays the name and address that were given, or that they have none of."""
    row = existing_row(recording, "owner", other)
    known = {name: getattr(draft, name) for name in REACHED}
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
