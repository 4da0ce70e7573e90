"""Changing from the app: the prompts, their fields, saving, refusals, undo and redo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import TODAY, opened

from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.store.database import open_store


def kept(place: Path) -> KeptPlan:
    """The same plan, as somebody else holds it."""
    return KeptPlan(place, open_store(place))


async def test_off_track_with_a_reason_takes_three_keys_and_the_reason(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.pilot.press("s", "r", *"Provider", "space", *"withdrew", "enter")
        await sitting.press()
        assert sitting.foot == "9.3 ■ R off track · u to undo"
    action = kept(place).find("9.3")
    assert (action.status, action.reason, action.since) == (Status.OFF_TRACK, "Provider withdrew", TODAY)


async def test_undo_is_one_key_and_redo_another(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter", "u")
        assert sitting.foot == "Taken back: Set 9.3 to off track · U to redo"
        assert sitting.row == "9.3"
        assert kept(place).find("9.3").status is Status.ON_TRACK
        await sitting.press("U")
        assert sitting.foot == "Brought back: Set 9.3 to off track · u to undo"
    assert kept(place).find("9.3").status is Status.OFF_TRACK


async def test_an_older_change_is_shown_and_asked_about_before_it_is_undone(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a", "x", "enter")
    async with opened(place) as sitting:
        await sitting.press("u")
        assert "Set 9.3 to at risk, today by Ana: take it back?" in sitting.screen
        await sitting.press("u")
        assert kept(place).find("9.3").status is Status.AT_RISK
        await sitting.press("u", "y")
        assert kept(place).find("9.3").status is Status.ON_TRACK


async def test_somebody_elses_change_is_not_mine_to_undo(place: Path) -> None:
    async with opened(place, actor="Bo") as sitting:
        await sitting.press("u")
        assert sitting.foot == "There is nothing of yours to take back"


async def test_escape_leaves_all_as_it_was(place: Path) -> None:
    record = kept(place).plan().record
    async with opened(place) as sitting:
        await sitting.press("s", "escape", "s", "r", "x", "escape", "m", "y", "escape")
    assert kept(place).plan().record == record


async def test_path_and_its_date_are_fields_that_tab_reaches(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a")
        await sitting.type("Two posts vacant")
        await sitting.press("tab")
        await sitting.type("Locums from May")
        await sitting.press("tab")
        await sitting.type("30 May")
        await sitting.press("enter")
    action = kept(place).find("9.3")
    assert (action.path, str(action.path_by)) == ("Locums from May", "2026-05-30")


async def test_a_date_that_cannot_be_read_keeps_the_form_and_what_was_typed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a", "x", "tab", "tab")
        await sitting.type("soonish")
        await sitting.press("enter")
        assert "soonish" in sitting.screen.splitlines()[-1]
        assert "date" in sitting.screen.splitlines()[-4]
        await sitting.press("escape")
    assert kept(place).find("9.3").status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("letter", "status"),
    [("c", "complete"), ("e", "embedded"), ("h", "on-hold"), ("w", "withdrawn")],
)
async def test_four_statuses_are_saved_by_a_second_enter(place: Path, letter: str, status: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", letter, "enter")
        assert "Enter again" in sitting.screen
        assert kept(place).find("9.3").status is Status.ON_TRACK
        await sitting.press("enter")
    assert kept(place).find("9.3").status == status


async def test_menus_ignore_caps_lock(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("S", "A", "X", "enter")
    action = kept(place).find("9.3")
    assert (action.status, action.reason) == (Status.AT_RISK, "X")


async def test_a_letter_that_is_no_status_says_so_and_the_prompt_stays(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "z")
        assert "z is none of these" in sitting.screen
        await sitting.press("a", "x", "enter")
    assert kept(place).find("9.3").status is Status.AT_RISK


async def test_ctrl_t_gives_the_date_and_says_what_stands(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("k", "s", "g", "x", "ctrl+t")
        await sitting.type("11 March")
        assert "For 11 March 2026; the off track said on 20 March 2026 stands" in sitting.screen
        await sitting.press("enter")
    assert kept(place).find("9.2").status is Status.OFF_TRACK
    assert kept(place).find("9.2", as_at="2026-03-12").status is Status.ON_TRACK


async def test_ctrl_t_takes_last_for_the_day_of_the_last_meeting(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("k", "s", "g", "x", "ctrl+t", *"Last")
        assert "For 11 March 2026; the off track said on 20 March 2026 stands" in sitting.screen
        await sitting.press("enter")
    assert kept(place).find("9.2").status is Status.OFF_TRACK
    assert kept(place).find("9.2", as_at="2026-03-12").status is Status.ON_TRACK


async def test_a_note_for_the_paper_and_a_private_one(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Snapshot", "enter")
        assert sitting.foot.endswith("u to undo")
        await sitting.press("M", *"Ours", "enter")
    updates = kept(place).timeline("9.3").updates
    assert (updates[0].private_note, updates[0].note, updates[1].note) == ("Ours", "", "Snapshot")


async def test_impact_with_what_shows_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("i", "3", *"Survey", "enter")
    action = kept(place).find("9.3")
    assert (action.impact, action.impact_shown_by) == (Impact.EMERGING, "Survey")


async def test_a_due_date_moves_with_its_reason_and_the_meeting_that_agreed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type("June 2026")
        await sitting.press("tab", *"Staffing", "tab")
        await sitting.type("11 March")
        await sitting.press("enter")
    action = kept(place).find("9.3")
    assert (str(action.due_on), action.due_moves, action.due_agreed) == ("2026-06-30", 1, True)
    assert kept(place).timeline("9.3").deadlines[0].reason == "Staffing"


@pytest.mark.parametrize(
    ("due", "why", "asks"),
    [
        ("June 2026", "", "No reason given: Enter again saves it"),
        ("ongoing", "Staffing", "Ongoing has no date to hold it to: Enter again saves it"),
        (
            "01/02/2026",
            "",
            "The due date, 1 February 2026, has passed. No reason given: Enter again saves it",
        ),
    ],
)
async def test_a_doubtful_date_is_saved_by_a_second_enter(place: Path, due: str, why: str, asks: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type(due)
        await sitting.press("tab", *why, "enter")
        assert asks in sitting.screen
        assert kept(place).find("9.3").due_moves == 0
        await sitting.press("enter")
    assert kept(place).find("9.3").due_moves == 1


async def test_agreed_at_last_is_the_last_meeting_and_a_date_the_one_of_the_main_board(place: Path) -> None:
    other = kept(place)
    other.insert("meeting", on=date(2026, 1, 28), series="Another", listed_on=date(2025, 9, 1))
    async with opened(place) as sitting:
        for due, agreed, meeting in (
            ("30 June 2026", "Last", date(2026, 3, 11)),
            ("31 July 2026", "28 Jan", date(2026, 1, 28)),
        ):
            await sitting.press("d")
            await sitting.type(due)
            await sitting.press("tab", "x", "tab")
            await sitting.type(agreed)
            await sitting.press("enter")
            found = other.timeline("9.3").deadlines[0].agreed_meeting_id
            assert (
                other.plan().meetings_by_id[found or 0].on,
                other.plan().meetings_by_id[found or 0].series,
            ) == (
                meeting,
                "Board",
            )


async def test_complete_with_proof_says_why_it_asks_again(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "c", *"Log", "enter")
        assert "Complete says that it is delivered: Enter again saves it as complete" in sitting.screen


async def test_complete_is_asked_about_once_and_not_again_of_what_is_complete(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "c", "enter")
        assert "No proof named: Enter again saves it as complete" in sitting.screen
        await sitting.press("enter")
        assert sitting.foot.startswith("9.3 √ C complete")
        record = kept(place).plan().record
        await sitting.press("s", "c", *"Said again", "enter")
        assert kept(place).plan().record == record + 1


async def test_s_and_equals_confirm_one_action_at_once(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s")
        assert "= no change" in sitting.screen
        await sitting.press("=")
        assert sitting.foot == "Confirm 9.3: no change · u to undo"
    assert kept(place).timeline("9.3").updates[0].no_change


async def test_s_and_equals_confirm_several_by_enter_once_they_are_counted(place: Path) -> None:
    record = kept(place).plan().record
    async with opened(place) as sitting:
        await sitting.press("ctrl+a", "s", "=")
        told = "9.1, 9.2, 9.3, 9.4 no change, still right: 4 actions of area 9, 1 of them closed."
        assert told in " ".join(sitting.screen.split())
        await sitting.press("x")
        assert "Write" in sitting.screen
        await sitting.press("escape")
        assert "4 marked" in sitting.screen
        assert kept(place).plan().record == record
        await sitting.press("s", "=", "enter")
        assert "marked" not in sitting.screen
    assert kept(place).plan().record == record + 1
    assert all(kept(place).timeline(ref).updates[0].no_change for ref in ("9.1", "9.2", "9.3", "9.4"))


async def test_a_status_without_its_reason_is_saved_and_says_how_to_add_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "enter")
        assert "9.3 ■ R off track · no reason given yet: s r again adds it" in sitting.foot
        await sitting.press("s", "r", "x", "enter")
        assert "no reason" not in sitting.foot


async def test_a_private_note_says_so_first_and_loudly(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("M")
        assert sitting.screen.splitlines()[-2].startswith(" PRIVATE NOTE 9.3")
        await sitting.press("escape", "U")
        assert sitting.foot == "U is redo, and there is nothing to bring back: a small u takes back"


async def test_a_lead_is_a_role_and_an_organisation(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("o")
        await sitting.type("Therapies Lead")
        await sitting.press("tab", *"ICB", "enter")
    assert str(kept(place).find("9.3").lead) == "Therapies Lead, ICB"


@pytest.mark.parametrize(
    "keys",
    [
        ["s", "r", "x", "enter", "enter"],
        ["i", "4", "enter", "enter"],
        ["d", *"ongoing", "enter", "enter"],
        ["o", *"Lead", "enter", "enter"],
        ["m", "x", "enter", "enter"],
    ],
    ids=["status", "impact", "due", "lead", "note"],
)
async def test_what_is_marked_changes_as_one_change_and_is_undone_as_one(
    place: Path, keys: list[str]
) -> None:
    record = kept(place).plan().record
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space", *keys)
        assert kept(place).plan().record == record + 1
        assert "marked" not in sitting.screen
        changed = kept(place).changes()[-1]
        things = {
            (d.after["action_id"] if d.field is None and "action_id" in d.after else d.row_id)
            for d in changed.differences
        }
        assert {kept(place).find("9.1").id, kept(place).find("9.2").id} <= things
        await sitting.press("u")
        assert kept(place).plan().record == record + 2


async def test_what_looks_like_one_childs_number_is_questioned_once(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m")
        await sitting.type("See 943 476 5919")
        await sitting.press("enter")
        assert "looks like an NHS number" in sitting.screen
        await sitting.press("enter")
    assert "943 476 5919" in kept(place).timeline("9.3").updates[0].note


async def test_keys_typed_ahead_of_the_first_write_are_done_in_order(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.pilot.press(*"sa", "x", "enter", *"sr", "y", "enter", "u")
        await sitting.press()
    found = kept(place).find("9.3")
    assert (found.status, found.reason) == (Status.AT_RISK, "x")


async def test_another_programs_change_appears_and_the_cursor_stays(place: Path) -> None:
    async with opened(place) as sitting:
        kept(place).say("9.4", "complete", proof="Waits at 17 weeks", actor="Bo")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "√ C Complete     30 Jun 26" in sitting.screen
        assert sitting.row == "9.3"


async def test_a_refused_write_keeps_what_was_typed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Kept", "ctrl+t")
        await sitting.type("30/04/2026")
        await sitting.press("enter")
        assert "30 April 2026 is still to come" in " ".join(sitting.screen.split())
        assert "Kept" in sitting.screen
        assert sitting.foot.split() == ["For", "30/04/2026"]


async def test_a_due_date_of_today_is_not_past_and_saved_at_once(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type("31/03/2026")
        await sitting.press("tab", "x", "enter")
    assert kept(place).find("9.3").due_on == TODAY


async def test_what_is_said_for_the_day_of_the_last_word_takes_its_place(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("k", "s", "g", "x", "ctrl+t")
        await sitting.type("20 March")
        assert "For 20 March 2026" in sitting.screen
        assert "stands" not in sitting.screen
        await sitting.press("enter")
    assert kept(place).find("9.2").status is Status.ON_TRACK


async def test_what_was_wrong_is_no_longer_said_once_one_mends_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a", "x", "tab", "tab")
        await sitting.type("soonish")
        await sitting.press("enter")
        assert sitting.screen.count("soonish") == 2
        await sitting.press("ctrl+u")
        await sitting.type("30 May")
        assert "Cannot read" not in sitting.screen
        assert "By: 30 May 2026, a Saturday" in sitting.screen


async def test_taking_back_says_which_paper_showed_it(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter")
        shown = {"listed_on": date(2025, 9, 1), "record_issued": other.plan().record}
        other.insert("meeting", on=TODAY, series="Board", actor="Bo", **shown)
        sitting.app.session.look_outside()
        await sitting.press("u")
        assert sitting.foot == (
            "Taken back: Set 9.3 to off track, shown in the paper of 31 March 2026 · U to redo"
        )


@pytest.mark.parametrize("key", ["m", "M"])
async def test_a_note_with_nothing_typed_says_what_to_type(place: Path, key: str) -> None:
    async with opened(place) as sitting:
        await sitting.press(key, "enter")
        assert "Nothing is typed yet: type the note, then Enter; Esc leaves all as it was." in sitting.screen
        await sitting.press("space", "enter")
        assert "Nothing is typed yet" in sitting.screen
        await sitting.press("x", "enter")
        assert "u to undo" in sitting.foot


async def test_a_wrong_word_for_the_meeting_says_what_to_type(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type("30 June 2026")
        await sitting.press("tab", "x", "tab", *"lst", "enter")
        told = " ".join(sitting.screen.split())
        assert (
            "No meeting “lst”: type last, for that of 11 March 2026, or a meeting's date; left empty, "
            "the board is asked to agree." in told
        )
    assert kept(place).find("9.3").due_moves == 0


async def test_what_is_done_to_many_says_of_which_areas_they_are(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "l", "ctrl+a", "s", "a", "x", "enter")
        assert "7 actions of areas 3, 9 and 14, 1 of them closed." in " ".join(sitting.screen.split())
