"""Texts on lines: the same in every format."""

from __future__ import annotations

import pytest

from send_actions.reports.document import Strong
from send_actions.reports.formats.text_lines import full_lines, lines_of, lines_of_runs, one_line, said_lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("one\r\ntwo\rthree", ["one", "two", "three"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("a  b\t c", ["a b c"]),
        ("a\u2028b\x85c", ["a", "b", "c"]),
        ("\x1b[31m\u202e", ["␛[31m\ufffd"]),
    ],
)
def test_text_becomes_plain_lines(typed: str, lines: list[str]) -> None:
    assert lines_of(typed) == lines


def test_what_must_be_one_line_is_parted_by_strokes() -> None:
    assert one_line(" one\n\n two ") == "one / two"


def test_lines_that_say_nothing_are_left_out_where_only_words_count() -> None:
    assert full_lines(" one\n \n two ") == ["one", "two"]
    assert said_lines(" one\n \n two ") == "one\ntwo"
    assert full_lines(" \n") == []


def test_the_pieces_of_a_line_keep_the_spaces_between_them() -> None:
    why = Strong(" Why: ")
    runs = (why, "two\n\n", " ", Strong(""), " posts ", "\n ")
    assert lines_of_runs(runs) == [[(why, "Why: "), ("two\n\n", "two")], [(" posts ", "posts")]]
