"""Tables of counts in which no small count can be worked out from the others or from their totals.

A reader knows every count that is shown, that one shown as "fewer than 6" is 0 to 5 and one shown as
"6 or more" is no less, and that rows and columns add up to their totals. What a count can be is then what it
can be raised and lowered by when others make up for it, row by row and column by column: a flow through the
table, whose most is reckoned exactly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from send_actions.reports.disclosure import FEW, FEWEST, MANY, NOT_SHOWN

Place: TypeAlias = tuple[int, int]
"""A row and a column of a table; totals stand in its last row and, of several columns, in its last column."""

_Node: TypeAlias = tuple[str, int]
_NO_END: Final = 10**9


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
    """Where a table with totals has to be hidden: its small counts and as few others as keep them so.

    Others are hidden from the last row up, totals when nothing else will do.
    """
    places = list(_places(table))
    hidden = {(i, j) for i, j in places if table[i][j] < FEWEST}
    others = sorted(set(places) - hidden, key=lambda place: (_is_total(table, place), -place[0], -place[1]))
    while not _is_safe(table, hidden):
        enough = (place for place in others if _is_safe(table, hidden | {place}))
        chosen = next(enough, others[0])
        hidden.add(chosen)
        others.remove(chosen)
    return frozenset(hidden)


def known_range(
    table: Sequence[Sequence[int]], hidden: frozenset[Place] | set[Place], place: Place
) -> tuple[int, int]:
    """The least and the most that a hidden count can be for a reader who reckons."""
    i, j = place
    low, high = _limits(table, place)
    count = table[i][j]
    links = _links(table, hidden - {place})
    start, end = _ends(table, place)
    rise = _most(links, end, start, min(high - count, _NO_END))
    fall = _most(links, start, end, count - low)
    return count - fall, count + rise


def _is_safe(table: Sequence[Sequence[int]], hidden: set[Place]) -> bool:
    """Whether each small count may be anything under 6, and each other hidden one as many things."""
    for place in hidden:
        low, high = known_range(table, hidden, place)
        if high - low < FEWEST - 1:
            return False
    return True


def _words(table: Sequence[Sequence[int]], place: Place) -> str:
    i, j = place
    if table[i][j] < FEWEST:
        return FEW
    return NOT_SHOWN if _is_total(table, place) else MANY


def _limits(table: Sequence[Sequence[int]], place: Place) -> tuple[int, int]:
    """What the words that stand for a hidden count say of it."""
    return {FEW: (0, FEWEST - 1), MANY: (FEWEST, _NO_END), NOT_SHOWN: (0, _NO_END)}[_words(table, place)]


def _places(table: Sequence[Sequence[int]]) -> Iterator[Place]:
    return ((i, j) for i, row in enumerate(table) for j in range(len(row)))


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
