"""Areas of a file that are the plan's by number or by title alone: asked about, with both titles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area
from office_files import a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
PLAN = a_plan(
    an_area("1", id=1, title="Early help"),
    an_action("1.1", id=11, area_id=1, title="Open a front door for families"),
    an_area("2", id=2, title="Therapies"),
    an_action("2.1", id=21, area_id=2, title="Publish the pathway"),
    an_action("2.2", id=22, area_id=2, title="Cut the waits"),
    an_area("3", id=3, title="Quality of plans in the local area"),
    an_area("4", id=4, title="Transport"),
)
HEADER = "ref,area no,area,action\n"


def read(tmp_path: Path, rows: str, *answers: str, kept: Answers | None = None) -> PlanLines:
    (tmp_path / "plan.csv").write_text(HEADER + rows, encoding="utf-8")
    given = Answers()
    for answer in answers:
        given = given.with_answer("--area", answer)
    given = given.over(kept or Answers())
    return read_plan_file(tmp_path / "plan.csv", today=TODAY, plan=PLAN, answers=given)


def flags(lines: PlanLines) -> list[str]:
    return [str(problem.answer) for problem in lines.questions]


def areas(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(area.number, area.title) for area in lines.areas]


OTHER = "N1,1,Sufficiency,Count the places\n"


def test_an_area_with_the_number_of_one_and_a_title_that_is_wholly_other_is_asked_about(
    tmp_path: Path,
) -> None:
    lines = read(tmp_path, OTHER + "N2,1,Sufficiency,Plan the places\n")
    (question,) = lines.questions
    assert str(question) == (
        "C2: Area 1 is “Early help” in the plan and “Sufficiency” here: 1 if it is the same area under a new "
        "title, plan if it keeps the plan's, new if it is another, or which number has it?"
    )
    assert flags(lines) == ['--area "1=new"']


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("1=1", ("1", "Sufficiency")),
        ("1=file", ("1", "Sufficiency")),
        ("1=plan", ("1", None)),
        ("1=new", ("5", "Sufficiency")),
        ("Sufficiency=new", ("5", "Sufficiency")),
        ("1 Sufficiency=new", ("5", "Sufficiency")),
        ("1=12", ("12", "Sufficiency")),
        ("1=2", ("2", "Sufficiency")),
        ("1=Therapies", ("2", None)),
        ("1=Places", ("5", "Places")),
        ("new", ("5", "Sufficiency")),
        ("plan", ("1", None)),
        ("file", ("1", "Sufficiency")),
    ],
)
def test_each_answer_is_enough_and_kept_for_this_area_alone(
    tmp_path: Path, answer: str, found: tuple[str, str | None]
) -> None:
    lines = read(tmp_path, OTHER, answer)
    assert (flags(lines), areas(lines)) == ([], [found])
    assert [line.area_number for line in lines.actions] == [found[0]]
    kept = Answers.from_json(lines.answers.to_json())
    again = read(tmp_path, OTHER, kept=kept)
    assert (flags(again), areas(again)) == ([], [found])
    again = read(tmp_path, OTHER, answer, kept=kept)
    assert (flags(again), areas(again)) == ([], [found])
    own = read(tmp_path, "N9,1,Police,Ask\n1.1,1,Early help,Open a front door for families\n", kept=kept)
    assert flags(own) == ['--area "1 Police=new"']
    assert ("1", "Early help") in [(line.area_number, line.area_title) for line in own.actions]


@pytest.mark.parametrize(
    ("rows", "flag", "words"),
    [
        ("1.1,1,Getting support,Open a front door for families\n", "1=1", "“Getting support” here"),
        ("2.1,1,Speech,Publish the pathway\n2.2,1,Speech,Cut the waits\n", "1=2", "most like 2 “Therapies”"),
        ("N1,4,Buses,Ask\n", "4=4", "Area 4 is “Transport”"),
        ("N1,1,The quality of plans locally,Ask\n", "1=3", "most like 3"),
        ("N1,7,Therapies,Ask\n", "7=2", "has the title of area 2"),
        ("N1,1,Therapies,Ask\n", "1=2", "where 1 is “Early help”"),
        ("N1,1,Sufficiency,Ask twice\n1.1,1,Early help,Ask\n", "1 Sufficiency=new", "“Sufficiency” here"),
    ],
)
def test_what_is_most_likely_meant_is_offered(tmp_path: Path, rows: str, flag: str, words: str) -> None:
    lines = read(tmp_path, rows)
    (area,) = [problem for problem in lines.questions if problem.answer and problem.answer.flag == "--area"]
    assert str(area.answer) == f'--area "{flag}"'
    assert words in area.message


@pytest.mark.parametrize(
    "title", ["EARLY  HELP", "Early help.", "Early-help", "Eerly help", "The early help"]
)
def test_a_title_that_differs_by_a_slip_is_the_same_area(tmp_path: Path, title: str) -> None:
    lines = read(tmp_path, f"1.1,1,{title},Open a front door for families\n")
    assert lines.problems == ()


def test_a_reworded_title_is_told_with_what_says_another(tmp_path: Path) -> None:
    rows = "N1,3,Quality of the plans,Ask\n"
    lines = read(tmp_path, rows)
    (doubt,) = lines.problems
    assert str(doubt) == (
        "C2: Area 3 is “Quality of plans in the local area” in the plan and “Quality of the plans” here: "
        'taken as the same area under a new title; another with --area "3=new".'
    )
    assert not doubt.is_question
    assert areas(lines) == [("3", "Quality of the plans")]
    lines = read(tmp_path, rows, "3=new")
    assert (lines.problems, areas(lines)) == ((), [("5", "Quality of the plans")])


SECOND = "".join(f"N{n},{n},{t},Do {t}\n" for n, t in enumerate(("Health", "Schools", "Money", "Data"), 1))


def test_one_answer_is_enough_for_all_areas_of_another_plan(tmp_path: Path) -> None:
    lines = read(tmp_path, SECOND)
    assert [problem.answer.of_all for problem in lines.questions if problem.answer] == [4] * 4
    lines = read(tmp_path, SECOND, "new")
    assert flags(lines) == []
    assert areas(lines) == [("5", "Health"), ("6", "Schools"), ("7", "Money"), ("8", "Data")]
    kept = Answers.from_json(lines.answers.to_json())
    assert areas(read(tmp_path, SECOND, kept=kept)) == areas(lines)
    assert flags(read(tmp_path, SECOND, "2=new")) == ['--area "1=new"', '--area "3=3"', '--area "4=4"']
    assert areas(read(tmp_path, SECOND, "new", "2=2"))[1] == ("2", "Schools")


SAME_REFS = "1.1,1,Workforce,Recruit nurses\n1.2,1,Workforce,Plan the rotas\n2.1,2,Money,Count the beds\n"


def test_the_refs_of_an_area_that_is_new_begin_with_its_number(tmp_path: Path) -> None:
    lines = read(tmp_path, SAME_REFS)
    assert flags(lines) == ['--area "1=new"', '--area "2=new"'], "its rows wait for their area"
    lines = read(tmp_path, SAME_REFS, "new")
    assert [(line.ref, line.area_number) for line in lines.actions] == [
        ("5.1", "5"),
        ("5.2", "5"),
        ("6.1", "6"),
    ]
    assert [str(problem) for problem in lines.problems] == [
        "A2: Area 1 “Workforce” is 5 in the plan: 1.1 is taken as 5.1, and so on.",
        "A4: Area 2 “Money” is 6 in the plan: 2.1 is taken as 6.1.",
    ]


def test_the_refs_of_an_area_that_has_another_number_are_those_of_its_actions(tmp_path: Path) -> None:
    rows = "1.1,1,Speech,Publish the pathway\n1.2,1,Speech,Cut the waits\n1.3,1,Speech,Write to families\n"
    lines = read(tmp_path, rows, "1=2")
    assert (flags(lines), [line.ref for line in lines.actions]) == ([], ["2.1", "2.2", "2.3"])


def test_an_area_that_is_the_same_by_answer_has_its_rows_asked_about(tmp_path: Path) -> None:
    lines = read(tmp_path, SAME_REFS, "1=1", "2=2")
    assert flags(lines) == ['--ref "A2=1.1"', '--ref "A4=2.1"']


@pytest.mark.parametrize("answer", ["1=new", "new"])
def test_rows_with_the_number_alone_go_with_those_that_have_the_title(tmp_path: Path, answer: str) -> None:
    lines = read(tmp_path, "X1,1,Sufficiency,Count the places\nX2,1,,Plan the places\n", answer)
    assert (flags(lines), areas(lines)) == ([], [("5", "Sufficiency")])
    assert [line.area_number for line in lines.actions] == ["5", "5"]


def test_no_area_of_the_plan_is_called_new(tmp_path: Path) -> None:
    lines = read(tmp_path, "X1,1,,Count the places\n", "1=new")
    assert (flags(lines), areas(lines)) == ([], [("1", None)])


def test_measures_of_an_area_that_is_new_are_in_it(tmp_path: Path) -> None:
    work = [("Ref", "Area", "Action", "Due"), ("X1", "1. Sufficiency", "Count the places", "June 2026")]
    measures = [("KPI", "Baseline", "Target", "Q1 25/26"), ("Places", "31%", "60%", "40%")]
    a_workbook(tmp_path / "plan.xlsx", {"Tracker": work, "Area 1 measures": measures})
    given = Answers().with_answer("--area", "new")
    lines = read_plan_file(tmp_path / "plan.xlsx", today=TODAY, plan=PLAN, answers=given)
    assert ([measure.area for measure in lines.measures], areas(lines)) == (["5"], [("5", "Sufficiency")])
