"""What `list --csv` wrote comes back whole, whatever a spreadsheet did; a change made there is a change."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Run
from spreadsheets import HABITS, Rows, opened_in_excel, rows_of, saved

from send_actions.__main__ import main


@pytest.fixture(scope="session")
def awkward_plan(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with what spreadsheets like to change: refs, dates in words, figures, formulae."""
    copy = tmp_path_factory.mktemp("awkward") / "plan.db"
    shutil.copy(sample, copy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEND_ACTIONS_DB", str(copy))
        patch.setenv("SEND_ACTIONS_BY", "Test lead")
        for words in AWKWARD:
            assert main(words) == 0
    return copy


AWKWARD = (
    ("add", "99", "Ten, and more", "--area"),
    *(
        ("add", "99", f"The action of {n}", "--ref", f"99.{n}", "--status", "green")
        for n in (1, 2, 9, 10, 11, 20)
    ),
    ("edit", "99.1", "--title", "=SUM(A1:A9)", "--lead", "Service Manager, Quality"),
    ("edit", "99.2", "--success", "0.50", "--partners", "LA; ICB", "--lead", "Director, Schools, LA"),
    ("edit", "99.9", "--title", 'He said "yes", <b>twice</b>; café – 2½', "--success", "-12 days"),
    ("edit", "99.20", "--title", "true"),
    ("add", "99", "Half", "--ref", "1/2"),
    ("due", "99.1", "May '27"),
    ("due", "99.2", "31 March 2027"),
    ("due", "99.9", "Q1 2027/28"),
    ("due", "99.10", "Sept 2027"),
    ("due", "99.11", "spring term 2027"),
    ("due", "99.20", "ongoing"),
    ("due", "1/2", "3/4/2027"),
)


@pytest.fixture
def awkward(run: Run, awkward_plan: Path, place: Path) -> Run:
    """The program on a copy of that plan."""
    shutil.copy(awkward_plan, place)
    return run


def bring_back(run: Run, folder: Path, content: bytes) -> str:
    """Bring a file in and return what was said; the plan's listing and record are to be looked at."""
    file = folder / "list.csv"
    file.write_bytes(content)
    ran = run("import", str(file))
    assert ran.code == 0, ran.err
    return ran.err


@pytest.mark.parametrize("habit", HABITS)
def test_a_list_that_a_spreadsheet_saved_differs_in_nothing(awkward: Run, tmp_path: Path, habit: str) -> None:
    out = awkward("list", "--csv").out
    assert out.startswith("\ufeff")
    before = awkward("list", "--json").out
    said = bring_back(awkward, tmp_path, HABITS[habit](rows_of(out)))
    assert said == "The plan says all of list.csv already: nothing was changed.\n"
    assert awkward("list", "--json").out == before


def change(column: str, words: str) -> Callable[[Rows], Rows]:
    """What puts words into one cell of 99.10's row."""

    def changed(rows: Rows) -> Rows:
        place = rows[0].index(column)
        row = next(row for row in rows if row[rows[0].index("kept_as")].startswith("99.10 "))
        row[place] = words
        return rows

    return changed


@pytest.mark.parametrize(
    ("column", "words", "told"),
    [
        ("due", "30/11/2027", "due: September 2027 → 30 November 2027"),
        ("due", "2027-11-30", "due: September 2027 → 30 November 2027"),
        ("due", "Nov-27", "due: September 2027 → November 2027"),
        ("due", "spring term 2028", "due: September 2027 → spring term 2028"),
        ("due_text", "Nov 2027", "due: September 2027 → November 2027"),
        ("due_precision", "day", "due: September 2027 → 30 September 2027"),
        ("status", "Amber", "status: on track → at risk"),
        ("impact", "emerging", "impact: nothing → emerging"),
        ("title", "The action of ten", "title: The action of 10 → The action of ten"),
        ("lead_role", "Head of SEND", "lead: nothing → Head of SEND"),
        ("partners", "PCF", "partners: nothing → PCF"),
        ("start", "01/02/2027", "start: nothing → 1 February 2027"),
        ("success_measure", "Waits fall", "success measure: nothing → Waits fall"),
    ],
)
def test_what_was_changed_in_a_spreadsheet_is_the_one_change(
    awkward: Run, tmp_path: Path, column: str, words: str, told: str
) -> None:
    rows = change(column, words)(opened_in_excel(rows_of(awkward("list", "--csv").out)))
    file = tmp_path / "list.csv"
    file.write_bytes(saved(rows).encode("utf-8-sig"))
    would = [line for line in awkward("import", str(file), "--dry-run").err.splitlines() if line[:2] == "  "]
    assert would[:1] == [f"  99.10 {told}"]
    assert [line for line in would[1:] if "new owner" not in line] == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31/02/2027", "February 2027 has 28 days"),
        ("2027-13-01", "there is no month 13"),
        ("Monday 30/11/2027", "30 November 2027 is a Tuesday"),
        ("30/11/1927", "its year is not within 2000 to 2099"),
    ],
)
def test_a_due_date_that_there_is_not_is_asked_about_and_takes_no_other_s_place(
    awkward: Run, tmp_path: Path, words: str, why: str
) -> None:
    before = awkward("list", "--json").out
    rows = change("due", words)(rows_of(awkward("list", "--csv").out))
    file = tmp_path / "list.csv"
    file.write_bytes(saved(rows).encode("utf-8-sig"))
    for more in ((), ("--yes",), ("--dry-run",)):
        ran = awkward("import", str(file), *more)
        assert ran.code == 1
        told = f"“{words}” is no date ({why}): mend it, or put back what stood there."
        assert re.search(rf"^list\.csv question N\d+: {re.escape(told)}$", ran.err, re.MULTILINE)
        assert re.search(r" at (N\d+)\. Mend \1 in the file\.\n$", ran.err)
    assert awkward("list", "--json").out == before


