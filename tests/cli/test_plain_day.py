"""`send-actions --plain`: the day's work at a terminal as lines and numbers, with nothing drawn over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from kept_plans import AT, TODAY
from terminals import ROOT, Terminal, on_a_terminal
from tui.piloting import a_drawn_plan

from send_actions.changes.meetings import add_meeting
from send_actions.changes.plan import revise_plan
from send_actions.domain.drafts import MeetingDraft
from send_actions.store.database import open_store

WIDTH = 100


@pytest.fixture(scope="module")
def _drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = a_drawn_plan(tmp_path_factory.mktemp("drawn"))
    revise_plan(kept.store, {"today": TODAY}, actor="Ana", at=AT, day=TODAY)
    kept.store.close()
    return kept.place


@pytest.fixture
def pinned(_drawn: Path, tmp_path: Path) -> Path:
    """A training plan whose day stays 31 March 2026."""
    return Path(shutil.copy(_drawn, tmp_path / "plan.db"))


CHOICES = [
    "1. What needs me",
    "2. Go through the round",
    "3. Find actions",
    "4. Saved views",
    "5. Areas",
    "6. Journey",
    "7. Measures",
    "8. Write a paper",
    "9. Look back",
    "10. New action",
    "11. Write down what the board said",
    "12. Take back",
    "13. Bring back",
    "0. Leave",
]
INTERRUPT = "\x03"
END = "\x04"


def worked(
    place: Path, *answers: str, width: int = WIDTH, before: tuple[str, ...] = (), **surroundings: str
) -> str:
    """What is written while these answers are typed, each with Enter."""
    typed = "".join(f"{answer}\n" for answer in answers) + END * 9
    known = {"SEND_ACTIONS_BY": "Ana", "SEND_ACTIONS_CONFIG": str(place.parent / "config"), **surroundings}
    told = on_a_terminal(width, "--db", str(place), "--plain", *before, typed=typed, **known)
    assert "\x1b" not in told
    assert "\r" not in told
    assert "Leave the program?" not in told, told
    return told


def flat(told: str) -> str:
    """What is written as one line."""
    return " ".join(told.split())


def listed(place: Path, *words: str) -> str:
    """What the command line says of the plan."""
    ran = subprocess.run(
        [sys.executable, "-m", "send_actions", "--db", str(place), *words, "--plain"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return ran.stdout


def test_it_begins_with_what_needs_one_and_numbered_choices(pinned: Path) -> None:
    told = worked(pinned, "0")
    assert "1 off track" in told
    assert all(choice in told for choice in CHOICES)
    assert told.endswith("Left. What was saved is kept.\n")


def test_what_needs_me_leads_to_a_status_with_its_reason(pinned: Path) -> None:
    told = worked(pinned, "1", "1", "r", "Provider withdrew", "Interim cover", "May 2026", "", "0", "0", "0")
    assert re.search(r"Selected: 9\.3, Start an advice line\.", told)
    assert "Set 9.3 to off track. u takes it back." in flat(told)
    said = listed(pinned, "show", "9.3")
    assert "Off track. Provider withdrew. Path to green: Interim cover. By 31 May 2026." in said


def test_an_action_s_number_selects_it_from_the_first_question(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "4", "Forty families called", "0", "0"))
    assert "Selected: 9.2, Agree who pays for sensory and equipment assessments. Off track since" in told
    assert "Note on 9.2. u takes it back." in told
    assert "Forty families called" in listed(pinned, "show", "9.2")


def test_a_private_note_stays_one(pinned: Path) -> None:
    worked(pinned, "9.2", "5", "Not for the board", "0", "0")
    assert "Not for the board" not in listed(pinned, "show", "9.2")


def test_no_change_and_a_due_date(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "3", "6", "June 2026", "The panel meets late", "last", "0", "0"))
    assert "Confirm 9.2: no change. u takes it back." in told
    assert "Move the due date of 9.2 to June 2026" in told
    said = listed(pinned, "show", "9.2")
    assert "Due: June 2026" in said
    assert "The panel meets late" in said


def test_several_actions_named_at_once_are_one_change(pinned: Path) -> None:
    told = flat(
        worked(pinned, "9.2, 9.3 9.4", "a", "Slow", "", "", "", "u", "y", "a", "", "", "", "", "0", "0")
    )
    assert "Selected: 3 actions." in told
    assert told.count("Set 9.2, 9.3, 9.4 to at risk. u takes it back.") == 2
    assert "Undo: Set 9.2, 9.3, 9.4 to at risk" in told
    assert "redo brings it back" in told
    assert listed(pinned, "list", "area:9").count("At risk") == 3


@pytest.mark.parametrize(
    ("answers", "held"),
    [
        (["7", "3", "Families say so"], ["Impact: Emerging", "Shown by: Families say so"]),
        (["8", "Head of SEND, LA"], ["Lead: Head of SEND, LA"]),
        (["12", "Call log", "data", "62 calls", "Shared drive"], ["Evidence: Call log, 31 March 2026"]),
        (
            ["10", "meeting, Parent carer forum", "3"],
            ["(meeting, Parent carer forum)"],
        ),
        (["11", "last", "4", "Said then"], ["11 March 2026: Said then"]),
    ],
    ids=["impact", "lead", "evidence", "heard", "a past day"],
)
def test_what_else_is_said_of_an_action(pinned: Path, answers: list[str], held: list[str]) -> None:
    worked(pinned, "9.2", *answers, "0", "0")
    said = listed(pinned, "show", "9.2")
    assert [words for words in held if words not in said] == []


def test_how_it_was_heard_and_for_which_day_is_said_until_it_is_said_otherwise(pinned: Path) -> None:
    told = flat(worked(pinned, "14", "e-mail", "15", "last", "9.2", "4", "One", "0", "15", "", "14", "", "0"))
    assert "What follows is heard by e-mail from each action's lead, until you say otherwise." in told
    assert "Note on 9.2, for 11 March 2026, heard by e-mail." in told
    assert "For today." in told
    assert "How it was heard is not said." in told


def test_what_the_board_said_is_written_down_and_answered(pinned: Path) -> None:
    answers = [
        "9.2",
        "9",
        "3",
        "Bring the costs",
        "Head of SEND, LA",
        "30 April",
        "9",
        "5",
        "They came",
        "0",
        "0",
    ]
    told = flat(worked(pinned, *answers))
    assert "What the board said of 9.2, at the meeting of 11 March 2026" in told
    assert "5. The answer to “Bring the costs”" in told
    said = listed(pinned, "minute", "list")
    assert "Bring the costs" in said
    assert "They came" in said


def test_of_an_area_only_what_was_asked_of_it_is_answered(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "9", "1", "Who pays?", "", "", "0", "area 3", "6", "0", "0", "0"))
    said = told.partition("What the board said of area 3")[2]
    assert said
    assert "Who pays?" not in said


def test_a_new_action_is_added_to_an_area_by_words_of_its_title(pinned: Path) -> None:
    told = worked(pinned, "10", "therapy", "Publish waits by ward", "Head of SEND, LA", "June 2026", "", "0")
    assert "Add 9.5" in told
    assert "Publish waits by ward" in listed(pinned, "show", "9.5")


def test_areas_are_heard_judged_and_gone_into(pinned: Path) -> None:
    told = flat(worked(pinned, "area 9", "2", "3", "4", "r", "Waits grew", "0", "6", "7", "4", "0", "0"))
    assert "Area 9, Occupational therapy pathway." in told
    assert "Judge area 9 off track. u takes it back." in told
    assert "Judged off track, Waits grew" in flat(listed(pinned, "areas"))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (["77"], "“77” is no choice here: type a number from 1 to 15, or 0 to go back."),
        (["nonsense"], "“nonsense” is no choice here"),
        (["1", "999", "0"], "“999” is no choice here: type a number from 1 to"),
        (["9.2", "99", "0"], "“99” is no choice here: type a number from 1 to 12, or 0 to go back."),
        (["9.2", "6", "soonish", "0", "0"], 'Cannot read "soonish" as a due date'),
        (["9.2", "4", "", "0", "0"], "It needs an answer; 0 goes back."),
        (["3", "status:rde", "0"], "rde"),
        (["3", "", "0"], "Nothing was typed. 0 goes back."),
        (["9", "tomorrow", ""], "is still to come"),
        (["9.2 9.99"], "“9.2 9.99” is no choice here"),
        (["area 99"], "99"),
        (["14", "pigeon", ""], "pigeon"),
        (["15", "2 April 2026", ""], "is still to come"),
    ],
)
def test_a_wrong_answer_is_told_in_a_sentence_and_asked_again(
    pinned: Path, answers: list[str], sentence: str
) -> None:
    told = flat(worked(pinned, *answers, "0"))
    assert sentence in told
    assert told.endswith("Left. What was saved is kept.")


def test_a_form_goes_back_with_0_a_question_at_a_time_and_keeps_what_was_typed(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "a", "Two posts", "0", "0", "a", "", "Recruit", "", "", "0", "0"))
    assert "(Enter keeps “Two posts”, - leaves it out)" in told
    assert "Not saved, and kept until you leave the program. Why: Two posts." in told
    said = listed(pinned, "show", "9.2")
    assert "At risk. Two posts. Path to green: Recruit." in said
    assert "0." not in said.partition("Timeline")[2]


def test_nought_is_never_taken_for_a_reason(pinned: Path) -> None:
    before = listed(pinned, "history")
    worked(pinned, "9.2", "a", "0", "4", "0", "5", "<", "6", "0", "7", "1", "0", "8", "0", "0", "0")
    assert listed(pinned, "history") == before


@pytest.mark.parametrize("word", ["?", "help"])
def test_every_question_says_what_can_be_answered(pinned: Path, word: str) -> None:
    asked = [
        word,
        "1",
        word,
        "0",
        "9.2",
        word,
        "a",
        word,
        "Why so",
        word,
        "0",
        "0",
        "11",
        word,
        "0",
        "8",
        word,
        "0",
    ]
    told = flat(worked(pinned, *asked, "3", word, "0", "14", word, "0", "15", word, "0", "0"))
    ways = "0 goes back, ? says what can be answered, Ctrl+C leaves the question."
    assert told.count(ways) == 1 + asked.count(word) + 3
    assert "Enter alone leaves it out." in told


def test_closing_an_action_is_asked_once_more(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "2", "5", "", "", "n", "0", "0"))
    assert "No proof named. Save it as complete?" in told
    assert "Left as it was." in told
    assert "Off track" in listed(pinned, "list", "9.2")


def test_the_last_change_is_taken_back_and_brought_back(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "4", "A word", "0", "12", "y", "13", "u", "y", "redo", "0"))
    assert "Your last change, of 31 March 2026: Note on 9.2. Take it back? y or n" in told
    assert told.count("Undo: Note on 9.2") == 2
    assert "A word" in listed(pinned, "show", "9.2")


def test_looking_back_goes_from_meeting_to_meeting_and_offers_nothing_that_changes_the_plan(
    pinned: Path,
) -> None:
    told = flat(worked(pinned, "9", "last", "9.2", "?", "0", "9", "10", "0"))
    assert "As at 11 March 2026, looking back: nothing can be changed." in told
    back = told.partition("looking back")[2].partition("Return to today")[0]
    assert "Take back" not in back
    selected = told.partition("Selected:")[2].partition("0. Back")[0]
    assert "Set the status" not in selected
    assert told.endswith("Left. What was saved is kept.")


def test_looking_back_steps_over_the_meetings_of_other_boards(pinned: Path) -> None:
    store = open_store(pinned)
    add_meeting(store, MeetingDraft(date(2026, 2, 20), "Scrutiny"), actor="Ana", at=AT, day=TODAY)
    store.close()
    told = flat(worked(pinned, "9", "last", "9", "0"))
    assert "As at 28 January 2026" in told
    assert "As at 20 February 2026" not in told


def test_a_key_leaves_no_earlier_day_unasked(pinned: Path) -> None:
    with Terminal(pinned, "--plain", size=(80, 90)) as working:
        working.until("Your choice")
        working.type("9\nlast\n")
        working.until("11. Return to today")
        working.until_cursor("an action's number:")
        working.type(INTERRUPT)
        working.until("Left this question.")
        working.until_cursor("(Enter says the choices):")
        working.type("11\n")
        working.until("As at 31 March 2026.\n1 off track")
        working.until_cursor("choices):")
        working.type("0\n")
        working.until("Left. What was saved is kept.")
        assert working.leaves_with() == 0


def test_a_view_lists_its_actions(pinned: Path) -> None:
    told = flat(worked(pinned, "4", "1", "0", "0"))
    assert "Which view?" in told
    assert "1 action" in told or "actions" in told


def test_a_paper_is_written_beside_the_plan(pinned: Path) -> None:
    told = flat(
        worked(
            pinned,
            "8",
            "1",
            f"{pinned.parent}/paper.md",
            "8",
            "1",
            f"{pinned.parent}/paper.md",
            "n",
            "0",
            "0",
        )
    )
    assert "Wrote" in told
    assert "is there already. Replace it?" in told
    assert (pinned.parent / "paper.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("key", [INTERRUPT, END], ids=["Ctrl+C", "Ctrl+D"])
def test_a_key_leaves_the_question_and_twice_the_program_once_it_is_meant(pinned: Path, key: str) -> None:
    with Terminal(pinned, "--plain", size=(80, 90)) as working:
        working.until("Your choice")
        working.type("9.2\n")
        working.until("What about 9.2?")
        working.type("a\n")
        working.until("Why, the reason")
        working.type("Two posts vacant\n")
        working.until("Path to green, what brings it back")
        working.type(key)
        working.until("Not saved, and kept until you leave the program. Why: Two posts vacant.")
        working.until("What about 9.2? (Enter says the choices):")
        working.type(key)
        working.until("Leave the program? y leaves, Enter stays:")
        working.type("\n")
        working.until("Your choice, or an action's number (Enter says the choices):")
        working.type(key)
        working.until("Your choice, or an action's number:")
        working.type(key)
        working.until_cursor("Enter stays:")
        working.type("y\n")
        working.until("Left. What was saved is kept.")
        assert working.leaves_with() == 0
        assert b"\x1b" not in working.written


def test_somebody_else_s_words_are_read_out_beside_one_s_own(pinned: Path) -> None:
    with Terminal(pinned, "--plain", size=(80, 120)) as working:
        working.until("Your choice")
        working.type("9.2\n")
        working.until("What about 9.2?")
        working.type("a\n")
        working.until("Why, the reason")
        said_by("Ben", pinned, "set", "9.2", "on-track", "-m", "Agreed yesterday")
        working.type("Mine\n\n\n\n")
        working.until("Which is to stand?")
        told = flat(working.text)
        assert "Someone else saved action 9.2 first (Set 9.2 to on track, by Ben" in told
        assert "Now: 9.2, Agree who pays for sensory and equipment assessments. On track" in told
        assert "Yours: Set 9.2 to at risk. Why, the reason, as the board will read it: Mine." in told or (
            "Yours: Set 9.2 to at risk. Why: Mine." in told
        )
        working.type("1\n")
        working.until("Set 9.2 to at risk. u takes it back.")
    assert "At risk" in listed(pinned, "list", "9.2")


def test_theirs_may_stand_and_one_s_own_words_are_kept(pinned: Path) -> None:
    with Terminal(pinned, "--plain", size=(80, 120)) as working:
        working.until("Your choice")
        working.type("9.2\n")
        working.until("What about 9.2?")
        working.type("4\n")
        working.until("Your words")
        said_by("Ben", pinned, "note", "9.2", "Theirs")
        working.type("Mine\n")
        working.until("Which is to stand?")
        working.type("0\n")
        working.until("Not saved, and kept until you leave the program. Your words: Mine.")
    assert "Mine" not in listed(pinned, "show", "9.2")


def said_by(who: str, place: Path, *words: str) -> None:
    """Another person's change, from their own terminal."""
    subprocess.run(
        [sys.executable, "-m", "send_actions", "--db", str(place), *words],
        check=True,
        cwd=ROOT,
        capture_output=True,
        env=os.environ | {"SEND_ACTIONS_BY": who},
    )


