"""A document as one table of CSV: a row for each piece of text and each cell, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from send_actions.domain.plain_data import UTF8_MARK, csv_text
from send_actions.reports.document import (
    Block,
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
    Table,
)
from send_actions.reports.formats.figures import figure_of
from send_actions.reports.formats.text_lines import one_line, said_lines


class Row(NamedTuple):
    """One row: where it stands, what it is, what it says, and the number or the date that it says."""

    section: str = ""
    subsection: str = ""
    kind: str = ""
    table: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    number: float | None = None
    date: str = ""


_SECTION: Final = 2
"""The level of headings that begin a section."""


class _Place(NamedTuple):
    """The section and the heading in it that a block stands below, and the tables and charts so far."""

    section: str = ""
    subsection: str = ""
    tables: int = 0
    charts: int = 0

    def at(self, block: Block) -> _Place:
        """Return the place of the next block."""
        match block:
            case Heading() if block.level <= _SECTION:
                return self._replace(section=one_line(block.text), subsection="")
            case Heading():
                return self._replace(subsection=one_line(block.text))
            case Table():
                return self._replace(tables=self.tables + 1)
            case Chart():
                return self._replace(charts=self.charts + 1)
            case _:
                return self


def render(document: Document) -> str:
    """The whole document after the mark of UTF-8; the same document gives the same text.

    Every row has the same columns: filtered by section, kind and table they are the paper, or a part of it.
    """
    return UTF8_MARK + csv_text([Row._fields, *_rows(document)])


def _rows(document: Document) -> Iterator[Row]:
    yield Row(kind="title", value=one_line(document.title))
    for label, value in document.facts:
        yield Row(kind="fact", column=one_line(label), value=one_line(value))
    place = _Place()
    for block in document.blocks:
        place = place.at(block)
        yield from _block(block, place)


def _block(block: Block, place: _Place) -> Iterator[Row]:
    here = (place.section, place.subsection)
    match block:
        case Heading():
            yield Row(*here, "heading", value=one_line(block.text))
        case Paragraph():
            yield Row(*here, "paragraph", value=_said(block))
        case BulletList():
            for number, item in enumerate(block.items, start=1):
                yield Row(*here, "bullet", row=number, value=_said(item))
        case NumberedList():
            for number, item in enumerate(block.items, start=1):
                yield Row(*here, "numbered", row=number, value=_said(item))
        case Table():
            yield from _table(block, *here, f"Table {place.tables}. {one_line(block.caption)}".rstrip())
        case Chart():
            title = f"Chart {place.charts}. {one_line(block.title)}"
            yield Row(*here, "chart", title, value=said_lines(block.words))


def _table(table: Table, section: str, subsection: str, caption: str) -> Iterator[Row]:
    """A row for each cell; a table without any has one for each of its headings."""
    heads = [one_line(head) for head in table.header]
    if not table.rows:
        for head in heads:
            yield Row(section, subsection, "column", caption, column=head, value=head)
    at = (section, subsection, "cell", caption)
    for number, cells in enumerate(table.rows, start=1):
        for head, cell in zip(heads, cells, strict=True):
            yield Row(*at, number, head, said_lines(str(cell)), *_typed(cell))


def _typed(cell: Cell) -> tuple[float | None, str]:
    """The number and the date that a cell says."""
    if isinstance(cell, str):
        return None, ""
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
