"""Colours of statuses: told apart, and read by everybody."""

from __future__ import annotations

from itertools import combinations

import pytest

from send_actions.changes.plan import COLOURS
from send_actions.reports.formats.colours import SHADES, shade_of

ENHANCED = 7


def light(colour: str) -> float:
    """The relative luminance of RRGGBB, as WCAG has it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", COLOURS)
def test_words_on_every_colour_of_a_legend_are_read_easily(colour: str) -> None:
    assert contrast(*SHADES[colour]) >= ENHANCED


def test_no_two_colours_look_the_same() -> None:
    assert all(one != other for one, other in combinations(SHADES.values(), 2))


def test_a_colour_there_is_not_is_none() -> None:
    assert shade_of("puce") == SHADES["none"]
