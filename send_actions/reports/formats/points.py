"""The numbers of a paper's sections, of what is said in them, and of tables and charts, alike everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final, NamedTuple

from send_actions.reports.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Table,
)
from send_actions.reports.formats.text_lines import lines_of_runs, one_line

SECTION: Final = 2
"""The level of the headings that begin a section."""

_LOWEST: Final = 6

_NUMBERED: Final = re.compile(r"([1-9][0-9]{0,2})\. +(?=\S)")


class Point(NamedTuple):
    """A block and its place: the number of its section, 0 outside them, and that of its first item or itself.

    A heading that begins a section has its number apart from its words, and its level is one below that of
    the heading before it at most, so that none is missed. Tables are counted from 1 on, and so are charts:
    `nth` is which of its kind it is. What the stamp says is set small.
    """

    block: Block
    section: int = 0
    first: int = 0
    is_stamp: bool = False
    level: int = 0
    nth: int = 0

    @property
    def title(self) -> str:
        """What stands over a table or a chart, its number in front; nothing over another block."""
        match self.block:
            case Table(caption):
                return f"Table {self.nth}. {one_line(caption)}".rstrip()
            case Chart(title):
                return f"Chart {self.nth}. {one_line(title)}".rstrip()
            case _:
                return ""

    def number(self, item: int = 0) -> str:
        """The number of its item, counted from 0, such as 3.2; nothing where it has none."""
        return f"{self.section}.{self.first + item}" if self.section and self.first else ""


def points_of(document: Document) -> list[Point]:
    """Each block with its place; there are none where the headings do not count 1, 2, 3 themselves.

    A section ends with the next heading of its level. What the stamp says is no point of any, and a paper
    that lists its contents is one to look things up in: hundreds of numbers would only be in the way there.
    """
    return list(_counted(_numbered(document)))


def is_headed(document: Document) -> bool:
    """Whether below the facts a list of contents or a heading is the first to say something.

    Each keeps its own distance from what is above it.
    """
    first = next(filter(_says, document.blocks), None)
    return document.has_contents or isinstance(first, Heading)


def without_number(text: str) -> str:
    """The words of a heading that begins a numbered section."""
    return _NUMBERED.sub("", text, count=1)


def _counted(points: Iterable[Point]) -> Iterator[Point]:
    """Each with the level of a heading, or with which table or chart it is."""
    level, tables, charts = SECTION - 1, count(1), count(1)
    for point in points:
        match point.block:
            case Heading(wished, text):
                own = max(SECTION, min(wished, level + 1, _LOWEST))
                level = own if one_line(text) else level  # a blank one is left out by some
                yield point._replace(level=own)
            case Table():
                yield point._replace(nth=next(tables))
            case Chart():
                yield point._replace(nth=next(charts))
            case _:
                yield point


def _numbered(document: Document) -> list[Point]:
    """Each block with the numbers of its section and of itself in it."""
    told = document.blocks
    stamp = [Point(told[-1], is_stamp=True)] if document.stamp and told else []
    body = told[: len(told) - len(stamp)]
    numbers = [number for block in body if (number := _number(block))]
    if numbers != list(range(1, len(numbers) + 1)):
        return [*map(Point, body), *stamp]
    points = [*_points(body), *stamp]
    if not document.has_contents:
        return points
    return [one if isinstance(one.block, Heading) else one._replace(section=0, first=0) for one in points]


def _points(blocks: Sequence[Block]) -> Iterator[Point]:
    section, numbers = 0, count(1)
    for block in blocks:
        if isinstance(block, Heading) and block.level <= SECTION:
            section, numbers = _number(block), count(1)
        items = _items(block) if section else 0
        places = [next(numbers) for _ in range(items)]
        yield Point(block, section, places[0] if places else 0)


def _says(block: Block) -> bool:
    """Whether a block says something: of a table and a chart the caption does."""
    match block:
        case Heading(_, text):
            return bool(one_line(text))
        case Paragraph(runs):
            return bool(lines_of_runs(runs))
        case BulletList(items) | NumberedList(items):
            return any(lines_of_runs(item.runs) for item in items)
        case _:
            return True


def _number(block: Block) -> int:
    found = _NUMBERED.match(block.text) if isinstance(block, Heading) and block.level == SECTION else None
    return int(found[1]) if found else 0


def _items(block: Block) -> int:
    """How many points a block makes: what is decided by number has numbers of its own."""
    match block:
        case BulletList():
            return len(block.items)
        case Paragraph():
            return 1
        case _:
            return 0
