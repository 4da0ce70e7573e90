"""Measures: the newest reading of each against what was due, its chart, and what the limits say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builders import a_measure
from tui.measured_plan import IN_18_WEEKS, a_measured_plan, month_ends
from tui.piloting import Sitting, opened, same_as_frame

from send_actions.domain.plan import Measure
from send_actions.tui.drawing.process_chart import chart_lines
from send_actions.tui.drawing.sparkline import sparkline


@pytest.fixture(scope="session")
def _measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = a_measured_plan(tmp_path_factory.mktemp("measured"))
    kept.store.close()
    return kept.place


@pytest.fixture
def measured(_measured: Path, tmp_path: Path) -> Path:
    """A plan with measures, to look at and change."""
    return Path(shutil.copy(_measured, tmp_path / "measured.db"))


def text_of(measure: Measure, width: int = 70, height: int = 5) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in chart_lines(measure, width, height)]


def row_of(sitting: Sitting, words: str) -> str:
    """The row of a list in which some words stand, without its borders."""
    return next(line for line in sitting.screen.splitlines() if words in line).strip("│ ▌")


@pytest.mark.parametrize(
    ("values", "width", "drawn"),
    [
        ([1, 2, 3], 3, "_▄█"),
        ([3, 2, 1], 5, "  █▄_"),
        ([5, 5], 4, "  ▄▄"),
        ([5], 3, "  ▄"),
        ([], 3, "   "),
        ([-4, 0, 4, 100], 2, "_█"),
        ([1, 2], 0, ""),
    ],
)
def test_a_trend_has_the_newest_values_at_its_right_edge(values: list[float], width: int, drawn: str) -> None:
    assert sparkline(values, width) == drawn


def test_a_chart_below_twelve_readings_is_a_line_with_its_target_and_what_is_due() -> None:
    measure = a_measure(
        readings=[("2025-06-30", 41), ("2025-09-30", 39), ("2025-12-31", 52), ("2026-02-28", 57)], target=75
    )
    assert text_of(measure) == [
        "    75%┤- - - - - - - - - - - - - - - - - - - - - - - - -  target 75%",
        "       │",
        "       │                                               ▀▀▀",
        "       │                                   ▀▀▀",
        "    39%┤▀                ▄▄▄",
        "       └──────────────────────────────────────────────────",
        "        Jun 25                                      Feb 26",
    ]


def test_a_chart_with_readings_enough_has_mean_limits_and_a_letter_under_each_sign() -> None:
    ends = month_ends(len(IN_18_WEEKS))
    readings = [(end.isoformat(), value) for end, value in zip(ends, IN_18_WEEKS, strict=True)]
    assert text_of(a_measure(readings=readings), 72, 7) == [
        "    77%┤··············································▄▄▄··▀▀ limit 75%",
        "       │                                     ▄▄▄  ▀▀▄▄   ▀▀",
        "       │                                   ▀▀   ▀▀",
        "       │──────▄▄───────────▀▀──────────────────────────────── mean 66%",
        "       │ ▀▀         ▀▀▀  ▄▄     ▀▀  ▀▀   ▄▄",
        "       │▄       ▀▀▀▀   ▄▄         ▀▀  ▀▀▀",
        "    57%┤···▀▀▀···············▀▀▀····························· limit 57%",
        "       └─────────────────────────────────────────────────────",
        "  signs C C  C C C C  C C C                 I  I I I I  I I I",
        "        Mar 24                                         Feb 26",
        "        ▄ reading  I improving  C concerning",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 76, 140])
@pytest.mark.parametrize("height", [1, 4, 9])
@pytest.mark.parametrize("values", [[0], [0, 0], [-5, 5], list(range(30)), [1e9, 1e9 + 1], [0.001, 0.002]])
def test_no_chart_is_wider_than_its_room(width: int, height: int, values: list[float]) -> None:
    ends = month_ends(len(values))
    readings = [(end.isoformat(), value) for end, value in zip(ends, values, strict=True)]
    for measure in (a_measure(readings=readings), a_measure(readings=readings, target=0, unit="weeks")):
        lines = text_of(measure, width, height)
        assert lines
        assert width < 40 or max(map(len, lines)) <= width


def test_a_measure_nobody_has_read_has_no_chart() -> None:
    assert text_of(a_measure()) == []


async def test_each_measure_has_its_newest_reading_its_way_and_whether_what_was_due_is_met(
    measured: Path,
) -> None:
    async with opened(measured, (120, 36)) as sitting:
        await sitting.press("g", "m")
        lines = sitting.screen.splitlines()
        assert "Measures  5 · 1 of 2 due missed" in lines[2]
        told = {words: " ".join(row_of(sitting, words).split()) for words in ("52", "18", "Req", "calls")}
        assert told["52"] == "3 Waiting over 52 weeks 168 Feb 26 better 0 missed 0 Jan 26 █▄__"
        assert told["18"].startswith("9 Seen within 18 weeks 77% Feb 26 better 70% met 92% Jun 26 ")
        assert told["Req"] == "14 Requests 171 Feb 26 up – _█"
        assert told["calls"].endswith("… −4% Feb 26 – ▄")
        assert "–  Nobody has read this one           none" in sitting.screen


async def test_the_detail_says_what_limits_target_year_and_others_tell(measured: Path) -> None:
    async with opened(measured, (90, 70)) as sitting:
        await sitting.press("g", "m")
        words = " ".join(sitting.screen.replace("│", " ").split())
        for said in (
            "77% (February 2026), better, was 74%",
            "70% was due by 31 December 2025, met",
            "80% is due by 30 April 2026",
            "better than 64% a year before (February 2025)",
            "special cause of improving nature",
            "consistently misses the target of 92%",
            "national 79% (2025)",
            "9.3 on track; 14.1 on track",
        ):
            assert said in words
        assert "◊" in sitting.screen
        assert "signs" in sitting.screen


async def test_readings_that_are_too_few_are_said_to_be(measured: Path) -> None:
    async with opened(measured, (90, 70)) as sitting:
        await sitting.press("g", "m", "home")
        assert "a plain line: 4 readings, and process limits want 12" in sitting.screen


async def test_the_view_begins_at_the_area_one_comes_from(measured: Path) -> None:
    async with opened(measured) as sitting:
        await sitting.press("g", "m")
        assert "▌  9  Seen within 18 weeks" in sitting.screen
        await sitting.press("escape", "3", "full_stop", "1", "enter", "g", "m")
        assert "▌  3  Waiting over 52 weeks" in sitting.screen


async def test_without_a_measure_the_view_says_so(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "m")
        assert "No measure yet" in sitting.screen


async def test_enter_at_an_area_s_impact_lists_its_actions_and_escape_comes_back(measured: Path) -> None:
    async with opened(measured) as sitting:
        await sitting.press("g", "i", "enter")
        assert sitting.app.screen is sitting.app.home
        assert "9 Occupational therapy pathway" in sitting.screen
        await sitting.press("escape")
        assert "Measures, 1 of 1 better than at the start" in sitting.screen


async def test_enter_at_a_month_lists_what_falls_due_in_it_and_escape_comes_back(measured: Path) -> None:
    async with opened(measured) as sitting:
        await sitting.press("g", "d", "k", "k")
        assert "Nov ──→ Jan" in sitting.screen
        assert "Agree who pays" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "9.2"
        assert "1 of 7" in sitting.screen
        await sitting.press("escape", "escape")
        assert "Due dates by month" in sitting.screen
        assert "Nov ──→ Jan" in sitting.screen


async def test_a_month_without_a_due_date_says_so(measured: Path) -> None:
    async with opened(measured) as sitting:
        await sitting.press("g", "d", "enter")
        assert sitting.foot == "Nothing falls due in Mar 26"


async def test_the_same_place_stands_after_a_change_from_outside(measured: Path) -> None:
    async with opened(measured) as sitting:
        await sitting.press("g", "m", "j", "left_square_bracket")
        assert "LOOKING BACK" in sitting.screen
        await sitting.press("escape")
        assert "▌ 14  Requests" in sitting.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 48)], ids=lambda one: f"{one[0]}x{one[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("measure_chart", ["g", "m"]),
        ("impact_page", ["g", "i"]),
        ("due_months", ["g", "d"]),
    ],
)
async def test_each_view_is_as_it_was_kept(
    measured: Path, name: str, keys: list[str], size: tuple[int, int]
) -> None:
    async with opened(measured, size) as sitting:
        await sitting.press(*keys)
        lines = sitting.screen.splitlines()
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)
        same_as_frame(f"{name}_{size[0]}x{size[1]}", sitting.screen)
