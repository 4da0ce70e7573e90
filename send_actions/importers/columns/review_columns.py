"""Which columns of a table hold what was said at one review each, and on which day each counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from send_actions.importers.columns.reviews import (
    Review,
    dated,
    month_named,
    read_review,
    with_progress_as_notes,
)
from send_actions.importers.headings.headings import field_of, whole_heading
from send_actions.importers.headings.mapped_columns import UNDATED, review_day
from send_actions.importers.sheet import Sheet


def find_reviews(sheet: Sheet, names: Sequence[str], mapped: Mapping[int, str], today: date) -> list[Review]:
    """Return the columns of reviews, the oldest first; those that were answered to be one count too."""
    found = []
    for place, heading in enumerate(sheet.header):
        cells = [*(row[place] for row in sheet.rows if place < len(row)), *sheet.alike.get(place, ())]
        review = None if place in mapped else read_review(place, heading, cells, today)
        if review and not (review.on and _is_the_status(names, place)):
            found.append(review)
    found += _months_of_notes(sheet, names, {*mapped, *(review.place for review in found)}, today)
    found = dated(with_progress_as_notes(found, sheet.header), today, sheet.since)
    for place, meant in mapped.items():
        if meant == UNDATED or review_day(meant):
            found.append(Review(place, review_day(meant), is_note=False))
    return sorted(found, key=lambda review: (review.on or today, review.place))


def _months_of_notes(
    sheet: Sheet, names: Sequence[str], taken: Collection[int], today: date
) -> Iterator[Review]:
    """Yield the columns of months over words, where several stand there and none is of a month to come."""
    found: dict[int, date] = {}
    for place, name in enumerate(names):
        cells = [row[place] for row in sheet.rows if place < len(row) and row[place].strip()]
        on = None if place in taken or not cells else month_named(name, today)
        if on and (on.replace(day=1) > today or not all(any(map(str.isalpha, cell)) for cell in cells)):
            return
        if on:
            found[place] = on
    if len(found) > 1:
        yield from (Review(place, on, is_note=True) for place, on in found.items())


def with_alike(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the tables of a file, each with the cells that stand under its headings in the others."""
    if len(sheets) == 1:
        return [*sheets]
    cells: dict[str, list[tuple[Sheet, str]]] = {}
    for sheet in sheets:
        for place, heading in enumerate(sheet.header):
            under = ((sheet, row[place]) for row in sheet.rows if place < len(row))
            cells.setdefault(whole_heading(heading), []).extend(under)
    found = []
    for sheet in sheets:
        of_each = {
            place: tuple(cell for other, cell in cells[whole_heading(heading)] if other is not sheet)
            for place, heading in enumerate(sheet.header)
            if heading.strip()
        }
        found.append(replace(sheet, alike=of_each))
    return found


def _is_the_status(names: Sequence[str], place: int) -> bool:
    """Say whether a heading with a date is that of the only column of its kind."""
    return field_of(names[place], names) is not None and list(names).count(names[place]) == 1
