"""The views of the g line, help and the commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import opened

from send_actions.changes.evidence import revise_evidence
from send_actions.errors import SendActionsError
from send_actions.store.database import open_store
from send_actions.store.sqlite.file import SqliteConnection


def keys(text: str) -> list[str]:
    """The keys that type a text."""
    return ["space" if character == " " else character for character in text]


async def test_needs_attention_groups_by_check_worst_first(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a")
        lines = sitting.screen.splitlines()
        assert "On track past the due date  1" in lines[3]
        assert "9.3" in lines[4]
        assert "Start an advice line" in lines[4]
        assert lines[4].rstrip("│ ").endswith("90 days")
        assert lines[5].split()[1] == "Overdue"
        assert "and still on track" in sitting.screen


async def test_enter_goes_to_the_place_and_escape_comes_back_to_the_next(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "enter")
        assert sitting.app.screen is sitting.app.home
        assert sitting.row == "9.3"
        await sitting.press("escape")
        assert "Needs attention" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "9.2"


async def test_a_status_can_be_set_from_needs_attention(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "s", "r", "x", "enter")
        assert sitting.foot == "9.3 ■ R off track · u to undo"
        assert "On track past the due date" not in sitting.screen


async def test_history_shows_who_changed_what_newest_first(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter", "g", "h")
        assert "Set 9.3 to off track" in sitting.screen.splitlines()[4]
        assert "Ana" in sitting.screen.splitlines()[4]
        words = " ".join(sitting.screen.split())
        assert "9.3 status on track → off track" in words
        assert "9.3 note: x" in words
        await sitting.press("u")
        assert "Undo: Set 9.3 to off track" in sitting.screen.splitlines()[4]
        await sitting.press("home")
        assert "9.3 status off track → on track" in " ".join(sitting.screen.split())
        assert "Set 9.3 to off track (taken back)" in sitting.screen.splitlines()[5]


async def test_history_tells_of_due_dates_and_leads_by_their_names(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("d", *"30/06/2026", "tab", "x", "tab", *"last", "enter")
        await sitting.press("o", *"Lead", "tab", *"ICB", "enter", "g", "h", "j")
        words = " ".join(sitting.screen.split())
        assert "9.3 due 31 December 2025 → 30 June 2026" in words
        assert "agreed at: Board, 11 March 2026" in words
        await sitting.press("k")
        assert "lead: Lead, ICB" in " ".join(sitting.screen.split())


async def test_enter_on_a_past_meeting_looks_back_to_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "b")
        assert "in 15 days" in sitting.screen
        assert "look back to it" not in sitting.foot
        await sitting.press("enter")
        assert "Enter go there" in sitting.foot
        await sitting.press("escape", "k")
        assert "Enter look back to it" in sitting.foot
        await sitting.press("enter")
        assert "LOOKING BACK: 11 March 2026" in sitting.screen
        assert sitting.app.screen is sitting.app.home


async def test_the_list_holds_all_actions_and_keeps_the_cursor(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "l")
        assert "All areas" in sitting.screen.splitlines()[2]
        assert sitting.row == "9.3"
        assert "14.1" in sitting.screen


async def test_help_is_for_the_screen_it_was_asked_on(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("question_mark")
        assert "Set the status" in sitting.screen
        await sitting.press("escape", "g", "h", "f1")
        assert "Set the status" not in sitting.screen
        await sitting.press("escape")
        assert "History" in sitting.screen


async def test_a_command_is_found_by_its_name_and_done(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon", *"attention")
        assert "go to needs attention" in sitting.screen
        await sitting.press("enter")
        assert "Needs attention" in sitting.screen
        await sitting.press("ctrl+p", *"status", "enter")
        assert "9.3 is on track:" in sitting.screen


@pytest.mark.parametrize("words", ["no change", "confirm"])
async def test_the_confirmation_is_found_among_the_commands(place: Path, words: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon")
        await sitting.type(words)
        await sitting.press("enter")
        assert sitting.foot == "Confirm 9.3: no change · u to undo"


async def test_history_reads_what_differed_only_for_the_change_under_the_cursor(place: Path) -> None:
    async with opened(place) as sitting:
        asked: list[str] = []
        look = sitting.app.session.reader._reading._connection
        assert isinstance(look, SqliteConnection)
        look.driver_connection.set_trace_callback(asked.append)
        await sitting.press("g", "h", "j", "u", "n")
        asked = [text for text in asked if "FROM difference" in text]
        assert asked
        assert all("change_id > 0 " not in text for text in asked)


async def test_changes_made_under_another_view_are_drawn_when_it_is_left(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "s", "r", "x", "enter", "escape")
        assert "■ R Off track    31 Dec 25" in sitting.screen


async def test_an_empty_plan_says_so_on_every_view(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    async with opened(kept, (80, 24)) as sitting:
        assert "No actions yet" in sitting.screen
        for letter, words in (
            ("a", "No areas yet: n makes the first"),
            ("b", "No meeting in the diary yet: n puts one there, b today's"),
            ("l", "No areas yet: n makes the first"),
        ):
            await sitting.press("g", letter)
            assert words in sitting.screen
        await sitting.press("s")
        assert sitting.foot == "No action here: the cursor is not on one"


async def test_y_among_areas_copies_the_number_and_a_line_of_the_area(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("escape", "y")
        assert sitting.foot.startswith("Copied 9 · nothing pasted?")
        await sitting.press("Y")
        assert sitting.foot.startswith(
            "Copied 9 Occupational therapy pathway · 1 of 4 off track, worst 9.2 ·"
        )
        await sitting.press("home", "y")
        assert sitting.foot.startswith("Copied All areas · nothing pasted?")


async def test_a_new_owner_reads_as_one_in_history(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("o", *"Head of SEND, LA", "enter", "g", "h")
        words = " ".join(sitting.screen.split())
        for told in (
            "owner role: Head of SEND │",
            "owner organisation: LA │",
            "9.3 lead: Head of SEND, LA │",
        ):
            assert told in words
        assert "Record Day Entered Who" in words


async def test_a_view_one_left_shows_what_was_changed_meanwhile(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a")
        assert "On track past the due date" in sitting.screen
        await sitting.press("escape", "s", "r", "x", "enter", "g", "a")
        assert "On track past the due date" not in sitting.screen


async def test_going_to_the_plan_forgets_the_view_one_came_from(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "enter", "g", "p", "escape")
        assert "Needs attention" not in sitting.screen
        assert sitting.foot.startswith("Enter actions")


async def test_a_jump_in_needs_attention_goes_to_the_first_question_about_it(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "9", "full_stop", "4", "enter", "s")
        assert "9.4 is at risk:" in sitting.screen


async def test_the_paper_that_was_issued_for_a_meeting_is_told_with_what_it_took_the_place_of(
    place: Path,
) -> None:
    other = KeptPlan(place, open_store(place))
    meeting = next(one for one in other.plan().meetings if str(one.on) == "2026-04-15")
    for record, kind in ((5, "board"), (7, "board"), (8, "impact"), (9, "impact")):
        day = other.plan().as_at
        other.insert(
            "paper", on=day, kind=kind, as_at=day, record=record, audience="board", meeting_id=meeting.id
        )
    async with opened(place) as sitting:
        await sitting.press("g", "b")
        assert "Paper    Issued at record 7, board, 31 March 2026, in place of record 5" in sitting.screen
        assert "Paper    Impact, issued at record 9, board, 31 March 2026" in sitting.screen
        assert "in place of record 8" not in sitting.screen
        await sitting.press("up", "up")
        assert "Issued" not in sitting.screen
        assert "Nothing recorded of this meeting" in sitting.screen


async def test_what_the_board_asked_stands_with_its_answer_under_its_meeting(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    meeting = next(one for one in other.plan().meetings if str(one.on) == "2026-03-11")
    other.insert(
        "minute",
        meeting_id=meeting.id,
        kind="question",
        text="Who pays until then?",
        action_id=other.find("9.2").id,
        answer="Both, half each",
        answered_on=meeting.on,
    )
    async with opened(place) as sitting:
        await sitting.press("g", "b", "k")
        words = " ".join(sitting.screen.split())
        assert "Question 9.2: Who pays until then?" in words
        assert "Answer: Both, half each" in words


async def test_two_words_find_only_the_command_that_has_both(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon")
        await sitting.type("go board")
        assert "go to board" in sitting.screen
        assert "go to history" not in sitting.screen


async def test_history_tells_what_was_brought_back(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter", "u", "U", "g", "h")
        assert "Redo: Set 9.3 to off track" in sitting.screen.splitlines()[4]
        assert "9.3 status on track → off track" in " ".join(sitting.screen.split())


async def test_history_says_of_a_note_that_was_taken_back_only_what_stands(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "9.3")
    _, second, third = (kept.say(note=words) for words in ("First", "Second", "Third"))
    kept.undo(second)
    kept.undo(third)
    async with opened(kept) as sitting:
        await sitting.press("g", "h")
        assert "9.3 note Third → First" in " ".join(sitting.screen.split())
        await sitting.press("j")
        assert "9.3 note Second → taken back" in " ".join(sitting.screen.split())


async def test_history_names_both_actions_of_evidence_that_was_moved(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "9.3", "9.4")
    filed = kept.insert("evidence", on=kept.day, kind="audit", title="Audit", action_id=1)
    revise_evidence(kept.store, filed, {"action_id": 2, "area_id": None}, **kept.by())
    async with opened(kept) as sitting:
        await sitting.press("g", "h")
        assert "evidence Audit, action 9.3 → 9.4" in " ".join(sitting.screen.split())


async def test_a_plan_without_themes_has_none_among_its_areas(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "3.1", "9.3")
    async with opened(kept) as sitting:
        assert "No theme" not in sitting.screen
        kept.area("14", theme="Improve outcomes", on="2026-01-05")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "No theme" in sitting.screen


async def test_what_is_withdrawn_is_not_counted_among_the_areas(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "w", "x", "enter", "enter")
        rows = [line.split("││")[0].strip("│▌ ") for line in sitting.screen.splitlines() if "││" in line]
        assert next(row for row in rows if row.startswith("All areas")).split()[2] == "6"
        assert " 3 R" in next(row for row in rows if row.startswith("9"))


async def test_a_status_that_nobody_has_any_more_stands_beside_last_time(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter", "left")
        counted = [line.split("││")[-1].strip("│ ").split() for line in sitting.screen.splitlines()]
        assert ["●", "G", "On", "track", "0", "1"] in counted


async def test_the_themes_come_round_again(place: Path) -> None:
    async with opened(place) as sitting:
        for words in ("light", "high contrast", "dark"):
            await sitting.press("f9")
            assert sitting.foot == f"Theme: {words}"


async def test_the_theme_is_kept_for_the_next_sitting_and_an_unknown_one_is_the_dark_one(place: Path) -> None:
    kept: list[str] = []
    async with opened(place, theme="send-light", keep_theme=kept.append) as sitting:
        assert sitting.app.theme == "send-light"
        await sitting.press("f9")
    assert kept == ["send-contrast"]
    async with opened(place, theme="gone") as sitting:
        assert sitting.app.theme == "send-dark"


async def test_a_theme_that_cannot_be_kept_is_taken_all_the_same(place: Path) -> None:
    def refuse(_theme: str) -> None:
        raise SendActionsError("The settings cannot be kept.")

    async with opened(place, keep_theme=refuse) as sitting:
        await sitting.press("f9")
        assert sitting.foot == "Theme: light, for this sitting only. The settings cannot be kept."
        assert sitting.app.theme == "send-light"


async def test_help_is_asked_by_a_word_and_by_a_key(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("question_mark", *"screenful")
        assert "One screenful down" in sitting.screen
        assert "Set the status" not in sitting.screen
        await sitting.press("ctrl+u", "s")
        assert "Set the status" in sitting.screen
        assert "One screenful down" not in sitting.screen
        await sitting.press("ctrl+z")
        assert "Take back your newest change" in sitting.screen
        assert "Set the status" not in sitting.screen
        await sitting.press("escape")
        assert sitting.app.screen is sitting.app.home


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "f1", "enter"])
async def test_help_closes_by_the_key_that_opened_it_and_by_those_that_lead_back(
    place: Path, key: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press("question_mark", key)
        assert sitting.app.screen is sitting.app.home


async def test_help_of_what_is_not_there_says_so(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("question_mark", *"zebra")
        assert "Nothing here is called zebra" in sitting.screen


async def test_the_palette_finds_refs_owners_and_views(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("o", *keys("Head of SEND"), "tab", *"LA", "enter")
        await sitting.press("colon", *"14.1", "enter")
        assert sitting.row == "14.1"
        await sitting.press("colon", *"advice", "enter")
        assert sitting.row == "9.3"
        await sitting.press("colon", *keys("head of"), "enter")
        assert sitting.app.home.actions.filter.text == 'lead:"Head of SEND"'
        await sitting.press("colon", *"overdue", "enter")
        assert sitting.app.home.actions.filter.text == "overdue"


@pytest.mark.parametrize("typed", ["area 9", "occupational pathway"])
async def test_the_palette_finds_areas_by_number_and_by_words_of_the_title(place: Path, typed: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "h", "colon", *keys(typed))
        assert "area 9" in sitting.screen
        await sitting.press("enter")
        assert sitting.app.home.area is not None
        assert sitting.app.home.area.number == "9"


@pytest.mark.parametrize(("word", "line"), [("report", "report board -o"), ("verify", "report verify")])
async def test_the_palette_says_what_is_done_in_a_shell(place: Path, word: str, line: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon", *word, "enter")
        assert f"In a shell: send-actions {line}" in sitting.screen


@pytest.mark.parametrize("word", ["import", "spreadsheet", "workbook"])
async def test_the_palette_brings_a_file_in(place: Path, word: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon", *word, "enter")
        assert "File to bring in" in sitting.screen


@pytest.mark.parametrize(
    "words",
    [
        "board paper",
        "families",
        "public",
        "handover",
        "stocktake",
        "calendar",
        "pdf",
    ],
)
async def test_the_palette_and_help_find_the_papers_by_what_they_are_called(place: Path, words: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon", *keys(words), "enter")
        assert "Write b board paper" in " ".join(sitting.screen.split())
        await sitting.press("escape", "question_mark", *keys(words))
        assert "Write a paper of the plan" in sitting.screen


@pytest.mark.parametrize("word", ["pack", "verify"])
async def test_what_papers_need_a_shell_for_comes_before_the_key_that_writes_one(
    place: Path, word: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press("colon", *word)
        assert "Write a paper of the plan" in sitting.screen
        await sitting.press("enter")
        assert f"In a shell: send-actions report {word}" in sitting.screen


async def test_an_action_whose_title_begins_so_comes_before_another_word_for_a_command(
    tmp_path: Path,
) -> None:
    kept = a_kept_plan(tmp_path)
    kept.area("1", title="Schools", on="2025-09-01")
    kept.action("1.1", title="Handover of the case files", on="2025-09-01")
    kept.action("1.2", title="A written handover in each school", on="2025-09-01")
    async with opened(kept) as sitting:
        await sitting.press("colon", *"handover")
        told = [
            line for line in sitting.screen.splitlines() if "  x " in line or "1.1" in line or "1.2" in line
        ]
        assert ["1.1" in told[0], "  x " in told[1], "1.2" in told[2]] == [True, True, True]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
@pytest.mark.parametrize("letter", "alijdmbo")
async def test_an_empty_view_names_the_key_that_makes_its_first_while_it_works(
    tmp_path: Path, size: tuple[int, int], letter: str
) -> None:
    kept = a_kept_plan(tmp_path)
    async with opened(kept, size) as sitting:
        await sitting.press("g", letter)
        words = " ".join(sitting.screen.split())
        assert (
            re.search(r"(yet|falls due)(, so nothing falls due)?: n ", words) or "diary yet: n puts" in words
        )
        assert "send-actions " not in words
        assert letter == "l" or words.count("╭") == 1
