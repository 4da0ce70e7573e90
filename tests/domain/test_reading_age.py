"""The reading age of a text by the formula of Flesch and Kincaid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.words.reading_age import reading_age, syllables


@pytest.mark.parametrize(
    ("many", "words"),
    [
        (1, "plan plans we moves called asked aimed there 512 57 changed the dates"),
        (2, "table little settled handled agreed people waited ages meeting children changes"),
        (3, "families officers decided therapy services equipment"),
        (4, "education integrated"),
        (5, "disability co-ordinator"),
    ],
)
def test_syllables_are_groups_of_vowels_that_are_spoken(many: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), many)


def test_the_formula_is_grade_plus_five() -> None:
    text = "The board met in March. It will meet again."
    words, sentences, spoken = 9, 2, 10
    assert reading_age(text) == pytest.approx(0.39 * words / sentences + 11.8 * spoken / words - 15.59 + 5)


def test_a_line_ends_a_sentence_and_a_decimal_does_not() -> None:
    assert reading_age("What is better\nIt was 16.8 weeks.") == reading_age(
        "What is better. It was 168 weeks."
    )


def test_long_words_and_long_sentences_are_harder() -> None:
    plain = "We will tell you soon. We will ask you too."
    hard = "Subsequently the partnership will communicate its prioritisation methodology to all stakeholders."
    assert reading_age(plain) < 8
    assert reading_age(hard) > 18


@given(st.text(max_size=200))
def test_any_text_has_an_age(text: str) -> None:
    assert reading_age(text) >= 0
