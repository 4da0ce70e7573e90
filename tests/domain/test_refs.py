from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.text import natural


@pytest.mark.parametrize(
    "ordered",
    [
        ["1.1", "1.2", "1.10", "2.1", "10.1", "18.3"],
        ["5", "5.1", "5.1.1", "5.1.2", "5.1.10", "5.2"],
        ["9.3", "9.3a", "9.3b", "9.4"],
        ["SR (24/25) 02", "SR (25/26) 01", "SR (25/26) 2", "SR (25/26) 10"],
        ["1.1", "A1", "a2", "B1"],
    ],
)
def test_refs_sort_as_people_count(ordered: list[str]) -> None:
    assert all(sorted(mixed, key=natural) == ordered for mixed in permutations(ordered))


def test_capitals_make_no_difference_to_the_order() -> None:
    assert natural("SR 01") == natural("sr 1")


def test_an_empty_ref_comes_first() -> None:
    assert sorted(["1.1", "", "A"], key=natural) == ["", "1.1", "A"]


@given(st.text(), st.text())
def test_any_two_refs_can_be_put_in_order(one: str, other: str) -> None:
    assert (
        sum((natural(one) < natural(other), natural(one) == natural(other), natural(one) > natural(other)))
        == 1
    )


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_refs_of_numbers_sort_by_their_numbers(a: int, b: int, c: int, d: int) -> None:
    assert (natural(f"{a}.{b}") < natural(f"{c}.{d}")) == ((a, b) < (c, d))
