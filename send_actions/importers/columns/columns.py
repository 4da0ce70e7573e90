"""Where the columns of a file stand, which of them are known, and what is open about the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from send_actions.errors import SendActionsError
from send_actions.importers.columns.column_finder import ColumnFinder
from send_actions.importers.columns.dated_steps import dated_steps
from send_actions.importers.columns.found_columns import NEEDED, Columns, Found, is_our_list, put_together
from send_actions.importers.columns.nameless_refs import nameless_ref
from send_actions.importers.columns.review_columns import find_reviews
from send_actions.importers.columns.status_in_notes import status_in_notes
from send_actions.importers.headings.answered_advice import answered_advice
from send_actions.importers.headings.headings import (
    field_of,
    heading_names,
    step_dates,
    weak_field,
)
from send_actions.importers.headings.implied_titles import implied_title, names_actions
from send_actions.importers.headings.mapped_columns import mapped_columns
from send_actions.importers.headings.missing_columns import missing_columns
from send_actions.importers.measure_columns import find_measure_columns
from send_actions.importers.sheet import Sheet


def find_columns(sheet: Sheet, mapping: Mapping[str, str] | None = None, *, today: date) -> Columns:
    """Return the place of each column we know; a column we do not know, or have already, is told.

    `mapping` says what some headings mean. Raises SendActionsError when there is no column of actions.
    """
    names = heading_names(sheet.header)
    advice = answered_advice(names)
    ref = nameless_ref(names, sheet.rows)
    kept = {
        **({} if ref is None else {ref: "ref"}),
        **dated_steps(names, sheet.rows),
        **({} if advice is None else {advice: "detail"}),
    }
    mapped = {**kept, **sheet.meant, **mapped_columns(mapping or {}, names)}
    reviews = find_reviews(sheet, names, mapped, today)
    fields = [
        mapped.get(p) or field_of(name, names) or weak_field(name) or "" for p, name in enumerate(names)
    ]
    has_status = any(not review.is_note for review in reviews)
    said = {} if has_status or is_our_list(names) else status_in_notes(fields, sheet.rows)
    finder = ColumnFinder(names, sheet, {**mapped, **said}, today)
    for place, meant in said.items():
        finder.noted.read_as(place, meant)
    settled = {*mapped, *(review.place for review in reviews)}
    values = [c for c in find_measure_columns(sheet.header, sheet.rows, today) if c.place not in settled]
    dates = [place for place in step_dates(names) if place not in settled]
    if ref is not None and ref not in mapped_columns(mapping or {}, names):
        finder.noted.doubt(ref, "The column without a heading is read as the ref.")
    finder.set_aside(reviews, values, dates)
    _take_implied(finder, sheet, mapped)
    finder.take_known()
    finder.take_parts()
    finder.take_likely()
    finder.take_borne_out()
    finder.tell_last_counts()
    _lead_by_who_is_accountable(finder)
    finder.tell_unknown()
    if sheet.header_row > 1 and not sheet.is_among_others:
        finder.noted.doubt(
            0, f"The header was found in row {sheet.header_row}: what stands above it is left out."
        )
    if "title" not in finder.places:
        missing = [needed.replace("_", " ") for needed in NEEDED if needed not in finder.places]
        raise SendActionsError(missing_columns(sheet.name, missing, names, sheet.rows))
    found = Found(finder.places, finder.more, dates, (*reviews,), (*values,))
    return put_together(sheet.header, names, found, finder.noted.in_order())


def _take_implied(finder: ColumnFinder, sheet: Sheet, mapped: Collection[int]) -> None:
    """Take the descriptions of a log for the actions where no heading says which they are."""
    is_named = names_actions(sheet.name.rpartition(".")[0])
    implied = implied_title(sheet.header, sheet.rows, is_of_actions=is_named)
    if implied is not None and implied not in mapped and "title" not in finder.places:
        finder.places["title"] = implied
        finder.noted.doubt(implied, f"The column “{finder.noted.heading(implied)}” is read as the action.")


def _lead_by_who_is_accountable(finder: ColumnFinder) -> None:
    """Take who is accountable for the lead where no other column names one."""
    if "sro" in finder.places and "lead_role" not in finder.places:
        finder.places["lead_role"] = place = finder.places.pop("sro")
        finder.noted.read_as(place, "lead_role")
