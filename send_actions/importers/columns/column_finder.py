"""The columns of a sheet as they are found, one way of knowing them after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from send_actions.importers.columns.borne_out import known_meaning, likely_meaning
from send_actions.importers.columns.column_cells import are_words, filled_first, is_only_overdue
from send_actions.importers.columns.first_and_moved import first_and_moved
from send_actions.importers.columns.found_columns import NEEDED, is_our_list
from send_actions.importers.columns.left_out import LeftOut, map_flag
from send_actions.importers.columns.noted_columns import NotedColumns
from send_actions.importers.columns.reviews import Review, how_read
from send_actions.importers.headings.heading_slips import slip_of
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.headings.headings import (
    all_headings,
    field_of,
    is_of_part,
    is_of_step,
)
from send_actions.importers.headings.mapped_columns import NOTHING, UNDATED, review_day
from send_actions.importers.headings.row_kinds import asked_of_kinds
from send_actions.importers.measure_columns import MeasureColumn
from send_actions.importers.problems import AskFor
from send_actions.importers.sheet import Sheet

_WORKED_OUT: Final = frozenset({"overdue", "checks", "first_due", "note_on", "ask_on"})
"""What our own list works out, and what the same headings in another file do not mean."""

_DEEPER: Final = ("sub", "task", "detailed")


class ColumnFinder:
    """The columns found so far."""

    def __init__(self, names: list[str], sheet: Sheet, mapped: Mapping[int, str], today: date) -> None:
        self.noted = NotedColumns(sheet)
        self._names, self._row, self._mapped = names, sheet.header_row, mapped
        self._sheet, self._header, self._rows = sheet, sheet.header, sheet.rows
        self._left_out, self._today = LeftOut(names, sheet, today), today
        self.places: dict[str, int] = {}
        self.more: dict[str, list[int]] = {"step": [], "detail": [], "revised": [], "partners": []}
        self._reviewed = set[str]()
        for place, meant in mapped.items():
            self.noted.told.add(place)
            if meant in self.more and meant != "partners":
                self.more[meant].append(place)
            elif meant not in (NOTHING, UNDATED) and not review_day(meant):
                self.places.setdefault(meant, place)

    def set_aside(
        self, reviews: Sequence[Review], values: Sequence[MeasureColumn], dates: Sequence[int]
    ) -> None:
        """Say how the columns of reviews and of measures' values are read, once of a kind; ask for a date."""
        self._reviewed = {"status"} if any(not review.is_note for review in reviews) else set()
        self.noted.told |= {review.place for review in reviews} | {value.place for value in values} | {*dates}
        if values:
            listed = ", ".join(f"“{self.noted.heading(column.place)}”" for column in values)
            self.noted.doubt(
                values[0].place, f"{listed} are read as values of the measure that stands in the row."
            )
        for value in filter(attrgetter("taken"), values):
            self.noted.doubt(value.place, value.taken)
        filled = [r for r in reviews if r.is_filled and r.place not in self._mapped]
        for is_note in (False, True):
            told = [r for r in filled if r.is_note is is_note]
            if told:
                self.noted.doubt(
                    told[0].place, how_read(told, [self.noted.heading(review.place) for review in told])
                )
        for review in reviews:
            if review.on is None:
                shown = self.noted.heading(review.place)
                ways = f"when was it, or “{shown}={NOTHING}”?"
                message = f"“{shown}” holds the status at a review without a date: {ways}"
                self.noted.ask(review.place, message, AskFor("--column", shown))

    def take_known(self) -> None:
        """Give a place to each heading that we know; the first of two counts that has words below it."""
        self._take_first_and_moved()
        for place in filled_first(len(self._names), self._rows):
            name = self._names[place]
            known = None if place in self.noted.told else known_meaning(self._names, self._rows, place)
            if self._means_otherwise(known, place):
                continue
            if known == "impact" and are_words(self._rows, place):
                known = "detail"
            if known in ("title", "note") and known in self.places:
                known = "detail"
            is_one_more = known == "detail" or (known == "revised" and known in self.places)
            if is_one_more or (known is None and place not in self.noted.told and is_of_step(name)):
                self.more[known or "step"].append(place)
                self.noted.told.add(place)
            elif known and known not in self.places:
                self.places[known] = place
                self.noted.told.add(place)
            elif known:
                other = self._sheet.cell(self._row, self.places[known])
                same = f"means the same as that of {other}, which is used"
                self.noted.doubt(place, f"The column “{self.noted.heading(place)}” {same}: left out.")

    def _means_otherwise(self, known: str | None, place: int) -> bool:
        """Say whether the cells of a column, or its other headings, bear out no meaning of its own."""
        if known in _WORKED_OUT:
            return not is_our_list(self._names) and not is_only_overdue(self._rows, place, known)
        shown = self.noted.heading(place)
        if known == "kind" and (told := asked_of_kinds(self._rows, place, shown)):
            self.noted.ask(place, told, AskFor("--column", shown, "type"))
        return known == "title" and known in self.places and self._names[place].startswith(_DEEPER)

    def _take_first_and_moved(self) -> None:
        """Take two columns of due dates for the first and for what it was moved to."""
        pair = first_and_moved(self._names, self._rows, self.noted.told, self._today)
        for meant, place in zip(("due", "revised"), pair, strict=False):
            self.places[meant] = place
            self.noted.told.add(place)
            if field_of(self._names[place], self._names) not in ("due", "revised"):
                self.noted.read_as(place, meant)

    def take_likely(self) -> None:
        """Give a place to what is missing, by the end of a heading, and say so."""
        likely: dict[str, list[int]] = {}
        is_open = {"status", "colour"}.isdisjoint(self.places)
        for place in range(len(self._names)):
            if place not in self.noted.told and (
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
                self.noted.read_as(best, meant)
            self._take_partners(meant, [place for place in places if place != self.places.get(meant)])

    def _take_partners(self, meant: str, places: Sequence[int]) -> None:
        """Take more columns of leads, such as that of health, for the partners."""
        for place in places if meant == "lead_role" else ():
            self.more["partners"].append(place)
            self.noted.doubt(place, f"The column “{self.noted.heading(place)}” is read as the partners.")

    def take_borne_out(self) -> None:
        """Take a column whose heading may mean the due date or the status, where its cells bear that out."""
        free = [place for place in range(len(self._names)) if place not in self.noted.told]
        for place, meant in self._left_out.borne_out(self.places, free):
            self.places[meant] = place
            self.noted.read_as(place, meant)

    def take_parts(self) -> None:
        """Keep the columns of parts of actions in words; in a row without an action they say it."""
        for place, name in enumerate(self._names):
            if place not in self.noted.told and is_of_part(name) and "title" in self.places:
                self.more["detail"].append(place)
                told = "is kept in words, and is the action of a row that has no other"
                self.noted.doubt(place, f"The column “{self.noted.heading(place)}” {told}.")

    def _take_each(self, meant: str, places: list[int]) -> None:
        """Take all columns of a field that may have several, the first revised date as such."""
        self.noted.told.update(places)
        if meant == "revised" and meant not in self.places:
            self.places[meant], *places = places
            self.noted.read_as(self.places[meant], meant)
        self.more[meant] += places

    def tell_last_counts(self) -> None:
        """Say of several columns of revised dates which of them counts."""
        if self.more["revised"]:
            places = sorted((self.places["revised"], *self.more["revised"]))
            listed = ", ".join(f"“{self.noted.heading(place)}”" for place in places)
            self.noted.doubt(
                places[0], f"{listed} are each a revised due date: the last that is filled counts."
            )

    def _title_beside_number(self, places: list[int]) -> None:
        """Take a column that names areas for the titles, where another has the numbers and none has those."""
        number = self.places.get("area_number", -1)
        is_number = number in self._mapped or self._names[number] in HEADINGS["area_number"]
        if places and "area_title" not in self.places and number >= 0 and is_number:
            self.places["area_title"] = place = places[0]
            self.noted.doubt(place, f"The column “{self.noted.heading(place)}” is read as the area's title.")

    def tell_unknown(self) -> None:
        """Doubt each heading that means nothing to us, with the nearest that would."""
        for place, name in enumerate(self._names):
            if name and place not in self.noted.told:
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
                    self.noted.doubt(place, f"The column “{self.noted.heading(place)}” {told}{hint}")

    def _tell_slip(self, place: int, slip: str) -> None:
        shown = self.noted.heading(place)
        way = map_flag(self._header[place], NOTHING)
        self.noted.doubt(place, f"The column “{shown}” is read as {slip}: {way} leaves it out.")

    def _ask_which_status(self, places: list[int]) -> None:
        names = [self._names[place] for place in places]
        listed = " and ".join(f"“{self.noted.heading(place)}”" for place in places)
        dated = f'--column "{self.noted.heading(places[0])}=June 2025" dates a review.'
        ways = f"or “{names[-1]}={NOTHING}” for neither? {dated}"
        message = f"{listed} could each be the status: which is it, {ways}"
        self.noted.ask(places[0], message, AskFor("--map", names[-1], "status"))
        self.noted.told.update(places)
