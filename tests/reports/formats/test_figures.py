"""Figures: the number that is written, and none where words say something else."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.reports.document import Number
from send_actions.reports.formats.figures import figure_of


@pytest.mark.parametrize(
    ("value", "text", "figure", "pattern"),
    [
        (6, "6", 6, "0"),
        (2, "+2", 2, '+0;"−"0;0'),
        (-1, "−1", -1, '+0;"−"0;0'),
        (-5, "-5", -5, "0"),
        (1200, "1,200", 1200, "#,##0"),
        (61.5, "61.5%", 61.5, '0.0"%"'),
        (16.84, "16.8 weeks", 16.8, '0.0" weeks"'),
        (1200.5, "£1,200.50", 1200.5, '"£"#,##0.00'),
        (0.5, "0.5", 0.5, "0.0"),
    ],
)
def test_a_number_is_written_as_its_words_are(value: float, text: str, figure: float, pattern: str) -> None:
    found = figure_of(Number(value, text))
    assert found
    assert (found.value, found.pattern, found.text) == (figure, pattern, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "fewer than 6"),
        (3, "4"),
        (6, "6 of 9"),
        (6, "=6"),
        (7, "007"),
        (1, "1/2"),
        (3, "٣"),
        (10**16, str(10**16)),
        (math.nan, "nan"),
        (math.inf, "1"),
        (6, '6 "of'),
        (6, "6\nmore"),
    ],
)
def test_words_that_say_something_else_than_the_number_are_no_figure(value: float, text: str) -> None:
    assert figure_of(Number(value, text)) is None


@given(st.integers(-(10**14), 10**14))
def test_every_whole_number_is_its_own_figure(value: int) -> None:
    figure = figure_of(Number(value, str(value)))
    assert figure
    assert figure.value == value


@given(st.floats(), st.text(max_size=12))
def test_a_figure_is_never_further_from_the_number_than_half_of_its_last_digit(
    value: float, text: str
) -> None:
    figure = figure_of(Number(value, text))
    assert figure is None or abs(figure.value - value) <= 0.5000001 * 10.0**-figure.decimals
