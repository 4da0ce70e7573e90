"""Which of a table's columns of due dates holds the first date, and which what it was moved to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from send_actions.importers.columns.column_cells import are_dates
from send_actions.importers.headings.headings import field_of, may_be_first_due, may_be_latest_due, weak_field


def first_and_moved(
    names: Sequence[str], rows: Sequence[Sequence[str]], taken: Collection[int], today: date
) -> tuple[int, ...]:
    """Return the places of the first due date and of what it was moved to, none where no heading says so.

    One that is said to be revised is neither, as its own heading is enough.
    """
    free = [
        p
        for p in range(len(names))
        if p not in taken and any(p < len(row) and row[p].strip() for row in rows)
    ]
    dated = [place for place in free if are_dates(rows, place, today)]
    firsts = [place for place in dated if may_be_first_due(names[place])]
    latest = [place for place in dated if may_be_latest_due(names[place])]
    plain = [place for place in free if _is_due(names, place) and place not in (*firsts, *latest)]
    if firsts and (plain or latest):
        return firsts[0], (plain or latest)[0]
    if latest and plain:
        return plain[0], latest[0]
    return (firsts[0],) if firsts else ()


def _is_due(names: Sequence[str], place: int) -> bool:
    return "due" in (field_of(names[place], names), weak_field(names[place]))
