"""What a workbook hides, strikes out or shows by pictures in place of words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook, with_shared_words
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

STRUCK = InlineFont(strike=True)


def read(file: Path, *answers: tuple[str, str]) -> PlanLines:
    given = Answers()
    for flag, text in answers:
        given = given.with_answer(flag, text)
    return read_plan_file(file, today=date(2026, 3, 31), answers=given)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.fixture
def struck(tmp_path: Path) -> Path:
    rows = [
        ("Ref", "Action", "Lead", "Due"),
        ("1.1", "Open a hub", "DCO", ""),
        ("1.2", "", "Head of SEND", "June 2026"),
        ("1.3", "", "DCO", "May 2026"),
    ]
    file = a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows})
    book = load_workbook(file)
    sheet = book.active
    sheet["D2"] = CellRichText(TextBlock(STRUCK, "31/03/2026 "), "30/06/2026")
    sheet["B3"] = CellRichText("Train ", TextBlock(STRUCK, "all"), " staff")
    sheet["B4"] = CellRichText(
        TextBlock(STRUCK, "Visit "), TextBlock(InlineFont(strike=True, b=True), "schools")
    )
    sheet["C3"].font = Font(strike=True)
    book.save(file)
    return file


def test_words_struck_out_inside_a_cell_are_left_out_and_told(struck: Path) -> None:
    lines = read(with_shared_words(struck))

    assert [line.title for line in lines.actions] == ["Open a hub", "Train staff", "Visit schools"]
    assert lines.actions[0].due is not None
    assert lines.actions[0].due.on == date(2026, 6, 30)
    where = "Priority 1!D2 “31/03/2026”, Priority 1!B3 “all”"
    assert f"Words that are struck out inside of a cell are left out: {where}." in told(lines)
    assert "Struck out, and read all the same: Priority 1!C3 “Head of SEND”." in told(lines)
    assert "Priority 1!A4: This row is struck out" in told(lines)


def test_words_struck_out_that_stand_in_their_cells_are_told(struck: Path) -> None:
    lines = read(struck)

    cells = "Priority 1!D2, Priority 1!B3, Priority 1!B4"
    assert f"Words in cells are struck out ({cells}): read all the same." in told(lines)


def test_columns_that_are_hidden_are_told_once(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "Comments", "Owner"), ("1.1", "Train", "Under way", "DCO")]
    file = a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows})
    book = load_workbook(file)
    for column in "CDF":
        book.active.column_dimensions[column].hidden = True
    book.save(file)
    lines = read(file)

    assert lines.actions[0].note == "Under way"
    assert (
        "Priority 1!C1: “Comments” (Priority 1!C1), “Owner” (Priority 1!D1) stand in columns that are hidden "
        'in the file, treated like the others; --column "Comments=none" leaves one out.'
    ) in told(lines)
    assert read(file, ("--column", "Comments=none")).actions[0].note is None


def ticked(
    folder: Path, headings: Sequence[str], marks: Sequence[Sequence[str]], font: str = ""
) -> PlanLines:
    rows = [(f"1.{n}", f"Train {n}", *row) for n, row in enumerate(marks, start=1)]
    file = a_workbook(folder / "p.xlsx", {"Priority 1": [("Ref", "Action", *headings), *rows]})
    if font:
        book = load_workbook(file)
        for row in book.active.iter_rows(min_row=2, min_col=3):
            for cell in row:
                cell.font = Font(name=font)
        book.save(file)
    colours = (("red", "off-track"), ("amber", "at-risk"), ("green", "on-track"), ("In progress", "on-track"))
    return read(file, *(("--status", f"{word}={meant}") for word, meant in colours))


@pytest.mark.parametrize("mark", ["☒", "☑", "✓", "✔", "✔\ufe0f", "x", "X", "Y", "Yes", "●", "✅", "TRUE"])
@pytest.mark.parametrize("empty", ["", "☐", "No", "N", "-", "FALSE"])
def test_a_mark_under_a_colour_is_its_status_whatever_the_mark(tmp_path: Path, mark: str, empty: str) -> None:
    marks = [(mark, empty, empty), (empty, mark, empty), (empty, empty, mark), (empty, empty, empty)]
    lines = ticked(tmp_path, ("Red", "Amber", "Green"), marks)

    assert [line.status and line.status.value for line in lines.actions] == [
        "off-track",
        "at-risk",
        "on-track",
        None,
    ]
    assert "is no mark" not in told(lines)


@pytest.mark.parametrize(
    ("font", "mark", "empty"),
    [
        ("Wingdings", "ü", ""),
        ("Wingdings", "û", "¨"),
        ("Wingdings", "þ", "¨"),
        ("Wingdings", "\uf0fc", ""),
        ("Wingdings 2", "P", "£"),
        ("Webdings", "a", "c"),
    ],
)
def test_letters_that_show_as_ticks_are_marks(tmp_path: Path, font: str, mark: str, empty: str) -> None:
    lines = ticked(tmp_path, ("Red", "Green"), [(mark, empty), (empty, mark)], font)

    assert [line.status and line.status.value for line in lines.actions] == ["off-track", "on-track"]


def test_marks_under_letters_of_colours_are_read(tmp_path: Path) -> None:
    lines = ticked(tmp_path, ("R", "A", "G"), [("x", "", ""), ("", "x", ""), ("", "", "x")])

    assert [line.status and line.status.value for line in lines.actions] == [
        "off-track",
        "at-risk",
        "on-track",
    ]


def test_marks_under_words_of_statuses_are_those(tmp_path: Path) -> None:
    marks = [("✓", "", ""), ("", "✓", ""), ("", "", "✓")]
    lines = ticked(tmp_path, ("Not started", "In progress", "Complete"), marks)

    assert [line.status and line.status.value for line in lines.actions] == [
        "not-started",
        "on-track",
        "complete",
    ]
