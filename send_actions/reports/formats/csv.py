"""A document as one table of CSV: a row for each piece of text and each cell, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from send_actions.domain.plain_data import UTF8_MARK, csv_text
from send_actions.reports.document import (
    BulletList,
    Chart,
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    StatusMark,
    Table,
)
from send_actions.reports.formats.figures import figure_of
from send_actions.reports.formats.points import SECTION, Point, points_of
from send_actions.reports.formats.text_lines import one_line, said_lines


class Row(NamedTuple):
    """One row: where it stands, what it is, what it says, and the number or the date that it says."""

    section: str = ""
    subsection: str = ""
    kind: str = ""
    table: str = ""
    row: str = ""
    column: str = ""
    value: str = ""
    number: float | None = None
    date: str = ""


def render(document: Document) -> str:
    """The whole document after the mark of UTF-8; the same document gives the same text.

    Every row has the same columns: filtered by section, kind and table they are the paper, or a part of it.
    """
    return UTF8_MARK + csv_text([Row._fields, *_rows(document)])


def _rows(document: Document) -> Iterator[Row]:
    yield Row(kind="title", value=one_line(document.title))
    for label, value in document.facts:
        yield Row(kind="fact", column=one_line(label), value=one_line(value))
    section = subsection = ""
    for point in points_of(document):
        if isinstance(point.block, Heading):
            subsection = one_line(point.block.text)
            if point.level <= SECTION:
                section, subsection = subsection, ""
        yield from _block(point, section, subsection)


def _block(point: Point, section: str, subsection: str) -> Iterator[Row]:
    here = (section, subsection)
    match point.block:
        case Heading(_, text):
            yield Row(*here, "heading", value=one_line(text))
        case Paragraph() as told:
            yield Row(*here, "paragraph", value=_said(told))
        case BulletList(items):
            for number, item in enumerate(items, start=1):
                yield Row(*here, "bullet", row=str(number), value=_said(item))
        case NumberedList(items):
            for number, item in enumerate(items, start=1):
                yield Row(*here, "numbered", row=str(number), value=_said(item))
        case Table() as table:
            yield from _table(table, *here, point.title)
        case Chart() as chart:
            yield Row(*here, "chart", point.title, value=said_lines(chart.words))


def _table(table: Table, section: str, subsection: str, caption: str) -> Iterator[Row]:
    """A row for each cell; a table without any has one for each of its headings."""
    heads = [one_line(head) for head in table.header]
    if not table.rows:
        for head in heads:
            yield Row(section, subsection, "column", caption, column=head, value=head)
    for number, cells in enumerate(table.rows, start=1):
        at = (section, subsection, "cell", caption, str(number))
        for head, cell in zip(heads, cells, strict=True):
            if isinstance(cell, str):
                yield Row(*at, head, said_lines(cell))
            else:
                yield Row(*at, head, said_lines(str(cell)), *_typed(cell))


def _typed(cell: Number | Day | StatusMark) -> tuple[float | None, str]:
    """The number and the date that a cell says."""
    match cell:
        case Number():
            figure = figure_of(cell)
            return (figure.value if figure else None), ""
        case Day():
            return None, cell.on.isoformat()
        case StatusMark():
            return None, ""


def _said(paragraph: Paragraph) -> str:
    return said_lines("".join(map(str, paragraph.runs)))
