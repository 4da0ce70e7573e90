"""What a heading means where the cells below it have to bear that out."""

from __future__ import annotations

from collections.abc import Sequence

from send_actions.importers.columns.column_cells import (
    are_ids,
    are_states,
    begin_with_status,
    is_denied,
)
from send_actions.importers.headings.heading_shapes import may_mean
from send_actions.importers.headings.headings import field_of, has_note_and_status, weak_field
from send_actions.importers.headings.row_kinds import are_kinds

Rows = Sequence[Sequence[str]]


def known_meaning(names: Sequence[str], rows: Rows, place: int) -> str | None:
    """Return the field of a heading that we know; None where the cells below are of another kind."""
    name = names[place]
    known = field_of(name, names)
    if known == "kind":
        return known if are_kinds(rows, place) else None
    if known == "ref" and name.endswith("id"):
        return None if are_ids(rows, place) else known
    if known == "area_title" and may_mean(name, "status"):
        return None if are_states(rows, place) else known
    if known == "note" and may_mean(name, "status"):
        return None if are_states(rows, place) and not _has_status(names) else known
    return known


def likely_meaning(names: Sequence[str], rows: Rows, place: int, *, is_open: bool) -> str | None:
    """Return the field of a heading by its end or make; `is_open` says whether no column is the status."""
    name = names[place]
    meant = weak_field(name)
    if has_note_and_status(name) and not (is_open and begin_with_status(rows, place)):
        return meant and "note"
    is_of_program = meant == "ref" and are_ids(rows, place)
    return None if is_of_program or (meant and is_denied(rows, place, name, meant)) else meant


def _has_status(names: Sequence[str]) -> bool:
    return any((field_of(name, names) or weak_field(name)) in ("status", "colour") for name in names)
