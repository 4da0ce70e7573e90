"""What every change validates first, its date, its rows and its values, and how its label names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from send_actions.changes.plan import owner_id
from send_actions.domain.drafts import OwnerDraft, too_long
from send_actions.domain.text import clean, cut
from send_actions.domain.words.dates import say_date
from send_actions.errors import EditConflictError, SendActionsError, UsageError
from send_actions.store.recording import Recording

_NAMED = 5
_LONGEST_QUOTE = 40
_OF_SEVERAL_LINES = ("headline", "outcome", "reason", "success_measure")


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
    thing = f"this {noun}" if row is None else describe_row(noun, row)
    if row is None or row["gone"] is not None:
        whole = f"{thing[:1].upper()}{thing[1:]}"
        raise SendActionsError(f"{whole} is no longer part of the plan: look again before you change it.")
    if expected_version not in (None, row["version"]) and not recording.has_touched(noun, row_id):
        last = recording.last_change_of(noun, row_id)
        which = (
            f"{last.label}, by {last.actor or 'someone'}, record {last.id}"
            if last
            else "taken back meanwhile"
        )
        raise EditConflictError(
            f"Someone else saved {thing} first ({which}): look at what it says now, then say yours again.",
            thing=thing,
            theirs={name: str(value) for name, value in row.items() if value not in (None, "")},
        )
    return row


def clean_values(recording: Recording, values: Mapping[str, object]) -> dict[str, Any]:
    """Return values cleaned for a row's columns; an OwnerDraft becomes the owner's id."""
    cleaned: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("lead", "sro"):
            if value is not None and not isinstance(value, OwnerDraft):
                raise TypeError(f"{name}: an OwnerDraft or None, not {type(value).__name__}")
            cleaned[f"{name}_id"] = owner_id(recording, value)
        elif isinstance(value, str):
            one_line = name not in _OF_SEVERAL_LINES
            cleaned[name] = clean(value, one_line=one_line)
            if problem := too_long(name, cleaned[name], one_line=one_line):
                raise UsageError(problem)
        else:
            cleaned[name] = value
    return cleaned


def list_columns(columns: Iterable[str]) -> str:
    """Return the columns of a label, in words."""
    return ", ".join("date" if n == "on" else n.removesuffix("_id").replace("_", " ") for n in columns)


def list_refs(refs: Sequence[str]) -> str:
    """Return the refs of a label, the first five by name."""
    more = len(refs) - _NAMED
    return ", ".join(refs[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def describe_row(noun: str, row: Mapping[str, Any]) -> str:
    """Return a noun with the name by which people know the row."""
    if noun == "meeting":
        return f"the meeting of {say_date(row['on'])}"
    if noun == "minute":
        return f"the {row['kind']} “{cut(clean(row['text'], one_line=True), _LONGEST_QUOTE)}”"
    name = next(
        (row[n] for n in ("ref", "number", "role", "title", "name", "status") if row.get(n)), row["id"]
    )
    return f"{noun.replace('_', ' ')} {name}"
