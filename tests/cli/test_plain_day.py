"""`send-actions --plain`: the day's work at a terminal as lines and numbers, with nothing drawn over."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kept_plans import AT, TODAY
from terminals import ROOT, Terminal, on_a_terminal
from tui.piloting import a_drawn_plan

from send_actions.changes.plan import revise_plan

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
    "2. Find actions",
    "3. Write a paper",
    "4. Look back",
    "5. Take back",
    "0. Leave",
]


def worked(place: Path, *answers: str) -> str:
    """What is written while these answers are typed, each with Enter."""
    typed = "".join(f"{answer}\n" for answer in answers)
    told = on_a_terminal(WIDTH, "--db", str(place), "--plain", typed=typed, SEND_ACTIONS_BY="Ana")
    assert "\x1b" not in told
    assert "\r" not in told
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
    told = worked(
        pinned, "1", "1", "2", "1", "Provider withdrew", "Interim cover", "May 2026", *[""] * 4, "0", "0", "0"
    )
    assert re.search(r"Selected: 9\.3, Start an advice line\.", told)
    assert "Set 9.3 to off track · record" in told
    assert "“Take back your last change” undoes it" in told
    said = listed(pinned, "show", "9.3")
    assert "Off track. Provider withdrew. Path to green: Interim cover. By 31 May 2026." in said


def test_an_action_s_number_selects_it_from_the_first_question(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "4", "Forty families called", "0", "0"))
    assert "Selected: 9.2, Agree who pays for sensory and equipment assessments. Off track since" in told
    assert "Note on 9.2 · record" in told
    assert "Forty families called" in listed(pinned, "show", "9.2")


def test_a_private_note_stays_one(pinned: Path) -> None:
    worked(pinned, "9.2", "5", "Not for the board", "0", "0")
    assert "Not for the board" not in listed(pinned, "show", "9.2")


def test_no_change_and_a_due_date(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "3", "6", "June 2026", "The panel meets late", "last", "0", "0"))
    assert "Confirm 9.2" in told or "No change" in told
    assert "Move the due date of 9.2 to June 2026" in told
    said = listed(pinned, "show", "9.2")
    assert "Due: June 2026" in said
    assert "The panel meets late" in said


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (["77"], "“77” is no choice and no action: type a number from 0 to 7."),
        (["nonsense"], "“nonsense” is no choice and no action"),
        (["1", "999", "0"], "“999” is no choice here: type a number from 1 to"),
        (["9.2", "9", "0"], "“9” is no choice here: type a number from 1 to 7, or 0 to go back."),
        (["9.2", "6", "soonish", "", "0"], 'Cannot read "soonish" as a due date'),
        (["2", "status:rde", "0"], "rde"),
        (["2", ""], "Nothing was typed, so nothing was changed."),
        (["4", "tomorrow", ""], "is still to come"),
    ],
)
def test_a_wrong_answer_is_told_in_a_sentence_and_asked_again(
    pinned: Path, answers: list[str], sentence: str
) -> None:
    told = flat(worked(pinned, *answers, "0"))
    assert sentence in told
    assert told.endswith("Left. What was saved is kept.")


def test_closing_an_action_is_asked_once_more(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "2", "5", *[""] * 5, "n", "0", "0"))
    assert "No proof named. Save it as complete?" in told
    assert "Left as it was." in told
    assert "Off track" in listed(pinned, "list", "9.2")


def test_the_last_change_is_taken_back_and_brought_back(pinned: Path) -> None:
    told = flat(worked(pinned, "9.2", "4", "A word", "0", "5", "y", "6", "0"))
    assert "Would take back" in told
    assert "Undo: Note on 9.2" in told
    assert "A word" in listed(pinned, "show", "9.2")


def test_looking_back_offers_nothing_that_changes_the_plan(pinned: Path) -> None:
    told = flat(worked(pinned, "4", "last", "9.2", "0", "5", "0"))
    assert "As at 11 March 2026, looking back: nothing can be changed." in told
    back = told.partition("looking back")[2].partition("Return to today")[0]
    assert "Take back" not in back
    selected = told.partition("Selected:")[2].partition("0. Back")[0]
    assert "Set its status" not in selected
    assert told.count("As at 31 March 2026.") == 2


def test_a_paper_is_written_beside_the_plan(pinned: Path) -> None:
    told = flat(
        worked(pinned, "3", "1", f"{pinned.parent}/paper.md", "3", "1", f"{pinned.parent}/paper.md", "n", "0")
    )
    assert "Wrote" in told
    assert "is there already. Replace it?" in told
    assert (pinned.parent / "paper.md").read_text(encoding="utf-8").startswith("# ")


def test_ctrl_d_leaves_wherever_one_is(pinned: Path) -> None:
    with Terminal(pinned, "--plain", size=(80, 60)) as working:
        working.until("Your choice")
        working.type("9.2\n")
        working.until("What about 9.2?")
        working.type("4\n")
        working.until("The note")
        working.type("\x04")
        working.until("Left. What was saved is kept.")
        assert working.leaves_with() == 0
        assert b"\x1b" not in working.written


def test_without_a_terminal_the_first_screen_is_written(pinned: Path) -> None:
    assert "Occupational therapy pathway" in listed(pinned)


def test_plain_and_the_room_do_not_go_together(pinned: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "send_actions", "--db", str(pinned), "--plain", "--audience", "board"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "--plain is for those who keep the plan: leave it out, or leave --audience out.\n"


def asked(place: Path, *answers: str, config: Path) -> str:
    """What the round writes while these answers are typed."""
    typed = "".join(f"{answer}\n" for answer in answers)
    surroundings = {"SEND_ACTIONS_BY": "Ana", "SEND_ACTIONS_CONFIG": str(config)}
    told = on_a_terminal(WIDTH, "--db", str(place), "round", "--plain", typed=typed, **surroundings)
    assert "\x1b" not in told
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
    told = asked(pinned, "r", "Two posts vacant", "", "", "", "", "", "", "0", config=tmp_path / "config")
    assert "Set 9.4 to off track · record" in told
    assert "2 of 2." in told


def test_what_is_left_for_later_comes_again_at_the_end(pinned: Path, tmp_path: Path) -> None:
    told = asked(pinned, "4", "4", "2", "nonsense", "0", config=tmp_path / "config")
    assert "2 left." in told
    assert told.count("1 of 2. 9.4") == 3
    assert "“nonsense” is no answer here. = or 1: no change, still right" in told


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
    told = flat(worked(pinned, "9.2", "4", "A word", "7", "y", "0", "0"))
    assert "Undo: Note on 9.2" in told


def test_without_a_terminal_the_round_is_a_list(pinned: Path) -> None:
    lines = listed(pinned, "round").splitlines()
    assert [line.partition(",")[0] for line in lines] == ["9.4", "9.3"]
