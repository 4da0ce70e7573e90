"""A document as the sheets of a workbook: its words in reading order, its tables, the legend.

A table has a sheet of its own, and tables of one header have one together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from send_actions.domain.words.dates import say_date
from send_actions.reports.document import (
    BulletList,
    Cell,
    Chart,
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    StatusMark,
    Strong,
    Table,
)
from send_actions.reports.formats.column_widths import MOST_UPRIGHT, columns_of, widths_of
from send_actions.reports.formats.column_widths import length_of as length_of_line
from send_actions.reports.formats.figures import Figure, figure_of
from send_actions.reports.formats.joined_tables import Joined, joined
from send_actions.reports.formats.points import Point, points_of
from send_actions.reports.formats.sheet_words import (
    cell_words,
    fitting,
    sheet_name,
    table_name,
    unlike_heads,
)
from send_actions.reports.formats.text_lines import lines_of_runs, one_line

PAPER: Final = "Paper"
LEGEND: Final = "Legend"
"""The names of the sheets with the words and with the statuses; those of tables begin with their number."""

STATUSES: Final = ("status", "short")
"""The kinds of columns that the legend is for, as its first two columns have them."""

AS_DATE: Final = ", as a date"
NO_DATE: Final = "no date"
"""What stands over and in a column of dates beside one whose words say more."""

SIZE: Final = 11
CAPTION_SIZE: Final = 12
LINE_SIZES: Final = {"title": 18, "heading2": 14, "heading3": 12}
"""Points of the type, of captions, and of lines of the first sheet that have not that of all others."""
WORDS_WIDE: Final = 540.0
"""Points of a line of the first sheet."""
_ROOM: Final = {False: 740.0, True: 880.0}
"""Points: of a page on its side, and of one whose many columns are printed smaller, in lower rows."""
_PADDING: Final = 22.0
_BESIDE: Final = 18.0
"""Points of what a cell has around it, with and without the filter's button."""
FIRST_ROW: Final = 3
"""The first row of a table, counted from 1: its caption and its header stand above."""
_DEEPEST: Final = 4
"""The lowest heading that looks like one."""

Piece: TypeAlias = tuple[str, bool]
"""Words, and whether they carry weight."""


class Status(NamedTuple):
    """A status in a cell: its words with symbol and letter, and the name of its colour."""

    text: str
    colour: str


Value: TypeAlias = str | Figure | date | Status
"""What a cell of a sheet holds."""


class Line(NamedTuple):
    """A row of the first sheet: what it is, its words, and the sheet and the row that it leads to."""

    look: str
    pieces: tuple[Piece, ...]
    sheet: str = ""
    row: int = 1

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(text for text, _ in self.pieces)

    @property
    def is_heading(self) -> bool:
        """Whether it is the title or a heading."""
        return self.look == "title" or self.look.startswith("heading")


class Column(NamedTuple):
    """A column of a sheet: its heading, what it holds (text, number, day, status, short), points of width."""

    head: str
    kind: str
    width: float


