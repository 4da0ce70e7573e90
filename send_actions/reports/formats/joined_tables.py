"""Tables of one header as one, so that a workbook has one long table where a paper has many short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from send_actions.reports.document import Cell, Table
from send_actions.reports.formats.points import Point
from send_actions.reports.formats.text_lines import one_line

TABLE: Final = "Table"
"""What stands over the titles of tables whose captions begin with no words in common."""
_BETWEEN: Final = " :,;–—-"
"""What parts the words in common from those of each table."""


class Joined(NamedTuple):
    """One table of one or several of a paper: the number of the first, what it is called, its title.

    `begins` is the row, counted from 0, at which each of them begins, by its number.
    """

    first: int
    name: str
    title: str
    table: Table
    begins: dict[int, int]


def joined(points: Sequence[Point]) -> list[Joined]:
    """The tables of a paper in order, those of one header as one; a table without rows stays by itself."""
    alike: dict[object, list[tuple[Point, Table]]] = {}
    for point in points:
        if isinstance(point.block, Table):
            key = point.block.header if point.block.rows else point.nth
            alike.setdefault(key, []).append((point, point.block))
    return [_one(*several[0]) if len(several) == 1 else _of_several(several) for several in alike.values()]


def _one(point: Point, table: Table) -> Joined:
    return Joined(point.nth, one_line(table.caption), point.title, table, {point.nth: 0})


def _of_several(several: Sequence[tuple[Point, Table]]) -> Joined:
    """One table whose first column says which of them a row is of."""
    captions = [one_line(table.caption).split() for _, table in several]
    head, own = _parted(captions)
    cells = own or [point.title for point, _ in several]
    name = f"{head} {own[0]} to {own[-1]}" if own and all(map(str.isdecimal, own)) else head
    rows: list[tuple[Cell, ...]] = []
    begins: dict[int, int] = {}
    for (point, table), cell in zip(several, cells, strict=True):
        begins[point.nth] = len(rows)
        rows += ((cell, *row) for row in table.rows)
    theirs = several[0][1].header
    is_taken = head.casefold() in (one_line(one).casefold() for one in theirs)
    header = (TABLE if is_taken else head, *theirs)
    title = f"{_numbers(list(begins))}. {name}" if own else _numbers(list(begins))
    return Joined(min(begins), name, title, Table(name, header, tuple(rows)), begins)


def _parted(captions: Sequence[list[str]]) -> tuple[str, list[str]]:
    """The words that all captions begin with, and those of each; none where these do not tell them apart."""
    shortest = min(map(len, captions))
    alike = sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*captions, strict=False)))
    common = min(alike, shortest - 1)
    head = " ".join(captions[0][:common]).rstrip(_BETWEEN) if common > 0 else ""
    own = [" ".join(words[common:]) for words in captions]
    return (head, own) if head and len(set(own)) == len(own) else (TABLE, [])


def _numbers(numbers: Sequence[int]) -> str:
    """Which tables they are, such as Tables 6 to 23."""
    first, *_, last = numbers
    if last - first == len(numbers) - 1 > 1:
        return f"Tables {first} to {last}"
    return f"Tables {', '.join(map(str, numbers[:-1]))} and {last}"