def test_without_a_terminal_the_first_screen_is_written(pinned: Path) -> None:
    assert "Occupational therapy pathway" in listed(pinned)


def test_a_room_hears_only_what_a_board_may_and_changes_nothing(pinned: Path) -> None:
    worked(pinned, "9.2", "5", "Not for the room", "0", "0")
    answers = ["9.2", "1", "0", "4", "0", "5", "7", "last", "0"]
    told = flat(worked(pinned, *answers, before=("--audience", "board")))
    assert "This is what the board sees, and nothing can be changed." in told
    assert "Selected: 9.2" in told
    assert "Not for the room" not in told
    for words in ("Write a paper", "Go through the round", "Set the status", "Take back", "New action"):
        assert words not in told


@pytest.mark.parametrize("width", [40, 80])
def test_no_word_is_broken_and_nothing_is_drawn(pinned: Path, width: int) -> None:
    answers = ["1", "1", "1", "a", "Because", "", "", "", "0", "0", "5", "0", "6", "7", "8", "0", "0"]
    told = worked(pinned, *answers, width=width, NO_COLOR="1", TERM="dumb")
    shown = told.partition("SEND")[2]
    lines = re.split(r"\n|(?<=[:?]) ", shown)  # what is asked and what follows the answer share a line here
    assert max(map(len, lines)) <= width
    assert not set("─│┌┐└┘·→√●○▲▼█") & set(shown)


