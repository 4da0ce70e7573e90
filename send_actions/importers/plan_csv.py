"""Read a plan from a CSV file with a header: one line an action, its area beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from send_actions.domain.dates import read_date, read_due
from send_actions.domain.drafts import LONGEST_REF, OwnerDraft
from send_actions.domain.nouns import Due
from send_actions.domain.text import clean, shown
from send_actions.domain.vocabulary import Impact, Precision, Status
from send_actions.domain.words import read_choice, read_impact, read_status
from send_actions.errors import SendActionsError, UsageError
from send_actions.importers.lines import ActionLine, AreaLine, PlanLines, Problem

_LARGEST = 50 * 1024 * 1024
_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "ref": ("ref", "reference", "action ref", "action no", "action number", "no"),
    "area_number": ("area no", "area number"),
    "area_title": ("area title",),
    "question": ("question",),
    "theme": ("theme",),
    "area_lead_role": ("area lead", "area lead role"),
    "area_lead_org": ("area lead org",),
    "title": ("action", "title"),
    "success_measure": ("success measure", "measure of success", "success criteria"),
    "lead_role": ("owner role", "lead role", "lead", "owner", "action lead"),
    "lead_org": ("owner org", "lead org"),
    "partners": ("partners",),
    "start": ("start", "start date"),
    "due": ("due", "due date", "deadline"),
    "due_precision": ("due precision",),
    "due_text": ("due text",),
    "status": ("delivery", "status"),
    "colour": ("colour", "rag"),
    "impact": ("impact",),
}
_WORKED_OUT = ("overdue", "first due", "updated on", "checks")
_NEEDED = ("ref", "area_number", "title")


def read_plan_csv(path: Path, *, today: date) -> PlanLines:
    """Return what the file says; raises SendActionsError when it cannot be read as a table of actions."""
    rows = list(_table(path))
    if not rows:
        raise SendActionsError(
            f"{shown(path.name)} is empty: it needs a header line and a line for each action."
        )
    columns, problems = _columns(rows[0], path.name)
    reading = _Lines(columns, today, problems)
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            reading.take(number, cells)
    return PlanLines(tuple(reading.areas.values()), tuple(reading.actions.values()), tuple(reading.problems))


def _table(path: Path) -> Iterator[list[str]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise SendActionsError(
                f"{shown(path.name)} is larger than 50 MB: no action plan is; check the file."
            )
        content = path.read_bytes()
    except OSError as error:
        raise SendActionsError(f"{shown(str(path))} cannot be read: {error.strerror}.") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SendActionsError(f"{shown(path.name)} is not a CSV file: save the sheet as CSV (UTF-8) first.")
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    try:
        yield from csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    except csv.Error as error:
        raise SendActionsError(f"{shown(path.name)} is not a CSV file ({error}).") from error


def _columns(header: list[str], name: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the place of each column we know; a column we do not know is a doubt."""
    names = [" ".join(clean(cell, one_line=True).casefold().replace("_", " ").split()) for cell in header]
    columns: dict[str, int] = {}
    problems = []
    for place, heading in enumerate(names):
        meaning = _meaning(heading, names)
        if meaning and meaning not in columns:
            columns[meaning] = place
        elif heading and not heading.startswith(_WORKED_OUT):
            problems.append(Problem(_cell(1, place), f"The column “{heading}” is not one we know: left out."))
    missing = [needed.replace("_", " ") for needed in _NEEDED if needed not in columns]
    if missing:
        raise SendActionsError(
            f"{shown(name)} has no column for the {' or the '.join(missing)}: its first line must name the "
            "columns, such as ref, area_no, area, action, due, status."
        )
    return columns, problems


def _meaning(heading: str, names: list[str]) -> str | None:
    if heading == "area":
        has_number = any(other in _MEANINGS["area_number"] for other in names)
        return "area_title" if has_number else "area_number"
    return next((meaning for meaning, known in _MEANINGS.items() if heading in known), None)


