"""Measures in a file's columns: baseline, target, milestones and actual values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Better
from send_actions.errors import SendActionsError
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


@pytest.mark.parametrize(
    ("header", "values", "readings"),
    [
        (("KPI", "Sept 24", "Oct 24"), ("41%", "44%"), [("September 2024", 41.0), ("October 2024", 44.0)]),
        (("Indicator", "Actual"), ("41%",), [("", 41.0)]),
        (("Measure", "Q1 24/25", "Q2 2024-25"), (12, 11), [("Q1 2024/25", 12.0), ("Q2 2024/25", 11.0)]),
        (("KPI", "Apr", "May"), (12, 11), [("April 2025", 12.0), ("May 2025", 11.0)]),
        (("KPI", "Q3 2024", "Q4 2024"), (12, 11), [("Q3 2024/25", 12.0), ("Q4 2024/25", 11.0)]),
        (("KPI", "2022/23", "2023/24"), (12, 11), [("2022/23", 12.0), ("2023/24", 11.0)]),
        (("KPI", "Target"), (60,), []),
    ],
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_measures_with_one_kind_of_number_come_in(
    tmp_path: Path,
    header: tuple[str, ...],
    values: tuple[object, ...],
    readings: list[tuple[str, float]],
    ending: str,
) -> None:
    rows = [header, ("Plans on time", *values)]
    file = tmp_path / f"kpi.{ending}"
    if ending == "csv":
        file.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    else:
        a_workbook(file, {"KPIs": rows})
    lines = read_plan_file(file, today=date(2026, 3, 31))

    (measure,) = lines.measures
    assert measure.title == "Plans on time"
    assert [(reading.period, reading.value) for reading in measure.readings] == readings
    assert "nothing says which way is better" in lines.problems[0].message
    assert lines.actions == ()


def test_a_year_that_stands_over_quarters_is_theirs(tmp_path: Path) -> None:
    rows = [
        (None, None, "2023", None, "2024"),
        ("No", "Indicator", "Q3", "Q4", "Q1"),
        (1, "Plans on time", "41%", "44%", "50%"),
    ]
    file = a_workbook(tmp_path / "kpi.xlsx", {"KPIs": rows}, merged={"KPIs": ["C1:D1"]})
    lines = read_plan_file(file, today=date(2026, 3, 31))

    (measure,) = lines.measures
    assert [reading.period for reading in measure.readings] == ["Q3 2023/24", "Q4 2023/24", "Q1 2024/25"]
    assert [p.message for p in lines.problems if p.cell == "KPIs!C2"] == [
        "“Q3 2023” is taken as of Q3 2023/24."
    ]


@pytest.mark.parametrize(
    ("words", "better"),
    [("High", "higher"), ("Lower is better", "lower"), ("↑", "higher"), ("Plan", "neither")],
)
def test_a_column_says_which_way_is_better(tmp_path: Path, words: str, better: str) -> None:
    rows = [("KPI", "Polarity", "2023/24"), ("Plans on time", words, 12)]
    lines = read_plan_file(a_workbook(tmp_path / "kpi.xlsx", {"KPIs": rows}), today=date(2026, 3, 31))

    assert [measure.better.value for measure in lines.measures] == [better]


def test_a_csv_of_numbers_without_an_indicator_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kpi.csv"
    file.write_text("School,Sept 24,Oct 24\nOne,1,2\n", encoding="utf-8")

    with pytest.raises(SendActionsError, match="has no column for"):
        read_plan_file(file, today=date(2026, 3, 31))
