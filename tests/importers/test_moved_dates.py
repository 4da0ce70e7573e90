"""Revised dates beside the first: what moves the due date, what only asks for it, and what is no date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = "ref,area_no,area,action,Original due date,Revised due date,status"


def read(tmp_path: Path, *revised: str, header: str = HEADER) -> PlanLines:
    file = tmp_path / "plan.csv"
    rows = [f"1.{n},1,One,Train {n},31/03/2025,{words},Green" for n, words in enumerate(revised, start=1)]
    file.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    return read_plan_file(file, today=TODAY, plan=a_plan())


@pytest.mark.parametrize(
    "words",
    ["No change", "As original", "n/a", "None", "-", "Unchanged", "Same", "As originally planned", "NO"],
)
def test_words_that_say_no_change_move_nothing_and_are_not_told(tmp_path: Path, words: str) -> None:
    lines = read(tmp_path, words)
    (line,) = lines.actions
    assert (line.due and line.due.on, line.revised, line.note) == (date(2025, 3, 31), None, None)
    assert not any(problem.cell == "F2" for problem in lines.problems)


@pytest.mark.parametrize("words", ["TBC", "Yes", "to be agreed at June board", "Awaiting the new post"])
def test_words_that_are_no_date_leave_the_first_and_are_kept_and_told(tmp_path: Path, words: str) -> None:
    lines = read(tmp_path, words)
    (line,) = lines.actions
    assert (line.due and line.due.on, line.revised) == (date(2025, 3, 31), None)
    assert line.note == f"Revised due date: {words}"
    stands = "is no date to move to: the due date stands, and the words are kept in the note."
    assert f"F2: “{words}” {stands}" in map(str, lines.problems)


@pytest.mark.parametrize(
    "words",
    [
        *("31/10/2025 (requested)", "31/10/2025 - proposed", "Extension requested to 31/10/2025"),
        *("31/10/2025 tbc", "31/10/2025 (to be agreed)", "Proposed: 31/10/2025"),
    ],
)
def test_a_date_that_is_only_asked_for_is_a_move_not_agreed_yet(tmp_path: Path, words: str) -> None:
    lines = read(tmp_path, words)
    (line,) = lines.actions
    assert (line.revised and line.revised.on, line.revised_reason) == (
        date(2025, 10, 31),
        "Asked for; not agreed yet.",
    )
    told = f"F2: “{words}” is a move that is asked for and not agreed yet."
    assert told in map(str, lines.problems)


@pytest.mark.parametrize("words", ["31/10/2025", "31/10/2025 (agreed)", "October 2025"])
def test_a_date_is_a_move_that_was_agreed(tmp_path: Path, words: str) -> None:
    (line,) = read(tmp_path, words).actions
    assert (line.revised is not None, line.revised_reason) == ("(" not in words, "")


def test_a_second_revision_without_a_date_leaves_the_first(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,due,Revised due 1,Revised due 2"
    file = tmp_path / "plan.csv"
    file.write_text(f"{header}\n1.1,1,One,Train,31/03/2025,31/05/2025,TBC\n", encoding="utf-8")
    (line,) = read_plan_file(file, today=TODAY, plan=a_plan()).actions
    assert (line.revised and line.revised.on, line.note) == (date(2025, 5, 31), "Revised due 2: TBC")


@pytest.mark.parametrize(
    ("words", "day", "doubt"),
    [
        ("2025-12-31T00:00:00Z", date(2025, 12, 31), ""),
        ("2025-12-31T14:30:00", date(2025, 12, 31), ""),
        (
            "2026-05-31T23:00Z",
            date(2026, 6, 1),
            "E2: “2026-05-31T23:00Z” is taken as 1 June 2026: midnight of that day in British Summer Time.",
        ),
        (
            "03/14/2025",
            None,
            (
                "E2: “03/14/2025” reads with its month first only: the words are kept, and no date is set. "
                "Is 14 March 2025 meant?"
            ),
        ),
    ],
)
def test_a_date_as_lists_and_other_countries_write_it(
    tmp_path: Path, words: str, day: date | None, doubt: str
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f"ref,area_no,area,action,due\n1.1,1,One,Train,{words}\n", encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, plan=a_plan())
    due = lines.actions[0].due
    assert due
    assert (due.on, [str(p) for p in lines.problems if p.cell == "E2"]) == (
        day,
        [doubt] * bool(doubt),
    )


def test_starts_that_name_months_are_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    rows = ("1.1,1,One,Train,Jan 2025", "1.2,1,One,Visit,Feb 2025", "1.3,1,One,Write,Jan 2025")
    file.write_text("\n".join(("ref,area_no,area,action,start", *rows, "")), encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, plan=a_plan())
    assert [str(p) for p in lines.problems if p.cell.startswith("E")] == [
        "E2: “Jan 2025” is taken as 1 January 2025. Other starts are read alike (E4, E3)."
    ]
