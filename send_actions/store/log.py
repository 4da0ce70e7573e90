"""Rows of the change log into changes with their differences."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from send_actions.domain.history.statements import as_date
from send_actions.domain.plan import Change, Difference


def changes_from_rows(
    changes: Iterable[Mapping[str, Any]], differences: Iterable[Mapping[str, Any]]
) -> list[Change]:
    """Return the changes of these rows, each with its differences in order."""
    of_change: dict[int, list[Difference]] = defaultdict(list)
    for row in differences:
        of_change[row["change_id"]].append(
            Difference(
                row["noun"], row["row_id"], row["field"], from_json(row["before"]), from_json(row["after"])
            )
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


def to_json(value: Any) -> str | None:
    """Return the JSON text of a value or row: dates as ISO text, closed lists as slugs."""
    return None if value is None else json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True)


def from_json(text: str | None) -> Any:
    """Return what `to_json` wrote down."""
    return None if text is None else json.loads(text)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value.isoformat()


def _instant(value: datetime | str) -> datetime:
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at if at.tzinfo else at.replace(tzinfo=UTC)
