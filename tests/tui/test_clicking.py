"""What is clicked does what it says: a key at the foot, the heading of a column, the words of line 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import Sitting, opened


async def click(sitting: Sitting, widget: str, words: str) -> None:
    """Click on words that stand on a widget's first line."""
    found = sitting.app.screen.query_one(widget)
    line = sitting.screen.splitlines()[found.region.y + found.gutter.top]
    at = line[found.region.x :].index(words)
    await sitting.pilot.click(widget, offset=(at, found.gutter.top))
    await sitting.press()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("R 1", "status:red"),
        ("A 1", "status:amber"),
        ("2 overdue", "overdue"),
        ("1 of them green", "check:green-but-overdue"),
        ("1 no update", "no-update"),
    ],
)
async def test_the_counts_of_line_2_show_what_they_count(place: Path, words: str, shown: str) -> None:
    async with opened(place) as sitting:
        await click(sitting, "#attention", words)
        assert sitting.app.home.actions.filter.text == shown
        assert "Esc all again" in sitting.foot


async def test_the_board_of_line_2_leads_to_the_board(place: Path) -> None:
    async with opened(place) as sitting:
        await click(sitting, "#attention", "board in")
        assert "Meetings" in sitting.screen


async def test_a_key_of_ones_own_at_the_foot_is_pressed_by_a_click(place: Path) -> None:
    async with opened(place, keys={"status": ("F5",), "find-command": ("ctrl+k",)}) as sitting:
        await click(sitting, "#hints", "F5 status")
        assert "9.3 is on track:" in sitting.screen
        await sitting.press("escape")
        await click(sitting, "#hints", "Ctrl+K commands")
        assert "Type what you want to do" in sitting.screen


async def test_a_key_at_the_foot_is_pressed_by_a_click(place: Path) -> None:
    async with opened(place) as sitting:
        await click(sitting, "#hints", "s status")
        assert "9.3 is on track:" in sitting.screen
        await click(sitting, "#prompt-lines", "r off track")
        assert "Off track" in sitting.screen
        await click(sitting, "#prompt-lines", "Esc leave")
        await click(sitting, "#hints", "? help")
        assert "Keys" in sitting.screen


async def test_a_heading_sorts_by_its_column(place: Path) -> None:
    async with opened(place) as sitting:
        await click(sitting, "#actions", "Due")
        assert "by due date" in sitting.screen
        await click(sitting, "#actions", "Ref")
        assert "by due date" not in sitting.screen


async def test_a_click_takes_away_what_was_said_at_the_foot(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("comma", "s")
        assert sitting.foot == "Sorted worst first"
        await sitting.pilot.click("#detail", offset=(5, 3))
        await sitting.press()
        assert "help" in sitting.foot


async def test_a_long_refusal_is_wrapped_and_never_cut(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        sitting.app.session.say("A refusal with many words " * 5 + "and its end.")
        await sitting.press()
        assert sitting.foot.endswith("and its end.")
        assert "…" not in sitting.screen.splitlines()[-2]


async def test_a_number_of_an_area_jumps_to_its_first_action(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("1", "4")
        assert "Area 14  Lived experience felt by all families, at 14.1" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "14.1"
        await sitting.press("9", "enter")
        assert sitting.row == "9.1"
        await sitting.press("9", "full_stop", "4", "enter")
        assert sitting.row == "9.4"
