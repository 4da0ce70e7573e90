"""The dates of a row: when work starts, when it falls due, and what only reads with its month first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Final, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.date_forms import Prefer
from send_actions.domain.words.dates import (
    day_or_month,
    first_day,
    is_unread,
    read_date,
    read_due,
    say_date,
    say_due,
    weigh_due,
)
from send_actions.errors import UsageError
from send_actions.importers.cell_text import serial_day
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.due_cells import DueCells, month_first
from send_actions.importers.file_years import FileYear
from send_actions.importers.lines.moved_dates import Moved, first_and_moved_in, says_no_change, without_asking
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.problems import list_cells, quoted

_YEARS_APART: Final = 4
_BEEN: Final = frozenset({"updated_on", "note_on", "ask_on"})
"""Columns of days that have been."""
_PERIODS: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.TERM})


class DueSaid(NamedTuple):
    """A due date, or none; the three cells of a list of ours; and whether it reads two ways or not at all."""

    due: Due | None = None
    cells: DueCells | None = None
    is_doubtful: bool = False


class DateReader:
    """Reads the dates of one row after another; the same words are read once."""

    def __init__(self, cells: RowCells, today: date, year: FileYear | None = None) -> None:
        self._cells = cells
        self._why = year.why if year else ""
        today = year.base if year else today
        names = ("due", "start", *cells.columns.revised, "updated_on")
        self._month_first = {name: month_first(cells.column(name)) for name in names}
        self._read_date = lru_cache(maxsize=4096)(partial(read_date, today=today))
        self._read_due = lru_cache(maxsize=4096)(partial(read_due, today=today))
        self._weigh_due = lru_cache(maxsize=4096)(partial(weigh_due, today=today))
        self._today = today
        self._then = then = today.replace(year=today.year - _YEARS_APART, day=min(today.day, 28))
        self._date_then = lru_cache(maxsize=4096)(partial(read_date, today=then))
        self._due_then = lru_cache(maxsize=4096)(partial(read_due, today=then))
        self._yearless: dict[str, list[str]] = {}
        self._firsts: dict[str, tuple[date, list[str]]] = {}
        self._taken: dict[str, str] = {}
        self._serials: dict[str, dict[str, list[str]]] = {}
        self._read_cells = lru_cache(maxsize=4096)(partial(DueCells.read, today=today))

    def finish(self) -> None:
        """Tell which date was taken of words that mean another in another year."""
        for day, found in self._serials.items():
            told = f"is read as a spreadsheet's number of {day}{{where}}."
            self._cells.problems.doubt_words(found, told)
        self._tell_firsts()
        for words, taken in self._taken.items():
            told = f"is taken as {taken}{self._why}{{where}}: say the year where another is meant."
            self._cells.problems.doubt_words({words: self._yearless[words]}, told)

    def _tell_firsts(self) -> None:
        """Tell in one line all that begins with a month, quarter or term, with the first for an example."""
        if not self._firsts:
            return
        words, (day, _) = next(iter(self._firsts.items()))
        cells = [cell for _, found in self._firsts.values() for cell in found]
        where = f" ({list_cells(cells)})" if len(self._firsts) == 1 < len(cells) else ""
        others = f" Other starts are read alike ({list_cells(cells[1:])})." if len(self._firsts) > 1 else ""
        self._cells.problems.doubt_at(
            cells[0], f"{quoted(words)} is taken as {say_date(day)}{where}.{others}"
        )

    def day(self, name: str) -> date | None:
        """Return the day that a cell says; what cannot be read is left out and told."""
        return self._day(name, self._words(name))

    def _day(self, name: str, words: str) -> date | None:
        if not words or self._is_two_way(name, words) or self._is_day_or_month(name, words):
            return None
        try:
            on, then = self._read_date(words), self._date_then(words)
        except UsageError:
            self._cells.doubt(name, f"{quoted(words)} is no date we can read: left out.")
            return None
        self._told(name, words, say_date(on), on, then)
        return on

    def start(self) -> date | None:
        """Return the day when the work starts: the first of a month, quarter or term."""
        words = self._words("start")
        due = self._read_due(words) if words else None
        if due and due.precision in _PERIODS and (first := first_day(due)):
            self._cells.told += 1
            self._firsts.setdefault(words, (first, []))[1].append(self._cells.cell("start"))
            return first
        return self._day("start", words)

    def _words(self, name: str) -> str:
        """Return the words of a date's cell; a spreadsheet's number of a day is told and read as that day."""
        words = self._cells.text(name)
        day = serial_day(words)
        if day is None:
            return words
        self._cells.note(self._serials.setdefault(say_date(day), {}), words, name)
        return say_date(day)

    def _is_two_way(self, name: str, words: str) -> bool:
        """Doubt a date that reads both ways in a column where another only reads month first."""
        if words not in self._month_first.get(name, ()):
            return False
        why = "another date of the column only reads with its month first"
        self._cells.doubt(name, f"{quoted(words)} could be meant month first, for {why}: no date is set.")
        return True

    def _is_day_or_month(self, name: str, words: str) -> bool:
        """Doubt words of a day that may as well be a month and its year."""
        prefer: Prefer = "past" if name in _BEEN else "nearest"
        both = day_or_month(words, today=self._today, prefer=prefer)
        if both is None:
            return False
        day, month = both
        self._cells.doubt(name, f"{quoted(words)} may mean {say_date(day)} or {say_due(month)}: left out.")
        return True

    def due(self, *, is_listed: bool) -> DueSaid:
        """Return the due date that the cells of a row say; `is_listed` where our own list wrote it."""
        words, text = self._words("due"), self._cells.text("due_text")
        if not words and not text:
            return DueSaid()
        if words and self._is_two_way("due", words):
            return DueSaid(Due(None, Precision.UNCLEAR, words), is_doubtful=True)
        if is_listed or "due_text" in self._cells.columns.places:
            cells = self._read_cells(words, self._precision(), text)
            return DueSaid(cells.alone, cells)
        if both := self._first_and_moved(words):
            told = f"{quoted(words)} is taken as {say_due(both[0])}, moved to {say_due(both[1])}."
            self._cells.doubt("due", told)
            return DueSaid(both[0])
        due = self._told_due("due", words)
        return DueSaid(due, is_doubtful=is_unread(due, today=self._today))

    def _first_and_moved(self, words: str) -> tuple[Due, Due] | None:
        """Return the first date and what it was moved to, where one cell surely says both."""
        pair = first_and_moved_in(words)
        if pair is None or self._weigh_due(words).due.precision is not Precision.UNCLEAR:
            return None
        (first, why, _), (moved, also, _) = map(self._weigh_due, pair)
        is_sure = not why and not also and first.on and moved.on and first.on != moved.on
        return (first, moved) if is_sure else None

    def revised(self) -> Moved:
        """Return the date to which the due date is moved; words that name none move nothing."""
        kept: tuple[str, ...] = ()
        for name in reversed(self._cells.columns.revised):
            words = self._words(name)
            if not words or says_no_change(words):
                continue
            if self._is_two_way(name, words):
                return Moved(kept=kept)
            due, is_asked = self._moved_to(name, words)
            if due:
                return Moved(due, is_asked, kept)
            kept = (_headed(self._cells.columns, name, words), *kept)
        is_plain = not self._cells.columns.places.keys() & {"due_text", "kept_as"}
        both = self._first_and_moved(self._cells.text("due")) if is_plain else None
        if both:
            self._cells.stands_at("revised", "due")
        return Moved(both[1] if both else None, kept=kept)

    def _moved_to(self, name: str, words: str) -> tuple[Due | None, bool]:
        """Return the date of a move and whether it is only asked for; None beside a due date that stands."""
        if "due" not in self._cells.columns.places:
            self._cells.stands_at("revised", name)
            return self._told_due(name, words), False
        bare = without_asking(words)
        due, why, offer = self._weigh_due(bare)
        is_asked = bare != words
        if due.precision is Precision.UNCLEAR:
            offered = f" Is {say_due(offer)} meant?" if offer else ""
            told = "is no date to move to: the due date stands, and the words are kept in the note."
            self._cells.doubt(name, f"{quoted(words)} {told}{offered}")
            return None, False
        if not is_asked:
            return self._told_due(name, words), False
        taken = f"taken as {say_due(due)}, " if why else ""
        self._cells.doubt(name, f"{quoted(words)} is {taken}a move that is asked for and not agreed yet.")
        return replace(due, text=words), True

    def _told(self, name: str, words: str, taken: str, on: date | None, then: date | None) -> None:
        """Note words that mean another date in another year, to be told."""
        if on and then and on != then:
            self._taken[words] = taken
            self._cells.note(self._yearless, words, name)

    def _told_due(self, name: str, words: str) -> Due:
        """Return the due date of a cell; what is taken of words in doubt is told, and what is known as open.

        What cannot be read is told beside what the plan says: `unread_dues`.
        """
        due, why, _ = self._weigh_due(words)
        if is_unread(due, today=self._today):
            return due
        if due.precision is Precision.UNCLEAR:
            told = f"{quoted(words)} is no date we can read: the words are kept, and no date is set."
            self._cells.doubt(name, told)
        elif why:
            is_of_year = due.on != weigh_due(words, today=self._then).due.on
            later = f"{self._why}: {why}. Say the year where another is meant" if is_of_year else f": {why}"
            self._cells.doubt(name, f"{quoted(words)} is taken as {say_due(due)}{later}.")
        else:
            then = self._due_then(words)
            self._told(name, words, say_due(due), due.on, self._day_then(words, due) or then.on)
        return due

    def _day_then(self, words: str, due: Due) -> date | None:
        """Return the day that may be meant by words that are taken as a month of a year far from this one."""
        both = day_or_month(words, today=self._today)
        is_far = both and due.on and abs(due.on.year - self._today.year) > _YEARS_APART
        return both[0] if both and is_far else None

    def _precision(self) -> Precision | None:
        words = self._cells.text("due_precision")
        try:
            return read_choice("precision", words, Precision) if words else None
        except UsageError:
            self._cells.doubt("due_precision", f"{quoted(words)} is no precision of a date: left out.")
            return None


def _headed(columns: Columns, name: str, words: str) -> str:
    """Return the words of a cell behind the heading of its column."""
    return f"{columns.names[columns.places[name]].capitalize()}: {words}"
