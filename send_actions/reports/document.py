"""A paper as headings, paragraphs, lists, tables and charts: frozen values without format or plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class StatusMark:
    """A status as papers show it: symbol, letter, word and colour's name; `short` leaves the word out.

    A short mark is for dense tables that stand in the same paper as the legend.
    """

    symbol: str
    letter: str
    word: str
    colour: str
    short: bool = False

    def __str__(self) -> str:
        return f"{self.symbol} {self.letter}" if self.short else f"{self.symbol} {self.letter} {self.word}"


@dataclass(frozen=True)
class Number:
    """A value for a column of figures, and how it is written out."""

    value: float
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Day:
    """A date for a column of dates, and how it is written out."""

    on: date
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Strong:
    """Words that carry weight in a paragraph."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Code:
    """Words that are typed as they stand, such as a command, in a paragraph."""

    text: str

    def __str__(self) -> str:
        return self.text


Run: TypeAlias = str | Strong | StatusMark | Code
"""A piece of a paragraph."""

Cell: TypeAlias = str | Number | Day | StatusMark
"""What one cell of a table holds."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the document's title, so a section starts at level 2; an annex starts a page."""

    level: int
    text: str
    starts_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of runs; a line break inside a run is kept."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class BulletList:
    """Items in no order of rank."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class NumberedList:
    """Items that are spoken of by their numbers, from 1 on, such as what a board is asked to decide."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A caption, one header row and rows as long as it; no merged cells, no empty ones.

    Raises ValueError for a row of another length or an empty cell: a mistake in the contents.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in (self.header, *self.rows):
            if len(row) != len(self.header):
                raise ValueError(f"{self.caption}: {len(row)} cells under {len(self.header)} headings")
            if not all(str(cell).strip() for cell in row):
                raise ValueError(f"{self.caption}: an empty cell in {row}")

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds figures, to be set to the right."""
        return any(isinstance(row[column], Number) for row in self.rows)


@dataclass(frozen=True)
class Bars:
    """Counts by status, as a bar in parts for each label; each status has a count for each label."""

    labels: tuple[str, ...]
    series: tuple[tuple[StatusMark, tuple[int, ...]], ...]

    def __post_init__(self) -> None:
        for mark, counts in self.series:
            _same_length(str(mark), self.labels, counts)

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All that is drawn, in the way of a table: the labels first, then a row for each status."""
        parts: list[tuple[Cell, ...]] = [
            (mark, *(Number(many, str(many)) for many in counts)) for mark, counts in self.series
        ]
        return (("Status", *self.labels), *parts)


@dataclass(frozen=True)
class Grid:
    """A status for each line under each label, or words where there is none; `key` has all in order."""

    labels: tuple[str, ...]
    lines: tuple[tuple[str, tuple[StatusMark | str, ...]], ...]
    key: tuple[StatusMark, ...]

    def __post_init__(self) -> None:
        for name, marks in self.lines:
            _same_length(name, self.labels, marks)

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All that is drawn, in the way of a table: the labels first, then every row."""
        return (("Name", *self.labels), *((name, *marks) for name, marks in self.lines))


@dataclass(frozen=True)
class Trend:
    """Values by period, beside milestones by day, a target and other values to compare with, by their names.

    The text of a point's day is its period. `limits` are the mean and limits of the process behind the
    values, `flagged` the places of the points that tell of a special cause.
    """

    points: tuple[tuple[Day, Number], ...]
    milestones: tuple[tuple[Day, Number], ...] = ()
    target: tuple[str, Number] | None = None
    others: tuple[tuple[str, Number], ...] = ()
    limits: tuple[tuple[str, Number], ...] = ()
    flagged: tuple[int, ...] = ()

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All that is drawn, in the way of a table: what, when, how much."""
        named = (
            "Reading, special cause" if n in self.flagged else "Reading" for n in range(len(self.points))
        )
        points = ((name, *point) for name, point in zip(named, self.points, strict=True))
        steps = (("Milestone", *step) for step in self.milestones)
        target = (("Target", *self.target),) if self.target else ()
        return (
            ("What", "When or where", "Value"),
            *points,
            *steps,
            *target,
            *(("Process", *one) for one in self.limits),
            *(("Comparison", *one) for one in self.others),
        )


Picture: TypeAlias = Bars | Grid | Trend
"""What a chart is drawn from."""


@dataclass(frozen=True)
class Chart:
    """A picture with its title and the words that say what it shows; the table of the same stands beside it.

    Raises ValueError without words: a mistake in the contents.
    """

    title: str
    words: str
    picture: Picture

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.words.strip()):
            raise ValueError(f"{self.title}: a chart without words")


def _same_length(name: str, labels: tuple[str, ...], told: tuple[object, ...]) -> None:
    if len(labels) != len(told):
        raise ValueError(f"{name}: {len(told)} values for {len(labels)} labels")


Block: TypeAlias = Heading | Paragraph | BulletList | NumberedList | Table | Chart
"""One part of a document, in reading order."""


@dataclass(frozen=True)
class Stamp:
    """What a paper is made by, whole, and the hash of its content: its last paragraph says both."""

    command: str
    digest: str

    @property
    def keywords(self) -> str:
        """Both in one line, as the properties of a file bear them."""
        return f"{self.command} | {self.digest}"


@dataclass(frozen=True)
class Entry:
    """A day for a calendar: `key` tells it from all others of its plan, such as "due of action 12"."""

    key: str
    on: date
    title: str
    about: str = ""


@dataclass(frozen=True)
class Document:
    """A whole paper: title, facts about it as (label, value), and its blocks in reading order.

    `as_at` is its date, the only one that a file of it bears; `subject` is said of it where a file has room.
    `has_contents` asks for a list of its headings in front, where a format has pages.
    `legend` are the statuses as the plan words them, for whoever fills in a sheet; `entries` are its days for
    a calendar, and `recipient` is the e-mail address of whom it is written to, where there is one.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    as_at: date | None = None
    subject: str = ""
    stamp: Stamp | None = None
    legend: tuple[StatusMark, ...] = ()
    entries: tuple[Entry, ...] = ()
    recipient: str = ""
    has_contents: bool = False


def text_of(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((text,))


def bullets(*items: str) -> BulletList:
    """A list of plain texts."""
    return BulletList(tuple(text_of(item) for item in items))
