"""A return as its owner fills it in, with openpyxl or with LibreOffice, as a person would."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from running import Run

OFFICER = "Local Offer Officer, LA"
"""An owner of the sample who leads 1.4, 5.3, 5.4 and 10.4."""

Edits = Mapping[tuple[str, str], str | date | None]
"""What is written into cells, by ref and heading."""


def a_return(run: Run, folder: Path, *of: str) -> Path:
    """A return that was just made: of the officer unless it says of whom."""
    file = folder / "return.xlsx"
    made = run("return", "make", *(of or ("--owner", OFFICER)), "-o", str(file), "--force")
    assert made.code == 0, made.err
    return file


def rows_sheet(book: Workbook) -> Worksheet:
    """The sheet with the rows."""
    return book["Your actions"]


def filled(file: Path, edits: Edits, *more: Callable[[Workbook], Any]) -> Path:
    """The same return with words in its cells, and whatever else is done to the workbook."""
    book = load_workbook(file)
    sheet = rows_sheet(book)
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
    for (ref, heading), words in edits.items():
        sheet.cell(rows[ref], columns[heading]).value = words
    for change in more:
        change(book)
    written = file.with_name("filled.xlsx")
    book.save(written)
    return written


def as_csv(file: Path) -> Path:
    """The sheet with the rows, saved as CSV."""
    rows = rows_sheet(load_workbook(file)).iter_rows(values_only=True)
    lines = (
        ",".join('"{}"'.format(str("" if cell is None else cell).replace('"', '""')) for cell in row)
        for row in rows
    )
    written = file.with_name("r.csv")
    written.write_text("\n".join(lines).replace(" 00:00:00", ""), encoding="utf-8")
    return written


def through_libreoffice(file: Path) -> Path:
    """The same workbook, opened and saved again by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = file.parent / "again"
    own = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    convert = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder)]
    subprocess.run([office, own, *convert, str(file)], check=True, capture_output=True, timeout=120)
    return folder / file.name
