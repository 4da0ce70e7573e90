"""Drawings of charts: all their numbers, no words upon others, told apart in grey, and nothing typed acts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.charts import (
    AMBER,
    BARS,
    DAYS,
    GRID,
    MARKS,
    RED,
    TREND,
    a_number,
    a_trend,
    cut_off,
    overlaps,
    parsed,
    words_of,
)

from send_actions.reports.document import Bars, Day, Grid, Number, Picture, StatusMark, Trend
from send_actions.reports.formats.drawing.canvas import COLOURS, SIZE
from send_actions.reports.formats.drawing.draw import draw
from send_actions.reports.formats.drawing.scale import scale_of
from send_actions.reports.formats.drawing.tones import lightness, tones_of

UPRIGHT, TURNED = 493.0, 740.0
HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "</text></svg><script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "\x07\x1b[31m bell",
            "\ud800 half a pair",
            "مرحبا בעולם 漢字 😀",
            "]]> &amp; <!--",
            '" onload="alert(1)',
            "x" * 300,
            "one\ntwo\r\nthree",
        ]
    ),
)
VALUES = st.floats(-1e6, 1e6).map(lambda value: round(value, 1))


def contrast(one: str, other: str) -> float:
    """How well a colour is seen on another, as WCAG 2 reckons it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def said(picture: Picture, room: float = UPRIGHT) -> list[str]:
    return [one.text for one in words_of(draw(picture, room))]


def test_bars_say_each_count_that_has_room_with_its_letter_and_every_total() -> None:
    assert {"R 6", "A 16", "G 32", "53", "54", "22", *DAYS, "Off track", "At risk"} <= set(said(BARS))


def test_a_status_that_no_bar_has_is_not_in_the_legend() -> None:
    assert "Withdrawn" not in said(Bars(DAYS, ((RED, (1, 2, 3)), (MARKS[7], (0, 0, 0)))))


def test_the_parts_of_bars_are_as_long_as_their_counts() -> None:
    drawn = draw(Bars(("now",), ((RED, (10,)), (AMBER, (30,)))), UPRIGHT)
    widths = [float(one.get("width", 0)) for one in parsed(drawn) if "tone" in (one.get("class") or "")]
    assert widths[-1] / widths[-2] == pytest.approx(3, abs=0.01)


def test_a_grid_has_a_letter_in_each_place_and_a_dash_where_there_is_none() -> None:
    texts = said(GRID)
    assert texts[-8:] == ["9 Occupational therapy", "A", "R", "R", "10 New", "–", "G", "A"]


def test_a_trend_says_its_values_target_and_comparators() -> None:
    expected = {"61.5%", "64%", "75%", "Target 92%", "National 70.2%", "December 2025", "February 2026"}
    assert {*expected, "by 30 Jun 26"} <= set(said(TREND))


def test_long_names_are_cut_and_values_never() -> None:
    long = "Neighbours with a very long name indeed, of many words"
    texts = said(Trend(TREND.points, others=((long, Number(70, "70%")),)))
    assert any(text.startswith("Neighbours with") and text.endswith("… 70%") for text in texts)


@pytest.mark.parametrize("picture", [BARS, GRID, TREND])
def test_the_same_picture_gives_the_same_drawing(picture: Picture) -> None:
    assert draw(picture, UPRIGHT) == draw(picture, UPRIGHT)


@pytest.mark.parametrize("room", [UPRIGHT, TURNED])
@pytest.mark.parametrize("many", [1, 2, 7, 13, 24])
def test_up_to_24_meetings_have_room_in_bars_and_grids(many: int, room: float) -> None:
    labels = tuple(f"{place + 1} Sep 25" for place in range(many))
    names = tuple(
        (f"{n} An area of a name that is long enough to be cut", MARKS[:1] * many) for n in range(40)
    )
    pictures = (Bars(labels, tuple((mark, tuple(range(many))) for mark in MARKS)), Grid(labels, names, MARKS))
    for picture in pictures:
        drawn = draw(picture, room)
        assert (overlaps(drawn), cut_off(drawn)) == ([], [])
        assert drawn.width <= room
        assert drawn.height < 520


