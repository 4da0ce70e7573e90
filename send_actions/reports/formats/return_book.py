"""A return as an Excel workbook: rows to fill in, with what may be chosen, and what to do with them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from send_actions.domain.plan.vocabulary import Impact, LegendEntry
from send_actions.domain.return_rows import Shown, mark_of
from send_actions.domain.words.return_words import (
    ABOUT,
    GUIDE,
    KEY,
    SHEET,
    STILL_RIGHT,
    ReturnColumn,
    ReturnFact,
)
from send_actions.reports.contents.return_form import ReturnForm
from send_actions.reports.formats.colours import shade_of
from send_actions.reports.formats.row_heights import height_of
from send_actions.reports.formats.sheet_words import cell_words

_WIDTHS: Final = {
    ReturnColumn.REF: 8,
    ReturnColumn.ACTION: 32,
    ReturnColumn.LEAD: 20,
    ReturnColumn.DUE: 14,
    ReturnColumn.LAST_SAID: 34,
    ReturnColumn.NO_CHANGE: 14,
    ReturnColumn.STATUS: 13,
    ReturnColumn.NOTE: 40,
    ReturnColumn.IMPACT: 13,
    ReturnColumn.PATH: 28,
    ReturnColumn.PATH_BY: 14,
    ReturnColumn.ASK: 28,
    ReturnColumn.NEW_DUE: 14,
    ReturnColumn.WHY_NEW_DUE: 24,
    ReturnColumn.KEPT_AS: 12,
}
"""Characters."""
_KEEPS_SIGHT_OF: Final = 2
"""Columns that stay while one goes to the right: ref and action."""
_GUIDE_WIDTH: Final = 84
_LEAST_HEIGHT: Final = 62.0
"""Points of a row, which leave room for an update of four lines."""
_FACT_WIDTH: Final = 14
_KEY_WIDTHS: Final = (24, 8, 10, 52)
_SIZE: Final = 11
_BETWEEN: Final = 4.0
"""Points between one step and the next."""
_A3, _A4 = 8, 9
_ABOUT: Final = "What this file was made from: it is known again by it, so please leave this sheet as it is."
_KEY_HEADS: Final = ("Status", "Mark", "Colour", "What it means")
_STILL_HOLDS: Final = f"Under “{ReturnColumn.NO_CHANGE}”: all that the row shows still holds."
_DAY: Final = "d mmm yyyy"
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
    type_ = {"font_name": "Arial", "font_size": _SIZE}  # the library adds to it
    with xlsxwriter.Workbook(written, {**_OPTIONS, "default_format_properties": type_}) as file:
        file.set_properties({"title": form.title, "created": _UNDATED})
        _write_guide(file.add_worksheet(GUIDE), file, form)
        _write_rows(file.add_worksheet(SHEET), file, form)
        _write_key(file.add_worksheet(KEY), file, form)
        _write_about(file.add_worksheet(ABOUT), file, form)
    return written.getvalue()


def _write_guide(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    title = file.add_format({"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"})
    words = file.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_row(0, height_of([(form.title, _points(_GUIDE_WIDTH))], 16, bold=1))
    head, to, *steps = _guide_words(form)
    sheet.write_string(0, 0, head, title)
    sheet.write_string(1, 0, to, words)
    for row, told in enumerate(steps, start=3):
        sheet.set_row(row, height_of([(told, _points(_GUIDE_WIDTH))], _SIZE) + _BETWEEN)
        sheet.write_string(row, 0, told, words)
    _lay_out(sheet)


def _guide_words(form: ReturnForm) -> list[str]:
    """What the first sheet says: what it is, for whom, and each step."""
    steps = (f"{number}. {step}" for number, step in enumerate(form.steps, start=1))
    return [*map(cell_words, (form.title, f"For {form.to}", *steps))]


def _write_rows(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    """Write what is shown in grey and what is asked in white, its choices offered."""
    columns = form.columns
    header = file.add_format({**_CELL, "bold": True, "bg_color": f"#{shade_of('grey').fill}"})
    looks = {
        is_asked: [
            file.add_format({**look, **more})
            for more in ({}, {"quote_prefix": True}, {"num_format": _DAY, "align": "left"})
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
        cells = [(str(row[column]), _points(_WIDTHS[column])) for column in columns[:-1]]
        sheet.set_row(number, max(_LEAST_HEIGHT, height_of(cells, _SIZE)))
        for place, column in enumerate(columns):
            _write_cell(sheet, number, place, row[column], looks[column.is_asked])
    if form.rows:
        _offer(sheet, file, form)
        sheet.autofilter(0, 0, len(form.rows), len(columns) - 1)
    sheet.set_column(len(columns) - 1, len(columns) - 1, None, None, {"hidden": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{len(form.rows) + 1}"})  # refs are no numbers
    sheet.freeze_panes(1, _KEEPS_SIGHT_OF)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    _lay_out(sheet, _A3)
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
        ReturnColumn.NO_CHANGE: f"={KEY}!$A${_row_of_still_right(form) + 1}",
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
    for place, (head, width) in enumerate(zip(_KEY_HEADS, _KEY_WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, head, header)
    for row, entry in enumerate(form.statuses, start=1):
        shade = shade_of(entry.colour)
        look = file.add_format({**_CELL, "font_color": f"#{shade.ink}", "bg_color": f"#{shade.fill}"})
        sheet.set_row(row, height_of([(entry.definition, _points(_KEY_WIDTHS[-1]))], _SIZE))
        for place, told in enumerate(_entry_words(entry)):
            sheet.write_string(row, place, told, words if place else look)
    sheet.write_string(_row_of_still_right(form), 0, STILL_RIGHT, words)
    sheet.merge_range(
        *(_row_of_still_right(form), 1, _row_of_still_right(form), 3),
        _STILL_HOLDS,
        words,
    )
    sheet.freeze_panes(1, 0)
    _lay_out(sheet)


def _entry_words(entry: LegendEntry) -> tuple[str, str, str, str]:
    """What the key says of a status."""
    word, definition = cell_words(entry.word), cell_words(entry.definition)
    return word, entry.status.symbol, entry.colour.capitalize(), definition


def _row_of_still_right(form: ReturnForm) -> int:
    """Where the key has the words of "no change": in a cell, since a list in a rule parts at each comma."""
    return len(form.statuses) + 2


def _write_about(sheet: Worksheet, file: xlsxwriter.Workbook, form: ReturnForm) -> None:
    """Say what the return was made from, so that it is known again when it comes back."""
    words = file.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _FACT_WIDTH)
    sheet.set_column(1, 1, _GUIDE_WIDTH - _FACT_WIDTH)
    sheet.hide_gridlines(2)
    sheet.merge_range(0, 0, 0, 1, _ABOUT, words)
    key = [words for entry in form.statuses for words in _entry_words(entry)]
    told = [*_guide_words(form), *_KEY_HEADS, *key]
    marks = map(mark_of, (*told, STILL_RIGHT, _STILL_HOLDS, _ABOUT))
    facts = {**form.facts, ReturnFact.WORDS: " ".join(dict.fromkeys(marks))}
    for row, (fact, said) in enumerate(facts.items(), start=2):
        sheet.write_string(row, 0, fact.value, words)
        sheet.write_string(row, 1, cell_words(said), words)
    _lay_out(sheet)


def _lay_out(sheet: Worksheet, paper: int = _A4) -> None:
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&R&9&A, page &P of &N")


def _points(width: float) -> float:
    """Return how wide a column of so many characters is at least, whatever the type."""
    return width * 5.25 + 3.75
