"""The changes of a plan as they are read: their heads, or with what differed in them."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from send_actions.domain.history.folding import as_date
from send_actions.domain.plan import Change, Plan
from send_actions.store.change_log import changes_from_rows
from send_actions.store.reader import Reader, known_record

_Rows = list[dict[str, Any]]


class Size(NamedTuple):
    """How many differences a change has, and how many private notes are among them."""

    differences: int = 0
    private: int = 0


def begins_after(reader: Reader, plan: Plan) -> date | None:
    """Return the day on which a plan begins that has nothing yet on its own date; else None."""
    if plan.areas or plan.actions:
        return None
    with reader.snapshot():
        first = as_date(reader.rows("first day", record=plan.record)[0]["day"])
    return first if first and first > plan.as_at else None


def read_change_heads(reader: Reader, record: int | None = None) -> list[Change]:
    """Return every change up to `record` without its differences, oldest first."""
    with reader.snapshot():
        return changes_from_rows(reader.rows("change", since=0, record=known_record(reader, record)), [])


def read_change(reader: Reader, record: int, most: int) -> tuple[Change | None, int]:
    """Return one change with its first `most` differences, and how many more it has."""
    with reader.snapshot():
        changes = reader.rows("change", since=record - 1, record=record)
        differences = reader.rows("differences of change", most=most, record=record)
    many = next((row["many"] for row in differences), 0)
    return next(iter(changes_from_rows(changes, differences)), None), max(0, many - most)


def read_changes(reader: Reader, since: int = 0, record: int | None = None) -> list[Change]:
    """Return the changes after record `since` up to `record` with their differences, oldest first."""
    with reader.snapshot():
        return changes_from_rows(*_change_rows(reader, since, record))


def read_first_differences(
    reader: Reader, most: int, record: int | None = None
) -> tuple[list[Change], dict[int, Size]]:
    """Return every change up to `record` with its first `most` differences, oldest first, and its size.

    Behind them stand those of its other differences that are needed to tell what any change did.
    """
    with reader.snapshot():
        known = known_record(reader, record)
        changes = reader.rows("change", since=0, record=known)
        differences = reader.rows("first differences", most=most, record=known)
        sizes = reader.rows("sizes", record=known)
    return changes_from_rows(changes, differences), {
        row["change_id"]: Size(row["many"], row["private"]) for row in sizes
    }


def read_changes_of(reader: Reader, action_id: int, record: int | None = None) -> list[Change]:
    """Return every change up to `record` with what it says of one action, oldest first.

    Among its differences stand those that are needed to tell them.
    """
    with reader.snapshot():
        known = known_record(reader, record)
        changes = reader.rows("change", since=0, record=known)
        differences = reader.rows("differences of one", action_id=action_id, record=known)
    return changes_from_rows(changes, differences)


def _change_rows(reader: Reader, since: int, record: int | None) -> tuple[_Rows, _Rows]:
    within = {"since": since, "record": known_record(reader, record)}
    return reader.rows("change", **within), reader.rows("difference", **within)
