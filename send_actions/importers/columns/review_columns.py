"""Which columns of a table hold what was said at one review each, and on which day each counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from send_actions.importers.columns.reviews import Review, dated, read_review, with_progress_as_notes
from send_actions.importers.headings.headings import field_of, whole_heading
from send_actions.importers.headings.mapped_columns import UNDATED, review_day
from send_actions.importers.sheet import Sheet


def find_reviews(sheet: Sheet, names: Sequence[str], mapped: Mapping[int, str], today: date) -> list[Review]:
    """Return the columns of reviews, the oldest first; those that were answered to be one count too."""
    found: list[Review] = []
    filled: set[int] = set()
    for place, heading in enumerate(sheet.header):
        cells = [*(row[place] for row in sheet.rows if place < len(row)), *sheet.alike.get(place, ())]
        review = None if place in mapped else read_review(place, heading, cells, today)
        if review and not (review.on and _is_the_status(names, place)):
            found.append(review)
            filled |= {place} if any(map(str.strip, cells)) else set()
    found = dated(with_progress_as_notes(found, sheet.header), today, sheet.since, filled)
    for place, meant in mapped.items():
        if meant == UNDATED or review_day(meant):
            found.append(Review(place, review_day(meant), is_note=False))
    return sorted(found, key=lambda review: (review.on or today, review.place))


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
