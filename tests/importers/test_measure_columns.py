"""Measures in a file's columns: baseline, target, milestones and actual values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Better
from send_actions.importers.measure_columns import MeasureLine, ReadingLine, find_measure_columns
from send_actions.importers.plan_file import read_plan_file

TODAY = date(2026, 3, 31)
ACTIONS = [("Ref", "Action"), ("1.1", "Train")]
INDICATORS = [
    (
        "Indicator",
        "Baseline (March 2025)",
        "Target March 2027",
        "Milestone Sept 2026",
        "Q2 2025/26",
        "Q3 2025/26",
    ),
    ("Plans in 20 weeks", "58.2%", "85%", "70%", "61%", "64%"),
    ("Children waiting", "120", "40", "", "110", "improving"),
    ("Note: all are of the council", None, None, None, None, None),
]


def test_a_table_of_indicators_is_read_beside_the_actions(tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "plan.xlsx", {"1 One": ACTIONS, "Data": INDICATORS})
    lines = read_plan_file(file, today=TODAY)
    assert [line.ref for line in lines.actions] == ["1.1"]
    assert lines.measures[0] == MeasureLine(
        "Plans in 20 weeks",
        "%",
        Better.HIGHER,
        58.2,
        "March 2025",
        85.0,
        date(2027, 3, 31),
        (
            ReadingLine(date(2025, 9, 30), "Q2 2025/26", 61.0),
            ReadingLine(date(2025, 12, 31), "Q3 2025/26", 64.0),
        ),
        (ReadingLine(date(2026, 9, 30), "September 2026", 70.0),),
    )
    assert (lines.measures[1].title, lines.measures[1].better) == ("Children waiting", Better.LOWER)
    told = "\n".join(map(str, lines.problems))
    assert "Data!F3: “improving” is no value of the measure: left out." in told
    assert "Data!A1: 2 measures are read from this table" in told


def test_values_in_an_actions_row_are_of_its_success_measure(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Success measure", "Baseline", "Target", "Actual"),
        ("1.1", "Train", "Staff trained", "10", "200", "90"),
        ("1.2", "Visit", "", "", "", ""),
    ]
    lines = read_plan_file(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}), today=TODAY)
    measure = lines.actions[0].measures[0]
    assert (measure.title, measure.baseline, measure.target) == ("Staff trained", 10.0, 200.0)
    assert measure.readings == (ReadingLine(None, "", 90.0),)
    assert lines.actions[1].measures == ()


@pytest.mark.parametrize(
    "header",
    [
        ("Target date", "Actual date"),
        ("Target", "Lead"),
        ("Baseline", "Comment"),
        ("Milestone", "Actual"),
    ],
)
def test_columns_without_numbers_of_two_kinds_are_no_measures(header: tuple[str, str]) -> None:
    assert find_measure_columns(header, [("June 2026", "Head of SEND"), ("70", "soon")], TODAY) == []
