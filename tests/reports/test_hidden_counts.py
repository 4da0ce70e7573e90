"""Small counts that nobody can work out from the others, from totals, or from last time and the change."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_actions.reports.disclosure import FEW, MANY, NOT_SHOWN
from send_actions.reports.hidden_counts import hidden_places, known_range, say_counts, with_totals

SMALL = set(range(6))
COUNTS = st.one_of(st.integers(0, 7), st.integers(0, 60))
COLUMN = st.lists(COUNTS, min_size=1, max_size=9).map(lambda counts: [[count] for count in counts])
TABLE = st.integers(2, 5).flatmap(
    lambda wide: st.lists(st.lists(COUNTS, min_size=wide, max_size=wide), min_size=1, max_size=6)
)
LITTLE = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=1, max_size=2)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([7, 9], [7, 9, 16]),
        ([6, 16, 3, 32], [6, 16, FEW, MANY, 57]),
        ([5, 1], [FEW, FEW, NOT_SHOWN]),
        ([1, 2], [FEW, FEW, FEW]),
        ([0, 30, 12], [FEW, 30, MANY, 42]),
        ([4, 5, 5, 30], [FEW, FEW, FEW, MANY, 44]),
        ([3, 9], [FEW, MANY, 12]),
        ([3, 7], [FEW, 7, NOT_SHOWN]),
    ],
)
def test_a_column_is_said_so(counts: list[int], said: list[int | str]) -> None:
    assert [row[0] for row in say_counts([[count] for count in counts])] == said


def test_a_small_count_takes_one_from_its_row_and_one_from_its_column() -> None:
    assert say_counts([[3, 20, 20], [20, 20, 20], [20, 20, 20]]) == [
        [FEW, 20, MANY, 43],
        [20, 20, 20, 60],
        [MANY, 20, MANY, 60],
        [43, 60, 60, 163],
    ]


def test_a_table_of_nothing_says_nothing() -> None:
    assert say_counts([]) == []


@given(st.one_of(COLUMN, TABLE))
def test_no_small_count_is_shown_and_each_may_be_anything_under_six(rows: list[list[int]]) -> None:
    table = with_totals(rows)
    hidden = hidden_places(table)
    for i, row in enumerate(table):
        for j, count in enumerate(row):
            assert count >= 6 or (i, j) in hidden
            if (i, j) in hidden:
                low, high = known_range(table, hidden, (i, j))
                assert low <= count <= high
                assert (low, high) == (0, 5) if count < 6 else high - low >= 5


@settings(max_examples=60)
@given(
    st.one_of(st.lists(st.integers(0, 12), min_size=1, max_size=3).map(lambda c: [[n] for n in c]), LITTLE)
)
def test_so_says_a_reader_who_tries_every_table_there_could_be(rows: list[list[int]]) -> None:
    said = say_counts(rows)
    possible: dict[tuple[int, int], set[int]] = {}
    inner = [[_could_be(said[i][j]) for j in range(len(rows[0]))] for i in range(len(rows))]
    for values in product(*(cell for row in inner for cell in row)):
        wide = len(rows[0])
        tried = with_totals([list(values[n : n + wide]) for n in range(0, len(values), wide)])
        pairs = [(said[i][j], tried[i][j], (i, j)) for i in range(len(said)) for j in range(len(said[0]))]
        if all(_fits(words, count) for words, count, _ in pairs):
            for words, count, place in pairs:
                if words == FEW:
                    possible.setdefault(place, set()).add(count)
    few = [(i, j) for i, row in enumerate(said) for j, words in enumerate(row) if words == FEW]
    assert {place: possible.get(place) for place in few} == dict.fromkeys(few, SMALL)


def _could_be(said: int | str) -> list[int]:
    if isinstance(said, int):
        return [said]
    return sorted(SMALL) if said == FEW else list(range(6, 24))


def _fits(said: int | str, count: int) -> bool:
    if isinstance(said, int):
        return said == count
    return {FEW: count in SMALL, MANY: count >= 6, NOT_SHOWN: True}[said]
