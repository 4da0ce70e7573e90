"""Months that name no year, as headings and as due dates: read by the file's own date or title, and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_document
from table_formats import Row, Saved, each_format, in_text, in_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
HEADER = ("Ref", "Area no", "Action", "Due")
DUE: list[Row] = [HEADER, ("1.1", "1", "Open a hub", "end of March"), ("1.2", "1", "Train staff", "June")]


def read(file: Path, *answers: str) -> PlanLines:
    given = Answers()
    for text in answers:
        given = given.with_answer("--column", text)
    return read_plan_file(file, today=TODAY, answers=given)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def dues(lines: PlanLines) -> list[date | None]:
    return [line.due.on if line.due else None for line in lines.actions]


def said(lines: PlanLines) -> list[list[date]]:
    return [[then.on for then in line.said if then.on] for line in lines.actions]


YEARS = {
    "SEND action plan 2025/26": (date(2026, 3, 31), date(2025, 6, 30)),
    "SEND Improvement Plan 2025-2026": (date(2026, 3, 31), date(2025, 6, 30)),
    "Improvement plan 2027": (date(2027, 3, 31), date(2027, 6, 30)),
    "Position as at 8 December 2025": (date(2026, 3, 31), date(2026, 6, 30)),
    "Improvement plan, June 2024": (date(2025, 3, 31), date(2024, 6, 30)),
}


@each_format
@pytest.mark.parametrize("title", YEARS)
def test_a_due_month_is_of_the_year_that_the_file_names_and_told(
    tmp_path: Path, title: str, saved: Saved
) -> None:
    lines = read(saved(tmp_path, [(title,), *DUE]))

    assert dues(lines) == list(YEARS[title])
    assert f"“end of March” is taken as March {YEARS[title][0].year}, as the file says “{title}”" in told(
        lines
    )
    assert "say the year where another is meant." in told(lines)


@pytest.mark.parametrize(
    "title",
    [
        "SEND strategy 2024-2029",
        "Plan after the inspection of 2019",
        "Our plan",
        "2026 review of the 2025 plan",
    ],
)
def test_a_title_of_no_year_or_of_several_leaves_the_next_month_to_come_and_tells_it(
    tmp_path: Path, title: str
) -> None:
    lines = read(in_text(tmp_path, [(title,), *DUE]))

    assert dues(lines) == [date(2027, 3, 31), date(2027, 6, 30)]
    assert "“end of March” is taken as March 2027: say the year where another is meant." in told(lines)


def test_the_name_of_a_file_gives_its_year_but_not_the_day_that_a_table_was_pasted(tmp_path: Path) -> None:
    named = in_text(tmp_path, DUE).rename(tmp_path / "Action_plan_2025-26.csv")
    pasted = in_text(tmp_path, DUE).rename(tmp_path / "table pasted 1 December 2026.csv")

    assert dues(read(named)) == [date(2026, 3, 31), date(2025, 6, 30)]
    assert dues(read(pasted)) == [date(2027, 3, 31), date(2027, 6, 30)]


def test_a_quarter_without_a_year_is_offered_of_the_files_year(tmp_path: Path) -> None:
    rows = [("SEND action plan 2025/26",), HEADER, ("1.1", "1", "Open a hub", "Q2")]
    lines = read(in_text(tmp_path, rows))

    assert dues(lines) == [None]
    assert "Is Q2 2025/26 meant?" in told(lines)


def months(*names: str, title: str = "", cell: str = "Green") -> list[Row]:
    rows: list[Row] = [("Ref", "Area no", "Action", *names), ("1.1", "1", "Open a hub", *[cell] * len(names))]
    return [(title,), *rows] if title else rows


def ends(*periods: tuple[int, int]) -> list[list[date]]:
    days = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 9: 30, 10: 31, 11: 30, 12: 31}
    return [[date(year, month, days[month]) for year, month in periods]]


@each_format
@pytest.mark.parametrize("cell", ["Green", "We met the schools twice"])
def test_months_as_headings_are_reviews_and_told(tmp_path: Path, cell: str, saved: Saved) -> None:
    lines = read(saved(tmp_path, months("April", "May", "June", cell=cell)))

    assert said(lines) == ends((2026, 4), (2026, 5), (2026, 6))
    assert "at a review, which no year is said of: read as said on 30 April 2026 to 30 June 2026" in told(
        lines
    )
    assert '--column "June=June 2025" dates it.' in told(lines)


@each_format
@pytest.mark.parametrize(
    ("title", "names", "days"),
    [
        ("SEND plan 2025/26", ("Apr", "May", "Jun"), [(2025, 4), (2025, 5), (2025, 6)]),
        ("SEND plan 2025/26", ("Dec", "Jan", "Feb"), [(2025, 12), (2026, 1), (2026, 2)]),
        ("Position as at 8 December 2025", ("Sep", "Oct", "Nov"), [(2025, 9), (2025, 10), (2025, 11)]),
        ("Our plan", ("RAG Nov", "RAG Dec", "RAG Jan"), [(2025, 11), (2025, 12), (2026, 1)]),
        ("Our plan", ("Feb", "Jan", "Dec"), [(2025, 12), (2026, 1), (2026, 2)]),
    ],
)  # fmt: skip
def test_months_go_on_from_each_other_in_the_year_of_the_file(
    tmp_path: Path, title: str, names: tuple[str, ...], days: list[tuple[int, int]], saved: Saved
) -> None:
    assert said(read(saved(tmp_path, months(*names, title=title)))) == ends(*days)


def test_months_to_come_that_are_empty_do_not_move_those_before_them(tmp_path: Path) -> None:
    rows = months("Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
    rows[1] = (*rows[1][:6], "", "", "", "")

    assert said(read(in_workbook(tmp_path, rows))) == ends((2026, 9), (2026, 10), (2026, 11))


def test_a_month_that_is_answered_is_of_that_year(tmp_path: Path) -> None:
    lines = read(in_text(tmp_path, months("April", cell="Red")), "April=April 2024")

    assert said(lines) == [[date(2024, 4, 30)]]


@each_format
def test_ticks_under_months_are_no_reviews_and_told_as_left_out(tmp_path: Path, saved: Saved) -> None:
    lines = read(saved(tmp_path, months("April", "May", cell="x")))

    assert said(lines) == [[]]
    assert "The column “April” is not one we know: left out." in told(lines)


def test_a_paragraph_of_a_document_gives_the_year(tmp_path: Path) -> None:
    lines = read(a_document(tmp_path / "plan.docx", "SEND action plan 2025/26", DUE))

    assert dues(lines) == [date(2026, 3, 31), date(2025, 6, 30)]
