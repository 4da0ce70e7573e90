"""Columns of steps whose heading says by when they are to be reached."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from word_tables import word_tables

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
DAYS = [date(2026, 12, 31), date(2027, 3, 31)]


def read(tmp_path: Path, first: str, second: str, *cells: str) -> PlanLines:
    header = ["Ref", "Action", "Lead", first, second]
    file = word_tables(
        tmp_path / "plan.docx", "Area 1: Voice", [header, ["1.1", "Recruit", "HR Lead", *cells]]
    )
    return read_plan_file(file, today=TODAY, answers=Answers())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("By Dec 2026", "By March 2027"),
        ("By end of December 2026", "By 31/03/2027"),
        ("3 months (December 2026)", "6 months (Mar 2027)"),
        ("3 month milestone: Dec 2026", "6 month milestone: March 2027"),
        ("3 months – Dec 26", "6 months – Mar 27"),
    ],
)
def test_a_date_in_a_heading_is_that_of_the_steps_below_it(tmp_path: Path, first: str, second: str) -> None:
    lines = read(tmp_path, first, second, "Advert is out", "In post")
    (action,) = lines.actions
    assert [(step.words, step.due.on) for step in action.steps] == [
        ("Advert is out", DAYS[0]),
        ("In post", DAYS[1]),
    ]
    assert [p.message for p in lines.problems] == [
        "Nothing in the file says a status: the actions come in without one."
    ]


def test_a_heading_of_months_alone_dates_no_step(tmp_path: Path) -> None:
    (action,) = read(tmp_path, "3 months", "6 months", "Advert is out", "In post").actions
    assert [step.due.on for step in action.steps] == [None, None]


@pytest.mark.parametrize("cells", [("50%", "70%"), ("✓", ""), ("Green", "Amber")])
def test_marks_below_a_date_are_no_steps(tmp_path: Path, cells: tuple[str, str]) -> None:
    (action,) = read(tmp_path, "By Dec 2026", "By March 2027", *cells).actions
    assert action.steps == ()
