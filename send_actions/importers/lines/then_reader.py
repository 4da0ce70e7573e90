"""What a row says beside how things stand now: reviews, what was completed when, steps, and other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from send_actions.domain.drafting import LONGEST_LINE
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold
from send_actions.domain.words.dates import read_due, say_date
from send_actions.importers.cell_text import A_MONTH_NAME, is_dash
from send_actions.importers.columns.dated_steps import day_of_heading
from send_actions.importers.columns.reviews import Review, month_ended
from send_actions.importers.headings.headings import heading_names, is_of_part, shown_heading
from send_actions.importers.lines.review_notes import merged
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.measure_columns import MeasureLine, read_measure
from send_actions.importers.plan_lines import SaidThen, StepLine
from send_actions.importers.problems import list_cells, quoted
from send_actions.importers.statuses.status_words import StatusWords
from send_actions.importers.statuses.word_meanings import StatusSaid

_YES: Final = frozenset({"yes", "y", "true", "✓", "✔", "√", "done", "complete", "completed"})
_NO: Final = frozenset({"no", "n", "false", "not yet", "in progress", "✗", "✘", "❌"})
_LAST_BRACKET: Final = re.compile(r"(?P<words>.*\S)\s*[(\[](?P<date>[^()\[\]]{4,30})[)\]]\W*", re.DOTALL)
_LAST_LINE: Final = re.compile(
    r"(?P<words>.*\S)\s*\n\s*(?:by\s+)?(?P<date>[^\n]{4,30})", re.DOTALL | re.IGNORECASE
)
_A_DATE: Final = re.compile(
    rf"\b{A_MONTH_NAME}\.?\s+(?:\d{{4}}|\d{{2}})\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"(?!.*\b(?:made|making|achieved|so far|to date|outcomes? of (?:the )?actions?)\b)"
    r".*\b(?:outcomes?|measures?|notice|difference)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Headings of columns whose words say what success would be."""


