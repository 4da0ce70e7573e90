"""The filter line: it follows what is typed, says how many are left, and never moves the cursor by itself."""

from __future__ import annotations

from pathlib import Path

from textual import events
from tui.piloting import opened


async def test_the_list_follows_what_is_typed_with_n_of_m(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("overdue")
        assert "2 of 7" in sitting.screen
        assert "overdue  2 of 7" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "9.3"
        await sitting.press("k")
        assert sitting.row == "9.2"


async def test_leaving_the_filter_line_with_escape_brings_back_what_was(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("status:red")
        await sitting.press("escape")
        assert "of 7" not in sitting.screen
        assert sitting.row == "9.3"


async def test_escape_at_home_shows_all_again_with_the_cursor_kept(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("lived")
        await sitting.press("enter")
        assert sitting.row == "14.1"
        await sitting.press("escape")
        assert "of 7" not in sitting.screen
        assert sitting.row == "14.1"
        assert "14 Lived experience" in sitting.screen.splitlines()[2]


async def test_a_wrong_word_is_named_with_the_nearest_right_one(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("statsu:red")
        assert "status" in sitting.screen.splitlines()[-2]
        await sitting.press("enter")
        assert "statsu" in sitting.screen


async def test_filtered_to_nothing_has_a_sentence_and_the_key_that_helps(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("zebra")
        await sitting.press("enter")
        assert "Nothing matches zebra: Esc clears the filter" in sitting.screen
        assert sitting.detail == "0 of 7"


async def test_what_is_counted_beside_a_filter_is_what_it_shows(place: Path) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("slash", *"overdue", "enter", "left")
        counts = "■ R Off track 1 0 ▲ A At risk 0 1 ● G On track 1 1"
        assert sitting.detail == f"All areas 2 shown now last time {counts}"


async def test_a_filter_can_be_pasted(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.app.screen.keyboard.take_paste("over\x1b[31mdue")  # type: ignore[attr-defined]
        assert "\x1b" not in sitting.app.home.actions.filter.text


async def test_a_pasted_filter_is_followed_at_once(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        sitting.app.post_message(events.Paste("overdue"))
        await sitting.press()
        assert "overdue  2 of 7" in sitting.screen


async def test_a_word_that_finds_nothing_is_answered_with_the_term_it_may_mean(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("overdu")
        assert "0 of 7  did you mean overdue?" in sitting.screen
        await sitting.type("e")
        assert "did you mean" not in sitting.screen


async def test_all_that_a_filter_lists_is_marked_and_then_nothing(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+a")
        assert "4 marked" in sitting.screen
        await sitting.press("slash")
        await sitting.type("overdue")
        await sitting.press("enter", "ctrl+a")
        assert "marked" not in sitting.screen


async def test_escape_takes_the_marks_first_and_the_filter_next(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("overdue")
        await sitting.press("enter", "space", "escape")
        assert "marked" not in sitting.screen
        assert "overdue  2 of 7" in sitting.screen
        await sitting.press("escape")
        assert "of 7" not in sitting.screen


async def test_a_jump_to_what_a_filter_hides_leaves_the_filter(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("overdue")
        await sitting.press("enter", "3", "full_stop", "1", "enter")
        assert sitting.row == "3.1"
        assert "of 7" not in sitting.screen


async def test_typing_on_stays_in_the_area_chosen_within_the_filter(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("status:green")
        await sitting.press("enter", "left", "G", "slash")
        await sitting.type(" ask")
        assert "14 Lived experience" in sitting.screen.splitlines()[2]
        assert "status:green ask  1 of 7" in sitting.screen


async def test_a_day_without_a_year_is_meant_as_on_the_day_looked_at(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash")
        await sitting.type("due:before:30/06")
        await sitting.press("enter")
        assert "due:before:30/06  3 of 7" in sitting.screen
        await sitting.press("ctrl+g")
        await sitting.type("01/10/2025")
        await sitting.press("enter")
        assert "due:before:30/06  0 of 7" in sitting.screen
