"""Text in columns: exact widths whatever is in it, and nothing that a terminal would obey."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from send_actions.tui.text_layout import clip, fit, fit_right, inline, length, line_starts, spread, wrap

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
WIDTH = st.integers(min_value=1, max_value=40)


@given(TEXT, WIDTH)
def test_a_text_fits_its_columns_exactly(text: str, width: int) -> None:
    assert cell_len(fit(inline(text), width)) == width
    assert cell_len(fit_right(inline(text), width)) == width


@given(TEXT, st.integers(min_value=2, max_value=40))
def test_wrapped_lines_are_never_wider_and_lose_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(inline(" ".join(text.splitlines())).split())


@given(st.lists(st.tuples(TEXT, st.just(""))), WIDTH)
def test_a_clipped_line_is_never_wider(spans: list[tuple[str, str]], width: int) -> None:
    line = [(inline(text), manner) for text, manner in spans]
    assert length(clip(line, width)) <= width


@given(TEXT, st.text(alphabet="abc ", max_size=8), st.integers(min_value=12, max_value=60))
def test_two_edges_fill_the_line(left: str, right: str, width: int) -> None:
    assert length(spread([(inline(left), "")], [(right, "")], width)) == width


@given(TEXT)
def test_what_is_said_holds_nothing_that_acts(text: str) -> None:
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in inline(text))


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert fit("Bring waits within 18 weeks", 10) == "Bring wai…"
    assert fit("Bring waits", 12) == "Bring waits "


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one two   three", 8, ["one two   ", "three"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("ab cdefghijkl", 5, ["ab ", "cdefg", "hijkl"]),
        ("ab  ", 2, ["ab  "]),
        ("日本日本 x", 4, ["日本", "日本 ", "x"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_lines_that_are_written_in_hold_every_character(text: str, width: int, lines: list[str]) -> None:
    starts = line_starts(text, width)
    assert [text[a:b] for a, b in pairwise([*starts, len(text)])] == lines