@dataclass(frozen=True)
class Sheet:
    """A table on its sheet: the sheet's name and the table's, its caption, columns and rows."""

    name: str
    table_name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Workbook:
    """All sheets: the lines of the first, those of the tables, and the legend where a table has statuses."""

    title: str
    lines: tuple[Line, ...]
    tables: tuple[Sheet, ...]
    legend: Sheet | None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet but the first, in order."""
        return (*self.tables, *([self.legend] if self.legend else []))


def arrange(document: Document) -> Workbook:
    """Arrange a document; the same document is always arranged alike."""
    title = one_line(document.title) or PAPER
    points = points_of(document)
    tables = joined(points)
    sheets = tuple(map(_sheet, tables))
    facts = (
        Line("fact", ((f"{one_line(label)}: ", True), (one_line(value), False)))
        for label, value in document.facts
        if one_line(label) and one_line(value)
    )
    places = dict(_places(tables, sheets))
    told = (line for point in points for line in _lines(point, places))
    lines = (Line("title", ((title, False),)), *facts, *told)
    has_statuses = any(column.kind in STATUSES for sheet in sheets for column in sheet.columns)
    legend = _legend(document.legend) if document.legend and has_statuses else None
    return Workbook(title, tuple(_held(line) for line in lines if line.text.strip()), sheets, legend)


def text_of(value: Value) -> str:
    """What a cell shows, a number as long as it is shown."""
    match value:
        case Status():
            return value.text
        case Figure():
            return value.text
        case date():
            return say_date(value)
        case str():
            return value


def _lines(point: Point, places: Mapping[int, tuple[str, int]]) -> Iterator[Line]:
    """The rows of the first sheet that say what a block says; a table has its sheet named."""
    match point.block:
        case Heading(_, text):
            yield Line(f"heading{min(point.level, _DEEPEST)}", ((one_line(text), False),))
        case Paragraph() as paragraph:
            yield Line("paragraph", tuple(_pieces(paragraph)))
        case BulletList(items):
            told = (tuple(_pieces(item)) for item in items)
            yield from (Line("item", (("• ", False), *pieces)) for pieces in told if pieces)
        case NumberedList(items):
            for place, item in enumerate(items, start=1):
                yield Line("item", ((f"{place}. ", False), *_pieces(item)))
        case Table():
            name, row = places[point.nth]
            yield Line("table", ((f"{fitting(point.title)} (sheet “{name}”)", False),), name, row)
        case Chart() as chart:
            yield Line("paragraph", ((f"{point.title}: ", True), (one_line(chart.words), False)))


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """The words of a paragraph, its lines parted by their ends."""
    for number, line in enumerate(lines_of_runs(paragraph.runs)):
        for place, (run, text) in enumerate(line):
            yield (text if place or not number else f"\n{text}"), isinstance(run, Strong)


def _held(line: Line) -> Line:
    """A line that a cell can hold; one that is too long loses what carries weight in it."""
    held = fitting(line.text)
    return line if held == line.text else Line(line.look, ((held, False),))


def _places(tables: Sequence[Joined], sheets: Sequence[Sheet]) -> Iterator[tuple[int, tuple[str, int]]]:
    """The sheet and the row of each table of the paper, by its number; the top where it begins there."""
    for table, sheet in zip(tables, sheets, strict=True):
        for number, begins in table.begins.items():
            yield number, (sheet.name, begins + FIRST_ROW if begins else 1)


def _sheet(one: Joined) -> Sheet:
    table = _with_dates(one.table)
    names = (sheet_name(one.first, one.name), table_name(one.first, one.name))
    return _arranged(table, *names, fitting(one.title), _widths(table))


def _widths(table: Table) -> list[float]:
    """The widths of columns; those of dates and numbers have room for the longest, which is not broken."""
    room = _ROOM[len(table.header) > MOST_UPRIGHT]
    widths = widths_of(columns_of([table], SIZE, _PADDING), room)
    for place, width in enumerate(widths):
        whole = (row[place] for row in table.rows)
        lengths = (length_of_line(cell.text, SIZE) for cell in whole if isinstance(cell, Day | Number))
        widths[place] = max(width, max(lengths, default=0) + _BESIDE)
    return widths


def _legend(marks: Sequence[StatusMark]) -> Sheet:
    """The statuses as cells have them, in full and in short, for whoever sets one."""
    rows = tuple(
        (
            StatusMark(mark.symbol, mark.letter, mark.word, mark.colour),
            StatusMark(mark.symbol, mark.letter, mark.word, mark.colour, short=True),
            one_line(mark.colour).capitalize() or "None",
        )
        for mark in marks
    )
    table = Table("Legend", ("Status", "In short", "Colour"), rows)
    return _arranged(table, LEGEND, LEGEND, "What a status may be in this plan", _widths(table))


def _arranged(table: Table, name: str, name_of_table: str, caption: str, widths: list[float]) -> Sheet:
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.header)
    columns = tuple(map(Column, unlike_heads(table.header), map(_kind, cells), widths))
    return Sheet(name, name_of_table, caption, columns, tuple(tuple(map(_value, row)) for row in table.rows))


def _with_dates(table: Table) -> Table:
    """The table with a column of dates beside each whose days say more than their date, or less."""
    header: list[str] = []
    columns: list[tuple[Cell, ...]] = []
    for place, head in enumerate(table.header):
        cells = tuple(row[place] for row in table.rows)
        if any(isinstance(cell, Day) and not _is_plain(cell) for cell in cells):
            header += [head, f"{one_line(head)}{AS_DATE}"]
            columns += [tuple(map(_in_words, cells)), tuple(map(_date_alone, cells))]
        else:
            header.append(head)
            columns.append(cells)
    return Table(table.caption, tuple(header), tuple(zip(*columns, strict=True)))


def _is_plain(day: Day) -> bool:
    return day.text.strip() == say_date(day.on)


def _in_words(cell: Cell) -> Cell:
    return cell.text if isinstance(cell, Day) else cell


def _date_alone(cell: Cell) -> Cell:
    return Day(cell.on, say_date(cell.on)) if isinstance(cell, Day) else NO_DATE


def _value(cell: Cell) -> Value:
    match cell:
        case Number():
            return figure_of(cell) or cell_words(cell.text)
        case Day():
            return cell.on if _is_plain(cell) else cell_words(cell.text)
        case StatusMark():
            return Status(cell_words(str(cell)), cell.colour)
        case _:
            return cell_words(cell)


def _kind(cells: Iterable[Cell]) -> str:
    """What a column holds, by the first of its cells that is more than words."""
    for cell in cells:
        match cell:
            case StatusMark():
                return "short" if cell.short else "status"
            case Number():
                return "number"
            case Day():
                return "day"
    return "text"
