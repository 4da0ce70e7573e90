"""What an action is linked with: areas that it also supports, actions it depends on, measures it moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from send_actions.changes.validation import existing_row
from send_actions.errors import UsageError
from send_actions.store.recording import Recording

Links = Mapping[str, Sequence[int]]
"""The areas that an action `supports`, the actions it `depends_on`, the `measures` it is meant to move.

All by their ids; a kind left out stays.
"""

_LINKED: Final = {
    "supports": ("action_support", "area_id", "area"),
    "depends_on": ("action_dependency", "needs_id", "action"),
    "measures": ("action_measure", "measure_id", "measure"),
}
"""The noun of each kind of link, its column, and the noun that it names."""


def link_action(recording: Recording, action_id: int, links: Links) -> list[str]:
    """Link an action within a change that does more, and return the kinds of links that differed.

    Raises UsageError for an action that would support its own area, or wait for itself.
    """
    changed = []
    for kind, wanted in links.items():
        noun, column, named = _LINKED[kind]
        there = {row[column]: row["id"] for row in recording.rows_in_plan(noun, action_id=action_id)}
        added = [row_id for row_id in dict.fromkeys(wanted) if row_id not in there]
        for row_id in added:
            existing_row(recording, named, row_id)
        gone = [link for row_id, link in there.items() if row_id not in wanted]
        for link in gone:
            recording.retire(noun, link, recording.day)
        recording.insert(noun, [{"on": recording.day, "action_id": action_id, column: i} for i in added])
        if added or gone:
            recording.touch("action", action_id)
            changed.append(kind)
    _refuse_own(recording, action_id)
    return changed


def _refuse_own(recording: Recording, action_id: int) -> None:
    """Refuse links that lead an action back to itself or to its own area."""
    row = existing_row(recording, "action", action_id)
    if recording.rows_in_plan("action_support", action_id=action_id, area_id=row["area_id"]):
        raise UsageError(f"{row['ref']} is in that area already: name only other areas that it supports.")
    if action_id in _needed_by(recording, action_id):
        raise UsageError(f"{row['ref']} would wait for itself: leave out what depends on it.")


def _needed_by(recording: Recording, action_id: int) -> Iterator[int]:
    """Yield every action that must be done before one, however far away."""
    waiting, seen = [action_id], set[int]()
    while waiting:
        for row in recording.rows_in_plan("action_dependency", action_id=waiting.pop()):
            if row["needs_id"] not in seen:
                seen.add(row["needs_id"])
                waiting.append(row["needs_id"])
                yield row["needs_id"]
