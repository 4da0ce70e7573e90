"""What a table says is read by one rule, whatever file it is saved in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from table_formats import Saved, each_format, in_text

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.unasked import why_unasked

TODAY = date(2026, 12, 1)
HEADER = ("Ref", "Action", "Lead", "Due", "Status")


def read(file: Path, answers: Answers | None = None) -> PlanLines:
    return read_plan_file(file, today=TODAY, answers=answers)


def action(ref: str, words: str = "Train staff") -> tuple[str, ...]:
    return (ref, f"{words} of {ref}", "Head of SEND", "May 2027", "Green")


@each_format
def test_one_word_in_the_place_of_a_ref_heads_the_rows_below(tmp_path: Path, saved: Saved) -> None:
    rows = [
        HEADER,
        ("Inclusion",),
        action("1.1"),
        action("1.2"),
        ("Transitions",),
        action("2.1"),
        action("2.2"),
    ]
    lines = read(saved(tmp_path, rows))
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Inclusion"), ("2", "Transitions")]
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "2.1", "2.2"]
    assert not lines.questions


@each_format
@pytest.mark.parametrize("label", ["Priority 2", "Pillar 2", "Work stream 2:", "Area for improvement 2"])
def test_the_label_and_the_title_of_an_area_are_no_action(tmp_path: Path, saved: Saved, label: str) -> None:
    lines = read(saved(tmp_path, [HEADER, (label, "Early help"), action("2.1"), action("2.2")]))
    assert [(area.number, area.title) for area in lines.areas] == [("2", "Early help")]
    assert [(line.ref, line.area_number) for line in lines.actions] == [("2.1", "2"), ("2.2", "2")]


@each_format
def test_what_labels_above_a_table_say_of_its_area_is_read(tmp_path: Path, saved: Saved) -> None:
    above = [("Overall RAG: Amber",), ("Outcome: Children thrive",), ("Priority 2: Early help",)]
    lines = read(saved(tmp_path, [*above, HEADER, action("2.1")]))
    (area,) = lines.areas
    assert (area.number, area.title, area.outcome) == ("2", "Early help", "Children thrive")
    assert area.judged is Status.AT_RISK
    assert not any("left out" in problem.message for problem in lines.problems)


@each_format
def test_a_date_of_update_hides_no_second_table(tmp_path: Path, saved: Saved) -> None:
    first = [("Ref", "Action", "Lead", "Updated on"), ("1.1", "Train", "Head of SEND", "1 June 2026")]
    second = [("Ref", "Action", "Status", "Due"), ("1.2", "Count", "Green", "May 2027")]
    lines = read(saved(tmp_path, [*first, ("",), *second]))
    assert [(line.ref, line.status) for line in lines.actions] == [("1.1", None), ("1.2", Status.ON_TRACK)]


@each_format
def test_a_heading_that_names_a_day_from_today_is_no_review(tmp_path: Path, saved: Saved) -> None:
    rows = [(*HEADER[:4], "Update tomorrow"), ("1.1", "Train", "Head of SEND", "May 2027", "Amber")]
    assert [line.ref for line in read(saved(tmp_path, rows)).actions] == ["1.1"]


@each_format
@pytest.mark.parametrize("years", ["2025-26", "2025/26", "2025 to 2026", "2025–2026"])
def test_months_without_a_year_are_of_the_year_in_the_title(tmp_path: Path, saved: Saved, years: str) -> None:
    header = ("Ref", "Action", "Lead", "RAG Sept", "RAG Dec")
    rows = [(f"SEND plan {years}",), header, ("1.1", "Train", "Head of SEND", "Green", "Amber")]
    (line,) = read(saved(tmp_path, rows)).actions
    assert [then.on for then in line.said] == [date(2025, 9, 30), date(2025, 12, 31)]


@each_format
def test_headings_that_say_a_status_leave_no_file_without_one(tmp_path: Path, saved: Saved) -> None:
    rows = [HEADER[:4], ("Completed actions",), action("1.1")[:4], action("1.2")[:4]]
    lines = read(saved(tmp_path, rows))
    assert not any("Nothing in the file says a status" in doubt.message for doubt in lines.doubts)


TWO_TABLES = (
    *(
        ("Ref", "Action", "Lead"),
        ("A1", "Train", "Head of SEND"),
        ("A2", "Train more", "Head of SEND"),
        ("",),
    ),
    *(("Ref", "Action", "Status"), ("B1", "Count", "Green"), ("B2", "Count more", "Green")),
)


def test_the_area_of_each_table_in_a_csv_is_answered_by_the_cell_that_is_named(tmp_path: Path) -> None:
    file = in_text(tmp_path, TWO_TABLES)
    asked = [str(problem.answer) for problem in read(file).questions]
    assert asked == ['--area "A2=…"', '--area "A6=…"']
    answers = Answers().with_answer("--area", "A2=1 One").with_answer("--area", "A6=2 Two")
    lines = read(file, answers)
    assert [(line.ref, line.area_number) for line in lines.actions] == [
        *(("A1", "1"), ("A2", "1"), ("B1", "2"), ("B2", "2"))
    ]
    assert not lines.questions
    assert not why_unasked(Answers().with_answer("--area", "A2=1 One"), lines.used, "A2=1 One")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("C9=1", "no row names an area “C9”"),
        ("Plan!A9=1", "no rows without an area begin at PLAN!A9"),
        ("Voice=1", "no row names an area “Voice”"),
    ],
)
def test_an_area_that_nothing_asks_for_is_told(tmp_path: Path, typed: str, why: str) -> None:
    given = Answers().with_answer("--area", typed)
    assert why_unasked(given, read(in_text(tmp_path, TWO_TABLES), given).used, typed) == why
