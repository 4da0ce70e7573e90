"""Plans in Word with a form for each action, named by its number, its first row or the heading above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from word_tables import LEFT, Part, word_tables

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
AREA = "Area of weakness 1: Plans are late"
FORMS = (
    ("1.1", "Recruit six caseworkers", "31 March 2027", "On track"),
    ("1.2", "Track every plan", "soonish", "At risk"),
)


def read(tmp_path: Path, *parts: Part) -> PlanLines:
    file = word_tables(tmp_path / "plan.docx", *parts)
    return read_plan_file(file, today=TODAY, answers=Answers())


def rest(due: str, status: str) -> list[list[str]]:
    return [
        ["Lead officer", "Head of SEND"],
        ["Deadline", due],
        ["Progress to date", "Begun"],
        ["BRAG", status],
    ]


def named_by_label(ref: str, title: str, due: str, status: str) -> list[Part]:
    return [[[f"Action {ref}", title], *rest(due, status)]]


def named_by_number(ref: str, title: str, due: str, status: str) -> list[Part]:
    return [[[ref, title], *rest(due, status)]]


def named_in_first_row(ref: str, title: str, due: str, status: str) -> list[Part]:
    return [[[f"Action {ref}: {title}", LEFT], *rest(due, status)]]


def named_by_heading(ref: str, title: str, due: str, status: str) -> list[Part]:
    return [f"## Action {ref} – {title}", rest(due, status)]


def in_four_columns(ref: str, title: str, due: str, status: str) -> list[Part]:
    four = [["Lead officer", "Head of SEND", "Deadline", due], ["Progress to date", "Begun", LEFT, LEFT]]
    return [[[f"Action {ref}", title, LEFT, LEFT], *four, ["BRAG", status, LEFT, LEFT]]]


def in_one_column(ref: str, title: str, due: str, status: str) -> list[Part]:
    lines = [f"{label}: {words}" for label, words in rest(due, status)[:2]]
    alone = [["Progress to date"], ["Begun"]]
    return [[[f"{ref} {title}"], *([line] for line in lines), *alone, [f"BRAG: {status}"]]]


@pytest.mark.parametrize(
    "form",
    [
        *(named_by_label, named_by_number, named_in_first_row, named_by_heading),
        *(in_four_columns, in_one_column),
    ],
)
def test_a_form_is_an_action_whatever_names_it(tmp_path: Path, form: object) -> None:
    assert callable(form)
    lines = read(tmp_path, AREA, *(part for one in FORMS for part in form(*one)))
    assert lines.questions == ()
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Plans are late")]
    assert [(line.ref, line.title, line.area_number) for line in lines.actions] == [
        ("1.1", "Recruit six caseworkers", "1"),
        ("1.2", "Track every plan", "1"),
    ]
    assert [str(line.status) for line in lines.actions] == ["on-track", "at-risk"]
    assert [line.note for line in lines.actions] == ["Begun", "Begun"]
    assert [line.lead.role for line in lines.actions if line.lead] == ["Head of SEND", "Head of SEND"]
    assert [line.due.on for line in lines.actions if line.due] == [date(2027, 3, 31), None]
    (unread,) = (problem for problem in lines.doubts if "soonish" in problem.message)
    cells = {named_by_heading: "T2!B2", in_four_columns: "T2!D2", in_one_column: "T2!A3"}
    assert unread.cell == cells.get(form, "T2!B3")


def test_several_forms_in_one_table_are_an_action_each(tmp_path: Path) -> None:
    rows = [row for ref, title, *others in FORMS for row in ([f"Action {ref}", title], *rest(*others))]
    lines = read(tmp_path, AREA, rows)
    assert [(line.ref, str(line.status)) for line in lines.actions] == [
        ("1.1", "on-track"),
        ("1.2", "at-risk"),
    ]
    assert [problem.cell for problem in lines.doubts] == ["T1!B8"]


BLOCK = [["Lead", "Head of SEND"], ["SRO", "DCS"], ["Outcome", "Plans are good"], ["RAG", "Amber"]]
FACTS = [["Local area", "Norvale"], ["Date of visit", "May 2026"], ["Accountable officers", "DCS"]]
RISKY = [["R1", "Staff leave"], ["Owner", "HR"], ["Mitigation", "Pay"], ["Due date", "May 2027"]]
RISK = [["Risk 1", "Staff leave"], ["Owner", "Head of HR"], ["Mitigation", "Pay more"], ["RAG", "Red"]]


@pytest.mark.parametrize("form", [BLOCK, FACTS, RISK, RISKY])
@pytest.mark.parametrize("heading", ["Priority 1: Early help", "Early help", "Risk 1: Staff leave"])
def test_a_form_that_is_of_no_action_is_none(tmp_path: Path, heading: str, form: list[list[str]]) -> None:
    table = [["Ref", "Action", "Lead", "Due", "RAG"], ["1.1", "Recruit", "HR Lead", "May 2027", "Green"]]
    lines = read(tmp_path, heading, form, "Priority 2: Data", table)
    assert [line.title for line in lines.actions] == ["Recruit"]
    assert [(area.title, area.lead, area.outcome) for area in lines.areas] == [("Data", None, None)]
    with pytest.raises(SendActionsError, match="no table with a column for the action"):
        read(tmp_path, heading, form)


def test_a_table_that_says_who_leads_an_area_is_read_with_the_actions_below_it(tmp_path: Path) -> None:
    block = [["Priority lead", "DCS"], ["Outcome", "Plans are good"], ["Overall RAG", "Amber"]]
    forms = [part for one in FORMS for part in named_by_heading(*one)]
    table = [["Ref", "Action", "Lead"], ["2.1", "Publish", "Data Lead"]]
    lines = read(tmp_path, "Priority 1: Plans", block, *forms, "Priority 2: Data", block[:1], table)
    assert [(area.number, area.outcome, area.lead and area.lead.role) for area in lines.areas] == [
        ("1", "Plans are good", "DCS"),
        ("2", None, "DCS"),
    ]
    assert lines.areas[0].judged is Status.AT_RISK
    told = [str(problem) for problem in lines.doubts]
    assert "T1!B1: “Priority lead: DCS” is taken as the lead of the area." in told
    assert not any("holds no actions" in sentence for sentence in told)


def test_a_table_about_an_area_without_actions_below_it_is_told(tmp_path: Path) -> None:
    table = [["Ref", "Action", "Lead"], ["2.1", "Publish", "Data Lead"]]
    lines = read(tmp_path, "Priority 1: Data", table, "Annex", [["Lead", "DCS"], ["Outcome", "Good"]])
    assert "T2!A1: The table holds no actions (it begins “Lead”): left out." in map(str, lines.doubts)
