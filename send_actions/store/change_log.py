"""Rows of the change log: into changes with their differences, and into what rows said on another day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from send_actions.domain.history.assembly import DATES_ITSELF
from send_actions.domain.history.folding import as_date
from send_actions.domain.history.rows_in_force import is_retired
from send_actions.domain.plan import Change, Difference, Said

_Cell = tuple[str, int, str]
_AS_IT_IS: Final = frozenset({str, int, float, bool})
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def changes_from_rows(
    changes: Iterable[Mapping[str, Any]], differences: Iterable[Mapping[str, Any]]
) -> list[Change]:
    """Return the changes of these rows, each with its differences in order."""
    of_change: dict[int, list[Difference]] = defaultdict(list)
    for row in differences:
        of_change[row["change_id"]].append(
            Difference(row["noun"], row["row_id"], row["field"], from_json(row["before"]), _after(row))
        )
    return [
        Change(
            id=row["id"],
            at=_instant(row["at"]),
            day=as_date(row["day"]) or date.min,
            actor=row["actor"],
            label=row["label"],
            undoes=row["undoes"],
            differences=tuple(of_change[row["id"]]),
        )
        for row in changes
    ]


def restore_values(
    rows: dict[str, list[dict[str, Any]]], edits: Iterable[Mapping[str, Any]], as_at: date, record: int
) -> None:
    """Put the wording of (as_at, record) in place of today's, and leave out what was retired by then.

    `edits` are all edits ever made, in order; the first of a field tells how it was first typed. A retirement
    and a step's being reached are dated by what they say, not by the day they were typed.
    """
    values: dict[_Cell, str | None] = {}
    for edit in edits:
        cell = (edit["noun"], edit["row_id"], edit["field"])
        values.setdefault(cell, edit["before"])
        known = edit["change_id"] <= record and not edit["undone"]
        day = as_date(edit["day"])
        if known and (edit["field"] in DATES_ITSELF or (day and day <= as_at)):
            values[cell] = edit["after"]
    by_id = {noun: {row["id"]: row for row in of_noun} for noun, of_noun in rows.items()}
    for (noun, row_id, field), value in values.items():
        row = by_id.get(noun, {}).get(row_id)
        if row is not None:
            row[field] = from_json(value)
    for noun, of_noun in rows.items():
        rows[noun] = [row for row in of_noun if noun == "area" or not is_retired(row, as_at)]


def row_in_json(row: Mapping[str, Any]) -> Said:
    """Return what a row says as JSON has it, its columns by name; those that say nothing are left out."""
    said = {}
    for name in _in_order(tuple(row)):
        value = row[name]
        if value is not None and value is not False and value != "":
            said[name] = value if type(value) in _AS_IT_IS else _turned(value)
    return Said(said)


def in_json(value: Any) -> Any:
    """Return a value as JSON has it: dates as ISO text, closed lists as slugs."""
    return value if value is None or type(value) in _AS_IT_IS else _turned(value)


@lru_cache(maxsize=256)
def _in_order(names: tuple[str, ...]) -> list[str]:
    return sorted(names)


@lru_cache(maxsize=1024)
def _turned(value: Enum | date) -> Any:
    return value.value if isinstance(value, Enum) else value.isoformat()


def to_json(value: Any) -> str | None:
    """Return the text of a value as JSON has it."""
    return None if value is None else _JSON.encode(value)


def references_in_json(noun: str, row_id: int) -> tuple[str, str]:
    """Return the patterns of SQL's LIKE that find a reference to a row in what `to_json` wrote of another."""
    return f'%"{noun}_id":{row_id},%', f'%"{noun}_id":{row_id}}}%'


def from_json(text: str | None) -> Any:
    """Return what `to_json` wrote down."""
    return None if text is None else json.loads(text)


def _after(row: Mapping[str, Any]) -> Any:
    value = from_json(row["after"])
    return Said(value) if row["field"] is None and isinstance(value, dict) else value


def _instant(value: datetime | str) -> datetime:
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at if at.tzinfo else at.replace(tzinfo=UTC)
