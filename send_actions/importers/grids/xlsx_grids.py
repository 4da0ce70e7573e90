"""The sheets of a workbook as grids, read as a stream after the guard has looked at it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError
from send_actions.importers.cell_text import without_gaps
from send_actions.importers.grids.cell_grid import COVERED, EMPTY, Book, Cell, Grid
from send_actions.importers.grids.cell_notes import noted_cells
from send_actions.importers.grids.cell_values import shown
from send_actions.importers.grids.cell_words import has_struck, runs_of
from send_actions.importers.grids.fills import FillReader
from send_actions.importers.grids.zip_guard import MOST_COLUMNS, MOST_ROWS, SheetMarks, covered, damage, guard
from send_actions.importers.problems import list_cells
from send_actions.importers.statuses.signs import is_coloured_sign

_LONGEST_NAME: Final = 60


def read_workbook(path: Path) -> Book:
    """Return the sheets of a workbook that are not hidden; raises SendActionsError when it cannot be read."""
    name, marks = printable(path.name), guard(path)
    if not marks:
        raise damage(name)
    try:
        return _read(path, name, marks)
    except SendActionsError:
        raise
    except (
        BadZipFile,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
    ) as error:
        raise damage(name) from error


def _read(path: Path, name: str, marks: dict[str, SheetMarks]) -> Book:
    from openpyxl import load_workbook

    grids, left_out, noted = [], [], noted_cells(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not keep, such as drop-downs
        book = load_workbook(
            path, read_only=True, data_only=True, keep_links=False, rich_text=has_struck(path)
        )
        try:
            fills = FillReader(book.loaded_theme)
            for sheet in book.worksheets:
                title = _safe_name(sheet.title)
                part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
                found = marks.get(part, SheetMarks())
                if sheet.sheet_state != "visible":
                    left_out.append(
                        f"The sheet “{title}” is hidden: left out. Show it in the file to bring it in."
                    )
                    continue
                if found.unworked:
                    cells = list_cells([f"{title}!{cell}" for cell in found.unworked])
                    left_out.append(f"Formulas without a result ({cells}): open the file once and save it.")
                left_out += _told_of_notes(title, noted.get(part, ()))
                if found.struck:
                    cells = list_cells([f"{title}!{cell}" for cell in found.struck])
                    left_out.append(f"Words in cells are struck out ({cells}): read all the same.")
                hidden = frozenset(row - 1 for row in found.hidden)
                columns = frozenset(column - 1 for column in found.hidden_columns)
                rows = _rows(sheet, found, fills)
                grids.append(
                    Grid(
                        title,
                        rows,
                        is_sheet=True,
                        hidden=hidden,
                        hidden_columns=columns,
                        is_ruled=found.is_ruled,
                    )
                )
        finally:
            book.close()
    return Book(name, tuple(grids), (), tuple(left_out))


def _told_of_notes(title: str, cells: Sequence[str]) -> list[str]:
    """Return what is told of the notes that are pinned to a sheet's cells, if there are any."""
    named = list_cells([f"{title}!{cell}" for cell in cells])
    return (
        [f"Notes that are pinned to cells ({named}) are not read: look at them in the file."] if cells else []
    )


def _rows(sheet: Any, marks: SheetMarks, fills: FillReader) -> list[list[Cell]]:
    """Return a sheet's cells up to the last with a value, those that are merged with what they cover."""
    last_row, last_column = min(marks.last_row, MOST_ROWS), min(marks.last_column, MOST_COLUMNS)
    if not last_row:
        return []
    boxes = [*covered(marks.merged, last_row, last_column)]
    sheet.reset_dimensions()
    rows = [
        [_cell(cell, fills) for cell in row]
        for row in sheet.iter_rows(min_row=1, max_row=last_row, max_col=last_column)
    ]
    for top, left, bottom, right in boxes:
        if top > len(rows):
            continue
        anchor = rows[top - 1][left - 1]
        for number in range(top - 1, min(bottom, len(rows))):
            rows[number][left - 1 : right] = [COVERED] * (right - left + 1)
        across, down = right - left + 1, bottom - top + 1
        rows[top - 1][left - 1] = replace(anchor, across=across, down=down)
    return rows


def _cell(cell: Any, fills: FillReader) -> Cell:
    value = cell.value
    fill = fills.read(cell.fill) if getattr(cell, "has_style", False) else ""
    if value is None and not fill:
        return EMPTY
    if value is None:
        return Cell("", fill)
    font = cell.font if cell.has_style else None
    ink = fills.ink(font) if font is not None else ""
    is_struck = font is not None and bool(font.strike)
    if not isinstance(value, str | list):
        return Cell(shown(value, cell.number_format), fill, is_struck=is_struck, ink=ink)
    runs = runs_of(value, font)
    left = without_gaps("".join(run.text for run in runs if not run.is_struck))
    struck = " ".join(words for run in runs if run.is_struck and (words := run.text.strip()))
    if ink and is_coloured_sign(left):
        return Cell("", ink, struck=struck)
    if not left.strip():
        return Cell(without_gaps("".join(run.text for run in runs)), fill, is_struck=bool(struck))
    return Cell(re.sub(" {2,}", " ", left) if struck else left, fill, struck=struck, ink=ink)


def _safe_name(title: str) -> str:
    return printable(cut(re.sub(r"\s+", " ", title).strip(), _LONGEST_NAME))
