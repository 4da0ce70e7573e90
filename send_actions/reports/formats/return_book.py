"""A return as an Excel workbook: rows to fill in, with what may be chosen, and what to do with them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.words.return_words import GUIDE, KEY, MARK, SHEET, STILL_RIGHT, ReturnColumn
from send_actions.reports.contents.return_form import ReturnForm, Shown
from send_actions.reports.formats.colours import shade_of
from send_actions.reports.formats.sheet_words import cell_words

_WIDTHS: Final = {
    ReturnColumn.REF: 9,
    ReturnColumn.ACTION: 36,
    ReturnColumn.LEAD: 22,
    ReturnColumn.DUE: 16,
    ReturnColumn.LAST_SAID: 38,
    ReturnColumn.NO_CHANGE: 15,
    ReturnColumn.STATUS: 14,
    ReturnColumn.NOTE: 46,
    ReturnColumn.IMPACT: 14,
    ReturnColumn.PATH: 32,
    ReturnColumn.PATH_BY: 15,
    ReturnColumn.ASK: 32,
    ReturnColumn.NEW_DUE: 16,
    ReturnColumn.WHY_NEW_DUE: 28,
    ReturnColumn.KEPT_AS: 12,
}
"""Characters."""
_KEEPS_SIGHT_OF: Final = 2
"""Columns that stay while one goes to the right: ref and action."""
_GUIDE_WIDTH: Final = 96
_DAY: Final = "d mmmm yyyy"
_CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA1A9"}
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_UNDATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - it is written as it is
_FORMULA: Final = ("=", "+", "-", "@")


def render_return(form: ReturnForm) -> bytes:
    """The workbook of a return; the same form gives the same bytes."""
    written = io.BytesIO()
    type_ = {"font_name": "Arial", "font_size": 11}  # the library adds to it
    with xlsxwriter.Workbook(written, {**_OPTIONS, "default_format_properties": type_}) as file:
        file.set_properties({"title": form.title, "created": _UNDATED})
        _write_guide(file.add_worksheet(GUIDE), file, form)
        _write_rows(file.add_worksheet(SHEET), file, form)
        _write_key(file.add_worksheet(KEY), file, form)
        _write_mark(file.add_worksheet(MARK), form)
    return written.getvalue()


def _write_guide(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    title = file.add_format({"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"})
    words = file.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, cell_words(form.title), title)
    sheet.write_string(1, 0, cell_words(f"For {form.to}"), words)
    for row, step in enumerate(form.steps, start=3):
        sheet.write_string(row, 0, cell_words(f"{row - 2}. {step}"), words)
    _lay_out(sheet)


def _write_rows(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    """Write what is shown in grey and what is asked in white, its choices offered."""
    columns = form.columns
    header = file.add_format({**_CELL, "bold": True, "bg_color": f"#{shade_of('grey').fill}"})
    looks = {
        is_asked: [
            file.add_format({**look, **more}) for more in ({}, {"quote_prefix": True}, {"num_format": _DAY})
        ]
        for is_asked, look in (
            (True, _CELL),
            (False, {**_CELL, "font_color": "#363B41", "bg_color": "#F4F5F6"}),
        )
    }
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS[column])
        sheet.write_string(0, place, column.value, header)
    for number, row in enumerate(form.rows, start=1):
        for place, column in enumerate(columns):
            _write_cell(sheet, number, place, row[column], looks[column.is_asked])
    if form.rows:
        _offer(sheet, file, form)
        sheet.autofilter(0, 0, len(form.rows), len(columns) - 1)
    sheet.set_column(len(columns) - 1, len(columns) - 1, None, None, {"hidden": True})
    sheet.freeze_panes(1, _KEEPS_SIGHT_OF)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    _lay_out(sheet)
    sheet.activate()


def _write_cell(sheet: Worksheet, row: int, place: int, shown: Shown, looks: list[Format]) -> None:
    words, quoted, day = looks
    if isinstance(shown, date):
        sheet.write_datetime(row, place, shown, day)
    elif shown:
        sheet.write_string(row, place, cell_words(shown), quoted if shown.startswith(_FORMULA) else words)
    else:
        sheet.write_blank(row, place, None, words)


def _offer(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    """Let what has a few words be chosen from them; the colour of a status goes with it."""
    last, columns = len(form.rows), form.columns
    statuses = f"={KEY}!$A$2:$A${len(form.statuses) + 1}"
    choices: dict[ReturnColumn, str | list[str]] = {
        ReturnColumn.NO_CHANGE: [STILL_RIGHT],
        ReturnColumn.STATUS: statuses,
        ReturnColumn.IMPACT: [one.word for one in Impact],
    }
    for column, source in choices.items():
        place = columns.index(column)
        told = f"Choose one from the list under “{column.value}”, or leave it as it is."
        sheet.data_validation(
            1,
            place,
            last,
            place,
            {"validate": "list", "source": source, "error_message": told, "error_type": "warning"},
        )
    place = columns.index(ReturnColumn.STATUS)
    cell = f"{xl_col_to_name(place)}2"
    for rank, entry in enumerate(form.statuses, start=2):
        shade = shade_of(entry.colour)
        look = file.add_format({"font_color": f"#{shade.ink}", "bg_color": f"#{shade.fill}"})
        rule = {"type": "formula", "criteria": f"={cell}={KEY}!$A${rank}", "format": look}
        sheet.conditional_format(1, place, last, place, rule)


def _write_key(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    header = file.add_format({**_CELL, "bold": True, "bg_color": f"#{shade_of('grey').fill}"})
    words = file.add_format(_CELL)
    for place, (head, width) in enumerate(
        (("Status", 16), ("Mark", 8), ("Colour", 10), ("What it means", 70))
    ):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, head, header)
    for row, entry in enumerate(form.statuses, start=1):
        shade = shade_of(entry.colour)
        look = file.add_format({**_CELL, "font_color": f"#{shade.ink}", "bg_color": f"#{shade.fill}"})
        sheet.write_string(row, 0, cell_words(entry.word), look)
        sheet.write_string(row, 1, entry.status.symbol, words)
        sheet.write_string(row, 2, entry.colour.capitalize(), words)
        sheet.write_string(row, 3, cell_words(entry.definition), words)
    sheet.freeze_panes(1, 0)
    _lay_out(sheet)


def _write_mark(sheet: Worksheet, form: ReturnForm) -> None:
    """Say, where nobody looks, what the return was made from."""
    for row, (fact, said) in enumerate(form.facts.items()):
        sheet.write_string(row, 0, fact.value)
        sheet.write_string(row, 1, cell_words(said))
    sheet.hide()


def _lay_out(sheet: Worksheet) -> None:
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&9&A, page &P of &N")