def test_control_sequences_in_the_plan_are_never_written(pinned: Path) -> None:
    said_by("Ben", pinned, "note", "9.2", "Red \x1b[31mletters\x07 \x9b2J", "--not-personal")
    told = worked(pinned, "9.2", "1", "0", "1", "0", "0")
    assert not {"\x1b", "\x07", "\x9b"} & set(told)


def test_a_closed_standard_input_is_no_terminal(pinned: Path) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m send_actions --db "$1" --plain <&-', sys.executable, str(pinned)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0
    assert "Occupational therapy pathway" in ran.stdout
    assert "Traceback" not in ran.stderr


def test_the_sample_is_worked_in_plain_lines_too() -> None:
    told = flat(on_a_terminal(WIDTH, "demo", "--plain", typed="8\n1\n0\n0\n" + END * 9))
    assert "1. What needs me" in told
    assert f"Enter for {ROOT}/board-" in told
    assert "That was the sample: nothing was kept." in told


def asked(place: Path, *answers: str, config: Path) -> str:
    """What the round writes while these answers are typed."""
    typed = "".join(f"{answer}\n" for answer in answers) + END * 9
    surroundings = {"SEND_ACTIONS_BY": "Ana", "SEND_ACTIONS_CONFIG": str(config)}
    told = on_a_terminal(WIDTH, "--db", str(place), "round", "--plain", typed=typed, **surroundings)
    assert "\x1b" not in told
    assert "Leave the program?" not in told, told
    return flat(told)


