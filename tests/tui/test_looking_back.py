"""Looking back: [ and ] through the meetings, a date by Ctrl+G, and nothing that can be changed meanwhile."""

from __future__ import annotations

from pathlib import Path

from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store


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


async def test_the_cursor_comes_back_to_an_action_that_was_not_there_then(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+g")
        await sitting.type("01/08/2025")
        await sitting.press("enter")
        assert sitting.row == ""
        await sitting.press("escape")
        assert sitting.row == "9.3"
        assert "9 Occupational therapy" in sitting.screen.splitlines()[2]


async def test_the_cursor_stays_when_others_take_its_action_out_and_bring_it_back(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        other.retire("9.3", actor="Bo")
        sitting.app.session.look_outside()
        assert sitting.row == "9.4"
        other.undo(actor="Bo")
        sitting.app.session.look_outside()
        assert sitting.row == "9.3"


async def test_the_cursor_goes_with_its_action_into_another_area(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        other.revise("9.3", area_id=other.find_area("14").id, actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.row == "9.3"
        assert "14 Lived experience" in sitting.screen.splitlines()[2]


async def test_a_mark_goes_with_its_action_and_the_others_stay(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space")
        other.retire("9.1", actor="Bo")
        other.retire("9.2", actor="Bo")
        sitting.app.session.look_outside()
        assert sitting.foot == "9.1, 9.2: no longer part of the plan, so no longer marked"
        assert "marked" not in "".join(sitting.screen.splitlines()[:-1])
