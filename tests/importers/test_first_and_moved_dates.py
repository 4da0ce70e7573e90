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
