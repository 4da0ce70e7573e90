"""Looking back: [ and ] through the meetings, a date by Ctrl+G, and nothing that can be changed meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store
from send_actions.tui.commands.command import View
from send_actions.tui.commands.row_hints import hints_here
from send_actions.tui.screens.frame import Frame
from send_actions.tui.text_layout import keyed
from send_actions.tui.views import VIEWS


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
        assert "1 May 2026 is still to come: give one up to today, 31 March 2026." in sitting.screen


@pytest.mark.parametrize(
    ("typed", "day"),
    [("last", "11 March 2026"), ("Feb 2026", "28 February 2026"), ("January 28th", "28 January 2026")],
)
async def test_what_as_at_takes_in_the_shell_can_be_typed(place: Path, typed: str, day: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("left_square_bracket", "left_square_bracket", "ctrl+g")
        await sitting.type(typed)
        await sitting.press("enter")
        assert f"LOOKING BACK: {day}" in sitting.screen


async def test_a_day_before_the_plan_says_when_it_begins(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+g")
        await sitting.type("1 jan 2020")
        await sitting.press("enter")
        assert (
            "Nothing was in the plan yet on 1 January 2020: it begins on 1 September 2025." in sitting.screen
        )
        assert "LOOKING BACK" not in sitting.screen


async def test_the_cursor_comes_back_to_an_action_that_was_not_there_then(place: Path) -> None:
    KeptPlan(place, open_store(place)).area("20", title="Travel", on="2025-07-01")
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


async def test_marks_stay_while_looking_back_and_are_there_again_today(place: Path) -> None:
    KeptPlan(place, open_store(place)).area("20", title="Travel", on="2025-07-01")
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space", "ctrl+g")
        await sitting.type("01/08/2025")
        await sitting.press("enter")
        assert sitting.row == ""
        await sitting.press("escape")
        assert "2 marked" in sitting.screen
        await sitting.press("y")
        assert sitting.foot.startswith("Copied 9.1, 9.2 · nothing pasted?")


async def test_what_is_marked_can_be_copied_but_not_changed_while_looking_back(place: Path) -> None:
    record = KeptPlan(place, open_store(place)).plan().record
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space", "left_square_bracket", "y")
        assert sitting.foot.startswith("Copied 9.1, 9.2 · nothing pasted?")
        await sitting.press("m", "x", "enter", "colon", *"confirm", "enter")
        assert "no change is off while looking back" in sitting.foot
    assert KeptPlan(place, open_store(place)).plan().record == record


async def test_another_persons_change_leaves_one_on_the_day_looked_at(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        await sitting.press("left_square_bracket")
        other.say("9.4", "complete", proof="Waits at 17 weeks", actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.screen.startswith(" LOOKING BACK: 11 March 2026")
        await sitting.press("escape")
        assert "√ C Complete     30 Jun 26" in sitting.screen


async def test_later_goes_one_meeting_at_a_time(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*["left_square_bracket"] * 3, "right_square_bracket")
        assert sitting.screen.startswith(" LOOKING BACK: 28 January 2026")


async def test_a_meeting_held_today_is_not_a_meeting_ago(place: Path) -> None:
    async with opened(place, today=date(2026, 4, 15)) as sitting:
        await sitting.press("left_square_bracket")
        assert sitting.screen.startswith(" LOOKING BACK: 11 March 2026, 1 meeting ago")


async def test_history_of_an_earlier_day_ends_on_that_day(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    other.say("9.3", "at-risk", note="Said in April", actor="Bo", day="2026-04-02")
    async with opened(place, today=date(2026, 4, 2)) as sitting:
        await sitting.press("g", "h")
        assert "Set 9.3 to at risk" in sitting.screen
        await sitting.press("ctrl+g")
        await sitting.type("31 March")
        await sitting.press("enter")
        assert "Set 9.3 to at risk" not in sitting.screen
        assert "Confirm 14.1: no change" in sitting.screen


async def test_with_the_keys_among_the_areas_no_action_takes_the_cursor_along(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        await sitting.press("left")
        other.revise("9.3", area_id=other.find_area("14").id, actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "9 Occupational therapy" in sitting.screen.splitlines()[2]
        assert "14.1" not in sitting.screen


async def test_a_change_elsewhere_leaves_one_in_the_area_one_went_to(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        await sitting.press("left", "G", "enter")
        assert sitting.row == "14.1"
        other.say("3.1", note="Said elsewhere", actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.row == "14.1"
        assert "14 Lived experience" in sitting.screen.splitlines()[2]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.id)
@pytest.mark.parametrize("pane", [(), ("tab",)])
async def test_while_looking_back_the_foot_offers_only_keys_that_work(
    place: Path, view: View, pane: tuple[str, ...]
) -> None:
    async with opened(place, (160, 48)) as sitting:
        await sitting.press("left_square_bracket", "g", view.letter, *pane)
        screen = sitting.app.screen
        assert isinstance(screen, Frame)
        off = {one.shown.split()[0] for one in screen.commands if one.changes}
        _, groups = hints_here(screen)
        offered = [group[0][0] for group in groups]
        assert [key for key in offered if key in off] == []
        assert groups[-1] == keyed("Esc", "today")
        assert len(offered) <= 7
        await sitting.press("escape")
        assert sitting.foot == "Today again"