class ThenReader:
    """Reads of one row after another what was said before, and the steps inside the action."""

    def __init__(self, cells: RowCells, words: StatusWords, today: date) -> None:
        self._cells, self._words, self._today = cells, words, today
        self._undated: list[str] = []
        self._to_come: dict[str, list[str]] = {}
        columns = cells.columns
        self._reviews: tuple[Review, ...] = columns.reviews
        self._steps: Mapping[str, str] = columns.steps
        self._details: Mapping[str, str] = columns.details
        self._title = ""

    def said(self) -> tuple[SaidThen, ...]:
        """Return what the cells of a row say was said before, oldest first."""
        if not (self._reviews or self._details):
            return ()
        reviews, details = merged(self._of_reviews()), self._words_of(is_measure=False)
        return (SaidThen(None, None, details), *reviews) if details else tuple(reviews)

    def title(self, words: str) -> str:
        """Return the title of a row: its words, else those of a part of an action that stands alone."""
        self._title = ""
        parts = (
            ()
            if words
            else (n for n, heading in self._details.items() if is_of_part(heading_names([heading])[0]))
        )
        for name in parts:
            if part := " ".join(self._cells.text(name).split()):
                self._title = name
                return part[:LONGEST_LINE]
        return words

    def measures(self) -> str:
        """Return the words of columns that say what success would be, each after its heading."""
        return self._words_of(is_measure=True)

    def completed(self) -> tuple[bool, date | None, str]:
        """Return whether a row says that it is completed, since when, and its words if that is unclear."""
        words = self._cells.text("completed_on")
        if not words or is_dash(words) or fold(words) in _NO:
            return False, None, ""
        if fold(words) in _YES:
            return True, None, ""
        due = read_due(words, today=self._today)
        if due.on is None or not due.precision.is_period:
            self._cells.doubt("completed_on", f"{quoted(words)} is no date of completion: kept as a note.")
            return False, None, words
        if due.precision is not Precision.DAY:
            self._cells.doubt(
                "completed_on", f"{quoted(words)} counts from its last day, {say_date(due.on)}."
            )
        return True, min(due.on, self._today), ""

    def steps(self) -> tuple[StepLine, ...]:
        """Return the steps of a row, those without a date by the words of their heading."""
        return tuple(step for name, heading in self._steps.items() if (step := self._step(name, heading)))

    def moved(self, title: str) -> tuple[MeasureLine, ...]:
        """Return the measure whose values stand in a row, by the words of its success measure or its own."""
        columns = self._cells.columns.measures
        if not columns:
            return ()
        values = [(column, self._cells.text(column.name)) for column in columns]
        named = " ".join((self._cells.text("measure") or title).split())[:LONGEST_LINE]
        measure = read_measure(named, values, lambda column, told: self._cells.doubt(column.name, told))
        return (measure,) if measure else ()

    def finish(self) -> None:
        """Tell what is said once for the whole table."""
        problems = self._cells.problems
        if self._undated:
            told = (
                f"Steps without a date ({list_cells(self._undated)}) are kept by the words of their heading."
            )
            problems.doubt_at(self._undated[0], told)
        for day, cells in self._to_come.items():
            told = f"A review of {day} is to come: what stands there ({list_cells(cells)}) is left out."
            problems.doubt_at(cells[0], told)

    def _of_reviews(self) -> list[SaidThen]:
        found: list[SaidThen] = []
        for review in self._reviews:
            words = self._cells.text(review.name)
            if not words or is_dash(words):
                continue
            if review.on is None:
                self._status(review, words)
                continue
            on, since = review.on, month_ended(review.on)
            if on > self._today:
                if (on.year, on.month) != (self._today.year, self._today.month):
                    self._to_come.setdefault(say_date(on), []).append(self._cells.cell(review.name))
                    self._cells.told += 1
                    continue
                on = self._today
            if review.is_note:
                found.append(SaidThen(on, None, words, since))
                continue
            said = self._status(review, words)
            if said.status or said.note:
                found.append(SaidThen(on, said.status, said.note or None, since))
        return found

    def _status(self, review: Review, words: str) -> StatusSaid:
        """Return what a review's cell says of the status; a word without a meaning is asked about."""
        said = self._words.read(words, self._cells.cell(review.name))
        self._cells.told += not self._words.is_settled(words)
        return said

    def _words_of(self, *, is_measure: bool) -> str:
        """Return the words of columns without a field of their own, each after its heading."""
        told = []
        for name, heading in self._details.items():
            if bool(_MEASURED.match(heading)) is is_measure:
                words = "" if name == self._title else self._cells.text(name)
                if words and not is_dash(words):
                    named = shown_heading(" ".join(heading.split()).rstrip(":"))
                    told.append(f"{named}{'' if named.endswith('?') else ':'} {words}")
        return "\n".join(told)

    def _date_beside(self, name: str) -> Due | None:
        """Return the date of a step that stands in a column of its own; None where it has none."""
        column = self._cells.columns.step_dates.get(name, "")
        words = self._cells.text(column) if column else ""
        if not words or is_dash(words):
            return None
        due = read_due(words, today=self._today)
        if due.precision is Precision.UNCLEAR:
            self._cells.doubt(column, f"{quoted(words)} is no date of a step: its words are kept.")
        return due

    def _step(self, name: str, heading: str) -> StepLine | None:
        words = self._cells.lines(name)
        if not words or is_dash(words):
            return None
        if due := self._date_beside(name) or day_of_heading(heading, self._today):
            return StepLine(_one_line(words), due)
        match = _LAST_LINE.fullmatch(words) or _LAST_BRACKET.fullmatch(words)
        due = read_due(match["date"], today=self._today) if match else None
        if match and due and due.on and due.precision.is_period and re.search(r"\d", match["date"]):
            told = f"{quoted(match['date'])} is taken as the date of the step {quoted(match['words'])}."
            self._cells.doubt(name, told)
            return StepLine(_one_line(match["words"]), due)
        if inside := _A_DATE.search(words):
            self._cells.doubt(name, f"“{inside[0]}” stands within the words of a step: no date is set of it.")
        else:
            self._undated.append(self._cells.cell(name))
            self._cells.told += 1
        return StepLine(_one_line(words), Due(None, Precision.UNCLEAR, _one_line(heading)))


def _one_line(words: str) -> str:
    return " ".join(words.split())
