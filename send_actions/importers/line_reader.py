"""One row of a file at a time: what each cell says of an action, and what is open about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.words.choices import read_impact
from send_actions.domain.words.listed import Listed
from send_actions.domain.words.owners import is_nobody, may_name_organisation, names_several
from send_actions.errors import UsageError
from send_actions.importers.cell_text import is_echo
from send_actions.importers.columns import Columns
from send_actions.importers.csv_file import Sheet
from send_actions.importers.date_reader import DateReader
from send_actions.importers.plan_lines import ActionLine, AreaLine, Problems
from send_actions.importers.problems import Problem, cell_name, quoted
from send_actions.importers.row_cells import RowCells
from send_actions.importers.status_words import StatusSaid, StatusWords

_GOING_ON: Final = ("note", "success_measure")
"""The fields of a row that may go on with the words of the row above."""

_UNSAID: Final = StatusSaid(None)


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
    ) -> None:
        self._cells = RowCells(sheet, columns, problems)
        self._dates = DateReader(self._cells, today)
        self._words = words
        self._nobody: dict[str, list[str]] = {}
        self._several: dict[str, list[str]] = {}
        self._bracketed: dict[str, list[str]] = {}
        known = (*organisations, *self._cells.column("lead_org"))
        self._own_owner = lru_cache(maxsize=4096)(OwnerDraft)
        self._read_owner = lru_cache(maxsize=4096)(partial(OwnerDraft.read, organisations=known))

    def take(self, row: int, cells: list[str]) -> ActionLine:
        """Read one line, every cell of it, so that all its problems are told at once."""
        self._cells.take(row, cells)
        listed = Listed.read(self._cells.text("kept_as"))
        ref, number = self._cells.text("ref"), self._cells.text("area_number")
        if listed:
            ref = listed.ref if is_echo(ref, listed.ref) else ref
            number = listed.area if is_echo(number, listed.area) else number
        said = self._status()
        note = _joined(self._cells.text("note"), said.note)
        revised = self._dates.revised()
        line = ActionLine(
            ref=ref,
            area_number=number,
            title=self._cells.text("title"),
            success_measure=self._cells.text("success_measure") or None,
            lead=self.owner("lead_role", "lead_org"),
            sro=self.owner("sro", ""),
            partners=self._partners(),
            start=self._dates.start(),
            status=said.status,
            impact=self._impact(),
            updated_on=self._dates.day("updated_on"),
            note=note,
            ask=self._cells.text("ask") or None,
            revised=revised,
            revised_reason="Asked for; not agreed yet."
            if revised and self._cells.columns.asks_for_dates
            else "",
            listed=listed,
            first_due=self._dates.day("first_due") if listed else None,
            note_on=self._dates.day("note_on") if listed else None,
            ask_on=self._dates.day("ask_on") if listed else None,
            worked_out=self._cells.words_of("overdue", "checks") if listed else {},
            emptied=self._cells.emptied() if listed else frozenset(),
            area_title=self._cells.text("area_title"),
            row=row,
        )
        return self._dates.with_due(line)

    def more_of(self, above: ActionLine, row: int, cells: list[str]) -> ActionLine | None:
        """Return the line above with the words of a row that has no others; None for a row of its own."""
        if self._cells.has_any(cells, ("ref", "title")):
            return None
        filled = self._cells.filled(cells)
        if not filled or not filled.issubset(_GOING_ON):
            return None
        self._cells.take(row, cells)
        told = (
            f"Row {row} has no ref and no action: its words are taken as more of {above.ref or 'that'} above."
        )
        self._cells.doubt(next(name for name in _GOING_ON if name in filled), told)
        return replace(
            above,
            note=_joined(above.note, self._cells.text("note")),
            success_measure=_joined(above.success_measure, self._cells.text("success_measure")),
        )

    def area(self) -> AreaLine:
        """Return what the row that was taken says of its area, but for number and title."""
        question = self._cells.text("question")
        letter, _, words = question.partition(" ")
        unlettered = words if len(letter) == 1 and letter.isupper() and words else question
        lead = self.owner("area_lead_role", "area_lead_org")
        return AreaLine("", theme=self._cells.text("theme") or unlettered or None, lead=lead)

    def ask_about_header(self, row: int) -> None:
        """Ask for another file where a second table begins, whose columns are others."""
        message = "Another table begins here, with other columns: save each table as a file of its own."
        self._cells.problems.add(Problem(cell_name(row, 0), message, is_question=True))

    def finish(self) -> None:
        """Tell what is said once for the whole file."""
        self._cells.problems.add(*self._words.questions())
        self._dates.finish()
        told = (
            (self._nobody, "names nobody{where}: the lead is left as it is."),
            (self._several, "may name more than one owner{where}: kept as one, as it stands."),
            (self._bracketed, "may name an organisation too{where}: kept as it stands, as the role."),
        )
        for found, message in told:
            self._cells.problems.doubt_words(found, message)

    def owner(self, role: str, organisation: str) -> OwnerDraft | None:
        """Return the owner of two cells, or of one that names both; None for nobody."""
        words, body = self._cells.text(role), self._cells.text(organisation)
        if not words and body and role == "lead_role":
            words, body = body, ""
        if not words:
            return None
        if is_nobody(words):
            self._nobody.setdefault(words, []).append(self._cells.cell(role))
            return None
        if self._cells.columns.is_own:
            return self._own_owner(words, body)
        owner = OwnerDraft(words, body) if body else self._read_owner(words)
        if owner and owner.role == words:
            self._doubt_owner(words, role, is_alone=not body)
        return owner

    def _doubt_owner(self, words: str, role: str, *, is_alone: bool) -> None:
        """Note a role that may name another owner too, or its organisation, to be told."""
        if names_several(self._cells.lines(role) or words):
            self._several.setdefault(words, []).append(self._cells.cell(role))
        elif is_alone and may_name_organisation(words):
            self._bracketed.setdefault(words, []).append(self._cells.cell(role))

    def _status(self) -> StatusSaid:
        """Return what the status says, else the colour; one that says another is told."""
        status, colour = self._cells.text("status"), self._cells.text("colour")
        if not status or not colour or self._cells.columns.is_own:
            name = "status" if status else "colour"
            return self._words.read(status or colour, self._cells.cell(name)) if status or colour else _UNSAID
        said = self._words.read(status, self._cells.cell("status"))
        shown = self._words.read(colour, self._cells.cell("colour"))
        if said.status is None and shown.status and self._words.is_settled(status):
            return StatusSaid(shown.status, "\n".join(filter(None, (said.note, shown.note))))
        if said.status and shown.status and said.status.colour != shown.status.colour:
            self._cells.doubt("colour", f"{quoted(colour)} does not go with {quoted(status)}, which is used.")
        return said

    def _partners(self) -> str | None:
        words = self._cells.text("partners")
        parts = [] if words == "-" else [part.strip() for part in words.split(";")]
        return "; ".join(filter(None, parts)) or None

    def _impact(self) -> Impact | None:
        words = self._cells.text("impact")
        try:
            return read_impact(words) if words else None
        except UsageError as error:
            self._cells.ask("impact", str(error))
            return None


def _joined(*words: str | None) -> str | None:
    return "\n".join(filter(None, words)) or None
