"""The journey: areas or actions down, boards across, and who said what of the cell under the cursor."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import Sitting, opened

from send_actions.domain.plan.vocabulary import Heard, Impact
from send_actions.store.database import open_store
from send_actions.tui.internals import focus_now
from send_actions.tui.screens.journey import JourneyScreen
from send_actions.tui.themes import NONE
from send_actions.tui.widgets.table import Table


def row_of(sitting: Sitting, words: str) -> str:
    """The line of the screen that has some words, its spaces single."""
    return " ".join(next(line for line in sitting.screen.splitlines() if words in line).split())


def words(sitting: Sitting) -> str:
    """The screen as one line, without borders."""
    return " ".join(sitting.screen.replace("│", " ").split())


def with_boards(kept: KeptPlan, *days: str) -> None:
    """Put boards into a plan's diary."""
    for day in days:
        kept.insert("meeting", on=date.fromisoformat(day), series="Board", listed_on=date(2025, 1, 1))


async def test_each_area_has_a_letter_for_each_board_and_an_arrow_where_it_moved(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "j")
        assert row_of(sitting, "Occupational") == "│▌ 9 Occupational therapy pathway ● G ↓▲ A ▲ A [↓■ R] │"
        assert row_of(sitting, "today") == "│ 10 28 11 today │"
        assert row_of(sitting, "Area ") == "│ Area Dec 25 Jan 26 Mar 26 31 Mar │"


async def test_it_begins_at_the_area_one_comes_from(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("1", "4", "full_stop", "1", "enter", "g", "j")
        assert "▌ 14 Lived experience" in row_of(sitting, "▌ 14")
        await sitting.press("escape", "3", "full_stop", "1", "enter", "g", "j")
        assert "▌ 3 Autism" in row_of(sitting, "▌  3")


@pytest.mark.parametrize(("back", "on"), [("left_square_bracket", "right_square_bracket"), ("left", "right")])
async def test_the_column_goes_from_board_to_board_and_stops_at_the_ends(
    place: Path, back: str, on: str
) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "j", back)
        assert "9 Occupational therapy pathway, 11 March 2026" in sitting.screen
        assert row_of(sitting, "Occupational therapy pathway  ").endswith("↓▲ A [ ▲ A] ↓■ R │")
        await sitting.press(back, back)
        assert "[ ● G]" in row_of(sitting, "Occupational therapy pathway  ")
        await sitting.press(back)
        assert sitting.foot == "This is the first board"
        await sitting.press(on, on, on, on)
        assert sitting.foot == "This is the latest: [ goes back"


async def test_enter_on_a_cell_says_who_said_what_and_why_how_it_was_heard_and_when(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    other.say(
        "9.4",
        "at-risk",
        note="Two posts are vacant.",
        path="Agency cover",
        path_by=date(2026, 5, 1),
        heard=Heard.RETURN,
        heard_from="Therapies Lead",
        actor="Ben",
        on="2026-03-05",
    )
    other.judge("9", "at-risk", "Families wait longer.", on="2026-03-11")
    async with opened(place) as sitting:
        await sitting.press("g", "j", "left", "enter")
        said = words(sitting)
        assert "▲ A At risk, as on 28 January 2026" in said
        assert "Judged ▲ A At risk since 11 March 2026: Families wait longer." in said
        assert "Judged ▲ A At risk since 11 March 2026: Families wait longer. entered by Ana" in said
        assert "Said after 28 January 2026, up to 11 March 2026" in said
        assert (
            "9.4 5 Mar 26 ▲ A Two posts are vacant. · Path to green: Agency cover · By 1 May 2026 "
            "heard by return from Therapies Lead, entered by Ben"
        ) in said
        assert "Nothing said of 9.2, 9.3" in said
        assert sitting.foot.startswith("[ ] board  Enter plan that day  a its actions  e edit  Esc close")


async def test_enter_again_goes_to_the_plan_as_at_that_board_and_esc_comes_back(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "j", "left", "left", "enter", "enter")
        assert "LOOKING BACK: 28 January 2026" in sitting.screen
        assert sitting.app.screen is sitting.app.home
        assert sitting.app.home.area
        assert sitting.app.home.area.number == "9"
        await sitting.press("escape")
        assert sitting.foot == "Today again"
        await sitting.press("escape")
        assert "9 Occupational therapy pathway, 28 January 2026" in sitting.screen
        await sitting.press("escape")
        assert sitting.foot.startswith("[ ] board  Enter who and why  a its actions  e edit  Esc back")


async def test_at_today_enter_twice_goes_to_the_plan_of_today(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "j", "enter", "enter")
        assert "LOOKING BACK" not in sitting.screen
        assert sitting.app.screen is sitting.app.home


async def test_a_shows_the_actions_of_the_area_and_esc_goes_back_to_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "j", "left", "a")
        assert "Journey  9 Occupational therapy pathway" in sitting.screen
        assert "[ √ C]" in row_of(sitting, "Map therapies")
        await sitting.press("j", "j", "j")
        assert "9.4 Bring waits within 18 weeks, 11 March 2026" in sitting.screen
        await sitting.press("a")
        assert sitting.foot == "a lists the actions of an area: Esc for the areas"
        await sitting.press("escape")
        assert "▌ 9 Occupational" in row_of(sitting, "▌  9")
        assert "9 Occupational therapy pathway, 11 March 2026" in sitting.screen


