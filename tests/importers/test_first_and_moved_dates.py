"""Two columns of due dates: which holds the first, and which what it was moved to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

FIRST, MOVED = date(2026, 3, 31), date(2026, 6, 30)


def read(folder: Path, *heads: str, cells: tuple[object, ...] = (FIRST, MOVED)) -> PlanLines:
    rows = [("Ref", "Action", *heads, "Status"), ("1.1", "Open a hub", *cells, "On track")]
    return read_plan_file(a_workbook(folder / "p.xlsx", {"Priority 1": rows}), today=date(2026, 12, 1))


def dates(lines: PlanLines) -> tuple[date | None, date | None]:
    (line,) = lines.actions
    return (line.due.on if line.due else None, line.revised.on if line.revised else None)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    "heads",
    [
        ("Original implementation date", "Revised implementation date"),
        ("Original agreed date", "Revised date"),
        ("Baseline date", "Forecast date"),
        ("Baseline end", "Current end date"),
        ("Original target", "Current target"),
        ("Initial target date", "Target date"),
        ("Target date (original)", "Target date (revised)"),
        ("Target date Original", "Target date Revised"),
        ("Target date - original", "Target date - current"),
        ("Date originally due", "Latest forecast"),
        ("Due date", "Current forecast date"),
        ("Planned completion", "Forecast completion"),
        ("Original Due", "Due"),
        ("Agreed date", "Revised date"),
        ("Agreed implementation date", "Revised implementation date"),
    ],
)
def test_the_first_date_is_kept_and_the_other_moves_it_in_whichever_order(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    assert dates(read(tmp_path, *heads)) == (FIRST, MOVED)
    back = read(tmp_path, *reversed(heads), cells=(MOVED, FIRST))
    assert dates(back) == (FIRST, MOVED)
    assert "left out" not in told(back)


@pytest.mark.parametrize("head", ["Original implementation date", "Baseline date", "Forecast date"])
def test_one_column_of_either_kind_alone_is_the_due_date(tmp_path: Path, head: str) -> None:
    lines = read(tmp_path, head, cells=(FIRST,))

    assert dates(lines) == (FIRST, None)
    assert f"The column “{head}” is read as the due date." in told(lines)


@pytest.mark.parametrize("head", ["Original start date", "Initial review date", "Baseline", "First review"])
def test_what_else_was_first_is_no_due_date(tmp_path: Path, head: str) -> None:
    lines = read(tmp_path, head, "Due date", cells=(FIRST, MOVED))

    assert dates(lines) == (MOVED, None)


def test_a_column_without_words_takes_no_filled_ones_place(tmp_path: Path) -> None:
    lines = read(tmp_path, "Timeline", "Start", "Finish", cells=(None, FIRST, MOVED))

    assert dates(lines) == (MOVED, None)
    assert lines.actions[0].start == FIRST
    assert "“Finish”" not in told(lines)


def test_the_columns_of_a_project_programme_are_known(tmp_path: Path) -> None:
    heads = ("Planned Start", "Planned Finish", "Actual Finish")
    lines = read(tmp_path, *heads, cells=(FIRST, MOVED, date(2026, 7, 10)))

    assert (dates(lines), lines.actions[0].start) == ((MOVED, None), FIRST)
    assert "left out" not in told(lines)


@pytest.mark.parametrize(
    "words",
    [
        "31 March 2026 (revised: 30 June 2026)",
        "31/03/2026 (revised 30/06/2026)",
        "31 March 2026, now 30 June 2026",
        "31 March 2026 – moved to 30 June 2026",
        "31/03/2026 extended to 30/06/2026",
        "30 June 2026 (was 31 March 2026)",
        "30 June 2026 (originally 31 March 2026)",
    ],
)
def test_one_cell_that_says_the_first_date_and_what_it_was_moved_to_says_both(
    tmp_path: Path, words: str
) -> None:
    lines = read(tmp_path, "Due", cells=(words,))
    assert dates(lines) == (FIRST, MOVED)
    assert "is taken as 31 March 2026, moved to 30 June 2026." in told(lines)


@pytest.mark.parametrize(
    "words",
    ["31 March 2026 or 30 June 2026", "31 March 2026 (revised: summer)", "Revised: 30 June 2026 (TBC)"],
)
def test_a_cell_that_says_no_two_dates_surely_moves_nothing(tmp_path: Path, words: str) -> None:
    assert dates(read(tmp_path, "Due", cells=(words,)))[1] is None


@pytest.mark.parametrize("head", ["Closing note", "Closure comment", "Outcome of action"])
def test_how_an_action_was_closed_is_its_note(tmp_path: Path, head: str) -> None:
    (line,) = read(tmp_path, "Due", head, cells=(FIRST, "Published in June")).actions
    assert line.note == "Published in June"
    both = read(tmp_path, "Due", "Latest update", head, cells=(FIRST, "Draft sent", "Published in June"))
    (line,) = both.actions
    kept = " ".join([line.note or "", *(said.note or "" for said in line.said)])
    assert "Draft sent" in kept
    assert "Published in June" in kept
    assert not line.success_measure
