"""Headings of refs as each plan calls its own, and those of what only has a number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines


def read(folder: Path, head: str, *cells: object) -> PlanLines:
    rows = [
        (head, "Action", "Lead", "Status"),
        *((cell, f"Train team {n}", "Head of SEND", "On track") for n, cell in enumerate(cells, start=1)),
    ]
    return read_plan_file(a_workbook(folder / "p.xlsx", {"Priority 1": rows}), today=date(2026, 12, 1))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    "head",
    [
        *(
            "SI ref",
            "Mitigation ref",
            "WSoA reference",
            "Plan Ref.",
            "Ref (SIP)",
            "Milestone no",
            "Task number",
        ),
        *("Deliverable ID", "APP ref no", "Unique ref", "Recommendation ID", "Ref/ID", "Action Ref No."),
    ],
)
def test_the_plans_own_name_of_its_refs_is_known_and_told(tmp_path: Path, head: str) -> None:
    lines = read(tmp_path, head, "SI-07", "SI-08")

    assert [line.ref for line in lines.actions] == ["SI-07", "SI-08"]
    assert "left out" not in told(lines)


@pytest.mark.parametrize(
    "head",
    ["Risk ref", "KPI ref", "Minute ref", "Evidence ref", "Finding no", "Priority ref", "Phone number"],
)
def test_a_number_of_something_else_is_no_ref(tmp_path: Path, head: str) -> None:
    lines = read(tmp_path, head, "R7", "R8")

    assert [line.ref for line in lines.actions] == ["1.1", "1.2"]
    assert f"“{head}”" in told(lines)


def test_a_ref_that_comes_again_in_other_rows_is_that_of_something_else(tmp_path: Path) -> None:
    lines = read(tmp_path, "Audit ref", "IA-1", "IA-1", "IA-2")

    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "1.3"]
    assert "The column “Audit ref” is not one we know: left out." in told(lines)


def test_a_row_that_stands_twice_with_its_ref_is_one_action(tmp_path: Path) -> None:
    row = ("SI-08", "Write a policy", "Head of SEND", "On track")
    rows = [("SI ref", "Action", "Lead", "Status"), ("SI-07", "Train", "DCO", "On track"), row, row]
    file = a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows})
    lines = read_plan_file(file, today=date(2026, 12, 1))

    assert [line.ref for line in lines.actions] == ["SI-07", "SI-08"]
    assert "The ref SI-08 stands twice with the same words: taken as one action." in told(lines)