@pytest.mark.parametrize("words", ["early 2027", "when it is funded", "31 Febuary 2027"])
def test_words_that_are_no_due_date_leave_that_of_the_plan(awkward: Run, tmp_path: Path, words: str) -> None:
    before = awkward("list", "--json").out
    rows = change("due", words)(rows_of(awkward("list", "--csv").out))
    said = bring_back(awkward, tmp_path, saved(rows).encode("utf-8-sig"))

    assert f"“{words}” is no date we can read: September 2027 in the plan is left as it was." in said
    assert awkward("list", "--json").out == before


def test_words_that_are_no_due_date_leave_that_of_the_plan_in_a_list_as_json_too(
    awkward: Run, tmp_path: Path
) -> None:
    before = awkward("list", "--json").out
    listed = json.loads(before)
    (row,) = (item for item in listed["items"] if item["ref"] == "99.10")
    row["due"]["date"] = "when it is funded"
    file = tmp_path / "list.json"
    file.write_text(json.dumps(listed), encoding="utf-8")
    said = awkward("import", str(file))

    assert "“when it is funded” is no date we can read: September 2027 in the plan is left" in said.err
    assert awkward("list", "--json").out == before


def test_due_dates_taken_of_words_in_doubt_come_back_as_they_were_taken(run: Run, tmp_path: Path) -> None:
    words = ["Summer 2027", "By Easter 2027", "w/c 3 May 2027", "April-June 2027", "Q4 (Jan-Mar 2027)"]
    rows = [f"77.{n},77,Dates,Do {n},{due},green" for n, due in enumerate(words, start=1)]
    plan = tmp_path / "plan.csv"
    plan.write_text("\n".join(["ref,area no,area,action,due,status", *rows, ""]), encoding="utf-8")
    assert run("import", str(plan), "--yes").code == 0
    listed = run("list", "area:77", "--json").items
    assert [tuple(item["due"].values()) for item in listed] == [
        ("2027-07-31", "term", "Summer 2027"),
        (None, "unclear", "By Easter 2027"),
        ("2027-05-07", "day", "w/c 3 May 2027"),
        ("2027-06-30", "month", "April-June 2027"),
        ("2027-03-31", "quarter", "Q4 (Jan-Mar 2027)"),
    ]
    back = tmp_path / "back.csv"
    back.write_bytes(run("list", "area:77", "--csv").out.encode())
    said = run("import", str(back), "--yes")
    assert said.err == "The plan says all of back.csv already: nothing was changed.\n"
