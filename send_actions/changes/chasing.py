"""Who was asked before a meeting, chased, and has answered or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from send_actions.changes.validation import existing_row
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import say_date
from send_actions.store.database import Store
from send_actions.store.recording import Recording


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


def note_asked(
    store: Store, meeting_id: int, owner_ids: Iterable[int], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Say that owners were asked for their returns for a meeting; who was asked on a day before is chased.

    None when that is noted already. Who has answered is not chased.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        meeting = existing_row(recording, "meeting", meeting_id)
        done: dict[str, list[str]] = {"ask": [], "chase": []}
        for owner_id in owner_ids:
            owner = existing_row(recording, "owner", owner_id)
            name = ", ".join(filter(None, (owner["role"], owner["organisation"])))
            row = _of_owner(recording, meeting_id, owner_id)
            if row is None:
                asked = {"meeting_id": meeting_id, "owner_id": owner_id, "asked_on": day}
                recording.insert("chase", [asked])
                done["ask"].append(name)
            elif _is_chased(row, day) and recording.edit("chase", row["id"], {"chased_on": day}):
                done["chase"].append(name)
        told = " and ".join(
            f"{verb} {names[0] if len(names) == 1 else f'{len(names)} owners'}"
            for verb, names in done.items()
            if names
        )
        before = f"the meeting of {say_date(meeting['on'])}"
        recording.label = f"{told[:1].upper()}{told[1:]} for updates before {before}"
    return recording.change


def note_answered(recording: Recording, meeting_id: int, owner_ids: Iterable[int], day: date) -> None:
    """Say within a change that does more that owners have answered for a meeting, be it unasked."""
    for owner_id in owner_ids:
        row = _of_owner(recording, meeting_id, owner_id)
        if row is None:
            answered = {"meeting_id": meeting_id, "owner_id": owner_id, "answered_on": day}
            recording.insert("chase", [answered])
        elif not row["answered_on"]:
            recording.edit("chase", row["id"], {"answered_on": day})


def _of_owner(recording: Recording, meeting_id: int, owner_id: int) -> dict[str, Any] | None:
    """Return what is noted of an owner and all of theirs for a meeting, if anything."""
    rows = recording.rows_in_plan("chase", meeting_id=meeting_id, owner_id=owner_id, action_id=None)
    return rows[0] if rows else None


def _is_chased(row: Mapping[str, Any], day: date) -> bool:
    """Say whether somebody who is asked again on a day was asked before and has not answered."""
    return not row["answered_on"] and row["asked_on"] is not None and row["asked_on"] < day
