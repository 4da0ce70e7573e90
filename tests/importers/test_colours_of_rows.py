"""Statuses that colours alone show in a workbook, however they come to the cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule, IconSetRule
from openpyxl.styles import Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
GREEN, AMBER, RED = "00B050", "FFC000", "FF0000"
COLOURS = (GREEN, AMBER, RED, GREEN)
STATUSES = [Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.ON_TRACK]
ANSWERS = Answers(statuses={GREEN.lower(): STATUSES[0], AMBER.lower(): STATUSES[1], RED.lower(): STATUSES[2]})

Change = Callable[[Any], object]
"""Changes a sheet whose rows 2 to 5 are actions, with the status in column D if there is one."""


def read(
    folder: Path,
    change: Change,
    *,
    heads: Sequence[str] = ("RAG",),
    cells: Sequence[object] = ("",) * 4,
    answers: Answers = ANSWERS,
) -> PlanLines:
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet.append(["Ref", "Area", "Action", *heads])
    for row, (cell, name) in enumerate(zip(cells, ("clinic", "school", "audit", "panel"), strict=True), 1):
        sheet.append([f"1.{row}", "One", f"Open the {name} for all", *([cell] if heads else [])])
    change(sheet)
    book.save(folder / "plan.xlsx")
    return read_plan_file(folder / "plan.xlsx", today=TODAY, answers=answers)


def statuses(lines: PlanLines) -> list[Status | None]:
    return [line.status for line in lines.actions]


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def filled(fill: Callable[[str], object], columns: str = "D") -> Change:
    def change(sheet: Any) -> None:
        for row, colour in enumerate(COLOURS, start=2):
            for column in columns:
                sheet[f"{column}{row}"].fill = fill(colour)

    return change


def inked(column: str = "D", name: str = "Calibri") -> Change:
    def change(sheet: Any) -> None:
        for row, colour in enumerate(COLOURS, start=2):
            sheet[f"{column}{row}"].font = Font(name=name, color=colour)

    return change


def solid(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        (filled(solid), ""),
        (filled(solid), "●"),
        (filled(lambda colour: GradientFill(stop=("FFFFFF", colour))), ""),
        (filled(lambda colour: PatternFill("darkGrid", fgColor=colour)), ""),
        (filled(lambda colour: PatternFill("lightUp", fgColor="000000", bgColor=colour)), ""),
        (inked(), "●"),
        (inked(), "■■■"),
        (inked(name="Wingdings"), "l"),
    ],
)
def test_a_colour_behind_a_status_or_of_its_sign_is_the_status(
    tmp_path: Path, change: Change, cell: str
) -> None:
    lines = read(tmp_path, change, cells=(cell,) * 4)

    assert (statuses(lines), lines.questions) == (STATUSES, ())
    asked = read(tmp_path, change, cells=(cell,) * 4, answers=Answers()).questions
    assert [str(question.answer) for question in asked] == [f'--status "{c}=…"' for c in COLOURS[:3]]


def test_colours_of_the_theme_and_of_the_index_are_told_by_name(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        colours = (Color(theme=9, tint=0.4), Color(theme=5), Color(indexed=17), Color(theme=6, tint=-0.25))
        for row, colour in enumerate(colours, start=2):
            sheet[f"D{row}"].fill = PatternFill("solid", fgColor=colour)

    asked = read(tmp_path, change, answers=Answers()).questions
    assert [question.offer for question in asked] == ["at-risk", "off-track", "on-track", "on-track"]


@pytest.mark.parametrize("heads", [("Due",), ("RAG",)])
def test_whole_rows_that_are_painted_say_the_status(tmp_path: Path, heads: tuple[str]) -> None:
    lines = read(tmp_path, filled(solid, "ABC"), heads=heads)

    why = "“RAG” is empty" if heads == ("RAG",) else "No column says the status"
    assert (statuses(lines), lines.questions) == (STATUSES, ())
    assert f"Plan!A1: {why}: it is taken from the colours behind “Ref”." in told(lines)


def test_an_empty_status_beside_cells_in_one_colour_says_nothing(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        for row in range(2, 6):
            sheet[f"A{row}"].fill = solid("DDEBF7")

    lines = read(tmp_path, change)
    assert (statuses(lines), lines.questions) == ([None] * 4, ())


def test_actions_written_in_red_amber_and_green_say_the_status(tmp_path: Path) -> None:
    lines = read(tmp_path, inked("C"), heads=("Due",))

    assert (statuses(lines), lines.questions) == (STATUSES, ())
    assert "it is taken from the colours of the words in “Action”." in told(lines)


def test_a_few_words_in_red_are_told_as_not_read(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["C3"].font = Font(color=RED)

    lines = read(tmp_path, change, heads=("Due",))
    assert statuses(lines) == [None] * 4
    assert "Plan!C3: Words stand in red, amber or green (Plan!C3): their colour is not read." in told(lines)


def test_words_of_a_status_in_a_colour_are_read_as_words(tmp_path: Path) -> None:
    lines = read(tmp_path, inked(), cells=("On track", "At risk", "Off track", "Complete"))

    assert statuses(lines) == [*STATUSES[:3], Status.COMPLETE]
    assert "colour" not in told(lines)


def test_faces_are_asked_about_each_once(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        for row in range(2, 6):
            sheet[f"D{row}"].font = Font(name="Wingdings")

    asked = read(tmp_path, change, cells=("J", "K", "L", "J")).questions
    assert [(question.answer and question.answer.key, question.offer) for question in asked] == [
        *(("☺", "on-track"), ("😐", "at-risk"), ("☹", "off-track"))
    ]


def test_numbers_behind_icons_are_asked_about_each_once(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.conditional_formatting.add("D2:D5", IconSetRule("3TrafficLights1", "num", [1, 2, 3]))

    asked = read(tmp_path, change, cells=(1, 2, 3, 1)).questions
    assert [str(question.answer) for question in asked] == [f'--status "{n}=…"' for n in (1, 2, 3)]


def test_colours_that_rules_give_are_told_where_nothing_says_a_status(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.conditional_formatting.add("A2:D5", FormulaRule(formula=["$D2<TODAY()"], fill=solid(RED)))

    lines = read(tmp_path, change, heads=("Due",), cells=("31/01/2026",) * 4)
    assert statuses(lines) == [None] * 4
    assert "Colours that a rule gives to cells (conditional formatting) are not read." in told(lines)


@pytest.mark.parametrize("sign", ["", "●", "x"])
def test_one_painted_cell_under_the_colours_is_a_mark(tmp_path: Path, sign: str) -> None:
    def change(sheet: Any) -> None:
        for row, (column, colour) in enumerate(zip("FEDF", COLOURS, strict=True), start=2):
            sheet[f"{column}{row}"] = sign or None
            sheet[f"{column}{row}"].fill = solid(colour)
            sheet[f"{column}{row}"].font = Font(color=colour)

    said = {"green": STATUSES[0], "amber": STATUSES[1], "red": STATUSES[2]}
    lines = read(tmp_path, change, heads=("Red", "Amber", "Green"), answers=Answers(statuses=said))
    assert (statuses(lines), lines.questions) == (STATUSES, ())


@pytest.mark.parametrize(("mark", "status"), [("ü", Status.COMPLETE), ("û", None)])
def test_ticks_and_crosses_of_wingdings_say_whether_it_is_completed(
    tmp_path: Path, mark: str, status: Status | None
) -> None:
    def change(sheet: Any) -> None:
        for row in range(2, 6):
            sheet[f"D{row}"].font = Font(name="Wingdings")

    lines = read(tmp_path, change, heads=("Completed",), cells=(mark,) * 4)
    assert (statuses(lines), [line.note for line in lines.actions]) == ([status] * 4, [None] * 4)
