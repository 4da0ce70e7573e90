"""A file that is to come in: a row for each thing that is open, and what the plan would become of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from send_actions.tui.drawing.incoming_words import (
    comes_words,
    day_words,
    holds_words,
    said_words,
    told_of,
    way_of,
)
from send_actions.tui.text_layout import Line, clip, columns, fit, hang, inline, wrap
from send_actions.tui.widgets.rows import Heading

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said, SeenFile
    from send_actions.importers.doubt_kinds import DoubtKind
    from send_actions.importers.problems import Problem

_CELLS: Final = 4
"""Cells of one kind of doubt that are named in its row; all stand at the head of the page."""

_WIDEST_CELL: Final = 16
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


class Moved(NamedTuple):
    """The row of what the plan has said since a return was made, and the return does not speak of."""

    words: str


class FileRows:
    """The rows of a file: how much it holds, its questions, what comes in, and doubts kind by kind."""

    def __init__(self, seen: SeenFile, said: Said, *, asks_day: bool) -> None:
        self._seen, self._said = seen, said
        questions: list[Hashable] = [*([DAY] if asks_day else []), *seen.questions]
        given = [Answered(*one, words) for one, words in said.answers.items()]
        answered: list[Hashable] = [*given, *_kept(seen, given)]
        rest: list[Hashable] = [COMES] if asks_day else [COMES, DAY]
        doubts = list(doubt_rows(seen.doubts))
        parts = (
            ("To answer first", questions, len(questions)),
            ("Answered", answered, len(answered)),
            ("What comes in", rest, 0),
            ("Said in the plan since it was made", [Moved(one) for one in seen.moved], len(seen.moved)),
            ("Columns", [Column(*one) for one in seen.read_as], len(seen.read_as)),
            ("In doubt, and stops nothing", doubts, len(seen.doubts)),
        )
        self.ids: list[Hashable] = [Heading(holds_words(seen, is_day_open=asks_day))]
        for name, rows, many in parts:
            self.ids += [Heading(f"{name}  {many:,}" if many else name), *rows] if rows else []
        self.questions = questions
        cells = [columns(problem.cell) for problem in seen.problems]
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
        problem = problem_of(row)
        cell = inline(problem.cell) if problem else kind_cells(row)
        is_open = problem.is_question if problem else False
        return f"{_fitted(cell, self._cell)}  ", "amber" if is_open else "dim"

    def _words(self, row: Hashable) -> str:
        seen = self._seen
        if problem := problem_of(row):
            return told_of(problem)
        if isinstance(row, Moved):
            return inline(row.words)
        if isinstance(row, Column):
            return column_words(row)
        if kind := kind_of(row):
            return inline(f"{kind.said}: {kind.cells(_CELLS)}")
        if isinstance(row, Answered):
            before = ", as for an earlier file" if row.is_kept else ""
            return f"{said_words(row.flag, row.key, row.words)}{before}"
        comes = inline(seen.label or comes_words(seen, len(self.questions)))
        return day_words(seen, self._said) if row == DAY else comes


def _kept(seen: SeenFile, given: Sequence[Answered]) -> list[Answered]:
    """What was answered of earlier files, and counts for this one; columns stand among the columns."""
    from send_actions.importers.answers import Answers, known_by

    here = {(one.flag, known_by(one.flag, one.key)) for one in given}
    return [
        Answered(flag, key, f"{key}={meant}" if key else meant, is_kept=True)
        for flag, key, meant in (seen.used.besides(Answers()) if seen.used else ())
        if flag != "--map" and (flag, known_by(flag, key)) not in here
    ]


def column_words(column: Column) -> str:
    """How a column is read."""
    heading = inline(column.heading)
    return f"{heading} = {inline(column.word)}" if column.word else f"{heading}: left out"


def doubt_rows(doubts: Sequence[Problem]) -> Iterator[Hashable]:
    """A row for each kind of doubt; one for each doubt that Enter can take away."""
    from send_actions.importers.doubt_kinds import kinds_of

    for kind in kinds_of(doubts):
        if len(kind.doubts) == 1 or any(map(way_of, kind.doubts)):
            yield from kind.doubts
        else:
            yield kind


def _fitted(cell: str, width: int) -> str:
    """A cell in exactly `width` columns: what is long of it is the name of its sheet, which is cut."""
    sheet, mark, place = cell.rpartition("!")
    room = width - columns(mark + place)
    is_cut = bool(sheet) and columns(sheet) > room > 1
    return fit(f"{fit(sheet, room).rstrip()}{mark}{place}" if is_cut else cell, width)


def kind_cells(row: Hashable) -> str:
    """How many cells a kind of doubt is about; nothing for any other row."""
    kind = kind_of(row)
    return f"{len(kind.doubts):,} cells" if kind else ""


def problem_of(row: Hashable) -> Problem | None:
    """The problem that a row is about."""
    from send_actions.importers.problems import Problem

    return row if isinstance(row, Problem) else None


def kind_of(row: Hashable) -> DoubtKind | None:
    """The doubts of one kind that a row is about."""
    from send_actions.importers.doubt_kinds import DoubtKind

    return row if isinstance(row, DoubtKind) else None