async def test_an_action_tells_all_that_was_said_of_it_up_to_the_board(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "j", "a", "j", "left", "enter")
        said = words(sitting)
        assert "9.2 Agree who pays for sensory and equipment assessments, 11 March 2026" in said
        assert "Nothing was said after 28 January 2026, up to 11 March 2026" in said
        assert "Before 28 Jan 26 ▲ A Draft protocol with ICB finance." in said
        assert "10 Dec 25 due Now 31 January 2026: Two more months to agree" in said
        assert "Funding dispute" not in said
        await sitting.press("enter")
        assert "LOOKING BACK: 11 March 2026" in sitting.screen
        assert sitting.row == "9.2"


async def test_a_number_typed_goes_to_the_area_and_among_actions_to_the_action(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "j", *"14", "enter")
        assert "▌ 14 Lived experience" in row_of(sitting, "▌ 14")
        await sitting.press(
            "escape", "9", "full_stop", "1", "enter", "g", "j", "a", "9", "full_stop", "4", "enter"
        )
        assert "▌ 9.4 Bring waits" in row_of(sitting, "▌ 9.4")


async def test_what_is_private_is_not_told_where_a_colleague_looks(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    other.say("9.4", note="Two posts are vacant.", private_note="She is leaving.", on="2026-03-20")
    other.say("9.3", private_note="Between us.", on="2026-03-20")
    async with opened(place) as sitting:
        for key in ("enter", "escape", "a", "j", "j", "j"):
            await sitting.press("g", "j", "enter") if key == "enter" else await sitting.press(key)
            assert "She is leaving" not in sitting.screen
            assert "Between us" not in sitting.screen
        assert "Two posts are vacant." in sitting.screen


async def test_an_area_has_no_letter_before_it_was_there_nor_after_it_was_retired(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "3.1", on="2025-09-01")
    kept.area("5", title="Later", on="2026-02-01")
    kept.action("5.1", on="2026-02-01")
    kept.area("7", title="Given up", on="2025-09-01")
    kept.retire_area("7", on="2026-03-01")
    with_boards(kept, "2026-01-28", "2026-03-11")
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "j", *["k"] * 5)
        assert row_of(sitting, " 5  Later").endswith("5 Later ● G │ ● G│ │")
        assert row_of(sitting, " 7  Given up").endswith("7 Given up · – │ │ │")
        await sitting.press("j", "left", "left")
        assert "Not in the plan yet" in sitting.screen
        await sitting.press("enter", "enter")
        assert sitting.foot == "It is not in the plan on that day: 5 Later, 28 January 2026"
        await sitting.press("escape", "j", "right", "right")
        assert "No longer in the plan" in sitting.screen


async def test_an_action_given_to_another_area_stands_in_each_while_it_was_there(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "3.1", "5.1", on="2025-09-01")
    with_boards(kept, "2026-01-28")
    kept.revise("3.1", area_id=kept.find_area("5").id, day="2026-02-10")
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "j", "home", "a")
        assert row_of(sitting, "3.1  Action").endswith("3.1 Action 3.1 ● G [ ] │")
        assert "In another area then" in sitting.screen
        await sitting.press("escape", "j", "a")
        assert row_of(sitting, "3.1  Action").endswith("3.1 Action 3.1 [ ● G] no date │")


