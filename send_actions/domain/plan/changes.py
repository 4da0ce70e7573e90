"""What people did to a plan: changes and their differences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Difference:
    """What one change did to one row: an insert (field None, `after` the whole row) or an edit of one field.

    Values are as they stand in JSON: dates as ISO text, enums as slugs.
    """

    noun: str
    row_id: int
    field: str | None
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One thing a person did, whole or not at all; `id` is the record number.

    `undoes` is the change an undo takes back, or the undo that a redo takes back.
    """

    id: int
    at: datetime
    day: date
    actor: str
    label: str
    undoes: int | None = None
    differences: tuple[Difference, ...] = ()
