"""Areas that a file names and the plan does not have yet: each answer makes or finds one, and is enough."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

PLAN = a_plan(an_area("9", title="Therapy pathway"), an_action("9.1"))
NUMBERS = "ref,area no,action\n1.1,1,Open the café\n1.2,1,Close the café\n"
NEITHER = "ref,area no,area,action\nA1,,,Open the café\nA2,,,Close the café\nA3,7,Access,Ask about it\n"


def read(tmp_path: Path, text: str, *answers: str) -> PlanLines:
    file = tmp_path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    given = Answers()
    for answer in answers:
        given = given.with_answer("--area", answer)
    return read_plan_file(file, today=date(2026, 3, 31), plan=PLAN, answers=given)


def areas(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(area.number, area.title) for area in lines.areas]


def asked(lines: PlanLines) -> list[str]:
    return [str(problem.answer) for problem in lines.questions]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (["1=Access"], ("1", "Access")),
        (["1=IT"], ("1", "IT")),
        (["1=1 Access"], ("1", "Access")),
        (["1=4. Access"], ("4", "Access")),
        (["1=4", "4=Access"], ("4", "Access")),
        (["1=9"], ("9", None)),
        (["1=therapy pathway"], ("9", None)),
    ],
)
def test_a_new_number_without_a_title_is_called_or_is_the_area_that_is_answered(
    tmp_path: Path, answers: list[str], found: tuple[str, str | None]
) -> None:
    assert asked(read(tmp_path, NUMBERS)) == ['--area "1=…"']
    lines = read(tmp_path, NUMBERS, *answers)
    assert (asked(lines), areas(lines)) == ([], [found])
    assert {line.area_number for line in lines.actions} == {found[0]}


@pytest.mark.parametrize(("answer", "open_still"), [("1=1", "1"), ("1=4", "4")])
def test_a_number_that_nothing_has_a_title_for_leaves_only_its_title_open(
    tmp_path: Path, answer: str, open_still: str
) -> None:
    assert asked(read(tmp_path, NUMBERS, answer)) == [f'--area "{open_still}=…"']


@pytest.mark.parametrize(
    ("answer", "number", "title"),
    [
        ("EHCP timeliness", "1", "EHCP timeliness"),
        ("3 EHCP timeliness", "3", "EHCP timeliness"),
        ("access", "7", "Access"),
        ("7", "7", "Access"),
        ("9", "9", None),
        ("Therapy pathway", "9", None),
    ],
)
def test_rows_without_any_area_are_in_the_one_that_is_answered(
    tmp_path: Path, answer: str, number: str, title: str | None
) -> None:
    lines = read(tmp_path, NEITHER, answer)
    assert asked(lines) == []
    assert [line.area_number for line in lines.actions] == [number, number, "7"]
    assert len(areas(lines)) == len(dict(areas(lines)))
    assert dict(areas(lines)) == {number: title, "7": "Access"}
