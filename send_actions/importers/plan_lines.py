"""A plan as a file gives it, one line an action with its area beside it, and every problem found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from send_actions.domain.drafts import LONGEST_REF, OwnerDraft, too_long
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.domain.text import clean, cut, match_key, printable
from send_actions.domain.words.choices import read_choice, read_impact, read_status
from send_actions.domain.words.dates import read_date, read_due
from send_actions.errors import UsageError
from send_actions.importers.csv_file import Problem, Sheet, cell_name, read_sheet
from send_actions.importers.headings import NEEDED, Columns, find_columns, is_header

_LONGEST_QUOTE = 40
Value = TypeVar("Value")


@dataclass(frozen=True)
class AreaLine:
    """What a file says of an area; None is unsaid."""

    number: str
    title: str | None = None
    theme: str | None = None
    lead: OwnerDraft | None = None


@dataclass(frozen=True)
class ActionLine:
    """What a file says of an action; None is unsaid."""

    ref: str
    area_number: str
    title: str
    success_measure: str | None = None
    lead: OwnerDraft | None = None
    partners: str | None = None
    start: date | None = None
    status: Status | None = None
    impact: Impact | None = None
    due: Due | None = None
    updated_on: date | None = None


@dataclass(frozen=True)
class PlanLines:
    """A whole file: areas and actions in its order, and every problem found."""

    areas: tuple[AreaLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems that have to be answered first."""
        return tuple(p for p in self.problems if p.is_question)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(p for p in self.problems if not p.is_question)


def read_plan_csv(path: Path, *, today: date) -> PlanLines:
    """Return what the file says; raises SendActionsError when it cannot be read as a table of actions."""
    sheet = read_sheet(path, is_header=is_header)
    reading = _LineReader(sheet, find_columns(sheet), today)
    for number, cells in enumerate(sheet.rows, start=sheet.header_row + 1):
        if any(cell.strip() for cell in cells):
            reading.take(number, cells)
    return PlanLines(tuple(reading.areas.values()), tuple(reading.actions.values()), tuple(reading.problems))


class _LineReader:
    """The lines read so far; a problem names its cell as a spreadsheet would, and is told once."""

    def __init__(self, sheet: Sheet, columns: Columns, today: date) -> None:
        self._width = len(sheet.header)
        self._columns = columns.places
        self._nameless = set(columns.nameless)
        self._today = today
        self._row, self._cells = 0, list[str]()
        self.problems = dict.fromkeys(columns.problems)
        self.areas: dict[str, AreaLine] = {}
        self.actions: dict[str, ActionLine] = {}

    def take(self, row: int, cells: list[str]) -> None:
        """Read one line, every cell of it, so that all its problems are told at once."""
        self._row, self._cells = row, cells
        self._doubt_strays()
        ref, number, title = (self._text(name) for name in NEEDED)
        for name, text in zip(NEEDED, (ref, number, title), strict=True):
            if not text:
                self._ask(name, f"The {name.replace('_', ' ')} is missing.")
            elif name != "title" and len(text) > LONGEST_REF:
                self._ask(name, f"A ref or area number has at most {LONGEST_REF} characters.")
        line = ActionLine(
            ref=ref,
            area_number=number,
            title=title,
            success_measure=self._text("success_measure", one_line=False) or None,
            lead=self._owner("lead_role", "lead_org"),
            partners=self._partners(),
            start=self._value("start", partial(read_date, today=self._today)),
            status=self._value("status" if self._text("status") else "colour", read_status),
            impact=self._value("impact", read_impact),
            due=self._due(),
            updated_on=self._value("updated_on", partial(read_date, today=self._today)),
        )
        if ref and match_key(ref) in self.actions:
            twice = f"The ref {ref} stands on more than one line: give each its own, such as {ref}(A)."
            self._ask("ref", twice)
        elif ref:
            self.actions[match_key(ref)] = line
        if number:
            self._take_area(number)

    def _doubt_strays(self) -> None:
        """Name the first cell beyond the header, and once each column that has cells but no heading."""
        filled = [place for place, cell in enumerate(self._cells) if cell.strip()]
        nameless = self._nameless.intersection(filled)
        self._nameless -= nameless
        strays = [place for place in filled if place >= self._width][:1]
        for place in [*sorted(nameless), *strays]:
            why = " Does a cell before it need quotes?" if place >= self._width else ""
            words = printable(cut(clean(self._cells[place], one_line=True), _LONGEST_QUOTE))
            self._note(place, f"“{words}” stands under no heading: left out.{why}")

    def _take_area(self, number: str) -> None:
        question = self._text("question")
        letter, _, words = question.partition(" ")
        unlettered = words if len(letter) == 1 and letter.isupper() and words else question
        line = AreaLine(
            number=number,
            title=self._text("area_title") or None,
            theme=self._text("theme") or unlettered or None,
            lead=self._owner("area_lead_role", "area_lead_org"),
        )
        known = self.areas.setdefault(match_key(number), line)
        if line.title and known.title and line.title != known.title:
            self._doubt("area_title", f"Area {number} is called “{known.title}” further up: that is kept.")
        filled = {n: v for n, v in vars(line).items() if v is not None and getattr(known, n) is None}
        self.areas[match_key(number)] = replace(known, **filled)

    def _text(self, name: str, *, one_line: bool = True) -> str:
        place = self._columns.get(name, len(self._cells))
        if place >= len(self._cells):
            return ""
        text = clean(self._cells[place], one_line=one_line).strip()
        if text.startswith("'") and text[1:2] in tuple("=+-@＝＋－＠"):
            text = text[1:].strip()
        if problem := too_long(name, text, one_line=one_line):
            self._ask(name, problem)
        return text

    def _partners(self) -> str | None:
        words = self._text("partners")
        parts = [] if words == "-" else [part.strip() for part in words.split(";")]
        return "; ".join(filter(None, parts)) or None

    def _owner(self, role: str, organisation: str) -> OwnerDraft | None:
        words = self._text(role)
        if words and organisation not in self._columns:
            return OwnerDraft.read(words) if role == "lead_role" else OwnerDraft(words)
        return OwnerDraft(words, self._text(organisation)) if words else None

    def _value(self, name: str, read: Callable[[str], Value]) -> Value | None:
        words = self._text(name)
        try:
            return read(words) if words else None
        except UsageError as error:
            if name in ("start", "updated_on"):
                self._doubt(name, f"“{words}” is no date we can read: left out.")
            else:
                self._ask(name, str(error))
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

    def _ask(self, name: str, message: str) -> None:
        self._note(self._columns.get(name, 0), message, is_question=True)

    def _doubt(self, name: str, message: str) -> None:
        self._note(self._columns.get(name, 0), message)

    def _note(self, place: int, message: str, *, is_question: bool = False) -> None:
        self.problems[Problem(cell_name(self._row, place), message, is_question)] = None
