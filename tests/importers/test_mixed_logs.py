"""Logs of actions, risks, issues and decisions together: only actions come in, the rest is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_document, a_workbook
from table_formats import Row, Saved, each_format, in_text

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

USUAL = ("Action", "Risk", "issue", "Decision", "ACTIONS", "Assumption", "Dependencies")


def a_log(kind: str, words: Sequence[str], title: str = "Action") -> list[Row]:
    header = ("Ref", "Area no", kind, title, "Owner", "RAG")
    return [
        header,
        *((f"1.{n}", "1", word, f"Words of entry {n}", "DCO", "Green") for n, word in enumerate(words, 1)),
    ]


def read(file: Path, *answers: str) -> PlanLines:
    given = Answers()
    for text in answers:
        given = given.with_answer("--column", text)
    return read_plan_file(file, today=date(2026, 12, 1), answers=given)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def refs(lines: PlanLines) -> list[str]:
    return [line.ref for line in lines.actions]


@each_format
@pytest.mark.parametrize("kind", ["Type", "Category", "RAID", "Item type"])
@pytest.mark.parametrize("title", ["Action", "Title", "Description", "Details"])
def test_only_the_actions_of_a_mixed_log_come_in_and_the_rest_is_told(
    tmp_path: Path, kind: str, title: str, saved: Saved
) -> None:
    lines = read(saved(tmp_path, a_log(kind, USUAL, title)))

    assert refs(lines) == ["1.1", "1.5"]
    assert "5 rows are risks, issues, decisions, assumptions or dependencies (" in told(lines)
    assert "C3, " in told(lines)
    assert not lines.questions


def test_one_row_that_is_no_action_is_told_by_its_kind(tmp_path: Path) -> None:
    lines = read(in_text(tmp_path, a_log("Type", ["Action", "Issue", "Action"])))

    assert told(lines) == "C3: 1 row is an issue (C3): left out."


@each_format
def test_a_word_that_may_be_no_action_is_asked_about(tmp_path: Path, saved: Saved) -> None:
    file = saved(tmp_path, a_log("Type", ["Action", "Risk", "Lesson", "Action"]))
    (question,) = read(file).questions

    assert question.cell.endswith("C1")
    assert question.message.startswith("“Lesson” in the column “Type” may be no actions")
    assert (str(question.answer), question.offer) == ('--column "Type=type"', "type")
    assert refs(read(file, "Type=type")) == ["1.1", "1.4"]
    assert "2 rows are risks or “Lesson”" in told(read(file, "Type=type"))
    assert refs(read(file, "Type=none")) == ["1.1", "1.2", "1.3", "1.4"]
    assert not read(file, "Type=type").questions


def test_letters_are_asked_about_as_a_may_be_an_assumption(tmp_path: Path) -> None:
    file = in_text(tmp_path, a_log("RAID", ["A", "R", "I", "D", "A"]))

    assert "that say action or A, " in read(file).questions[0].message
    assert refs(read(file, "RAID=type")) == ["1.1", "1.5"]


def test_a_row_of_no_kind_is_read_as_an_action_and_told(tmp_path: Path) -> None:
    lines = read(in_text(tmp_path, a_log("Type", ["Action", "", "Risk"])))

    assert refs(lines) == ["1.1", "1.2"]
    assert "C3: Nothing says what kind these rows are (C3): read as actions." in told(lines)


@pytest.mark.parametrize("words", [["Training", "Finance"], ["Training", "Action"], ["Strategic", "R"]])
def test_a_column_of_other_categories_leaves_nothing_out(tmp_path: Path, words: list[str]) -> None:
    lines = read(in_text(tmp_path, a_log("Category", words)))

    assert refs(lines) == ["1.1", "1.2"]
    assert "The column “Category” is not one we know: left out." in told(lines)


ACTIONS = [("Ref", "Description", "Owner", "Due", "RAG"), ("1.1", "Open a hub", "DCO", "May 2027", "Green")]
REGISTERS: dict[str, list[Row]] = {
    "Risks": [("Ref", "Description", "Owner", "Due", "RAG"), ("R1", "Staff leave", "DCO", "May 2027", "Red")],
    "Risk register": [("Ref", "Risk", "Action", "Owner", "RAG"), ("R1", "Staff leave", "Pay", "DCO", "Red")],
    "Issues log": [("Ref", "Title", "Owner", "RAG"), ("I1", "Late plans", "DCO", "Red")],
    "Decisions": [("Ref", "Title", "Owner", "Due"), ("D1", "Fund it", "Board", "May 2027")],
    "Key risks and issues": [("Ref", "Action", "Owner", "RAG"), ("R1", "Pay more", "DCO", "Red")],
}


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize("actions", ["Actions", "Action log", "SEND Action Plan", "Action plan 2026-27"])
def test_a_register_beside_a_sheet_of_actions_is_told_as_left_out(
    tmp_path: Path, name: str, actions: str
) -> None:
    lines = read(a_workbook(tmp_path / "plan.xlsx", {actions: ACTIONS, name: REGISTERS[name]}))

    assert refs(lines) == ["1.1"]
    assert f"{actions}!B1: The column “Description” is read as the action." in told(lines)
    assert f"{name}!A1: " in told(lines)
    assert not lines.areas or [area.title for area in lines.areas] != [name]


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_beside_a_table_of_actions_in_a_document_is_told_as_left_out(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / "plan.docx"
    lines = read(a_document(file, "# Actions", ACTIONS, f"# {name}", REGISTERS[name]))

    assert refs(lines) == ["1.1"]
    assert "T2!A1: " in told(lines)
    assert "left out" in told(lines)


def test_descriptions_alone_say_of_no_other_sheet_that_it_holds_actions(tmp_path: Path) -> None:
    actions = [("Ref", "Action", "Owner"), ("1.1", "Open a hub", "DCO")]
    lines = read(a_workbook(tmp_path / "plan.xlsx", {"Area 1": actions, "Contracts": REGISTERS["Risks"]}))

    assert refs(lines) == ["1.1"]
    assert "Contracts!A1: The sheet holds no actions (it begins “Ref”): left out." in told(lines)


def test_a_register_alone_is_read_and_told(tmp_path: Path) -> None:
    lines = read(a_workbook(tmp_path / "plan.xlsx", {"Decisions": REGISTERS["Decisions"]}))

    assert refs(lines) == ["D1"]
    assert "“Decisions” may hold no actions by its name: read as actions" in told(lines)
