"""Tables of counts in which no small count can be worked out from the others or from their totals.

A reader knows every count that is shown, that one shown as "fewer than 6" is 0 to 5 and one shown as
"6 or more" is no less, and that rows and columns add up to their totals. What a count can be is then what it
can be raised and lowered by when others make up for it, row by row and column by column: a flow through the
table, whose most is reckoned exactly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final, TypeAlias

from send_actions.reports.disclosure import FEW, FEWEST, MANY, NOT_SHOWN

Place: TypeAlias = tuple[int, int]
"""A row and a column of a table; totals stand in its last row and, of several columns, in its last column."""

_Node: TypeAlias = tuple[str, int]
_NO_END: Final = 10**9
_ENOUGH, _TOTAL, _SCARCE = 10**3, 10**5, 10**7
"""What it costs to hide a count that can give and take enough, a total, and a count that cannot."""


def say_counts(rows: Sequence[Sequence[int]]) -> list[list[int | str]]:
    """A table of counts with its totals as it is published: a number, or the words that stand for it."""
    table = with_totals(rows)
    hidden = hidden_places(table)
    return [
        [_words(table, (i, j)) if (i, j) in hidden else count for j, count in enumerate(row)]
        for i, row in enumerate(table)
    ]


def with_totals(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """The table with a last row of totals and, where it has several columns, a last column of totals."""
    if not rows:
        return []
    wide = [[*row, sum(row)] if len(row) > 1 else list(row) for row in rows]
    return [*wide, [sum(column) for column in zip(*wide, strict=True)]]


def hidden_places(table: Sequence[Sequence[int]]) -> frozenset[Place]:
    """Where a table with totals has to be hidden: its small counts and no others but what keeps them so.

    Others are hidden from the last row up, and totals when nothing else will do.
    """
    hidden = {place for place in _places(table) if _count(table, place) < FEWEST}
    added: list[Place] = []
    while (told := _told(table, hidden)) is not None:
        new = _cheapest(table, hidden, told) or _others(table, hidden)[:1]
        added += new
        hidden.update(new)
    for place in added:
        if _told(table, hidden - {place}) is None:
            hidden.remove(place)
    return frozenset(hidden)


def known_range(
    table: Sequence[Sequence[int]], hidden: frozenset[Place] | set[Place], place: Place
) -> tuple[int, int]:
    """The least and the most that a hidden count can be for a reader who reckons."""
    low, high = _limits(table, place)
    count = _count(table, place)
    links = _links(table, hidden - {place})
    start, end = _ends(table, place)
    rise = _most(links, end, start, min(high - count, _NO_END))
    fall = _most(links, start, end, count - low)
    return count - fall, count + rise


def _told(table: Sequence[Sequence[int]], hidden: set[Place]) -> Place | None:
    """A hidden count that is told too closely: a small one may be anything under 6, others as many things."""
    for place in sorted(hidden):
        low, high = known_range(table, hidden, place)
        if high - low < FEWEST - 1:
            return place
    return None


def _others(table: Sequence[Sequence[int]], hidden: set[Place]) -> list[Place]:
    """What is still shown, in the order in which it is given up."""
    shown = [place for place in _places(table) if place not in hidden]
    return sorted(shown, key=lambda place: (_is_total(table, place), -place[0], -place[1]))


def _cheapest(table: Sequence[Sequence[int]], hidden: set[Place], told: Place) -> list[Place]:
    """What to hide so that a count can give and take from its row to its column: the least that is enough."""
    count = _count(table, told)
    wanted = FEWEST - 1 - count if count < FEWEST else FEWEST - 1
    ways: dict[_Node, list[tuple[int, _Node, Place]]] = {}
    ranks = {place: rank for rank, place in enumerate(_others(table, hidden))}
    for place in set(_places(table)) - {told}:
        start, end = _ends(table, place)
        cost = 0 if place in hidden else _ENOUGH + ranks[place]
        if place not in hidden and _is_total(table, place):
            cost += _TOTAL
        elif place not in hidden and _count(table, place) - FEWEST < wanted:
            cost += _SCARCE
        ways.setdefault(start, []).append((cost, end, place))
        ways.setdefault(end, []).append((cost, start, place))
    start, end = _ends(table, told)
    waiting: list[tuple[int, _Node, tuple[Place, ...]]] = [(0, end, ())]
    been: set[_Node] = set()
    while waiting:
        paid, here, path = heappop(waiting)
        if here == start:
            return [place for place in path if place not in hidden]
        if here not in been:
            been.add(here)
            for cost, there, place in ways.get(here, ()):
                heappush(waiting, (paid + cost, there, (*path, place)))
    return []


def _words(table: Sequence[Sequence[int]], place: Place) -> str:
    if _count(table, place) < FEWEST:
        return FEW
    return NOT_SHOWN if _is_total(table, place) else MANY


def _limits(table: Sequence[Sequence[int]], place: Place) -> tuple[int, int]:
    """What the words that stand for a hidden count say of it."""
    return {FEW: (0, FEWEST - 1), MANY: (FEWEST, _NO_END), NOT_SHOWN: (0, _NO_END)}[_words(table, place)]


def _places(table: Sequence[Sequence[int]]) -> Iterator[Place]:
    return ((i, j) for i, row in enumerate(table) for j in range(len(row)))


def _count(table: Sequence[Sequence[int]], place: Place) -> int:
    return table[place[0]][place[1]]


def _is_total(table: Sequence[Sequence[int]], place: Place) -> bool:
    i, j = place
    return i == len(table) - 1 or (len(table[0]) > 1 and j == len(table[0]) - 1)


def _ends(table: Sequence[Sequence[int]], place: Place) -> tuple[_Node, _Node]:
    """Between which sums a count stands: from its row to its column, a total the other way about."""
    i, j = place
    row = ("row", i) if len(table[0]) > 1 else ("row", 0)
    column = ("column", j)
    in_last_row = i == len(table) - 1
    in_last_column = len(table[0]) > 1 and j == len(table[0]) - 1
    return (column, row) if in_last_row != in_last_column else (row, column)


def _links(
    table: Sequence[Sequence[int]], hidden: set[Place] | frozenset[Place]
) -> dict[_Node, dict[_Node, int]]:
    """How much hidden counts can give and take between the sums that they stand in."""
    links: dict[_Node, dict[_Node, int]] = {}
    for i, j in hidden:
        low, high = _limits(table, (i, j))
        start, end = _ends(table, (i, j))
        for a, b, much in ((start, end, high - table[i][j]), (end, start, table[i][j] - low)):
            links.setdefault(a, {}).setdefault(b, 0)
            links[a][b] += much
    return links


def _most(links: Mapping[_Node, Mapping[_Node, int]], start: _Node, end: _Node, wanted: int) -> int:
    """The most that flows from one sum to another, up to what is wanted."""
    left = {a: dict(to) for a, to in links.items()}
    flowed = 0
    while flowed < wanted and (path := _path(left, start, end)):
        much = min(wanted - flowed, *(left[a][b] for a, b in path))
        for a, b in path:
            left[a][b] -= much
            left.setdefault(b, {}).setdefault(a, 0)
            left[b][a] += much
        flowed += much
    return flowed


def _path(left: Mapping[_Node, Mapping[_Node, int]], start: _Node, end: _Node) -> list[tuple[_Node, _Node]]:
    came: dict[_Node, _Node] = {start: start}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, much in left.get(here, {}).items():
            if much > 0 and there not in came:
                came[there] = here
                waiting.append(there)
    if end not in came:
        return []
    steps = [end]
    while steps[-1] != start:
        steps.append(came[steps[-1]])
    return [(b, a) for a, b in pairwise(steps)]