@given(
    st.lists(VALUES, max_size=40),
    st.none() | VALUES,
    st.lists(VALUES, max_size=4),
    st.lists(VALUES, max_size=4),
)
def test_no_words_of_a_trend_lie_upon_others(
    values: list[float], target: float | None, others: list[float], steps: list[float]
) -> None:
    trend = a_trend(values, target=target, others=others)
    later = a_trend(steps).points
    drawn = draw(Trend(trend.points, later, trend.target, trend.others), UPRIGHT)
    assert (overlaps(drawn), cut_off(drawn)) == ([], [])


@given(st.lists(VALUES, min_size=12, max_size=40), st.none() | VALUES, st.tuples(VALUES, VALUES, VALUES))
def test_nor_do_they_with_limits_and_signs(
    values: list[float], target: float | None, limits: tuple[float, float, float]
) -> None:
    names = ("Mean", "Upper limit", "Lower limit")
    trend = replace(
        a_trend(values, target=target),
        limits=tuple((name, a_number(value)) for name, value in zip(names, limits, strict=True)),
        flagged=(0, 5, len(values) - 1),
    )
    drawn = draw(trend, UPRIGHT)
    assert (overlaps(drawn), cut_off(drawn)) == ([], [])
    assert {"Special cause", f"Mean {limits[0]:.1f}%"} <= {one.text for one in words_of(drawn)}


@given(st.lists(VALUES, min_size=1, max_size=40))
def test_a_scale_holds_all_values_in_few_steps(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale.ticks[0] <= min(values) + 1e-6
    assert max(values) <= scale.ticks[-1] + 1e-6
    assert 2 <= len(scale.ticks) <= 9
    assert len(set(scale.labels)) == len(scale.labels)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([], ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")),
        ([0, 0], ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")),
        ([41, 57, 75], ("0", "20", "40", "60", "80")),
        ([-3], ("−5", "−4", "−3", "−2", "−1", "0")),
    ],
)
def test_a_scale_is_of_round_values(values: list[float], labels: tuple[str, ...]) -> None:
    assert scale_of(values).labels == labels


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_are_words(name: str, letter: str, label: str) -> None:
    mark = StatusMark(letter, letter, name, label)
    day = Day(TREND.points[0][0].on, label)
    number = Number(1, name)
    for picture in (
        Bars((label,), ((mark, (3,)),)),
        Grid((label,), ((name, (mark,)),), (mark,)),
        Trend(((day, number),), ((day, number),), (name, number), ((name, number),)),
    ):
        tags = {one.tag.rpartition("}")[2] for one in parsed(draw(picture, UPRIGHT)).iter()}
        assert tags <= {"svg", "rect", "text", "path", "circle"}


def test_statuses_are_told_apart_in_grey() -> None:
    for fills in (
        [tone.fill for tone in tones_of(MARKS).values()],
        [t.dark_fill for t in tones_of(MARKS).values()],
    ):
        gaps = [abs(lightness(one) - lightness(other)) for one, other in combinations(fills, 2)]
        assert min(gaps) >= 5.5


@given(st.lists(st.sampled_from(["red", "amber", "green", "blue", "grey", "none", "pink"]), max_size=9))
def test_statuses_of_any_colours_are_told_apart_in_grey_and_their_letters_read(colours: list[str]) -> None:
    tones = tones_of(StatusMark("■", str(place), "Word", colour) for place, colour in enumerate(colours))
    shades = [lightness(tone.fill) for tone in tones.values()]
    assert all(abs(one - other) >= 7 for one, other in combinations(shades, 2))
    for tone in tones.values():
        assert contrast(tone.ink, tone.fill) >= 4.5
        assert contrast(tone.dark_ink, tone.dark_fill) >= 4.5
        assert contrast(tone.dark_fill, "16191C") >= 3


def test_words_are_dark_on_paper_and_no_smaller_than_eight_points() -> None:
    assert SIZE >= 8
    assert min(contrast(COLOURS[name], COLOURS["paper"]) for name in ("ink", "quiet", "edge")) >= 7


def test_a_value_of_one_period_stands_in_the_middle() -> None:
    assert "5.0%" in said(a_trend([5]))
    assert a_number(5).text == "5.0%"
