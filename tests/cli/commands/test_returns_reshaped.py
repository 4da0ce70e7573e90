"""A return edited out of shape: read by its refs or refused in words, and no word in it goes untold."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from filled_returns import Edits, a_return, filled, rows_sheet, through_libreoffice
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from running import Run

FILLED: Edits = {
    ("1.4", "Status"): "At risk",
    ("1.4", "Your update"): "Health visiting has not sent its part.",
    ("5.4", "New due date"): "June 2026",
    ("5.4", "Why the new date"): "The summer edition is the next",
}
SAID = ("1.4 status: on track → at risk", "1.4 note:", "5.4 due: April 2026 → June 2026", "5.4 reason:")


@pytest.mark.parametrize(
    ("sheet", "cell"), [("What to do", "C5"), ("Key", "A20"), ("About this file", "A20"), ("Our words", "B2")]
)
def test_words_on_other_sheets_are_told_with_sheet_and_cell(
    run: Run, tmp_path: Path, sheet: str, cell: str
) -> None:
    def write(book: Workbook) -> None:
        there = book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet)
        there[cell] = "The helpline waits for its contract"

    taken = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, write)))
    assert taken.code == 0
    words = "“The helpline waits for its contract”"
    told = f"{words} stands on a sheet without rows of the return: it is left out."
    assert f"filled.xlsx doubt {sheet}!{cell}: {told}" in taken.err
    assert taken.err.count(" doubt ") == 1


def test_a_sheet_full_of_words_is_told_cell_by_cell_up_to_a_dozen_and_then_in_one(
    run: Run, tmp_path: Path
) -> None:
    def write(book: Workbook) -> None:
        there = book.create_sheet("Our tracker")
        for row in range(1, 41):
            there.append([f"Our action {row}", "begun"])

    taken = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, write)))
    assert taken.code == 0
    assert "What else stands on the sheet “Our tracker” is left out too (Our tracker!A7" in taken.err
    assert "and 60 more)" in taken.err


def test_a_sentence_of_ours_that_somebody_went_on_with_is_told(run: Run, tmp_path: Path) -> None:
    def write(book: Workbook) -> None:
        cell = book["What to do"]["A6"]
        cell.value = f"{cell.value} We could not open this list."

    taken = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, write)))
    assert "filled.xlsx doubt What to do!A6:" in taken.err


def test_words_above_the_headings_and_below_a_second_heading_are_told(run: Run, tmp_path: Path) -> None:
    def write(book: Workbook) -> None:
        sheet = rows_sheet(book)
        sheet["Q1"], sheet["Q2"] = "Your update", "More of it"
        sheet.insert_rows(1, 2)
        sheet["A1"] = "From our team, with thanks"

    taken = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, write)))
    assert taken.code == 0
    told = "“From our team, with thanks” stands above the rows of the return: it is left out."
    assert f"doubt A1: {told}" in taken.err
    told = "“Your update” is no column of a return: “More of it”, which stands below it, is left out."
    assert f"doubt Q4: {told}" in taken.err


def test_what_is_struck_out_or_merged_over_rows_is_told_and_a_repeated_header_is_no_row(
    run: Run, tmp_path: Path
) -> None:
    def write(book: Workbook) -> None:
        sheet = rows_sheet(book)
        column = next(cell.column_letter for cell in sheet[1] if cell.value == "Your update")
        sheet[f"{column}2"], sheet[f"{column}3"] = "Not any more", "Both are late"
        sheet[f"{column}2"].font = Font(strike=True)
        sheet.merge_cells(f"{column}3:{column}4")
        sheet.append([cell.value for cell in sheet[1]])

    taken = run("return", "take", str(filled(a_return(run, tmp_path), {}, write)), "--dry-run")
    assert taken.code == 0, taken.err
    told = [line.partition(": ")[2] for line in taken.err.splitlines() if " doubt " in line]
    assert told == [
        "“Not any more” is struck out: it is left out.",
        "“Both are late” is merged down to G4: it is taken for its first row alone.",
    ]
    assert "→ Not any more" not in taken.err


def test_a_copy_of_the_rows_in_which_other_words_stand_is_a_question(run: Run, tmp_path: Path) -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(rows_sheet(book)).title = "Copy"

    def edit(book: Workbook) -> None:
        copy(book)
        book["Copy"]["G3"] = "Other words"

    file = a_return(run, tmp_path)
    refused = run("return", "take", str(filled(file, FILLED, edit)))
    assert refused.code == 1
    assert "The sheet “Copy” has rows of this return too, in which other words stand" in refused.err
    assert run("return", "take", str(filled(file, FILLED, copy))).code == 0


def _as_sheet_of_google(file: Path) -> Path:
    """The rows as Google's sheets write them as CSV: dates as days first, a comma between cells."""
    written = file.with_name("google.csv")
    with written.open("w", encoding="utf-8", newline="") as lines:
        for row in rows_sheet(load_workbook(file)).iter_rows(values_only=True):
            csv.writer(lines).writerow(_shown(value) for value in row)
    return written


def _shown(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


def _semicolons(file: Path) -> Path:
    """The rows as an Excel of another country writes them."""
    written = file.with_name("semicolons.csv")
    with written.open("w", encoding="cp1252", newline="") as lines:
        for row in rows_sheet(load_workbook(file)).iter_rows(values_only=True):
            csv.writer(lines, delimiter=";").writerow(_shown(value) for value in row)
    return written


def _alone(file: Path) -> Path:
    """The rows copied into a workbook of their own, turned round, with the refs as numbers."""
    book = Workbook()
    for number, row in enumerate(rows_sheet(load_workbook(file)).iter_rows(values_only=True)):
        cells = [float(value) if number and place == 0 else value for place, value in enumerate(row)]
        book.worksheets[0].append(cells[::-1])
    written = file.with_name("alone.xlsx")
    book.save(written)
    return written


@pytest.mark.parametrize("save", [through_libreoffice, _as_sheet_of_google, _semicolons, _alone])
def test_saved_by_another_program_or_way_it_says_the_same(
    run: Run, tmp_path: Path, save: Callable[[Path], Path]
) -> None:
    taken = run("return", "take", str(save(filled(a_return(run, tmp_path), FILLED))), "--dry-run")
    assert taken.code == 0, taken.err
    for words in SAID:
        assert words in taken.err


@pytest.mark.parametrize("ending", ["ods", "docx"])
def test_what_is_no_workbook_is_refused_with_what_to_do(run: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"return.{ending}"
    file.write_bytes(a_return(run, tmp_path).read_bytes())
    refused = run("return", "take", str(file))
    assert (refused.code, ".xlsx" in refused.err) == (1, True)
