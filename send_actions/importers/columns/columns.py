"""Where the columns of a file stand, which of them are known, and what is open about the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from send_actions.domain.text import clean
from send_actions.errors import SendActionsError
from send_actions.importers.columns.borne_out import known_meaning, likely_meaning
from send_actions.importers.columns.column_cells import are_words, filled_first, is_only_overdue
from send_actions.importers.columns.dated_steps import dated_steps
from send_actions.importers.columns.first_and_moved import first_and_moved
from send_actions.importers.columns.found_columns import OF_OUR_LIST, Columns, Found, put_together
from send_actions.importers.columns.left_out import LeftOut, map_flag
from send_actions.importers.columns.nameless_refs import nameless_ref
from send_actions.importers.columns.review_columns import find_reviews
from send_actions.importers.columns.reviews import Review, how_read
from send_actions.importers.columns.status_in_notes import status_in_notes
from send_actions.importers.headings.answered_advice import answered_advice
from send_actions.importers.headings.heading_slips import slip_of
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.headings.headings import (
    all_headings,
    field_of,
    heading_names,
    is_of_part,
    is_of_step,
    shown_heading,
    step_dates,
    weak_field,
)
from send_actions.importers.headings.implied_titles import implied_title, names_actions
from send_actions.importers.headings.mapped_columns import NOTHING, UNDATED, mapped_columns, review_day
from send_actions.importers.headings.missing_columns import PLAIN, missing_columns
from send_actions.importers.headings.row_kinds import asked_of_kinds
from send_actions.importers.measure_columns import MeasureColumn, find_measure_columns
from send_actions.importers.problems import AskFor, Problem
from send_actions.importers.sheet import Sheet

NEEDED: Final = ("ref", "area_number", "title")
_WORKED_OUT: Final = frozenset({"overdue", "checks", "first_due", "note_on", "ask_on"})
"""What our own list works out, and what the same headings in another file do not mean."""

_DEEPER: Final = ("sub", "task", "detailed")
_ENOUGH: Final = 3


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
    said = {} if has_status or _is_ours(names) else status_in_notes(fields, sheet.rows)
    finding = _Finding(names, sheet, {**mapped, **said}, today)
    for place, meant in said.items():
        finding.tell_read_as(place, meant)
    settled = {*mapped, *(review.place for review in reviews)}
    values = [c for c in find_measure_columns(sheet.header, sheet.rows, today) if c.place not in settled]
    dates = [place for place in step_dates(names) if place not in settled]
    if ref is not None and ref not in mapped_columns(mapping or {}, names):
        finding.doubt(ref, "The column without a heading is read as the ref.")
    finding.set_aside(reviews, values, dates)
    _take_implied(finding, sheet, mapped)
    finding.take_known()
    finding.take_parts()
    finding.take_likely()
    finding.take_borne_out()
    finding.tell_last_counts()
    _lead_by_who_is_accountable(finding)
    finding.tell_unknown()
    if sheet.header_row > 1 and not sheet.is_among_others:
        finding.doubt(0, f"The header was found in row {sheet.header_row}: what stands above it is left out.")
    if "title" not in finding.places:
        missing = [needed.replace("_", " ") for needed in NEEDED if needed not in finding.places]
        raise SendActionsError(missing_columns(sheet.name, missing, names, sheet.rows))
    found = Found(finding.places, finding.more, dates, (*reviews,), (*values,))
    return put_together(sheet.header, names, found, finding.sorted_problems())


def _is_ours(names: Sequence[str]) -> bool:
    """Say whether our own list wrote the columns, also one from which some were left out."""
    fields = {field_of(name, names) for name in names}
    return fields >= OF_OUR_LIST or "kept_as" in fields


def _take_implied(finding: _Finding, sheet: Sheet, mapped: Collection[int]) -> None:
    """Take the descriptions of a log for the actions where no heading says which they are."""
    is_named = names_actions(sheet.name.rpartition(".")[0])
    implied = implied_title(sheet.header, sheet.rows, is_of_actions=is_named)
    if implied is not None and implied not in mapped and "title" not in finding.places:
        finding.places["title"] = implied
        finding.doubt(implied, f"The column “{finding.heading(implied)}” is read as the action.")


def _lead_by_who_is_accountable(finding: _Finding) -> None:
    """Take who is accountable for the lead where no other column names one."""
    if "sro" in finding.places and "lead_role" not in finding.places:
        finding.places["lead_role"] = place = finding.places.pop("sro")
        finding.tell_read_as(place, "lead_role")


class _Finding:
    """The columns found so far."""

    def __init__(self, names: list[str], sheet: Sheet, mapped: Mapping[int, str], today: date) -> None:
        self._names, self._row, self._mapped = names, sheet.header_row, mapped
        self._sheet, self._header, self._rows = sheet, sheet.header, sheet.rows
        self._left_out, self._today = LeftOut(names, sheet, today), today
        self.places: dict[str, int] = {}
        self.more: dict[str, list[int]] = {"step": [], "detail": [], "revised": [], "partners": []}
        self._told, self._reviewed = set[int](), set[str]()
        self._problems: list[tuple[int, Problem]] = []
        for place, meant in mapped.items():
            self._told.add(place)
            if meant in self.more and meant != "partners":
                self.more[meant].append(place)
            elif meant not in (NOTHING, UNDATED) and not review_day(meant):
                self.places.setdefault(meant, place)

    def set_aside(
        self, reviews: Sequence[Review], values: Sequence[MeasureColumn], dates: Sequence[int]
    ) -> None:
        """Say how the columns of reviews and of measures' values are read, once of a kind; ask for a date."""
        self._reviewed = {"status"} if any(not review.is_note for review in reviews) else set()
        self._told |= {review.place for review in reviews} | {value.place for value in values} | {*dates}
        if values:
            listed = ", ".join(f"“{self.heading(column.place)}”" for column in values)
            self.doubt(values[0].place, f"{listed} are read as values of the measure that stands in the row.")
        for value in filter(attrgetter("taken"), values):
            self.doubt(value.place, value.taken)
        filled = [r for r in reviews if r.is_filled and r.place not in self._mapped]
        for is_note in (False, True):
            told = [r for r in filled if r.is_note is is_note]
            if told:
                self.doubt(told[0].place, how_read(told, [self.heading(review.place) for review in told]))
        for review in reviews:
            if review.on is None:
                shown = self.heading(review.place)
                ways = f"when was it, or “{shown}={NOTHING}”?"
                message = f"“{shown}” holds the status at a review without a date: {ways}"
                self._ask(review.place, message, AskFor("--column", shown))

    def _ask(self, place: int, message: str, answer: AskFor) -> None:
        where = self._sheet.cell(self._row, place)
        self._problems.append((place, Problem(where, message, is_question=True, answer=answer)))

    def take_known(self) -> None:
        """Give a place to each heading that we know; the first of two counts that has words below it."""
        self._take_first_and_moved()
        for place in filled_first(len(self._names), self._rows):
            name = self._names[place]
            known = None if place in self._told else known_meaning(self._names, self._rows, place)
            if self._means_otherwise(known, place):
                continue
            if known == "impact" and are_words(self._rows, place):
                known = "detail"
            if known in ("title", "note") and known in self.places:
                known = "detail"
            is_one_more = known == "detail" or (known == "revised" and known in self.places)
            if is_one_more or (known is None and place not in self._told and is_of_step(name)):
                self.more[known or "step"].append(place)
                self._told.add(place)
            elif known and known not in self.places:
                self.places[known] = place
                self._told.add(place)
            elif known:
                other = self._sheet.cell(self._row, self.places[known])
                same = f"means the same as that of {other}, which is used"
                self.doubt(place, f"The column “{self.heading(place)}” {same}: left out.")

    def _means_otherwise(self, known: str | None, place: int) -> bool:
        """Say whether the cells of a column, or its other headings, bear out no meaning of its own."""
        if known in _WORKED_OUT:
            return not _is_ours(self._names) and not is_only_overdue(self._rows, place, known)
        shown = self.heading(place)
        if known == "kind" and (told := asked_of_kinds(self._rows, place, shown)):
            self._ask(place, told, AskFor("--column", shown, "type"))
        return known == "title" and known in self.places and self._names[place].startswith(_DEEPER)

    def _take_first_and_moved(self) -> None:
        """Take two columns of due dates for the first and for what it was moved to."""
        pair = first_and_moved(self._names, self._rows, self._told, self._today)
        for meant, place in zip(("due", "revised"), pair, strict=False):
            self.places[meant] = place
            self._told.add(place)
            if field_of(self._names[place], self._names) not in ("due", "revised"):
                self.tell_read_as(place, meant)

    def take_likely(self) -> None:
        """Give a place to what is missing, by the end of a heading, and say so."""
        likely: dict[str, list[int]] = {}
        is_open = {"status", "colour"}.isdisjoint(self.places)
        for place in range(len(self._names)):
            if place not in self._told and (
                meant := likely_meaning(self._names, self._rows, place, is_open=is_open)
            ):
                likely.setdefault(meant, []).append(place)
        if "area_number" in self.places or "area_title" in self.places:
            self._title_beside_number(likely.pop("area_number", []))
        for meant, places in likely.items():
            best = (
                max(places, key=lambda place: self._names[place].startswith(_DEEPER))
                if meant == "title"
                else places[0]
            )
            if meant in ("status", "colour") and len(places) > 1 and is_open:
                self._ask_which_status(places)
            elif meant in self.more:
                self._take_each(meant, places)
            elif meant not in self.places:
                self.places[meant] = best
                self.tell_read_as(best, meant)
            self._take_partners(meant, [place for place in places if place != self.places.get(meant)])

    def _take_partners(self, meant: str, places: Sequence[int]) -> None:
        """Take more columns of leads, such as that of health, for the partners."""
        for place in places if meant == "lead_role" else ():
            self.more["partners"].append(place)
            self.doubt(place, f"The column “{self.heading(place)}” is read as the partners.")

    def take_borne_out(self) -> None:
        """Take a column whose heading may mean the due date or the status, where its cells bear that out."""
        free = [place for place in range(len(self._names)) if place not in self._told]
        for place, meant in self._left_out.borne_out(self.places, free):
            self.places[meant] = place
            self.tell_read_as(place, meant)

    def tell_read_as(self, place: int, meant: str) -> None:
        """Say as what a column is read that its heading does not name."""
        self.doubt(place, f"The column “{self.heading(place)}” is read as the {PLAIN.get(meant, meant)}.")

    def take_parts(self) -> None:
        """Keep the columns of parts of actions in words; in a row without an action they say it."""
        for place, name in enumerate(self._names):
            if place not in self._told and is_of_part(name) and "title" in self.places:
                self.more["detail"].append(place)
                told = "is kept in words, and is the action of a row that has no other"
                self.doubt(place, f"The column “{self.heading(place)}” {told}.")

    def _take_each(self, meant: str, places: list[int]) -> None:
        """Take all columns of a field that may have several, the first revised date as such."""
        self._told.update(places)
        if meant == "revised" and meant not in self.places:
            self.places[meant], *places = places
            self.tell_read_as(self.places[meant], meant)
        self.more[meant] += places

    def tell_last_counts(self) -> None:
        """Say of several columns of revised dates which of them counts."""
        if self.more["revised"]:
            places = sorted((self.places["revised"], *self.more["revised"]))
            listed = ", ".join(f"“{self.heading(place)}”" for place in places)
            self.doubt(places[0], f"{listed} are each a revised due date: the last that is filled counts.")

    def _title_beside_number(self, places: list[int]) -> None:
        """Take a column that names areas for the titles, where another has the numbers and none has those."""
        number = self.places.get("area_number", -1)
        is_number = number in self._mapped or self._names[number] in HEADINGS["area_number"]
        if places and "area_title" not in self.places and number >= 0 and is_number:
            self.places["area_title"] = place = places[0]
            self.doubt(place, f"The column “{self.heading(place)}” is read as the area's title.")

    def tell_unknown(self) -> None:
        """Doubt each heading that means nothing to us, with the nearest that would."""
        for place, name in enumerate(self._names):
            if name and place not in self._told:
                taken = self.places.keys() | _WORKED_OUT
                free = [word for word in all_headings() if field_of(word, self._names) not in taken]
                slip = slip_of(name, free) if name not in free else ""
                meant = field_of(slip, self._names)
                if meant and meant not in NEEDED and self._left_out.fits(meant, place):
                    self.places[meant] = place
                    self._tell_slip(place, slip)
                else:
                    hint = self._left_out.hint({*self.places, *self._reviewed}, place, free)
                    told = "is not one we know: left out."
                    self.doubt(place, f"The column “{self.heading(place)}” {told}{hint}")

    def _tell_slip(self, place: int, slip: str) -> None:
        shown = self.heading(place)
        way = map_flag(self._header[place], NOTHING)
        self.doubt(place, f"The column “{shown}” is read as {slip}: {way} leaves it out.")

    def doubt(self, place: int, message: str) -> None:
        """Note what is doubtful about a column."""
        self._told.add(place)
        self._problems.append((place, Problem(self._sheet.cell(self._row, place), message)))

    def sorted_problems(self) -> list[Problem]:
        """Return what was noted, from left to right."""
        return [problem for _, problem in sorted(self._problems, key=lambda noted: noted[0])]

    def heading(self, place: int) -> str:
        """Return a heading as it stands in the file."""
        return shown_heading(clean(self._header[place], one_line=True))

    def _ask_which_status(self, places: list[int]) -> None:
        names = [self._names[place] for place in places]
        listed = " and ".join(f"“{self.heading(place)}”" for place in places)
        dated = f'--column "{self.heading(places[0])}=June 2025" dates a review.'
        ways = f"or “{names[-1]}={NOTHING}” for neither? {dated}"
        message = f"{listed} could each be the status: which is it, {ways}"
        self._ask(places[0], message, AskFor("--map", names[-1], "status"))
        self._told.update(places)
