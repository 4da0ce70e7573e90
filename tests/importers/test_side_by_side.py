"""Tables that stand beside each other on one sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

HEADER = ("Ref", "Action", "Lead", "Due", "Status")
LEFT = [
    ("1.1", "Open a hub", "Head of SEND", "June 2026", "On track"),
    ("1.2", "Train staff", "Head of SEND", "June 2026", "At risk"),
]
RIGHT = [("2.1", "Write the plan", "DCO", "July 2026", "Complete"), (None,) * 5]
GAP = (None,)


def read(file: Path) -> PlanLines:
    return read_plan_file(file, today=date(2026, 3, 31))


def beside(gap: tuple[None, ...]) -> list[tuple[object, ...]]:
    return [(*left, *gap, *right) for left, right in zip([HEADER, *LEFT], [HEADER, *RIGHT], strict=True)]


@pytest.mark.parametrize("gap", [(), GAP, GAP * 2])
def test_two_tables_of_actions_side_by_side_are_read_apart(tmp_path: Path, gap: tuple[None, ...]) -> None:
    title = ("Priority 1: Early help", *(None,) * 4, *gap, "Priority 2: Plans")
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Plan": [title, *beside(gap)]}))

    assert [(line.ref, line.area_number, str(line.lead)) for line in lines.actions] == [
        ("1.1", "1", "Head of SEND"),
        ("1.2", "1", "Head of SEND"),
        ("2.1", "2", "DCO"),
    ]
    assert [problem.message for problem in lines.problems] == []


def test_a_cell_in_the_table_on_the_right_keeps_its_name(tmp_path: Path) -> None:
    rows = beside(GAP)
    rows[1] = (*rows[1][:-1], "Nearly")
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows}))

    assert [problem.cell for problem in lines.questions] == ["Priority 1!K2"]


def test_tables_side_by_side_may_begin_in_different_rows(tmp_path: Path) -> None:
    aside = [(*(None,) * 6, *HEADER), (*(None,) * 6, *RIGHT[0])]
    rows = [("Area 1: Early help",), HEADER, *LEFT, *aside]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Plan": rows}))

    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "2.1"]


@pytest.mark.parametrize("is_first", [True, False])
def test_measures_beside_actions_are_read_as_such(tmp_path: Path, is_first: bool) -> None:
    kpis = [("KPI", "Baseline", "Target"), ("Plans on time", "41%", "60%"), ("Exclusions", 12, 5)]
    pairs = zip([HEADER, *LEFT], kpis, strict=True)
    rows = [(*kpi, None, *action) if is_first else (*action, None, *kpi) for action, kpi in pairs]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows}))

    assert [line.ref for line in lines.actions] == ["1.1", "1.2"]
    assert [measure.title for measure in lines.measures] == ["Plans on time", "Exclusions"]


@pytest.mark.parametrize(
    "header",
    [
        ("Finding", "Recommendation", None, "Ref", "Action", "Due"),
        ("Ref", "Action", "Lead", None, "Progress update", "Due"),
    ],
)
def test_an_empty_column_inside_a_table_parts_nothing(tmp_path: Path, header: tuple[str, ...]) -> None:
    rows = [header, ("1.1", "Words", "Head of SEND", None, "Under way", "June 2026")]
    if header[0] == "Finding":
        rows[1] = ("Late plans", "Write them on time", None, "1.1", "Open a hub", "June 2026")
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows}))

    assert len(lines.actions) == 1
    assert lines.actions[0].due is not None
