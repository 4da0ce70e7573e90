"""The words and names of sheets: as long as spreadsheets take them, and never two alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.formats.sheet_reading import TYPED, WORDS

from send_actions.reports.formats.sheet_words import (
    LONGEST_CELL,
    cut_to,
    fitting,
    length_of,
    sheet_name,
    table_name,
    unlike_heads,
)


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Actions of area 1", "6 Actions of area 1"),
        ("Overdue, the longest first of all", "6 Overdue, the longest first…"),
        ("Actions: [new]/old?", "6 Actions new old"),
        ("x" * 40, f"6 {'x' * 28}…"),
        ("'quoted'", "6 ’quoted’"),
        ("Actions of area 1.10.", "6 Actions of area 1-10"),
        ("_x0041_", "6 -x0041_"),
        ("", "6"),
    ],
)
def test_a_sheet_is_called_by_its_number_and_words(caption: str, name: str) -> None:
    assert sheet_name(6, caption) == name


@given(st.integers(1, 500), TYPED)
def test_a_sheet_s_name_has_at_most_31_characters_and_none_that_is_forbidden(
    number: int, caption: str
) -> None:
    name = sheet_name(number, caption)
    assert 1 <= length_of(name) <= 31
    assert not re.search(r"[\[\]:*?/\\]|[.']|_x[0-9A-Fa-f]{4}_", name)
    assert name.startswith(str(number))


@given(st.integers(1, 500), TYPED)
def test_a_table_s_name_is_one_word_that_names_no_cell(number: int, caption: str) -> None:
    assert re.fullmatch(rf"Table_{number}(_\w+)?", table_name(number, caption), re.ASCII)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_no_two_headings_are_alike(heads: list[str]) -> None:
    told = list(unlike_heads(heads))
    assert len({head.lower() for head in told}) == len(heads)
    assert max(map(length_of, told)) <= 255


def test_a_heading_that_stood_before_has_its_place() -> None:
    assert list(unlike_heads(["Due", "due", "Due"])) == ["Due", "due (2)", "Due (3)"]
    assert list(unlike_heads(["a (3)", "A", "a"])) == ["a (3)", "A", "a (3*)"]


@given(st.text(st.sampled_from("a𝔘"), max_size=60), st.integers(0, 40))
def test_a_text_is_cut_by_units_of_utf_16(text: str, length: int) -> None:
    kept = cut_to(text, length)
    assert text.startswith(kept)
    assert length_of(kept) == len(kept.encode("utf-16-le")) // 2 <= length
    assert kept == text or length_of(kept) >= length - 1


def test_a_text_that_fits_is_whole() -> None:
    assert fitting("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    assert length_of(fitting("x" * (LONGEST_CELL + 1))) == LONGEST_CELL
