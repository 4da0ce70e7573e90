"""One table saved in each format that is read, for what is true of all of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path

import pytest
from office_files import a_document, a_workbook

Row = tuple[str, ...]
Saved = Callable[[Path, Sequence[Row]], Path]


def squared(rows: Sequence[Row]) -> list[Row]:
    width = max(map(len, rows))
    return [(*row, *[""] * (width - len(row))) for row in rows]


def in_workbook(folder: Path, rows: Sequence[Row]) -> Path:
    return a_workbook(folder / "plan.xlsx", {"Sheet1": [[cell or None for cell in row] for row in rows]})


def in_document(folder: Path, rows: Sequence[Row]) -> Path:
    return a_document(folder / "plan.docx", squared(rows))


def in_text(folder: Path, rows: Sequence[Row]) -> Path:
    written = StringIO(newline="")
    csv.writer(written).writerows(squared(rows))
    (folder / "plan.csv").write_text(written.getvalue(), encoding="utf-8", newline="")
    return folder / "plan.csv"


def pasted(folder: Path, rows: Sequence[Row]) -> Path:
    (folder / "plan.txt").write_text("\n".join(map("\t".join, squared(rows))), encoding="utf-8")
    return folder / "plan.txt"


FORMATS: Mapping[str, Saved] = {"xlsx": in_workbook, "docx": in_document, "csv": in_text, "pasted": pasted}
each_format = pytest.mark.parametrize("saved", FORMATS.values(), ids=FORMATS)
