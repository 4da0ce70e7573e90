"""Sheets and headings that say how actions stand, or of when they are, and so name no area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Action", "Lead", "RAG")
EARLY = [HEADER, ("1.1", "Open a door", "Head of SEND", "Green"), ("1.3", "Write", "Head of SEND", "Green")]
SPEECH = [HEADER, ("2.1", "Publish it", "Head of SEND", "Green")]
MOVED = [HEADER, ("1.2", "Train schools", "Head of SEND", "Blue"), ("2.4", "Buy", "Head of SEND", "Blue")]


def read_book(tmp_path: Path, sheets: Mapping[str, Sequence[Sequence[str]]], *answers: str) -> PlanLines:
    a_workbook(tmp_path / "plan.xlsx", {name: list(rows) for name, rows in sheets.items()})
    given = Answers()
    for answer in answers:
        given = given.with_answer("--area", answer)
    return read_plan_file(tmp_path / "plan.xlsx", today=TODAY, answers=given)


def read_document(tmp_path: Path, *parts: str | Sequence[Sequence[str]]) -> PlanLines:
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_heading(part, 2)
            continue
        table = document.add_table(len(part), len(part[0]))
        for cells, row in zip(table.rows, part, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
    document.save(str(tmp_path / "plan.docx"))
    return read_plan_file(tmp_path / "plan.docx", today=TODAY)


def where(lines: PlanLines) -> list[tuple[str, str]]:
    return [(line.ref, line.area_number) for line in lines.actions]


def areas(lines: PlanLines) -> list[str | None]:
    return [area.title for area in lines.areas]


STATES = ["Closed", "Completed actions", "Archived 2025", "Actions completed", "Done - archived", "On hold"]


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("answers", [(), ("Speech",)])
def test_an_action_on_a_sheet_of_closed_ones_keeps_its_area(
    tmp_path: Path, name: str, answers: tuple[str, ...]
) -> None:
    lines = read_book(tmp_path, {"Early help": EARLY, "Speech": SPEECH, name: MOVED}, *answers)
    assert areas(lines) == ["Early help", "Speech"]
    assert where(lines) == [("1.1", "1"), ("1.3", "1"), ("2.1", "2"), ("1.2", "1"), ("2.4", "2")]
    assert f"{name}!A2: No area is named: 1 is that of the other refs that begin with 1." in [
        str(problem) for problem in lines.doubts
    ]


def test_a_row_without_a_ref_on_such_a_sheet_is_in_no_area_of_another_sheet(tmp_path: Path) -> None:
    sheets = {
        name: [row[1:] for row in rows]
        for name, rows in {"Early help": EARLY, "Speech": SPEECH, "Closed": MOVED}.items()
    }
    lines = read_book(tmp_path, sheets)
    assert [(p.cell, str(p.answer)) for p in lines.questions] == [("Closed!A2", '--area "…"')]


@pytest.mark.parametrize("name", STATES)
def test_a_heading_of_a_document_that_says_how_actions_stand_is_no_area(tmp_path: Path, name: str) -> None:
    lines = read_document(tmp_path, "Early help", EARLY, "Speech", SPEECH, name, MOVED)
    assert areas(lines) == ["Early help", "Speech"]
    assert where(lines)[-2:] == [("1.2", "1"), ("2.4", "2")]


@pytest.mark.parametrize("label", ["Section 3: ", "Part 3 - ", "3. "])
def test_neither_is_one_with_a_label_or_a_number(tmp_path: Path, label: str) -> None:
    parts = ("Priority 1: Help", EARLY, "Priority 2: Talk", SPEECH, f"{label}Completed actions", MOVED)
    lines = read_document(tmp_path, *parts)
    assert areas(lines) == ["Help", "Talk"]
    assert where(lines)[-2:] == [("1.2", "1"), ("2.4", "2")]


def test_a_heading_of_closed_actions_under_each_area_leaves_them_there(tmp_path: Path) -> None:
    closed = "Closed actions"
    parts = (
        "Priority 1: Help",
        EARLY[:2],
        closed,
        MOVED[:2],
        "Priority 2: Talk",
        SPEECH,
        closed,
        [HEADER, MOVED[2]],
    )
    lines = read_document(tmp_path, *parts)
    assert areas(lines) == ["Help", "Talk"]
    assert where(lines) == [("1.1", "1"), ("1.2", "1"), ("2.1", "2"), ("2.4", "2")]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_row_that_says_how_those_below_stand_leaves_them_in_their_area(tmp_path: Path, kind: str) -> None:
    rows = [HEADER, ("Early help", "", "", ""), *EARLY[1:], ("Completed actions", "", "", "")]
    rows += [("1.2", "Train schools", "Head of SEND", ""), ("Speech therapy", "", "", ""), SPEECH[1]]
    if kind == "csv":
        (tmp_path / "plan.csv").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    else:
        a_workbook(tmp_path / "plan.xlsx", {"Tracker": rows})
    lines = read_plan_file(tmp_path / f"plan.{kind}", today=TODAY)
    assert where(lines) == [("1.1", "1"), ("1.3", "1"), ("1.2", "1"), ("2.1", "2")]
    assert areas(lines) == ["Early help", "Speech therapy"]
    assert [line.status for line in lines.actions][2] is Status.COMPLETE
    told = "says how the rows below it stand, and is no area: those without a status are complete."
    assert [problem for problem in lines.doubts if told in problem.message]


@pytest.mark.parametrize(
    "name",
    [
        *("March", "Mar 26", "Q1 2025-26", "Autumn term", "2025-26", "12 March 2026", "31.03.26"),
        *("SEND Board", "Scrutiny Committee", "Sheet1", "RAG", "Notes", "Lookup", "Lists"),
    ],
)
def test_a_sheet_of_a_month_a_board_or_a_kind_is_no_area(tmp_path: Path, name: str) -> None:
    lines = read_book(tmp_path, {name: EARLY})
    assert [str(problem.answer) for problem in lines.questions] == ['--area "…"']
    assert areas(lines) == []


@pytest.mark.parametrize(
    "name", ["Early help", "Open access", "Done by schools", "Summer provision", "Marchwood"]
)
def test_a_sheet_named_after_what_its_actions_are_about_is_an_area(tmp_path: Path, name: str) -> None:
    assert areas(read_book(tmp_path, {name: EARLY})) == [name]
