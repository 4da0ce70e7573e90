"""Looking back: [ and ] through the meetings, a date by Ctrl+G, and nothing that can be changed meanwhile."""

from __future__ import annotations

from pathlib import Path

from tui.piloting import opened


async def test_brackets_go_through_the_meetings_and_stop_at_today(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("left_square_bracket")
        assert sitting.screen.startswith(" LOOKING BACK: 11 March 2026, 1 meeting ago · read only")
        await sitting.press("left_square_bracket")
        assert sitting.screen.startswith(" LOOKING BACK: 28 January 2026, 2 meetings ago · read only")
        await sitting.press("right_square_bracket", "right_square_bracket")
        assert "31 March 2026" in sitting.screen.splitlines()[0]
        await sitting.press("right_square_bracket")
        assert sitting.foot == "This is today: [ looks back to the meeting before"


async def test_the_first_meeting_is_as_far_as_it_goes(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*["left_square_bracket"] * 4)
        assert "LOOKING BACK: 10 December 2025, 3 meetings ago" in sitting.screen
        assert sitting.foot == "There is no earlier meeting to look back to"


async def test_the_plan_stands_as_it_did_and_the_cursor_stays(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("k", "left_square_bracket")
        assert sitting.row == "9.2"
        assert "▲ A At risk      31 Jan 26" in sitting.screen
        await sitting.press("escape")
        assert "■ R Off track    31 Jan 26" in sitting.screen


async def test_what_changes_the_plan_says_why_it_is_off(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("left_square_bracket", "s")
        assert sitting.foot == "s status is off while looking back: Esc for today"
        await sitting.press("u")
        assert sitting.foot == "u undo is off while looking back: Esc for today"


async def test_a_date_can_be_typed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+g")
        await sitting.type("1 feb")
        await sitting.press("enter")
        assert "LOOKING BACK: 1 February 2026, 1 meeting ago" in sitting.screen


async def test_a_day_to_come_is_refused(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+g")
        await sitting.type("01/05/2026")
        await sitting.press("enter")
        assert "1 May 2026 has not been yet: give a day up to 31 March 2026" in sitting.screen