def _cell(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


class _Lines:
    """The lines read so far; a problem names its cell as a spreadsheet would."""

    def __init__(self, columns: dict[str, int], today: date, problems: list[Problem]) -> None:
        self._columns = columns
        self._today = today
        self._row = 0
        self._cells: list[str] = []
        self.problems = problems
        self.areas: dict[str, AreaLine] = {}
        self.actions: dict[str, ActionLine] = {}

    def take(self, row: int, cells: list[str]) -> None:
        """Read one line; a line without a ref, area or title is a question."""
        self._row, self._cells = row, cells
        ref, number, title = (self._text(name) for name in _NEEDED)
        for name, text in zip(_NEEDED, (ref, number, title), strict=True):
            if not text:
                self._ask(name, f"The {name.replace('_', ' ')} is missing.")
        if len(ref) > LONGEST_REF or len(number) > LONGEST_REF:
            self._ask("ref", f"A ref or area number has at most {LONGEST_REF} characters.")
        elif ref in self.actions:
            self._ask(
                "ref", f"The ref {ref} stands on more than one line: give each its own, such as {ref}(A)."
            )
        elif ref and number and title:
            self._take_area(number)
            self.actions[ref] = ActionLine(
                ref=ref,
                area_number=number,
                title=title,
                success_measure=self._text("success_measure", one_line=False) or None,
                lead=self._owner("lead_role", "lead_org"),
                partners="; ".join(p.strip() for p in self._partners().split(";") if p.strip()) or None,
                start=self._start(),
                status=self._status(),
                impact=self._impact(),
                due=self._due(),
            )

    def _take_area(self, number: str) -> None:
        letter, _, words = self._text("question").partition(" ")
        is_lettered = len(letter) == 1 and letter.isupper() and words
        said = AreaLine(
            number=number,
            title=self._text("area_title") or None,
            theme=self._text("theme") or (words if is_lettered else self._text("question")) or None,
            lead=self._owner("area_lead_role", "area_lead_org"),
        )
        known = self.areas.setdefault(number, said)
        if said.title and known.title and said.title != known.title:
            self._doubt("area_title", f"Area {number} is called “{known.title}” further up: that is kept.")
        filled = {n: v for n, v in vars(said).items() if v is not None and getattr(known, n) is None}
        self.areas[number] = replace(known, **filled)

    def _text(self, name: str, *, one_line: bool = True) -> str:
        place = self._columns.get(name)
        if place is None or place >= len(self._cells):
            return ""
        text = clean(self._cells[place], one_line=one_line).strip()
        guarded = text.startswith("'") and text[1:2] in tuple("=+-@＝＋－＠")
        return text[1:].strip() if guarded else text

    def _partners(self) -> str:
        text = self._text("partners")
        return "" if text == "-" else text

    def _owner(self, role: str, organisation: str) -> OwnerDraft | None:
        words = self._text(role)
        if words and organisation not in self._columns:
            return OwnerDraft.read(words) if role == "lead_role" else OwnerDraft(words)
        return OwnerDraft(words, self._text(organisation)) if words else None

    def _status(self) -> Status | None:
        for name in ("status", "colour"):
            words = self._text(name)
            if words:
                try:
                    return read_status(words)
                except UsageError as error:
                    self._ask(name, str(error))
                    return None
        return None

    def _impact(self) -> Impact | None:
        words = self._text("impact")
        try:
            return read_impact(words) if words else None
        except UsageError as error:
            self._ask("impact", str(error))
            return None

    def _due(self) -> Due | None:
        words = self._text("due_text") or self._text("due")
        if not words:
            return None
        if self._text("due_precision"):
            return self._kept_due(words)
        due = read_due(words, today=self._today)
        if due.precision is Precision.UNCLEAR:
            self._doubt("due", f"“{words}” is no date we can read: the words are kept, and no date is set.")
        return due

    def _kept_due(self, words: str) -> Due | None:
        """Return a due date as our own list wrote it: its day, how exactly it is known, and its words."""
        try:
            precision = read_choice("precision", self._text("due_precision"), Precision)
            day = self._text("due")
            return Due(date.fromisoformat(day) if day else None, precision, words)
        except (UsageError, ValueError):
            self._doubt("due", f"“{words}” with its precision is no due date we can read: left as it was.")
            return None

    def _start(self) -> date | None:
        words = self._text("start")
        try:
            return read_date(words, today=self._today) if words else None
        except UsageError:
            self._doubt("start", f"“{words}” is no date we can read: no start date is set.")
            return None

    def _ask(self, name: str, message: str) -> None:
        self.problems.append(Problem(_cell(self._row, self._columns.get(name, 0)), message, is_question=True))

    def _doubt(self, name: str, message: str) -> None:
        self.problems.append(Problem(_cell(self._row, self._columns.get(name, 0)), message))
