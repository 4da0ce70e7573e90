"""What every change looks at first: that the row is there, as it was seen, and dated no later than today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from send_actions.domain.words.dates import say_date
from send_actions.errors import EditConflictError, SendActionsError, UsageError
from send_actions.store.recording import Recording

_NAMED = 5


def statement_date(on: date | None, day: date) -> date:
    """Return the date a statement speaks of: today unless given; refuses a day that is still to come."""
    if on is not None and on > day:
        raise UsageError(f"{say_date(on)} is still to come: give a date up to {say_date(day)}.")
    return on or day


def existing_row(
    recording: Recording, noun: str, row_id: int, expected_version: int | None = None
) -> Mapping[str, Any]:
    """Return a row that is part of the plan, at the version the person saw.

    Raises SendActionsError when it was taken back, EditConflictError when someone else saved first.
    """
    row = recording.row(noun, row_id)
    if row is None or row["gone"] is not None:
        thing = f"This {noun}" if row is None else _upper_first(describe_row(noun, row))
        raise SendActionsError(f"{thing} is no longer part of the plan: look again before you change it.")
    if expected_version not in (None, row["version"]) and not recording.has_touched(noun, row_id):
        thing = describe_row(noun, row)
        last = _last_change_of(recording, noun, row_id)
        raise EditConflictError(
            f"Someone else saved {thing} first ({last}): look at what it says now, then say yours again.",
            thing=thing,
            theirs={name: str(value) for name, value in row.items() if value not in (None, "")},
        )
    return row


def list_refs(refs: Sequence[str]) -> str:
    """Return the refs of a label, the first five by name."""
    more = len(refs) - _NAMED
    return ", ".join(refs[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def describe_row(noun: str, row: Mapping[str, Any]) -> str:
    """Return a noun with the name by which people know the row."""
    if noun == "meeting":
        return f"the meeting of {say_date(row['on'])}"
    name = next(
        (row[n] for n in ("ref", "number", "role", "title", "name", "status") if row.get(n)), row["id"]
    )
    return f"{noun.replace('_', ' ')} {name}"


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _last_change_of(recording: Recording, noun: str, row_id: int) -> str:
    change = recording.last_change_of(noun, row_id)
    if change is None:
        return "taken back meanwhile"
    return f"{change.label}, by {change.actor or 'someone'}, record {change.id}"
