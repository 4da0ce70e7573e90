"""A copy that comes back: what was changed in it alone, and what was changed on both sides."""

from __future__ import annotations

from datetime import date

import pytest

from send_actions.domain.history.three_way import compare_three_ways
from send_actions.domain.words.listed import Listed


@pytest.mark.parametrize(
    ("shown", "returned", "now", "changed", "disputed"),
    [
        ("green", "green", "green", {}, {}),
        ("green", "green", "red", {}, {}),
        ("green", "amber", "green", {"status": "amber"}, {}),
        ("green", "amber", "amber", {}, {}),
        ("green", "amber", "red", {}, {"status": "amber"}),
        ("green", None, "green", {"status": None}, {}),
        (None, "amber", "red", {}, {"status": "amber"}),
    ],
)
def test_only_a_change_of_the_copy_that_nobody_else_made_otherwise_is_one(
    shown: str | None,
    returned: str | None,
    now: str | None,
    changed: dict[str, str],
    disputed: dict[str, str],
) -> None:
    compared = compare_three_ways({"status": shown}, {"status": returned}, {"status": now})
    assert (compared.changed, compared.disputed) == (changed, disputed)


def test_what_a_copy_lacks_is_unsaid_and_a_writing_of_the_same_is_the_same() -> None:
    compared = compare_three_ways({"ref": "1.10"}, {"ref": "1.1"}, {"ref": "2"}, lambda a, b: f"{a}0" == b)
    assert (compared.changed, compared.disputed) == ({}, {})
    assert compare_three_ways({"ref": "1"}, {}, {"ref": "2"}).changed == {}


@pytest.mark.parametrize(
    "listed",
    [
        Listed("1.10", "1", date(2026, 3, 31), 412),
        Listed("1/2", "A, north", date(2026, 3, 31), 0),
        Listed("SR (25/26) 01 in area 3", "9"),
    ],
)
def test_how_a_list_names_a_row_is_read_as_it_was_written(listed: Listed) -> None:
    assert Listed.read(str(listed)) == listed


def test_words_that_name_no_row_or_no_date_are_none() -> None:
    assert Listed.read("1.10") is None
    assert Listed.read("1.10 in area 1, as at 2026-13-31, record 412") == Listed("1.10", "1")