def test_the_round_asks_one_after_another_and_is_kept_where_one_left(pinned: Path, tmp_path: Path) -> None:
    config = tmp_path / "config"
    told = asked(pinned, "=", "0", config=config)
    assert "The round for the board of 15 April 2026: 2 actions owe an update, 0 done." in told
    assert "1 of 2. 9.4, Bring waits within 18 weeks." in told
    assert "2 of 2. 9.3, Start an advice line." in told
    told = asked(pinned, "-", "0", config=config)
    assert "2 of 2. 9.3, Start an advice line." in told
    assert "The end: 1 heard, 0 of them changed; no update from 1; 0 left." in told
    assert "No change, still right" in listed(pinned, "show", "9.4")


def test_a_status_in_the_round_is_its_letter(pinned: Path, tmp_path: Path) -> None:
    told = asked(pinned, "r", "Two posts vacant", "", "", "", "0", config=tmp_path / "config")
    assert "Set 9.4 to off track. u takes it back." in told
    assert "2 of 2." in told


def test_what_is_left_for_later_comes_again_at_the_end(pinned: Path, tmp_path: Path) -> None:
    told = asked(pinned, "4", "4", "3", "nonsense", "0", config=tmp_path / "config")
    assert "2 left." in told
    assert told.count("1 of 2. 9.4") == 2
    assert told.count("Your answer on 9.4") == 3
    assert "“nonsense” is no answer here. 1 or =: no change, still right" in told


def test_the_round_without_plain_says_where_it_is(pinned: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "send_actions", "--db", str(pinned), "round"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 2
    assert (
        ran.stderr == "`send-actions round --plain` asks line by line; in the app the round is g, then r.\n"
    )


def test_in_the_round_and_at_an_action_the_last_change_is_taken_back(pinned: Path, tmp_path: Path) -> None:
    told = asked(pinned, "=", "u", "y", "5", "0", config=tmp_path / "config")
    assert "Undo: Confirm 9.4: no change" in told
    told = flat(worked(pinned, "9.2", "4", "A word", "u", "y", "0", "0"))
    assert "Undo: Note on 9.2" in told


def test_without_a_terminal_the_round_is_a_list(pinned: Path) -> None:
    lines = listed(pinned, "round").splitlines()
    assert [line.partition(",")[0] for line in lines] == ["9.4", "9.3"]
