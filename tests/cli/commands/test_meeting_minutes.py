"""`meeting minutes` on the sample of 31 March 2026: listed, accepted, edited, passed and taken back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from running import Run
from terminals import on_a_terminal

BOARD = """SEND Improvement Board, 11 March 2026
2. Waiting times
Senior leaders will look at plans by end of May 2026.
ACTION: Head of Therapies, ICB to bring waits by ward to the next meeting.
ACTION 2 – Asha Example to circulate the slides by 20 April 2026
It was agreed that the date of the audit moves to June.
The Parent Carer Forum was asked to comment on the draft letter by 30 April 2026.
RESOLVED that the report be noted.
"""
LABEL = "Take from the minutes of 11 March 2026: "


@pytest.fixture
def board(tmp_path: Path) -> str:
    path = tmp_path / "board.txt"
    path.write_text(BOARD, encoding="utf-8")
    return str(path)


def newest(run: Run, count: int) -> list[dict[str, Any]]:
    listed = run("minute", "list", "--json").items
    return sorted(listed, key=lambda item: int(item["minute"]))[-count:]


def test_without_an_answer_they_are_listed_and_nothing_is_written(run: Run, board: str) -> None:
    record = run("plan", "--json").document["record"]
    listed = run("meeting", "minutes", board, "--json")
    assert listed.code == 0
    assert listed.document["kind"] == "minutes_offers"
    assert [(i["offer"], i["kind"], i["owner"], i["due"], i["line"]) for i in listed.items] == [
        (1, "action", "Head of Therapies, ICB", "2026-04-15", 4),
        (2, "action", "", "2026-04-20", 5),
        (3, "decision", "", None, 6),
        (4, "request", "Parent Carer Forum", "2026-04-30", 7),
        (5, "decision", "", None, 8),
    ]
    assert [i["offer"] for i in listed.items if i["only_noted"]] == [5]
    assert "board.txt doubt, entry 2: a person's name stands in a role's place and is left out" in listed.err
    told = run("meeting", "minutes", board, "--dry-run")
    assert "15 April 2026 (next meeting)" in told.out
    assert told.err.endswith("nothing was written; --accept all or --accept 1,3 takes them.\n")
    assert run("plan", "--json").document["record"] == record


def test_what_is_accepted_is_one_change_that_is_taken_back_as_one(run: Run, board: str) -> None:
    before = run("minute", "list", "--json").items
    ran = run("meeting", "minutes", board, "--accept", "all")
    assert ran.code == 0
    assert "board.txt: entry 5 is only noted and was passed; --accept 5 takes it.\n" in ran.err
    assert f"{LABEL}1 decision, 3 requests · record " in ran.err
    assert [(i["kind"], i["owner"], i["due_text"]) for i in newest(run, 4)] == [
        ("request", "Head of Therapies, ICB", "15 April 2026"),
        ("request", "", "20 April 2026"),
        ("decision", "", ""),
        ("request", "Parent Carer Forum", "30 April 2026"),
    ]
    again = run("meeting", "minutes", board, "--accept", "1,2,3,4")
    assert again.err.endswith("The minutes of 11 March 2026 say so already: nothing was changed.\n")
    assert run("undo").err.startswith(f"Undo: {LABEL}1 decision, 3 requests · record ")
    assert run("minute", "list", "--json").items == before


@pytest.mark.parametrize("first", [("--area", "9"), ()], ids=["made actions", "left requests"])
@pytest.mark.parametrize("then", [("--area", "9"), ()], ids=["as actions", "as requests"])
def test_minutes_taken_again_say_nothing_new_whatever_they_were_taken_as(
    run: Run, board: str, tmp_path: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    assert run("meeting", "minutes", board, "--accept", "all", *first).code == 0
    before = run("history", "--json").document
    again = run("meeting", "minutes", board, "--accept", "all", *then)
    assert again.err.endswith("The minutes of 11 March 2026 say so already: nothing was changed.\n")
    assert run("history", "--json").document == before
    more = tmp_path / "more.txt"
    more.write_text(f"{BOARD}ACTION: Head of SEND, LA to write to parents.\n", encoding="utf-8")
    taken = run("meeting", "minutes", str(more), "--accept", "all", *then)
    assert f"{LABEL}1 {'action' if then else 'request'} · record " in taken.err


def test_what_says_a_ref_of_the_plan_is_about_that_action(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "board.txt"
    path.write_text(
        "11 March 2026\nAGREED: 9.2 to be reported red\nThe Board challenged why 9.2 is late.\n"
        "DECISION: Spend £9.2 million, or 9.2% more, on 99.9.\nDECISION: 9.1 and 9.2 go on.\n",
        encoding="utf-8",
    )
    listed = run("meeting", "minutes", str(path), "--json").items
    assert [(i["kind"], i["about"]) for i in listed] == [
        ("decision", "9.2"),
        ("question", "9.2"),
        ("decision", ""),
        ("decision", ""),
    ]
    assert run("meeting", "minutes", str(path), "--accept", "1,2").code == 0
    kept = newest(run, 2)
    assert [(i["kind"], i["ref"], i["words"]) for i in kept] == [
        ("decision", "9.2", "9.2 to be reported red"),
        ("question", "9.2", "Why 9.2 is late."),
    ]


@pytest.mark.parametrize("ref", ["3b", "A4", "24 AGS 03", "IP/2-b", "9.2"])
@pytest.mark.parametrize(
    "words",
    ["It was RESOLVED that the due date of {} move to June.", "DECISION: Fund it ({}).", "AGREED: {}."],
)
def test_refs_are_found_in_minutes_as_the_plan_writes_them(
    run: Run, tmp_path: Path, ref: str, words: str
) -> None:
    if ref != "9.2":
        assert run("add", "9", "Open the clinic", "--ref", ref).code == 0
    path = tmp_path / "board.txt"
    path.write_text(f"11 March 2026\n{words.format(ref)}\n", encoding="utf-8")
    listed = run("meeting", "minutes", str(path), "--json").items
    assert [(item["kind"], item["about"]) for item in listed] == [("decision", ref)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("DECISION: Spend more.", "“Decision” stands before it"),
        ("RESOLVED that more be spent.", "it was resolved"),
        ("AGREED: spend more.", "it was agreed"),
        ("It was RESOLVED that more be spent.", "it was resolved"),
        ("It was agreed that more be spent.", "it was agreed"),
        ("The Board decided that more be spent.", "it was decided"),
        ("RECOMMENDED that more be spent.", "it was recommended"),
    ],
)
def test_why_a_decision_is_offered_is_said_by_its_own_word(
    run: Run, tmp_path: Path, line: str, why: str
) -> None:
    path = tmp_path / "board.txt"
    path.write_text(f"11 March 2026\n{line}\n", encoding="utf-8")
    assert [item["why"] for item in run("meeting", "minutes", str(path), "--json").items] == [why]


@pytest.mark.parametrize(
    "line", ["JK reported 44%. PR asked why parents were not told.", "The Board challenged the trajectory."]
)
def test_a_challenge_that_was_not_read_is_told(run: Run, tmp_path: Path, line: str) -> None:
    path = tmp_path / "board.txt"
    path.write_text(f"11 March 2026\n{line}\nDECISION: Go on.\n", encoding="utf-8")
    listed = run("meeting", "minutes", str(path), "--dry-run")
    said = line.rpartition(". ")[2] if "%" in line else line
    assert f"board.txt doubt, line 2: it looks like a challenge and was not read: “{said}”" in listed.err


def test_initials_are_the_owner_of_the_plan_whom_they_stand_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "board.txt"
    path.write_text(
        "11 March 2026\nACTION TM: write to schools\nACTION (KB): write to the forum\n"
        "ACTION QX: ask\nACTION ICB: pay\n",
        encoding="utf-8",
    )
    assert run("owner", "add", "TM (LA)").code == 0
    assert run("owner", "add", "Place Lead, ICB", "--name", "Kay Bell").code == 0
    before = run("owner", "list", "--json").document["count"]
    ran = run("meeting", "minutes", str(path), "--accept", "all", "--not-personal")
    assert "is new" not in ran.err
    assert [i["owner"] for i in newest(run, 4)] == ["TM, LA", "Place Lead, ICB", "QX", "ICB"]
    assert run("owner", "list", "--json").document["count"] == before + 2


def test_an_action_with_an_area_becomes_one_of_the_plan(run: Run, board: str) -> None:
    ran = run("meeting", "minutes", board, "--accept", "1, 2,3", "--area", "9")
    assert f"{LABEL}1 decision, 2 actions · record " in ran.err
    shown = run("show", "9.5", "--json").document
    assert "Bring waits by ward" in json.dumps(shown)
    assert "15 April 2026" in run("show", "9.5").out
    assert "Circulate the slides" in run("show", "9.6").out
    made = [(i["made_ref"], i["answer"]) for i in newest(run, 3)]
    assert made == [("9.5", "It became an action of the plan."), ("9.6", made[0][1]), ("", "")]
    assert run("undo").code == 0
    assert run("show", "9.5").code == 2


def test_a_word_document_goes_to_the_meeting_it_names(run: Run, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Summary of minutes, 28 January 2026")
    table = document.add_table(1, 1)
    table.rows[0].cells[0].text = "Actions\nPerformance Lead to bring an answer to the next meeting."
    document.save(str(tmp_path / "board.docx"))
    run("meeting", "minutes", str(tmp_path / "board.docx"), "--accept", "1")
    kept = newest(run, 1)[0]
    assert (kept["meeting"], kept["owner"], kept["due"]) == ("2026-01-28", "Performance Lead", "2026-03-11")


def test_what_looked_like_an_action_and_was_not_read_is_told_where_it_is_listed_and_taken(
    run: Run, board: str
) -> None:
    told = (
        "board.txt doubt, line 3: it looks like an action and was not read: "
        "“Senior leaders will look at plans by end of May 2026.”\n"
    )
    assert told in run("meeting", "minutes", board).err
    assert told in run("meeting", "minutes", board, "--accept", "3").err


def test_minutes_taken_for_another_meeting_than_they_name_are_one_doubt(run: Run, board: str) -> None:
    doubt = (
        "board.txt doubt: the minutes name 11 March 2026, and they are taken for those of 28 January 2026.\n"
    )
    taken = run("meeting", "minutes", board, "--accept", "3", "--meeting", "28 January 2026")
    assert (taken.code, taken.err.count(doubt)) == (0, 1)
    assert doubt not in run("meeting", "minutes", board, "--accept", "3", "--meeting", "11 March 2026").err


def test_minutes_of_no_known_meeting_are_refused_with_the_way_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("Board of 3 March 2026\nACTION: DCO to write.\n", encoding="utf-8")
    refused = run("meeting", "minutes", str(path), "--accept", "all")
    assert refused.code == 1
    assert refused.err == (
        "The diary has no meeting of 3 March 2026, which the minutes name: add --meeting with another, "
        'or put it there with `send-actions meeting add "3 March 2026"`.\n'
    )
    path.write_text("ACTION: DCO to write.\n", encoding="utf-8")
    refused = run("meeting", "minutes", str(path), "--accept", "all")
    assert refused.err == "The minutes name no day of a meeting: add --meeting, such as --meeting last.\n"
    assert run("meeting", "minutes", str(path), "--accept", "all", "--meeting", "last").code == 0
    assert newest(run, 1)[0]["meeting"] == "2026-03-11"


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("--accept", "7"), 2, "--accept takes all, or numbers from 1 to 5 with commas between."),
        (("--accept", "one"), 2, "--accept takes all, or numbers from 1 to 5 with commas between."),
        (
            ("--accept", "1", "--json"),
            2,
            "--accept writes, and --json, --csv, --plain and --dry-run only list",
        ),
        (("--accept", "1", "--area", "99"), 2, 'no area "99"'),
        (("--accept", "1", "--meeting", "next"), 1, "has not been yet"),
    ],
)
def test_what_cannot_be_taken_is_refused(
    run: Run, board: str, typed: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("meeting", "minutes", board, *typed)
    assert ran.code == code
    assert said in ran.err
    assert len(ran.err.splitlines()) <= 2


def test_what_looks_personal_is_questioned_at_this_door_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "board.txt"
    path.write_text("11 March 2026\nACTION: DCO to write to jo@example.org.\n", encoding="utf-8")
    refused = run("meeting", "minutes", str(path), "--accept", "all")
    assert refused.code == 1
    assert "add --not-personal if it is none." in refused.err
    assert run("meeting", "minutes", str(path), "--accept", "all", "--not-personal").code == 0


def test_a_text_without_anything_to_take_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("They talked.\n", encoding="utf-8")
    ran = run("meeting", "minutes", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "notes.txt: nothing in it is marked as decided, requested or to be done; "
        "`send-actions minute add` writes it down.\n"
    )


@pytest.mark.usefixtures("place")
def test_minutes_are_read_from_a_pipe(board: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "send_actions", "meeting", "minutes", "-", "--json"],
        input=Path(board).read_bytes(),
        capture_output=True,
        env=os.environ,
        check=False,
    )
    assert json.loads(done.stdout)["count"] == 5
    assert done.stderr.decode().endswith(
        "The text: nothing was written; --accept all or --accept 1,3 takes them.\n"
    )


def test_at_a_terminal_each_is_accepted_edited_or_passed(run: Run, board: str) -> None:
    meeting, to_area_9, named = "\n", "a\n9\n", "a\nData Officer\n-\n"
    edited, passed, only_noted = "e\nThe audit moves to June.\n\n", "p\n", "\n"
    typed = f"{meeting}{to_area_9}{named}{edited}{passed}{only_noted}"
    said = on_a_terminal(80, "meeting", "minutes", board, typed=typed)
    assert "1 of 5, line 4: “Action” stands before it" in said
    assert f"{LABEL}1 decision, 1 request, 1 action" in " ".join(said.split())
    kept = newest(run, 3)
    assert [(i["kind"], i["words"], i["owner"], i["made_ref"]) for i in kept] == [
        ("request", "Bring waits by ward to the next meeting.", "Head of Therapies, ICB", "9.5"),
        ("request", "Circulate the slides by 20 April 2026", "Data Officer", ""),
        ("decision", "The audit moves to June.", "", ""),
    ]


def test_at_a_terminal_all_may_be_passed(run: Run, board: str) -> None:
    record = run("plan", "--json").document["record"]
    said = on_a_terminal(80, "meeting", "minutes", board, typed="\n" + "p\n" * 5)
    assert "Nothing was accepted, and nothing was written." in said
    assert run("plan", "--json").document["record"] == record


REFUSED = """SEND Improvement Board, 11 March 2026
Action: Head of SEND to bring a trajectory for annual reviews by 20 April 2026
It was resolved not to close the audit.
The ICB declined to fund the pathway.
RESOLVED that the report be noted.
RESOLVED that the annex be noted.
ACTION LOG
Head of SEND to bring a trajectory for annual reviews by 20 April 2026
"""


def test_each_doubt_of_minutes_is_a_line_that_says_entry_or_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "refused.txt"
    path.write_text(REFUSED, encoding="utf-8")
    listed = run("meeting", "minutes", str(path), "--plain")
    assert listed.out.splitlines()[1].startswith("Entry 2, decision of line 3: Not to close the audit.")
    unread = "it looks like a refusal and was not read"
    assert listed.err.splitlines()[-5:] == [
        "refused.txt doubt, entry 1: line 8 says it again, and it is offered once.",
        "refused.txt doubt, entry 3: it is only noted, and passed unless it is chosen.",
        "refused.txt doubt, entry 4: it is only noted, and passed unless it is chosen.",
        f"refused.txt doubt, line 4: {unread}: “The ICB declined to fund the pathway.”",
        "refused.txt: nothing was written; --accept all or --accept 1,3 takes them.",
    ]
    taken = run("meeting", "minutes", str(path), "--accept", "all")
    assert "refused.txt: entries 3,4 are only noted and were passed; --accept 3,4 takes them.\n" in taken.err
    assert "␊" not in taken.err
