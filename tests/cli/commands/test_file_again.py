"""A council's file and its next version: what a row says again unchanged is no new statement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from office_files import a_workbook
from running import Run

HEADER = "ref,area no,area,action,owner,due,RAG Oct 25,RAG Nov 25,comments,evidence"


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


@pytest.fixture
def bring(empty: Run, tmp_path: Path) -> Run:
    """The program, which brings in rows as a file of their own: its name, its day, and its lines."""

    def call(name: str, on: str, *lines: str) -> Any:
        file = tmp_path / name
        file.write_text("\n".join((*lines, "")), encoding="utf-8")
        ran = empty("import", str(file), "--on", on, "--yes")
        assert ran.code == 0, ran.err
        return ran

    return call


def said_of(run: Run, ref: str) -> list[tuple[str, str | None, str]]:
    updates = run("show", ref, "--json").items[0]["updates"]
    return [(update["on"], update["status"], update["note"]) for update in updates]


@pytest.mark.parametrize("rag", ["Green", "Complete", "Red", "Amber"])
def test_a_row_that_says_the_same_in_the_next_version_says_nothing_new(
    bring: Run, empty: Run, rag: str
) -> None:
    row = f"1.1,1,Access,Publish guide,Head of SEND,31/12/2025,Amber,{rag},Sent to 40 schools,Guide v3"
    bring("november.csv", "2025-11-20", HEADER, row)
    before = said_of(empty, "1.1")

    bring("november v2.csv", "2025-11-30", HEADER, row)

    assert said_of(empty, "1.1") == before
    action = empty("show", "1.1", "--json").items[0]
    assert (action["note"], action["note_on"]) == ("Sent to 40 schools", "2025-11-20")


def test_the_comment_is_the_reason_of_the_newest_review_and_stands_before_the_evidence(
    bring: Run, empty: Run
) -> None:
    rows = (
        "1.1,1,Access,Publish guide,Head of SEND,31/10/2025,Amber,Red,Draft with parents,Guide v3",
        "1.2,1,Access,Open clinic,ICB AD,31/10/2025,Green,Amber,No room found,",
    )
    bring("a.csv", "2025-12-10", HEADER, *rows)

    assert said_of(empty, "1.1") == [
        ("2025-11-30", "off-track", "Draft with parents"),
        ("2025-11-30", None, "evidence: Guide v3"),
        ("2025-10-31", "at-risk", ""),
    ]
    assert "no-reason" not in empty("show", "1.2", "--json").items[0]["checks"]
    assert empty("show", "1.2", "--json").items[0]["reason"] == "No room found"


def test_the_words_of_a_review_are_the_reason_of_its_status(bring: Run, empty: Run) -> None:
    header = "ref,area no,area,action,RAG Oct 25,October update,RAG Nov 25,November update"
    bring(
        "a.csv", "2025-12-10", header, "1.1,1,Access,Open clinic,Amber,Post is vacant,Red,No room found yet"
    )

    assert said_of(empty, "1.1") == [
        ("2025-11-30", "off-track", "No room found yet"),
        ("2025-10-31", "at-risk", "Post is vacant"),
    ]


def test_a_comment_that_is_new_is_said_with_its_status_and_a_new_review_without_the_old_comment(
    bring: Run, empty: Run
) -> None:
    row = "1.2,1,Access,Open clinic,ICB AD,31/10/2025,Green,Red,{},"
    bring("a.csv", "2025-11-20", HEADER, row.format("No room found"))
    bring("b.csv", "2025-11-28", HEADER, row.format("Room found"))
    december = HEADER.replace("Nov 25", "Nov 25,RAG Dec 25")
    bring("c.csv", "2026-01-05", december, row.replace("Red,", "Red,Red,").format("Room found"))

    assert said_of(empty, "1.2") == [
        ("2025-12-31", "off-track", ""),
        ("2025-11-28", "off-track", "Room found"),
        ("2025-11-20", "off-track", "No room found"),
        ("2025-10-31", "on-track", ""),
    ]
    assert empty("show", "1.2", "--json").items[0]["reason"] == "Room found"


def test_an_old_comment_beside_a_new_status_stays_the_last_note_and_is_told_as_no_reason(
    bring: Run, empty: Run
) -> None:
    header, row = (
        "ref,area no,area,action,RAG,comments",
        "1.{},1,Access,Open clinic {},{},Waits for the panel",
    )
    bring("a.csv", "2026-01-10", header, row.format(1, 1, "Green"), row.format(2, 2, "Red"))
    new = bring("b.csv", "2026-02-10", header, row.format(1, 1, "Red"), row.format(2, 2, "Green"))

    told = "F2: The status changed and the comment did not (F2): it stays under its own date"
    assert f"{told}, and is no reason for what is said now." in new.err
    action = empty("show", "1.1", "--json").items[0]
    assert (action["note"], action["note_on"], action["reason"]) == ("Waits for the panel", "2026-01-10", "")
    assert said_of(empty, "1.1")[0] == ("2026-02-10", "off-track", "")


def test_a_comment_is_the_reason_of_a_word_that_is_answered_otherwise_on_the_same_day(
    empty: Run, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "ref,area no,area,action,RAG,comments\n1.1,1,Access,Open clinic,Slipping,Waits for the panel\n"
    )
    for meant in ("none", "at-risk"):
        ran = empty("import", str(file), "--on", "2026-01-10", "--status", f"Slipping={meant}", "--yes")
        assert ran.code == 0, ran.err
        assert "the comment did not" not in ran.err

    action = empty("show", "1.1", "--json").items[0]
    assert (action["status"], action["reason"]) == ("at-risk", "Waits for the panel")


def test_a_comment_with_a_date_of_its_own_column_is_no_reviews(bring: Run, empty: Run) -> None:
    header = "ref,area no,area,action,RAG Oct 25,RAG Nov 25,comments,updated on"
    bring("a.csv", "2025-12-10", header, "1.1,1,Access,Open clinic,Amber,Red,Room found,09/12/2025")
    assert ("2025-11-30", "off-track", "") in said_of(empty, "1.1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("31 Febuary 2027", ""),
        ("31/02/2027", " (February 2027 has 28 days)"),
        ("when the panel meets", ""),
    ],
)
def test_a_due_date_that_cannot_be_read_leaves_that_of_the_plan(
    bring: Run, empty: Run, words: str, told: str
) -> None:
    header, row = "ref,area no,area,action,due", "1.1,1,Access,Open clinic,{}"
    bring("a.csv", "2026-01-10", header, row.format("31/10/2026"))
    new = bring("b.csv", "2026-01-20", header, row.format(words), "1.2,1,Access,Move clinic,soonish")

    action = empty("show", "1.1", "--json").items[0]
    assert (action["due"]["date"], action["due_moves"]) == ("2026-10-31", 0)
    unread = "is no date we can read"
    assert f"E2: “{words}” {unread}{told}: 31 October 2026 in the plan is left as it was." in new.err
    assert f"E3: “soonish” {unread}: the words are kept, and no date is set." in new.err
    assert empty("show", "1.2", "--json").items[0]["due"]["text"] == "soonish"


def test_a_revised_date_that_is_none_leaves_that_of_the_plan(bring: Run, empty: Run) -> None:
    header, row = "ref,area no,area,action,due,revised date", "1.1,1,Access,Open clinic,31/10/2026,{}"
    bring("a.csv", "2026-01-10", header, row.format("30/11/2026"))
    new = bring("b.csv", "2026-01-20", header, row.format("31 Decmber 2026"))

    assert "F2: “31 Decmber 2026” is no date to move to: the due date stands" in new.err
    assert empty("show", "1.1", "--json").items[0]["due"]["date"] == "2026-11-30"
    bring("c.csv", "2026-01-30", header, row.format("TBC"))
    assert empty("show", "1.1", "--json").items[0]["due"]["date"] == "2026-11-30"


def a_book(folder: Path, name: str, sheets: dict[str, list[tuple[str, ...]]]) -> str:
    return str(a_workbook(folder / name, sheets))


PLANNED: list[tuple[str, ...]] = [
    ("Ref", "Action", "Lead", "Status"),
    ("2a", "Publish the recovery plan", "Head of SEND", "Red"),
    ("2b", "Recruit three trainees", "Principal EP", "Amber"),
    ("2c", "Agree advice templates", "DCO", "Amber"),
    ("2d", "Audit a tenth of plans each month", "QA Officer", "Green"),
]


def test_no_ref_is_offered_twice_and_an_action_that_moved_to_a_sheet_of_closed_ones_is_the_same(
    empty: Run, tmp_path: Path
) -> None:
    november = a_book(tmp_path, "november.xlsx", {"Area 2 Plans": PLANNED})
    assert empty("import", november, "--on", "2025-11-30", "--yes").code == 0
    later: list[tuple[str, ...]] = [
        *PLANNED[:2],
        ("2b", *PLANNED[3][1:]),
        ("2c", *PLANNED[4][1:]),
        ("2d", "Introduce a mediation officer", "Head of SEND", "Green"),
    ]
    closed: list[tuple[str, ...]] = [
        ("Ref", "Action", "Lead", "Date closed"),
        (*PLANNED[2][:3], "20/02/2026"),
    ]
    book = a_book(tmp_path, "december.xlsx", {"Area 2 Plans": later, "Closed": closed})

    asked = empty("import", book, "--yes")

    assert asked.code == 1
    meant = (("A3", "2c"), ("A4", "2d"), ("A5", "new"))
    offered = " ".join(f"--ref 'Area 2 Plans!{cell}={ref}'" for cell, ref in meant)
    assert asked.err.endswith(f"Answer with {offered}.\n")
    flags = [part for cell, ref in meant for part in ("--ref", f"Area 2 Plans!{cell}={ref}")]
    assert empty("import", book, "--yes", *flags).code == 0
    moved = empty("show", "2b", "--json").items[0]
    assert (moved["title"], moved["area"], moved["status"]) == ("Recruit three trainees", "2", "complete")
    assert [area["number"] for area in empty("areas", "--json").items] == ["2"]


@pytest.mark.parametrize("name", ["Closed", "Completed", "Archive", "Completed 2025", "On hold"])
def test_the_name_of_a_sheet_that_says_how_its_actions_stand_is_no_area(
    empty: Run, tmp_path: Path, name: str
) -> None:
    rows: list[tuple[str, ...]] = [("Ref", "Action", "Lead"), ("C1", "Appoint the officer", "ICB AD")]
    book = a_book(tmp_path, "plan.xlsx", {"Area 2 Plans": PLANNED, name: rows})

    asked = empty("import", book, "--yes")

    assert asked.code == 1
    assert f"{name}!A2: This row names no area: which is it" in asked.err
    assert empty("import", book, "--yes", "--area", "2").code == 0
    assert empty("show", "C1", "--json").items[0]["area"] == "2"
