"""One row of a file at a time: what each cell says of an action, and what is open about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from send_actions.domain.plan.vocabulary import DONE, Impact, Status
from send_actions.domain.words.choices import read_impact
from send_actions.domain.words.listed import Listed
from send_actions.domain.words.owners import organisations_in
from send_actions.errors import UsageError
from send_actions.importers.cell_text import is_echo
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.file_years import FileYear
from send_actions.importers.lines.date_reader import DateReader
from send_actions.importers.lines.days_in_words import DaysInWords
from send_actions.importers.lines.note_heads import NoteHeads
from send_actions.importers.lines.owner_reader import OwnerReader
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.lines.same_cells import SameCells
from send_actions.importers.lines.status_reader import StatusReader
from send_actions.importers.lines.then_reader import ThenReader
from send_actions.importers.plan_lines import ActionLine, AreaLine, SaidThen
from send_actions.importers.problems import Problem
from send_actions.importers.sheet import Sheet
from send_actions.importers.statuses.status_words import StatusWords
from send_actions.importers.statuses.word_meanings import StatusSaid

Said = TypeVar("Said")

_GOING_ON: Final = ("note", "success_measure")
"""The fields of a row that may go on with the words of the row above."""


class LineReader:
    """Reads rows into lines; `organisations` are known to be such, beside those of the file's own column."""

    def __init__(
        self,
        sheet: Sheet,
        columns: Columns,
        problems: Problems,
        words: StatusWords,
        *,
        today: date,
        organisations: Sequence[str] = (),
        year: FileYear | None = None,
    ) -> None:
        self._cells = RowCells(sheet, columns, problems)
        self._dates = DateReader(self._cells, today, year)
        leads = ("lead_role", "lead_org", *columns.more_leads)
        owners = [cell for name in ("lead_role", "sro", *leads[2:]) for cell in self._cells.every(name)]
        known = (*organisations, *self._cells.column("lead_org"), *organisations_in(owners))
        self._days = DaysInWords(self._cells)
        self._heads = NoteHeads(self._cells, words, self._days)
        self._statuses = StatusReader(self._cells, words, self._days)
        self._owners = OwnerReader(self._cells, known)
        self._then = ThenReader(self._cells, words, today)
        self._status = self._same(self._statuses.read, "status", "colour", "percent")
        self._lead = self._same(partial(self._owners.read, *leads), *leads)
        self._sro = self._same(partial(self._owners.first, "sro", ""), "sro")
        self._partners = self._same(self._read_partners, "partners")
        self._start = self._same(self._dates.start, "start")
        self._impact = self._same(self._read_impact, "impact")
        self._updated_on = self._same(partial(self._dates.day, "updated_on"), "updated_on")
        self._revised = self._same(self._dates.revised, "due", *columns.revised)
        due_cells = ("due", "due_text", "due_precision")
        self._due = self._same(partial(self._dates.due, is_listed=False), *due_cells)
        self._listed_due = self._same(partial(self._dates.due, is_listed=True), *due_cells)
        self._area = self._same(self._read_area, "question", "theme", "area_lead_role", "area_lead_org")

    def _same(self, read: Callable[[], Said], *names: str) -> SameCells[Said]:
        return SameCells(self._cells, names, read)

    def take(self, row: int, cells: list[str]) -> ActionLine:
        """Read one line, every cell of it, so that all its problems are told at once."""
        self._cells.take(row, cells)
        text = self._cells.text
        kept_as, ref, number = text("kept_as"), text("ref"), text("area_number")
        listed = Listed.read(kept_as) if kept_as else None
        if listed:
            ref = listed.ref if is_echo(ref, listed.ref) else ref
            number = listed.area if is_echo(number, listed.area) else number
        said = self._status.said()
        moved, reason = self._revised.said(), text("reason")
        said, note = self._noted(said, None if moved.due else reason, *moved.kept)
        then, status, note = self._completed(said.status, note)
        title, success_measure = self._then.title(text("title")), text("success_measure")
        lead, sro, partners = self._lead.said(), self._sro.said(), self._partners.said()
        start, impact, updated_on = self._start.said(), self._impact.said(), self._updated_on.said()
        ask = text("ask")
        only_listed = self._only_listed() if listed else {}
        area_title = text("area_title")
        due = (self._listed_due if listed else self._due).said()
        return ActionLine(
            ref=ref,
            area_number=number,
            title=title,
            success_measure=_joined(success_measure, self._then.measures()),
            lead=lead.first,
            sro=sro,
            partners="; ".join(filter(None, (partners, *lead.others))) or None,
            start=start,
            status=status,
            impact=impact,
            due=due.due,
            updated_on=updated_on,
            note=note,
            ask=ask or None,
            revised=moved.due,
            has_unread_move=bool(moved.kept),
            revised_reason=self._revised_reason(reason, is_asked=moved.is_asked) if moved.due else "",
            said=(*then, *self._then.said()),
            steps=self._then.steps(),
            measures=self._then.moved(success_measure or title),
            due_cells=due.cells,
            due_is_doubtful=due.is_doubtful,
            listed=listed,
            area_title=area_title,
            row=row,
            **only_listed,
        )

    def _noted(self, said: StatusSaid, *reasons: str | None) -> tuple[StatusSaid, str | None]:
        """Return the status of a row and its note, which may begin with the one that no column has."""
        words = self._cells.text("note")
        if words and self._statuses.is_category(said.note):
            said = said._replace(note="")
        if head := self._heads.read(words):
            said, words = head._replace(note=""), head.note
        return said, _joined(words, said.note, self._statuses.share_done(), *reasons)

    def _completed(
        self, status: Status | None, note: str | None
    ) -> tuple[tuple[SaidThen, ...], Status | None, str | None]:
        """Return what was said on the day of completion, and what is left to be said now."""
        is_done, day, words = self._then.completed()
        note = _joined(note, words)
        if not is_done or (status and status not in DONE):
            return (), status, note
        if day is None:
            return (), status or Status.COMPLETE, note
        return (SaidThen(day, status or Status.COMPLETE, note),), None, None

    def _revised_reason(self, reason: str, *, is_asked: bool) -> str:
        asked = "Asked for; not agreed yet." if is_asked or self._cells.columns.asks_for_dates else ""
        return " ".join(filter(None, (asked, " ".join(reason.split()))))

    def _only_listed(self) -> dict[str, Any]:
        """Return what only rows of our own list say."""
        return {
            **{name: self._dates.day(name) for name in ("first_due", "note_on", "ask_on")},
            "worked_out": self._cells.words_of("overdue", "checks"),
            "emptied": self._cells.emptied(),
        }

    def more_of(self, above: ActionLine, row: int, cells: list[str]) -> ActionLine | None:
        """Return the line above with the words of a row that has no others; None for a row of its own."""
        if self._cells.has_any(cells, ("ref", "title")):  # as nearly all rows have
            return None
        filled = self._cells.filled(cells)
        if not filled or not filled.issubset(_GOING_ON):
            return None
        self._cells.take(row, cells)
        where = self._cells.problems.row_words(row)
        more = f"its words are taken as more of {above.ref or 'that'} above."
        told = f"{where[0].upper()}{where[1:]} has no ref and no action: {more}"
        self._cells.doubt(next(name for name in _GOING_ON if name in filled), told)
        return replace(
            above,
            note=_joined(above.note, self._cells.text("note")),
            success_measure=_joined(above.success_measure, self._cells.text("success_measure")),
        )

    def area(self) -> AreaLine:
        """Return what the row that was taken says of its area, but for number and title."""
        return self._area.said()

    def _read_area(self) -> AreaLine:
        question = self._cells.text("question")
        letter, _, words = question.partition(" ")
        unlettered = words if len(letter) == 1 and letter.isupper() and words else question
        lead = self._owners.first("area_lead_role", "area_lead_org")
        return AreaLine("", theme=self._cells.text("theme") or unlettered or None, lead=lead)

    def ask_about_header(self, row: int) -> None:
        """Ask for another file where a second table begins, whose columns are others."""
        message = "Another table begins here, with other columns: save each table as a file of its own."
        self._cells.problems.add(Problem(self._cells.problems.cell_at(row, 0), message, is_question=True))

    def finish(self) -> None:
        """Tell what is said once for the whole file."""
        self._dates.finish()
        self._heads.finish()
        self._days.finish()
        self._owners.finish()
        self._then.finish()

    def _read_partners(self) -> str | None:
        words = self._cells.text("partners")
        return None if words == "-" else "; ".join(filter(None, map(str.strip, words.split(";")))) or None

    def _read_impact(self) -> Impact | None:
        words = self._cells.text("impact")
        try:
            return read_impact(words) if words else None
        except UsageError as error:
            self._cells.ask("impact", str(error))
            return None


def _joined(*words: str | None) -> str | None:
    return "\n".join(filter(None, words)) or None
