"""A document as plain text to paste into an e-mail: no markup, and lines as long as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat
from typing import Final

from send_actions.domain.text import width_of
from send_actions.reports.document import (
    BulletList,
    Chart,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Table,
)
from send_actions.reports.formats.points import SECTION, Point, points_of
from send_actions.reports.formats.text_lines import full_lines, one_line

WIDEST: Final = 72
"""Characters; a wider table has a line for each of its rows."""


def render(document: Document) -> str:
    """The whole document, ending with one newline; the same document gives the same text."""
    facts = (f"{one_line(label)}: {one_line(value)}" for label, value in document.facts)
    parts = [one_line(document.title), "\n".join(facts)]
    parts += ("\n".join(_block(point)) for point in points_of(document))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _block(point: Point) -> Iterable[str]:
    match point.block:
        case Heading(_, text):
            return ["", one_line(text)] if point.level <= SECTION else [one_line(text)]
        case Paragraph() as told:
            return _item("", told)
        case BulletList(items):
            return _items(repeat("- "), items)
        case NumberedList(items):
            return _items((f"{place}. " for place in count(1)), items)
        case Table() as table:
            return [point.title, *_table(table)]
        case Chart() as chart:
            return [point.title, one_line(chart.words)]


def _items(starts: Iterable[str], items: Iterable[Paragraph]) -> Iterator[str]:
    for start, item in zip(starts, items, strict=False):
        yield from _item(start, item)


def _item(start: str, told: Paragraph) -> Iterator[str]:
    """The lines of a paragraph after what starts it; further lines stand below its words."""
    said = "".join(map(str, told.runs))
    for place, line in enumerate(full_lines(said)):
        yield f"{' ' * len(start) if place else start}{line}"


def _table(table: Table) -> list[str]:
    """The table in columns where it is narrow, else a line for each row that says what each cell is."""
    rows = [[one_line(str(cell)) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDEST:
        numeric = [table.is_numeric(column) for column in range(len(table.header))]
        return [_row(row, widths, numeric) for row in rows]
    return [
        "- " + "; ".join(f"{head}: {cell}" for head, cell in zip(rows[0], row, strict=True))
        for row in rows[1:]
    ]


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = (
        " " * (width - width_of(cell)) + cell if right else cell + " " * (width - width_of(cell))
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    )
    return "  ".join(padded).rstrip()
