"""Moving about: keys that move, panes, layers, the jump line, sorting, marks and copying."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kept_plans import AT, TODAY, KeptPlan
from textual import events
from tui.piloting import opened

from send_actions.domain.plan.vocabulary import Impact
from send_actions.store.database import open_store
from send_actions.templates.begin import Template, begin_from_template
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.views import VIEWS


@pytest.mark.parametrize(
    ("keys", "ref"),
    [
        (["j"], "9.4"),
        (["down"], "9.4"),
        (["k"], "9.2"),
        (["up", "up"], "9.1"),
        (["g", "g"], "9.1"),
        (["home"], "9.1"),
        (["G"], "9.4"),
        (["end"], "9.4"),
        (["pageup"], "9.1"),
        (["pagedown"], "9.4"),
        (["j", "j", "j"], "9.4"),
    ],
)
async def test_a_key_moves_the_cursor_and_stops_at_the_ends(place: Path, keys: list[str], ref: str) -> None:
    async with opened(place) as sitting:
        await sitting.press(*keys)
        assert sitting.row == ref


async def test_the_detail_follows_the_cursor_without_a_key(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("k")
        assert "Why      20 March 2026: Funding dispute between ICB" in sitting.screen
        assert "31 January 2026, 59 days overdue; first 30" in sitting.screen
        assert "first 30 November 2025, moved once" in sitting.detail


async def test_arrows_and_tab_go_from_pane_to_pane(place: Path) -> None:
    async with opened(place) as sitting:
        for key, pane in (
            ("left", "areas"),
            ("left", "areas"),
            ("right", "actions"),
            ("tab", "detail"),
            ("tab", "areas"),
            ("shift+tab", "detail"),
        ):
            await sitting.press(key)
            assert sitting.app.screen.focused is not None
            assert sitting.app.screen.focused.id == pane


async def test_the_actions_follow_the_area_under_the_cursor(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("left", "j")
        assert "Improve outcomes" in sitting.screen.splitlines()[2]
        await sitting.press("j")
        assert "14 Lived experience felt by all families" in sitting.screen.splitlines()[2]
        assert "Ask 200 families" in sitting.screen


async def test_on_a_narrow_screen_enter_goes_in_and_escape_comes_out(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("escape")
        assert "All areas" in sitting.screen
        await sitting.press("enter")
        assert "All areas" not in sitting.screen
        await sitting.press("k", "enter")
        assert "9.4" not in sitting.screen
        assert "Dispute" not in sitting.screen
        assert "Joint panel 22 April" in sitting.screen
        await sitting.press("escape", "escape")
        assert "All areas" in sitting.screen


async def test_a_typed_ref_and_enter_put_the_cursor_there(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("1", "4", "full_stop", "1")
        assert "14.1  Ask 200 families each term" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "14.1"
        assert "14 Lived experience" in sitting.screen.splitlines()[2]


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 48)])
async def test_a_jump_from_the_areas_goes_to_the_action(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("escape")
        await sitting.press("3", "full_stop", "1", "enter")
        assert sitting.app.focused is not None
        assert (sitting.app.focused.id, sitting.row) == ("actions", "3.1")
        await sitting.press("s")
        assert "3.1 is on track:" in sitting.screen


async def test_what_follows_a_refused_key_is_not_taken_for_other_keys(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a", "x", "enter", "left")
        await sitting.press("s", "u", "q", "o", "enter")
        assert sitting.app.session.plan.actions_by_id[sitting.app.home.actions.action.id].status == "at-risk"  # type: ignore[union-attr]
        assert "Leave" not in sitting.screen
        await sitting.press("s", "right", "s")
        assert "9.3 is at risk:" in sitting.screen


async def test_a_click_beside_an_open_prompt_is_no_click(place: Path) -> None:
    async with opened(place) as sitting:
        for down in (events.MouseDown, events.MouseUp, events.MouseDown, events.MouseUp):
            mouse = {"x": 70, "y": 5, "delta_x": 0, "delta_y": 0, "button": 1}
            await sitting.press("m", "x") if sitting.app.home.foot.prompt is None else None
            sitting.app.post_message(
                down(None, **mouse, shift=False, meta=False, ctrl=False)  # type: ignore[arg-type]
            )
            await sitting.press()
        assert sitting.row == "9.3"
        await sitting.press("y")
        assert "Note xy" in " ".join(sitting.screen.split())


async def test_below_the_least_size_only_leaving_is_done(place: Path) -> None:
    async with opened(place, (50, 12)) as sitting:
        await sitting.press("j", "m", "x", "enter", "s", "r", "enter")
        assert sitting.row == "9.3"
        assert sitting.app.home.foot.prompt is None
        await sitting.pilot.press("q")
        await sitting.pilot.pause()
        assert sitting.app.return_code == 0


async def test_a_ref_that_is_not_there_says_so_and_stays(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("7", "enter")
        assert "There is no action 7: g then l lists all of them" in sitting.screen
        await sitting.press("escape")
        assert sitting.row == "9.3"


async def test_sorting_keeps_the_cursor_on_its_action(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("comma", "s")
        assert sitting.foot == "Sorted worst first"
        assert sitting.row == "9.3"
        rows = [line.split()[0].strip("│▌") for line in sitting.screen.splitlines() if " ! " in line]
        assert rows
        await sitting.press("g", "g")
        assert sitting.row == "9.2"
        for letter, words in (("d", "due date"), ("l", "lead"), ("h", "last said"), ("r", "ref")):
            await sitting.press("comma", letter)
            assert sitting.foot.startswith(f"Sorted by {words}")


async def test_marks_are_counted_and_escape_takes_them_away(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "shift+down")
        assert sitting.row == "9.3"
        assert "2 marked" in sitting.screen
        await sitting.press("ctrl+a")
        assert "4 marked" in sitting.screen
        await sitting.press("escape")
        assert "marked" not in sitting.screen


async def test_copying_gives_the_ref_or_a_line_to_paste(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("y")
        assert sitting.app.clipboard == "9.3"
        assert sitting.foot.startswith("Copied 9.3 · nothing pasted?")
        await sitting.press("Y")
        assert sitting.app.clipboard == "9.3 On track · due 31 Dec 25 · Start an advice line"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("r", "r: s then r sets off track · g then r goes to round · reading works in measures (g m)"),
        ("c", "c: s then c sets complete"),
        (
            "a",
            (
                "a: s then a sets at risk · g then a goes to needs attention · "
                "its actions in g j, make an action in g b"
            ),
        ),
    ],
)
async def test_a_status_letter_alone_says_what_would_set_it(place: Path, key: str, words: str) -> None:
    async with opened(place) as sitting:
        await sitting.press(key)
        assert sitting.foot == words


async def test_the_footer_speaks_of_the_row_with_at_most_seven_keys(place: Path) -> None:
    async with opened(place, (200, 30)) as sitting:
        assert sitting.foot.startswith("9.3 green but 90 days overdue:  s status  d due  m note")
        hints = [part for part in sitting.foot.split(":  ", 1)[1].split("  ") if part.strip()]
        assert len(hints) <= 7
        await sitting.press("k")
        assert sitting.foot.startswith("9.2 off track, 59 days overdue:")


@pytest.mark.parametrize("letter", [view.letter for view in VIEWS])
@pytest.mark.parametrize("width", [80, 240])
async def test_every_view_names_seven_keys_at_most_and_its_way_out(
    place: Path, letter: str, width: int
) -> None:
    async with opened(place, (width, 30)) as sitting:
        await sitting.press("g", letter)
        foot = sitting.foot.split(":  ", 1)[-1]  # without what is said of the row
        assert len(re.split(r" {2,}", foot.strip())) <= 7
        assert "Esc" in foot or letter in "pl"


async def test_q_asks_at_home_and_only_y_leaves(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("q")
        assert "Leave send-actions?" in sitting.screen
        await sitting.press("q")
        assert sitting.app.is_running
        await sitting.pilot.press("q", "y")
        await sitting.pilot.pause()
        assert sitting.app.return_value == 0


async def test_shift_and_up_marks_the_row_and_goes_up(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("shift+up")
        assert sitting.row == "9.2"
        await sitting.press("y")
        assert sitting.foot.startswith("Copied 9.3 · nothing pasted?")


async def test_a_jump_goes_to_a_ref_that_begins_with_what_was_typed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("1", "enter")
        assert sitting.row == "14.1"


async def test_copying_three_lines_names_the_first_and_counts_the_others(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space", "space", "Y")
        assert "Map therapies into one pathway and 2 more ·" in " ".join(sitting.screen.split())
        assert len(sitting.app.clipboard.splitlines()) == 3


async def test_four_marked_are_all_named_and_the_fifth_is_one_more(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+a", "s")
        assert "9.1, 9.2, 9.3, 9.4:" in sitting.screen
        await sitting.press("escape", "g", "l", "end", "space", "s")
        assert "9.1, 9.2, 9.3, 9.4 and 1 more:" in sitting.screen


async def test_the_detail_stays_where_it_was_scrolled_to_when_the_plan_is_drawn_again(place: Path) -> None:
    title = "Agree who pays for sensory and equipment assessments"
    other = KeptPlan(place, open_store(place))
    async with opened(place, (120, 20)) as sitting:
        await sitting.press("k", "enter")
        assert title in sitting.screen
        await sitting.press("end")
        assert title not in sitting.screen
        other.say("9.4", note="Said elsewhere", actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert title not in sitting.screen
        await sitting.press("escape", "j", "k")
        assert title in sitting.screen


async def test_by_due_date_what_has_none_comes_last(place: Path) -> None:
    KeptPlan(place, open_store(place)).action("9.5", title="Name the leads", on="2025-09-01")
    async with opened(place) as sitting:
        await sitting.press("comma", "d", "end")
        assert sitting.foot.startswith("9.5")
        assert sitting.row == "9.5"
        await sitting.press("home")
        assert sitting.row == "9.1"


async def test_what_is_done_without_impact_is_offered_the_key_that_rates_it(place: Path) -> None:
    KeptPlan(place, open_store(place)).say("9.3", "complete", proof="Log", impact=Impact.NONE_YET)
    async with opened(place, (200, 30)) as sitting:
        await sitting.press("9", "full_stop", "3", "enter")
        assert "  i impact" in sitting.foot


async def test_the_question_before_leaving_takes_y_with_caps_lock_on(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.pilot.press("q", "Y")
        await sitting.pilot.pause()
        assert sitting.app.return_value == 0


async def test_a_second_click_on_an_action_goes_into_its_detail(place: Path) -> None:
    async with opened(place) as sitting:
        for _ in range(2):
            await sitting.pilot.click("#actions", offset=(10, 6))
            await sitting.press()
        assert sitting.row == "9.4"
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "detail"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_the_detail_goes_with_a_jump_whatever_is_typed_next(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("escape", "home")
        assert sitting.detail.startswith("All areas") or "now last time" in sitting.detail
        home = sitting.app.home
        home.put_cursor(next(one for one in home.session.plan.actions if one.ref == "9.3"))
        await home.foot.ask(MenuPrompt([], [], _nothing))
        assert sitting.detail.startswith("Start an advice line")
        await sitting.press("escape")
        assert sitting.detail.startswith("Start an advice line")
        assert sitting.row == "9.3"


async def _nothing(_letter: str) -> None:
    """Choose nothing."""


async def test_an_area_s_number_goes_to_an_area_without_actions_too(tmp_path: Path) -> None:
    place = tmp_path / "begun.db"
    begin_from_template(place, Template.EIGHTEEN, actor="Ana", at=AT, day=TODAY)
    async with opened(place) as sitting:
        await sitting.press("3")
        assert "without actions yet" in sitting.screen
        await sitting.press("enter")
        await sitting.press()
        area = sitting.app.home.area
        assert area is not None
        assert area.number == "3"


async def test_returns_are_found_by_their_name_and_are_made_and_taken_here(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon")
        await sitting.type("returns")
        assert "make returns for owners" in sitting.screen
        assert "take returns" in sitting.screen


@pytest.mark.parametrize("word", ["backup", "restore", "import", "minutes", "keys"])
async def test_the_commands_of_the_shell_are_found_by_their_names(place: Path, word: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon")
        await sitting.type(word)
        assert "send-actions " in sitting.screen
