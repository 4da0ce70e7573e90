"""A file of separated values: a table of actions, or several, or of measures where it heads no actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.columns.found_columns import is_our_list
from send_actions.importers.csv_file import read_sheet
from send_actions.importers.file_kinds import minutes_instead
from send_actions.importers.grids.cell_grid import Cell, Grid
from send_actions.importers.headings.header_rows import is_answered, is_header, may_head
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.sheet import Sheet

_PROSE: Final = frozenset({".txt", ".md"})
"""The endings of texts that may as well be minutes."""


def read_text_tables(path: Path, answers: Answers, *, today: date) -> list[Sheet]:
    """Return the tables of a file of text; raises SendActionsError when it cannot be read or has none."""
    mapping = answers.columns

    def heads(cells: Sequence[str]) -> bool:
        return is_answered(cells, mapping) or is_header(cells)

    sheet = read_sheet(path, is_header=heads, may_head=may_head)
    if is_answered(sheet.header, mapping) or may_head(sheet.header):
        is_ours = is_our_list(heading_names(sheet.header))
        return [sheet] if is_ours else _of_actions(sheet, answers, today)
    if measures := _of_measures(sheet, today):
        return [measures]
    lines = (sheet.header, *sheet.above, *sheet.rows)
    if path.suffix.lower() in _PROSE and (instead := _minutes_instead(sheet.name, lines)):
        raise SendActionsError(instead)
    return [sheet]


def _of_actions(sheet: Sheet, answers: Answers, today: date) -> list[Sheet]:
    """Return the tables in a text, each by its own headings, where it holds more than one of actions."""
    from send_actions.importers.grids.several_in_text import holds_others
    from send_actions.importers.grids.tables import book_of_text, tables_of

    grid = _grid(sheet)
    if not holds_others(grid, sheet.header_row - 1, answers.columns, today):
        return [sheet]
    first, *more = tables_of(book_of_text(sheet.name, grid), answers, today=today)
    return [replace(first, problems=(*sheet.problems, *first.problems)), *more]


def _grid(sheet: Sheet) -> Grid:
    rows = [[Cell(text) for text in row] for row in (*sheet.above, sheet.header, *sheet.rows)]
    return Grid("", rows, is_sheet=True)


def _minutes_instead(name: str, rows: Iterable[Sequence[str]]) -> str:
    return minutes_instead(name, "\n".join(" ".join(row) for row in rows))


def _of_measures(sheet: Sheet, today: date) -> Sheet | None:
    """Return a sheet without actions as one of its measures; None where it has none either."""
    from send_actions.importers.grids.measure_tables import read_measure_table

    read = read_measure_table(_grid(sheet), today)
    if read is None or not read.lines:
        return None
    told = (*sheet.problems, *read.problems)
    return replace(
        sheet, header=["ref", "action"], header_row=1, rows=[], problems=told, measures=tuple(read.lines)
    )
