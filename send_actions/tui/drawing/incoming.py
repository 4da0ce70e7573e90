"""A file that is to come in: a row for each thing that is open, and what the plan would become of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from send_actions.domain.words.dates import say_date
from send_actions.tui.text_layout import Line, clip, columns, fit, hang, inline, wrap
from send_actions.tui.widgets.rows import Heading

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said, SeenFile
    from send_actions.importers.doubt_kinds import DoubtKind
    from send_actions.importers.problems import AskFor, Problem

_CELLS: Final = 4
"""Cells of one kind of doubt that are named in its row; all stand at the head of the page."""

_WIDEST_CELL: Final = 16
_REFS: Final = 12
"""Refs of unchanged actions that are named."""

DAY: Final = "day"
COMES: Final = "comes"
"""The rows of the day that a file counts from, and of what comes in."""


class Answered(NamedTuple):
    """The row of an answer: its flag, what it speaks of, and its words; one kept is of an earlier file."""

    flag: str
    key: str
    words: str
    is_kept: bool = False


class Column(NamedTuple):
    """The row of a column: its heading, and what it is read as; nothing where it is left out."""

    heading: str
    word: str


class FileRows:
    """The rows of a file: how much it holds, its questions, what comes in, and doubts kind by kind."""

    def __init__(self, seen: SeenFile, said: Said, *, asks_day: bool) -> None:
        self._seen, self._said = seen, said
        questions: list[Hashable] = [*([DAY] if asks_day else []), *seen.lines.questions]
        given = [Answered(*one, words) for one, words in said.answers.items()]
        answered: list[Hashable] = [*given, *_kept(seen, given)]
        rest: list[Hashable] = [COMES] if asks_day else [COMES, DAY]
        doubts = list(doubt_rows(seen.lines.doubts))
        parts = (
            ("To answer first", questions, len(questions)),
            ("Answered", answered, len(answered)),
            ("What comes in", rest, 0),
            ("Columns", [Column(*one) for one in seen.lines.read_as], len(seen.lines.read_as)),
            ("In doubt, and stops nothing", doubts, len(seen.lines.doubts)),
        )
        self.ids: list[Hashable] = [Heading(holds_words(seen, is_day_open=asks_day))]
        for name, rows, many in parts:
            self.ids += [Heading(f"{name}  {many:,}" if many else name), *rows] if rows else []
        self.questions = questions
        cells = [columns(problem.cell) for problem in seen.lines.problems]
        cells += [columns(kind_cells(row)) for row in doubts]
        self._cell = min(_WIDEST_CELL, max([2, *cells]))

    def row(self, place: int, width: int) -> Line:
        """A row on one line."""
        row = self.ids[place]
        if isinstance(row, Heading):
            return [(fit(row, width), "bold")]
        return clip([self._start(row), (self._words(row), "")], width)

    def lines(self, place: int, width: int) -> Sequence[Line]:
        """A row on as many lines as it needs."""
        row = self.ids[place]
        if isinstance(row, Heading):
            return [self.row(place, width)]
        start = self._start(row)
        return hang([start], wrap(self._words(row), max(10, width - columns(start[0]))))

    def _start(self, row: Hashable) -> tuple[str, str]:
        problem = _problem(row)
        cell = inline(problem.cell) if problem else kind_cells(row)
        is_open = problem.is_question if problem else False
        return f"{fit(cell, self._cell)}  ", "amber" if is_open else "dim"

    def _words(self, row: Hashable) -> str:
        seen = self._seen
        if problem := _problem(row):
            return told_of(problem)
        if isinstance(row, Column):
            return column_words(row)
        if kind := _kind(row):
            return inline(f"{kind.said}: {kind.cells(_CELLS)}")
        if isinstance(row, Answered):
            before = ", as for an earlier file" if row.is_kept else ""
            return f"{said_words(row.flag, row.key, row.words)}{before}"
        if row == DAY:
            return day_words(seen, self._said)
        return inline(seen.label or comes_words(seen, len(self.questions)))


def _kept(seen: SeenFile, given: Sequence[Answered]) -> list[Answered]:
    """What was answered of earlier files, and counts for this one."""
    from send_actions.domain.text import match_key
    from send_actions.importers.answers import NO_STATUS, word_key

    words = {word_key(one.key) for one in given if one.flag == "--status"}
    numbers = {match_key(one.key) for one in given if one.flag == "--area"}
    used = seen.lines.used
    meant = {word: status.value if status else NO_STATUS for word, status in used.statuses.items()}
    found = [("--status", word, said) for word, said in meant.items() if word not in words]
    found += [("--area", number, said) for number, said in used.areas.items() if number not in numbers]
    return [Answered(flag, key, f"{key}={said}", is_kept=True) for flag, key, said in found]


def told_of(problem: Problem) -> str:
    """What is said of a cell, without the flags of the command line."""
    from send_actions.importers.answering import without_flags

    return inline(without_flags(problem.message)[0])


def column_words(column: Column) -> str:
    """How a column is read."""
    heading = inline(column.heading)
    return f"{heading} = {inline(column.word)}" if column.word else f"{heading}: left out"


def comes_words(seen: SeenFile, questions: int) -> str:
    """What is said of a file of which nothing is known to come in, or not yet."""
    if questions:
        return f"What it changes is shown once {_many(questions, 'question')} {_is(questions)} answered."
    return f"Nothing would change: {seen.nothing}."


def day_words(seen: SeenFile, said: Said) -> str:
    """From which day it counts what a file says, or what is asked of that."""
    found = seen.lines.file_date
    if found and found.on != seen.day and not said.is_dated:
        return f"{inline(found.cell)} says “{inline(found.words)}”: from which day does what it says count?"
    return (
        f"It counts from {say_date(said.on)}." if said.on else f"It counts from today, {say_date(seen.day)}."
    )


def holds_words(seen: SeenFile, *, is_day_open: bool) -> str:
    """How much a file holds, and how much of it is open."""
    from send_actions.importers.import_words import coming

    return inline(coming(seen.lines, asked_beside=is_day_open))


def doubt_rows(doubts: Sequence[Problem]) -> Iterator[Hashable]:
    """A row for each kind of doubt; one for each doubt that Enter can take away."""
    from send_actions.importers.doubt_kinds import kinds_of

    for kind in kinds_of(doubts):
        if len(kind.doubts) == 1 or any(map(way_of, kind.doubts)):
            yield from kind.doubts
        else:
            yield kind


def kind_cells(row: Hashable) -> str:
    """How many cells a kind of doubt is about; nothing for any other row."""
    kind = _kind(row)
    return f"{len(kind.doubts):,} cells" if kind else ""


def way_of(problem: Problem) -> AskFor | None:
    """What answers a question, or takes a doubt away; None where only the file can."""
    from send_actions.importers.answering import without_flags

    return problem.answer or without_flags(problem.message)[1]


def row_lines(row: Hashable, keys: str, width: int) -> list[Line]:
    """What there is to say of one row at the head of the page: all of a problem, and what to do about it.

    `keys` is the key that reads the file again.
    """
    if kind := _kind(row):
        return _kind_lines(kind, width)
    problem = _problem(row)
    if problem is None:
        return []
    told = hang([(f" {inline(problem.cell)}  ", "key")], wrap(told_of(problem), max(10, width - 14)))
    if not problem.is_question:
        says = " Enter says what the column holds." if way_of(problem) else ""
        does = f"A doubt: nothing waits for it.{says}"
    elif problem.answer is None:
        does = f"Mend it in the file, then {keys} reads it again."
    elif not problem.answer.is_wanted:
        does = "Enter says that none of it is personal; else take it out of the file."
    else:
        offer = problem.answer.offer
        does = f"Enter answers it{f', with {inline(offer)} offered' if offer else ''}."
    return [*told, *_text(does, width, "dim"), []]


def _kind_lines(kind: DoubtKind, width: int) -> list[Line]:
    lines: list[Line] = [[(f" {len(kind.doubts):,} doubts of one kind: nothing waits for them.", "dim")]]
    for doubt in kind.doubts:
        lines += hang([(f" {inline(doubt.cell)}  ", "key")], wrap(told_of(doubt), max(10, width - 14)))
    return [*lines, []]


def file_lines(seen: SeenFile, said: Said, questions: int, width: int) -> list[Line]:
    """What a file changes, what it leaves as it is, and the day it counts from."""
    lines: list[Line] = [[(" What comes in", "bold")]]
    if seen.label:
        lines += _text(seen.label, width)
        for one in seen.would:
            lines += hang([("  ", "")], wrap(one, max(10, width - 4)), _manner(one))
    else:
        lines += _text(comes_words(seen, questions), width, "dim")
    if seen.same:
        more = len(seen.same) - _REFS
        named = ", ".join(map(inline, seen.same[:_REFS])) + (f" and {more:,} more" if more > 0 else "")
        lines += _text(f"The same as in the plan: {named}", width, "dim")
    for slip in seen.slips:
        lines += _text(slip, width, "amber")
    if not (questions and not said.is_dated and seen.lines.file_date):
        lines += _text(day_words(seen, said), width, "dim")
    if not seen.lines.read_as:
        lines += [[], *_text("The columns that are read have the plan's own names.", width, "dim")]
    return lines


def _text(words: str, width: int, manner: str = "") -> list[Line]:
    return [[("  ", ""), (part, manner)] for part in wrap(inline(words), max(10, width - 3))]


def _manner(would: str) -> str:
    """How a line of what would change is drawn: what is new stands out from what is said anew."""
    return "accent" if would.startswith("new ") else ""


def said_words(flag: str, key: str, words: str) -> str:
    """An answer in words."""
    if not words:
        return "None of it is personal"
    if key:
        return f"{inline(key)} = {inline(words.removeprefix(f'{key}='))}"
    whose = {"--area": "The area of rows without one", "--take": "Whose words stand in all other cells"}
    return f"{whose.get(flag, 'All others')} = {inline(words)}"


def _problem(row: Hashable) -> Problem | None:
    from send_actions.importers.problems import Problem

    return row if isinstance(row, Problem) else None


def _kind(row: Hashable) -> DoubtKind | None:
    from send_actions.importers.doubt_kinds import DoubtKind

    return row if isinstance(row, DoubtKind) else None


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def reading_words(name: str, done: int, total: int) -> str:
    """What is said while a file is read."""
    far = f": {done:,} of {total:,} rows" if total else " …"
    return f"Reading {inline(name)}{far}"


def unanswered_words(flag: str, key: str, words: str) -> str:
    """What is said of an answer that left its question open."""
    return f"{said_words(flag, key, words)}: the file asks still; answer it otherwise"


def offered_day(seen: SeenFile, said: Said) -> date | None:
    """The day to offer: what was said, else what the file says."""
    found = seen.lines.file_date
    return said.on if said.is_dated else found.on if found else None
