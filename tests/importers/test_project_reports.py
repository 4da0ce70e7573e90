"""Highlight reports: what stands above the milestones says the project, its manager and how it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TITLE = ("Transformation Highlight Report",)
MILESTONES = [
    ("No.", "Milestone", "Due", "RAG"),
    (1, "Consult staff", "June 2026", "Green"),
    (2, "Go live", "January 2027", "Amber"),
]


def read(folder: Path, *above: tuple[str | None, ...], name: str = "Highlight report") -> PlanLines:
    file = a_workbook(folder / "p.xlsx", {name: [*above, *MILESTONES]})
    return read_plan_file(file, today=date(2026, 12, 1))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    "above",
    [
        [("Project", "Inclusion support"), ("Project manager", "Head of SEND"), ("Overall RAG", "Amber")],
        [
            ("Project name: Inclusion support",),
            ("Project manager: Head of SEND",),
            ("Overall status: Amber",),
        ],
        [
            ("Project", "Inclusion support", None, "Reporting period", "October 2026"),
            ("Project manager", "Head of SEND", None, "Overall RAG", "Amber"),
            (),
            ("Milestones",),
        ],
        [("Workstream", "Inclusion support"), ("Workstream lead", "Head of SEND"), ("Overall BRAG", "Amber")],
    ],
)
def test_a_project_is_the_area_with_its_lead_and_its_overall_rag(
    tmp_path: Path, above: list[tuple[str | None, ...]]
) -> None:
    lines = read(tmp_path, TITLE, (), *above)

    (area,) = lines.areas
    assert (area.title, area.judged) == ("Inclusion support", Status.AT_RISK)
    assert "Head of SEND" in told(lines)
    assert "hold no actions" not in told(lines)
    assert ": Amber” is taken as the judgement of its area." in told(lines)


def test_a_project_names_no_area_where_the_sheet_does(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Project: SEND improvement",), name="Early help")

    assert [area.title for area in lines.areas] == ["Early help"]


def test_words_that_are_no_status_judge_nothing_and_are_told(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Project: Inclusion support",), ("Overall RAG: see below",))

    assert lines.areas[0].judged is None
    assert "“Overall RAG: see below” above the table is not read: left out." in told(lines)


def test_rows_that_are_left_out_above_a_table_are_told_by_their_own_words(tmp_path: Path) -> None:
    lines = read(tmp_path, TITLE, ("Position as at 16 October 2026",), ("Prepared for", "the board", "v3"))

    assert "Row 3 holds no actions (“Prepared for”): left out." in told(lines)
