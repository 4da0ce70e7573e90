"""Colours: readable on every ground, and apart for eyes that do not tell red from green."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color
from textual.screen import Screen
from tui.piloting import opened

from send_actions.tui.themes import COLOURS, STYLES

WORDS = ("text", "dim", "accent", "red", "amber", "green", "blue", "grey")
GROUNDS = ("ground", "cursor", "cursor-away")
ENOUGH = 4.5
JOURNEY = (
    (),
    ("space",),
    ("escape", "escape"),
    ("right", "s", "r"),
    ("tab",),
    ("escape", "slash"),
    ("r",),
    ("escape", "enter"),
    ("g",),
    ("a",),
    ("g", "b"),
    ("g", "h"),
    ("question_mark",),
    ("escape", "colon"),
    ("escape", "g", "p", "["),
)
"""Keys that lead from screen to screen."""


def luminance(colour: str) -> float:
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = ((p / 12.92) if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_readable_on_every_ground(name: str, ground: str, word: str) -> None:
    colours = COLOURS[name]
    assert contrast(colours[word], colours[ground]) >= ENOUGH


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_amber_and_green_lie_apart_in_lightness(colours: dict[str, str]) -> None:
    assert contrast(colours["amber"], colours["green"]) >= 1.5


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_status_colours_stay_apart_for_colour_blind_eyes(colours: dict[str, str]) -> None:
    for one, other in combinations((colours[name] for name in ("red", "amber", "green", "blue")), 2):
        seen = [_without_red_green(colour) for colour in (one, other)]
        assert sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5 > 40, (one, other)


def test_every_theme_has_the_same_styles() -> None:
    assert len({frozenset(styles) for styles in STYLES.values()}) == 1


@pytest.mark.parametrize("theme", COLOURS)
async def test_every_word_on_every_screen_is_readable_hints_too(place: Path, theme: str) -> None:
    async with opened(place, theme=theme) as sitting:
        for keys in JOURNEY:
            await sitting.press(*keys)
            faint = {text for text, ratio in _seen(sitting.app.screen) if ratio < ENOUGH}
            assert not faint, keys


def _seen(screen: Screen[object]) -> Iterator[tuple[str, float]]:
    """Each word that stands on a screen, with its contrast; borders and bars are no words."""
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and any(c.isalnum() for c in text):
                ink, ground = (Color.from_rich_color(c).hex for c in (style.color, style.bgcolor))
                yield text, contrast(*(ground, ink) if style.reverse else (ink, ground))


def _without_red_green(colour: str) -> tuple[float, float, float]:
    """What an eye without the green receptor sees, roughly (Viénot and others, 1999)."""
    red, green, blue = (float(part) for part in Color.parse(colour).rgb)
    yellow = 0.29275 * red + 0.70725 * green
    return yellow, yellow, -0.02234 * red + 0.02234 * green + blue
