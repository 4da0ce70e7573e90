"""A file of separated values: a table of actions, or of measures where it heads no actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from send_actions.importers.csv_file import read_sheet
from send_actions.importers.headings.header_rows import is_header, may_head
from send_actions.importers.sheet import Sheet


def read_text_table(path: Path, *, today: date) -> Sheet:
    """Return the table of a file of text; raises SendActionsError when it cannot be read or is none."""
    sheet = read_sheet(path, is_header=is_header, may_head=may_head)
    return sheet if may_head(sheet.header) else _of_measures(sheet, today) or sheet


def _of_measures(sheet: Sheet, today: date) -> Sheet | None:
    """Return a sheet without actions as one of its measures; None where it has none either."""
    from send_actions.importers.grids.cell_grid import Cell, Grid
    from send_actions.importers.grids.measure_tables import read_measure_table

    rows = [[Cell(text) for text in row] for row in (*sheet.above, sheet.header, *sheet.rows)]
    read = read_measure_table(Grid("", rows), today)
    if read is None or not read.lines:
        return None
    told = (*sheet.problems, *read.problems)
    return replace(
        sheet, header=["ref", "action"], header_row=1, rows=[], problems=told, measures=tuple(read.lines)
    )
