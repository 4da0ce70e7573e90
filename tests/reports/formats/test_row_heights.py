"""Heights of rows: no line of words is hidden."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from send_actions.reports.formats.column_widths import length_of
from send_actions.reports.formats.row_heights import INDENT, height_of, height_of_line, lines_in
from send_actions.reports.formats.workbook import SIZE, WORDS_WIDE, Line

LINE = height_of([("x", 100)], 11)


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    assert height_of([("x", 100), ("a\nb\nc", 100)], 11) > 2 * LINE
    assert height_of([], 11) == LINE
    assert height_of([("x", 100)], 18) > LINE


def filling(width: float) -> str:
    """Words that just stand on one line of a width."""
    text = "word"
    while lines_in(f"{text} word", width, SIZE) == 1:
        text += " word"
    return text


def test_bold_words_and_the_indent_of_an_item_take_room() -> None:
    text = filling(WORDS_WIDE - 5)
    assert height_of_line(Line("paragraph", ((text, False),))) == LINE
    assert height_of_line(Line("item", ((text, False),))) > LINE
    assert height_of_line(Line("paragraph", ((text, True),))) > LINE
    shorter = filling(WORDS_WIDE - 5 - INDENT)
    assert height_of_line(Line("item", ((shorter, False),))) == LINE
    assert height_of_line(Line("item", ((shorter[:200], True), (shorter[200:], False)))) > LINE


def test_a_word_that_is_longer_than_its_column_takes_several_lines() -> None:
    assert lines_in("x" * 100, 100, 11) >= 6


@given(
    st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=12), min_size=1, max_size=60),
    st.integers(80, 600),
)
def test_there_are_as_many_lines_as_whole_words_take(words: list[str], width: int) -> None:
    lines: list[str] = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if length_of(longer, 11) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    assert lines_in(" ".join(words), width, 11) >= len([line for line in lines if line])
