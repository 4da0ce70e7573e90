"""A column headed as one of notes whose cells are words of a status, or how much is done, or begin so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.importers.columns.column_cells import (
    are_only_statuses,
    are_shares,
    begin_with_shares,
    mostly_begin_with_status,
)

_NOTES: Final = ("note", "detail")
_SAID: Final = frozenset({"status", "colour", "undated"})


def status_in_notes(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return the place of a column of notes that is the status, or how much is done, with which it is.

    Where another column is the status it stays one of notes.
    """
    if not _SAID.isdisjoint(fields):
        return {}
    places = [place for kind in _NOTES for place, name in enumerate(fields) if name == kind]
    for place in places:
        if are_shares(rows, place):
            return {} if "percent" in fields else {place: "percent"}
        if are_only_statuses(rows, place) or begin_with_shares(rows, place):
            return {place: "status"}
        if fields[place] == "detail" and mostly_begin_with_status(rows, place):
            return {place: "status"}
    return {}
