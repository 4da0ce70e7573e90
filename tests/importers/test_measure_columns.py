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


@pytest.mark.parametrize(
    ("heading", "kind", "on", "period", "is_told"),
    [
        ("Baseline (2024/25)", "baseline", date(2025, 3, 31), "2024/25", False),
        ("2024/25 baseline", "baseline", date(2025, 3, 31), "2024/25", False),
        ("Baseline 2024-25", "baseline", date(2025, 3, 31), "2024/25", False),
        ("Target 2026/27", "target", date(2027, 3, 31), "2026/27", True),
        ("Target 2026", "target", date(2026, 12, 31), "2026", True),
        ("Actual Q1", "actual", date(2025, 6, 30), "Q1 2025/26", True),
        ("Q4", "actual", date(2026, 3, 31), "Q4 2025/26", True),
        ("Target %", "target", None, "", False),
        ("Latest", "actual", None, "", False),
    ],
)
def test_a_heading_says_which_value_and_of_when(
    heading: str, kind: str, on: date | None, period: str, *, is_told: bool
) -> None:
    other = "Baseline" if kind != "baseline" else "Target"
    found, _ = find_measure_columns((heading, other), [("1", "2")], TODAY)
    assert (found.kind, found.on, found.period, bool(found.taken)) == (kind, on, period, is_told)


@pytest.mark.parametrize(
    ("today", "period"), [(date(2026, 12, 1), "Q4 2025/26"), (date(2026, 2, 1), "Q4 2025/26")]
)
def test_a_quarter_without_its_year_is_the_one_that_began_last(today: date, period: str) -> None:
    found, _ = find_measure_columns(("Actual Q4", "Target"), [("1", "2")], today)
    assert (found.period, found.taken) == (period, f"“Actual Q4” is taken as of {period}.")


def _of_data(tmp_path: Path, *rows: tuple[str, ...]) -> tuple[tuple[MeasureLine, ...], str]:
    """Return the measures of a sheet beside that of the actions, and all that is told of the file."""
    file = a_workbook(tmp_path / "plan.xlsx", {"1 One": ACTIONS, "Data": rows})
    lines = read_plan_file(file, today=TODAY)
    return lines.measures, "\n".join(map(str, lines.problems))


def test_a_suppressed_figure_is_no_number_and_is_kept_in_the_note(tmp_path: Path) -> None:
    measures, told = _of_data(
        tmp_path,
        ("KPI", "Baseline (2024/25)", "Target 2026/27", "Actual Q1", "Actual Q2"),
        ("Exclusions", "9", "<5", "<5", "7"),
        ("Appeals", "8", "2", "<5", "*"),
    )
    assert measures[0].readings == (
        ReadingLine(date(2025, 9, 30), "Q2 2025/26", 7.0, "Actual Q1 2025/26: <5"),
    )
    assert (measures[0].target, measures[0].target_by) == (5.0, date(2027, 3, 31))
    assert measures[1].readings == ()
    assert "Data!D2: “<5” is a suppressed figure and no number: kept in the note of its reading." in told
    assert "Data!D3: “<5” is a suppressed figure and no number: left out." in told
    assert "Data!E3: “*” is no value of the measure: left out." in told
    assert "Data!C1: “Target 2026/27” is taken as of 31 March 2027." in told


def test_a_share_among_percents_is_one_of_a_hundred_and_told(tmp_path: Path) -> None:
    measures, told = _of_data(
        tmp_path, ("KPI", "Baseline", "Target", "Actual"), ("On time", "58%", "85%", "0.63")
    )
    assert [reading.value for reading in measures[0].readings] == [63.0]
    assert "Data!D2: “0.63” has no % where others of this measure have: taken as 63%." in told


def test_a_measure_is_in_its_area_and_a_comment_is_the_note_of_its_reading(tmp_path: Path) -> None:
    actions = [("Ref", "Area", "Area title", "Action"), ("1.1", "1", "Timeliness", "Train")]
    data = [
        ("Area", "KPI", "Baseline", "Target", "Actual", "Comment", "Data owner"),
        ("1", "On time", "58%", "85%", "63%", "Rising", "Ann"),
        ("Timeliness", "Waiting", "9", "2", "", "Not counted yet", ""),
        ("Health", "Seen", "9", "2", "3", "", ""),
    ]
    file = a_workbook(tmp_path / "plan.xlsx", {"1 One": actions, "Data": data})
    lines = read_plan_file(file, today=TODAY)
    assert [measure.area for measure in lines.measures] == ["1", "1", ""]
    assert lines.measures[0].readings == (ReadingLine(None, "", 63.0, "Rising"),)
    told = "\n".join(map(str, lines.problems))
    assert "Data!F3: “Not counted yet” has no reading that it is of: left out." in told
    assert "Data!G1: “Data owner” is not read of a measure: left out." in told
    assert "Data!A4: “Health” is no area of the plan or of the file: the measure is in none." in told


def test_a_heading_that_leaves_the_year_open_is_told_beside_actions_too(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "Success measure", "2024/25 baseline", "Target 2026/27", "Actual Q1")]
    rows += [("1.1", "Train", "Staff trained", "10", "200", "<5")]
    lines = read_plan_file(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}), today=TODAY)
    measure = lines.actions[0].measures[0]
    assert (measure.baseline_period, measure.target, measure.readings) == ("2024/25", 200.0, ())
    told = "\n".join(map(str, lines.problems))
    assert "1 One!F1: “Actual Q1” is taken as of Q1 2025/26." in told
    assert "1 One!F2: “<5” is a suppressed figure and no number: left out." in told
