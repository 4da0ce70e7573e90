"""What rows said on another day: the last wording with `day` on or before the date, else as first typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from send_actions.domain.history.statements import as_date, is_retired

Cell = tuple[str, int, str]


def restore_values(
    rows: dict[str, list[dict[str, Any]]], edits: Iterable[Mapping[str, Any]], as_at: date, record: int
) -> None:
    """Put the wording of (as_at, record) in place of today's, and leave out what was retired by then.

    `edits` are all edits ever made, in order; the first of a field tells how it was first typed. A retirement
    is dated by what it says, not by the day it was typed.
    """
    values: dict[Cell, str | None] = {}
    for edit in edits:
        cell = (edit["noun"], edit["row_id"], edit["field"])
        values.setdefault(cell, edit["before"])
        known = edit["change_id"] <= record and not edit["undone"]
        day = as_date(edit["day"])
        if known and (edit["field"] == "gone_on" or (day and day <= as_at)):
            values[cell] = edit["after"]
    by_id = {noun: {row["id"]: row for row in of_noun} for noun, of_noun in rows.items()}
    for (noun, row_id, field), value in values.items():
        row = by_id.get(noun, {}).get(row_id)
        if row is not None:
            row[field] = None if value is None else json.loads(value)
    for noun, of_noun in rows.items():
        rows[noun] = [row for row in of_noun if noun == "area" or not is_retired(row, as_at)]
