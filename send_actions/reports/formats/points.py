"""The numbers of a paper's sections, and of what is said in them: 3., 3.1, 3.2, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final, NamedTuple

from send_actions.reports.document import Block, BulletList, Document, Heading, Paragraph

SECTION: Final = 2
"""The level of the headings that begin a section."""

_NUMBERED: Final = re.compile(r"([1-9][0-9]{0,2})\. +(?=\S)")


class Point(NamedTuple):
    """A block and its place: the number of its section, 0 outside them, and that of its first item or itself.

    A heading that begins a section has its number apart from its words. What the stamp says is set small.
    """

    block: Block
    section: int = 0
    first: int = 0
    is_stamp: bool = False

    def number(self, item: int = 0) -> str:
        """The number of its item, counted from 0, such as 3.2; nothing where it has none."""
        return f"{self.section}.{self.first + item}" if self.section and self.first else ""


def points_of(document: Document) -> list[Point]:
    """Each block with its place; there are none where the headings do not count 1, 2, 3 themselves.

    A section ends with the next heading of its level. What the stamp says is no point of any, and a paper
    that lists its contents is one to look things up in: hundreds of numbers would only be in the way there.
    """
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


def without_number(text: str) -> str:
    """The words of a heading that begins a numbered section."""
    return _NUMBERED.sub("", text, count=1)


def _points(blocks: Sequence[Block]) -> Iterator[Point]:
    section, numbers = 0, count(1)
    for block in blocks:
        if isinstance(block, Heading) and block.level <= SECTION:
            section, numbers = _number(block), count(1)
        items = _items(block) if section else 0
        places = [next(numbers) for _ in range(items)]
        yield Point(block, section, places[0] if places else 0)


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