async def test_more_boards_than_fit_are_said_and_come_into_sight_with_the_cursor(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "3.1", on="2022-01-05")
    days = [date(2022, 6, 1) + timedelta(days=31 * month) for month in range(40)]
    with_boards(kept, *map(str, days))
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "j")
        assert "◄ 33 earlier" in sitting.screen
        assert "later ►" not in sitting.screen
        await sitting.press(*["left"] * 20)
        assert "◄ 20 earlier  13 later ►" in sitting.screen
        await sitting.press(*["left"] * 20)
        assert "earlier" not in sitting.screen
        assert "3 Area 3, 1 June 2022" in sitting.screen
        assert all(len(line) <= 80 for line in sitting.screen.splitlines())


async def test_a_plan_of_two_hundred_areas_scrolls_and_keeps_its_dates_in_sight(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    for number in range(1, 201):
        kept.area(str(number), title="A long name of an area " * 9, on="2025-09-01")
    with_boards(kept, "2026-01-28", "2026-03-11")
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "j", "G")
        assert "▌ 200 A long name of an area" in row_of(sitting, "▌ 200")
        assert "today" in sitting.screen.splitlines()[2]
        assert "200 areas at 2 boards" in sitting.screen
        assert all(len(line) <= 80 for line in sitting.screen.splitlines())


async def test_without_boards_there_is_today_alone_and_without_areas_what_makes_the_first(
    tmp_path: Path,
) -> None:
    kept = a_kept_plan(tmp_path)
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "j")
        assert "No areas yet" in sitting.screen
        await sitting.press("left", "a", "enter", "down")
        assert "No areas yet" in sitting.screen
        kept.area("3", on="2026-01-05")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "Journey  1 area today: no board has been yet" in sitting.screen
        await sitting.press("a")
        assert sitting.foot == "There are no actions in this area yet"


async def test_what_is_changed_elsewhere_is_drawn_with_cell_and_rows_kept(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    async with opened(place) as sitting:
        await sitting.press("g", "j", "a", "j", "left")
        other.say("9.2", "on-track", note="All agreed.", on="2026-03-10")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "[↑● G]" in row_of(sitting, "Agree who pays")
        assert "All agreed." in sitting.screen


async def test_looking_back_the_journey_ends_on_that_day(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("[", "[", "g", "j")
        assert "LOOKING BACK: 28 January 2026" in sitting.screen
        assert row_of(sitting, "Occupational therapy pathway  ").endswith("● G [↓▲ A] │")
        assert row_of(sitting, " 10 ") == "│ 10 28 │"


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 30), (160, 48), (200, 60)])
async def test_it_fits_any_terminal_open_and_closed(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        for keys in (["g", "j"], ["enter"], ["left"], ["escape", "a"], ["enter"], ["left"]):
            await sitting.press(*keys)
            lines = sitting.screen.splitlines()
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert "[" in "".join(lines)


async def test_without_colour_every_letter_and_the_chosen_cell_can_be_told_apart(place: Path) -> None:
    async with opened(place, (80, 24), theme=NONE) as sitting:
        await sitting.press("g", "j", "a")
        for badge in ("√ C", "■ R", "● G"):
            assert badge in sitting.screen
        assert "[ √ C]" in row_of(sitting, "Map therapies")


async def test_a_click_chooses_the_row_and_the_second_opens_the_story(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "j")
        screen = sitting.app.screen
        assert isinstance(screen, JourneyScreen)
        table = screen.query_one("#list", Table)
        focus_now(table)
        await sitting.pilot.click(table, offset=(5, 1))
        await sitting.press()
        assert "3 Autism and ADHD assessment pathway, 31 March 2026" in sitting.screen


async def test_an_impact_and_a_confirmation_are_told_as_such(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    other.say("9.3", impact=Impact.EMERGING, on="2026-03-20")
    other.say("9.4", no_change=True, heard=Heard.JUDGEMENT, on="2026-03-21")
    async with opened(place, (120, 40)) as sitting:
        await sitting.press("g", "j", "enter")
        assert "No change, still right own judgement, entered by Ana" in words(sitting)
        assert "9.3 20 Mar 26 Impact emerging" in words(sitting)


async def test_without_a_board_nothing_is_called_the_first_board(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "9.3")
    async with opened(kept) as sitting:
        await sitting.press("g", "j")
        assert "On track" in sitting.screen
        assert "first board" not in sitting.screen
        for key in ("left_square_bracket", "right_square_bracket"):
            await sitting.press(key)
            assert sitting.foot == "This is today, and no board has met yet"
    kept.store.close()


async def test_the_first_board_is_called_so(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "j", *["left_square_bracket"] * 3)
        assert "at the first board" in sitting.screen
