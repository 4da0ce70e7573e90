"""Columns of reviews: those with a date in them, those without one, and months under one heading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook
from openpyxl import load_workbook
from word_tables import word_tables

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
SIX, TWELVE = "RAG at 6-month review", "RAG at 12-month review"
DATED = [(date(2025, 6, 30), Status.AT_RISK), (date(2025, 12, 31), Status.ON_TRACK)]


def read(folder: Path, heads: tuple[str, ...], cells: tuple[str, ...], *columns: str) -> PlanLines:
    file = folder / "plan.csv"
    rows = (("ref", "area_no", "area", "action", *heads), ("1.1", "1", "One", "Train", *cells))
    file.write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")
    answers = Answers()
    for column in columns:
        answers = answers.with_answer("--column", column)
    return read_plan_file(file, today=TODAY, answers=answers)


def said(lines: PlanLines) -> list[tuple[date | None, Status | None]]:
    return [(then.on, then.status) for then in lines.actions[0].said]


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    "heads",
    [
        (f"{SIX} (June 2025)", f"{TWELVE} (December 2025)"),
        ("6-month review RAG (June 2025)", "12-month review RAG (Dec 2025)"),
        ("RAG at 30 June 2025", "RAG at 31 December 2025"),
        ("Status - review meeting Jun 2025", "Status - review meeting Dec 2025"),
        ("Jun-25", "2025-12-01"),
    ],
)
def test_every_column_of_a_review_with_a_date_is_said_on_that_day(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    lines = read(tmp_path, heads, ("Amber", "Green"))

    assert said(lines) == DATED
    assert lines.actions[0].latest_status is Status.ON_TRACK
    assert "left out:" not in told(lines)


def test_months_over_words_that_are_no_status_are_no_reviews(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Jun-25", "Dec-25"), ("41%", "Amber"))

    assert said(lines) == [(date(2025, 12, 31), Status.AT_RISK)]
    assert "The column “Jun-25” is not one we know: left out." in told(lines)


@pytest.mark.parametrize("heads", [(SIX, TWELVE), ("Status at review 1", "Status at review 2")])
def test_two_columns_without_a_date_are_asked_about_and_answered_each_for_itself(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    (question,) = read(tmp_path, heads, ("Amber", "Green")).questions
    assert "could each be the status: which is it" in question.message
    assert f'--column "{heads[0]}=June 2025" dates a review.' in question.message

    columns = (f"{heads[0]}=June 2025", f"{heads[1]}=December 2025")
    answered = read(tmp_path, heads, ("Amber", "Green"), *columns)
    assert said(answered) == DATED
    assert answered.questions == ()
    assert set(answered.used.columns) == set(heads)


def test_one_column_of_a_review_without_a_date_is_the_status(tmp_path: Path) -> None:
    lines = read(tmp_path, (SIX,), ("Amber",))
    assert lines.actions[0].status is Status.AT_RISK


def test_the_status_of_this_month_is_todays_and_last_months_is_left_out(tmp_path: Path) -> None:
    lines = read(tmp_path, ("RAG last month", "RAG this month"), ("Amber", "Green"))
    assert lines.actions[0].status is Status.ON_TRACK
    assert "The column “RAG last month” is not one we know: left out." in told(lines)


def test_months_as_dates_under_a_merged_heading_are_reviews(tmp_path: Path) -> None:
    months = [date(2025, 6, 1), date(2025, 12, 1)]
    rows = [
        ("", "", "RAG rating (month end)", ""),
        ("Ref", "Action", *months),
        ("1.1", "Train", "A", "G"),
        ("1.2", "Visit", "R", ""),
    ]
    file = a_workbook(tmp_path / "plan.xlsx", {"Priority 1": rows})
    book = load_workbook(file)
    book.active.merge_cells("C1:D1")
    for cell in ("C2", "D2"):
        book.active[cell].number_format = "mmm-yy"
    book.save(file)
    lines = read_plan_file(file, today=TODAY, answers=Answers())

    assert said(lines) == DATED
    assert lines.actions[1].latest_status is Status.OFF_TRACK
    assert "says a status" not in told(lines)


@pytest.mark.parametrize("columns", [(), ("Jun-25=June 2025", "Dec-25=Dec 2025")])
def test_a_file_whose_reviews_say_the_status_is_not_said_to_have_none(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    rows = [("Ref", "Action", "Lead", "Jun-25", "Dec-25"), ("1.1", "Train", "DCO", "A", "G")]
    file = a_workbook(tmp_path / "plan.xlsx", {"Priority 1": rows})
    answers = Answers(columns=dict(column.split("=") for column in columns))
    lines = read_plan_file(file, today=TODAY, answers=answers)

    assert said(lines) == DATED
    assert "Nothing in the file says a status" not in told(lines)


def test_one_heading_means_one_thing_in_all_tables_of_a_file(tmp_path: Path) -> None:
    header = ("Ref", "Action", "Status", "Progress to September 2025")
    prose = "Dates were agreed with every school and health team"
    tables = {
        "Priority 1": [header, ("1.1", "Train", "Green", prose), ("1.2", "Visit", "Green", prose)],
        "Priority 2": [header, ("2.1", "Audit", "Amber", "All booked")],
    }
    file = a_workbook(tmp_path / "plan.xlsx", tables)
    lines = read_plan_file(file, today=TODAY, answers=Answers())

    assert lines.questions == ()
    assert [tuple(one)[:3] for one in lines.actions[2].said] == [(date(2025, 9, 30), None, "All booked")]


@pytest.mark.parametrize("named", ["Q{} RAG", "RAG Q{}", "Quarter {} RAG"])
@pytest.mark.parametrize(
    ("title", "year"), [("Delivery plan 2026-27", 2026), ("Plan 2025/26", 2025), ("Plan", 2026)]
)
def test_a_quarter_without_a_year_is_that_of_the_files_year(
    tmp_path: Path, named: str, title: str, year: int
) -> None:
    header = ["Ref", "Action", named.format(1), "Q1 progress", named.format(2)]
    rows = [header, ["1.1", "Recruit", "Green", "3 approved", "Amber"]]
    file = word_tables(tmp_path / "plan.docx", title, "Area 1: Homes", rows)
    lines = read_plan_file(file, today=date(2026, 12, 1))
    assert lines.questions == ()
    assert [(then.on, str(then.status), then.note) for then in lines.actions[0].said] == [
        (date(year, 6, 30), "on-track", "3 approved"),
        (date(year, 9, 30), "at-risk", None),
    ]
    days = f"30 June {year} to 30 September {year}"
    assert any(days in problem.message for problem in lines.doubts)


@pytest.mark.parametrize(
    ("heads", "cells", "days"),
    [
        (("Q1 RAG", "Q2 RAG", "Q3 RAG", "Q4 RAG"), "GGAR", ["2025-06-30", "2025-09-30", "2025-12-31", TODAY]),
        (("Q1 RAG", "Q2 RAG", "Q3 RAG", "Q4 RAG"), "GG  ", ["2025-06-30", "2025-09-30"]),
        (("Q2 RAG", "Q1 RAG", "Q4 RAG"), "GAR", ["2025-03-31", "2025-06-30", "2025-09-30"]),
        (("RAG Nov", "RAG Dec", "RAG Jan"), "GAR", ["2025-11-30", "2025-12-31", "2026-01-31"]),
        (("RAG Jan", "RAG Dec", "RAG Nov"), "GAR", ["2025-11-30", "2025-12-31", "2026-01-31"]),
        (("RAG Jan", "RAG Apr", "RAG May"), "GGA", ["2025-01-31", "2025-04-30", "2025-05-31"]),
        (("RAG Jan", "RAG Apr", "RAG May"), "G  ", ["2026-01-31"]),
        (("RAG quarter 2 2025/26", "RAG quarter 3 2025/26"), "GA", ["2025-09-30", "2025-12-31"]),
        (("Autumn RAG", "Spring term RAG"), "GA", ["2025-12-31", TODAY]),
    ],
)
def test_reviews_that_name_no_year_follow_each_other_up_to_the_last_that_was_filled_in(
    tmp_path: Path, heads: tuple[str, ...], cells: str, days: list[date | str]
) -> None:
    lines = read(tmp_path, heads, tuple(cell.strip() for cell in cells))

    assert [str(then.on) for then in lines.actions[0].said] == [str(day) for day in days]


def test_a_review_that_nobody_filled_in_is_not_said_to_be_read(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Autumn RAG", "Spring RAG", "Summer RAG"), ("G", "A", ""))

    assert "“Autumn RAG” to “Spring RAG” hold the status at a review" in told(lines)
    assert "July" not in told(lines)
