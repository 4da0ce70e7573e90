"""A document as an Excel workbook: its words, its tables, each named on its sheet, and the statuses."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from send_actions.reports.document import Document
from send_actions.reports.formats.archive import packed
from send_actions.reports.formats.excel_looks import Looks
from send_actions.reports.formats.figures import Figure
from send_actions.reports.formats.row_heights import height_of, height_of_line
from send_actions.reports.formats.sheet_words import cut_to
from send_actions.reports.formats.text_lines import in_xml, one_line
from send_actions.reports.formats.workbook import (
    LEGEND,
    PAPER,
    SIZE,
    WORDS_WIDE,
    Column,
    Line,
    Sheet,
    Status,
    Value,
    Workbook,
    arrange,
    text_of,
)

HEADER: Final = 1
FIRST: Final = 2
"""Rows of a table's sheet, from 0: the caption stands above the header."""
_NAMES: Final = {"status": "Statuses", "short": "StatusesInShort"}
"""What the legend's columns are called, by the kind of column that chooses from them."""
_PIXELS: Final = 4 / 3
"""Of a point."""
_HIGHEST: Final = 409.0
"""Points of a row."""
_A4: Final = 9
_LONGEST_PROPERTY: Final = 255
_LONGEST_FOOT: Final = 100
_UNDATED: Final = date(1980, 1, 1)
"""The day of a file whose paper has none, as zip files have it."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Earlier days Excel counts in a way of its own."""
_CORE: Final = "docProps/core.xml"
_OPTIONS: Final = {
    "in_memory": True,
    "default_column_width": 72,
    "default_row_height": 19,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Place(Worksheet):  # type: ignore[misc] # the library says no types
    """A sheet whose only formulas are ours, of its rules: none has a function newer than Excel 2007.

    The library looks for each of two hundred such in every formula.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        del expand_future_functions
        return formula.removeprefix("=")


def render(document: Document) -> bytes:
    """The whole workbook as the bytes of an .xlsx file; the same document gives the same bytes."""
    arranged = arrange(document)
    written = io.BytesIO()
    type_ = {"font_name": "Arial", "font_size": SIZE}  # the library adds to it
    with xlsxwriter.Workbook(written, {**_OPTIONS, "default_format_properties": type_}) as file:
        _describe(file, document)
        looks = Looks(file)
        _write_words(file.add_worksheet(PAPER, _Place), arranged, looks)
        places = [(sheet, file.add_worksheet(sheet.name, _Place)) for sheet in arranged.sheets]
        for sheet, place in places:
            _write_table(place, sheet, looks)
            _lay_out_page(place, arranged.title, lies=True)
            if arranged.legend and sheet is not arranged.legend:
                _offer_statuses(place, sheet, arranged.legend, looks)
        if arranged.legend:
            last = FIRST + len(arranged.legend.rows)
            for letter, name in zip("AB", _NAMES.values(), strict=True):
                file.define_name(name, f"={LEGEND}!${letter}${FIRST + 1}:${letter}${last}")
    return _completed(written, document.language)


def _describe(file: xlsxwriter.Workbook, document: Document) -> None:
    """Say of the file what the document says of itself, and nothing else: no author and no clock."""
    day = document.as_at or _UNDATED
    file.set_properties(
        {
            "title": cut_to(one_line(document.title), _LONGEST_PROPERTY),
            "subject": cut_to(one_line(document.subject), _LONGEST_PROPERTY),
            "keywords": one_line(document.stamp.keywords) if document.stamp else "",
            "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - it is written as it is
        }
    )


def _completed(written: io.BytesIO, language: str) -> bytes:
    """The file with what the library has no word for: its language, and heights that follow the words.

    A row whose height is said to be a person's own would keep it whatever is typed there.
    """
    with zipfile.ZipFile(written) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = content.replace(b' customHeight="1"', b"")
    end = b"</cp:coreProperties>"
    told = f"<dc:language>{in_xml(one_line(language))}</dc:language>".encode()
    parts[_CORE] = parts[_CORE].replace(end, told + end)
    return packed(parts)


def _write_words(place: Worksheet, arranged: Workbook, looks: Looks) -> None:
    place.set_column_pixels(0, 0, round(WORDS_WIDE * _PIXELS))
    for row, line in enumerate(arranged.lines):
        _set_height(place, row, height_of_line(line))
        _write_line(place, row, line, looks)
    _lay_out_page(place, arranged.title, lies=False)


def _write_line(place: Worksheet, row: int, line: Line, looks: Looks) -> None:
    look = looks.line(line.look, line.text)
    if line.sheet:
        quoted = line.sheet.replace("'", "''")
        place.write_url(row, 0, f"internal:'{quoted}'!A{line.row}", look, line.text)
    elif any(is_strong for _, is_strong in line.pieces) and len(line.pieces) > 1:
        parts: list[str | Format] = []
        for text, is_strong in line.pieces:
            parts += [looks.strong if is_strong else looks.light, text]
        place.write_rich_string(row, 0, *parts, look)
    else:
        place.write_string(row, 0, line.text, look)


def _write_table(place: Worksheet, sheet: Sheet, looks: Looks) -> None:
    """Write the caption, and the named table with its header kept in sight and repeated on every page."""
    place.write_string(0, 0, sheet.caption, looks.caption)
    for number, column in enumerate(sheet.columns):
        place.set_column_pixels(number, number, round(column.width * _PIXELS))
        place.write_string(HEADER, number, column.head, looks.header)
    widths = [column.width for column in sheet.columns]
    heads = zip((column.head for column in sheet.columns), widths, strict=True)
    _set_height(place, HEADER, height_of(heads, SIZE, bold=1))
    for row, cells in enumerate(sheet.rows, start=FIRST):
        told = zip(map(text_of, cells), widths, strict=True)
        _set_height(place, row, height_of(told, SIZE))
        for number, value in enumerate(cells):
            _write_cell(place, row, number, value, looks)
    place.freeze_panes(FIRST, 0)
    place.repeat_rows(0, HEADER)
    if sheet.rows:
        last, right = HEADER + len(sheet.rows), len(sheet.columns) - 1
        place.add_table(HEADER, 0, last, right, _table(sheet, looks))
        corner = xl_rowcol_to_cell(last, right)
        place.ignore_errors({"number_stored_as_text": f"A{FIRST + 1}:{corner}"})


def _set_height(place: Worksheet, row: int, height: float) -> None:
    place.set_row(row, min(height, _HIGHEST))


def _table(sheet: Sheet, looks: Looks) -> dict[str, object]:
    heads = ", ".join(column.head for column in sheet.columns)
    return {
        "name": sheet.table_name,
        "style": None,
        "title": cut_to(sheet.caption, _LONGEST_PROPERTY),
        "description": cut_to(f"{len(sheet.rows)} rows under: {heads}.", _LONGEST_PROPERTY),
        "columns": [{"header": column.head, "header_format": looks.header} for column in sheet.columns],
    }


def _write_cell(place: Worksheet, row: int, number: int, value: Value, looks: Looks) -> None:
    match value:
        case Figure():
            place.write_number(row, number, value.value, looks.figure(value.pattern))
        case Status():
            place.write_string(row, number, value.text, looks.status(value.colour, value.text))
        case date() if value >= _FIRST_DAY:
            place.write_datetime(row, number, value, looks.day)
        case date():
            place.write_string(row, number, text_of(value), looks.text(""))
        case str():
            place.write_string(row, number, value, looks.text(value))


def _offer_statuses(place: Worksheet, sheet: Sheet, legend: Sheet, looks: Looks) -> None:
    """Let each column of statuses be chosen from the legend, and its colours go with what is chosen."""
    for number, column in enumerate(sheet.columns):
        if column.kind in _NAMES:
            cells = (FIRST, number, HEADER + len(sheet.rows), number)
            place.data_validation(*cells, _choice(column))
            _colour(place, cells, _NAMES[column.kind], legend, looks)


def _choice(column: Column) -> dict[str, object]:
    return {
        "validate": "list",
        "source": f"={_NAMES[column.kind]}",
        "error_title": "No status of this plan",
        "error_message": "Choose a status from the list: the sheet Legend has them all.",
        "error_type": "warning",
    }


def _colour(
    place: Worksheet, cells: tuple[int, int, int, int], name: str, legend: Sheet, looks: Looks
) -> None:
    """Keep the colour of a status true when another is chosen; what is none has none."""
    cell = xl_rowcol_to_cell(*cells[:2])
    rules = [(f"=ISNA(MATCH({cell},{name},0))", "none")]
    for rank, (status, *_) in enumerate(legend.rows, start=1):
        if isinstance(status, Status):
            rules.append((f"={cell}=INDEX({name},{rank})", status.colour))
    for formula, colour in rules:
        look = looks.chosen(colour)
        place.conditional_format(*cells, {"type": "formula", "criteria": formula, "format": look})


def _lay_out_page(place: Worksheet, title: str, *, lies: bool) -> None:
    place.set_paper(_A4)
    if lies:
        place.set_landscape()
    place.fit_to_pages(1, 0)
    place.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.75)
    named = cut_to(title, _LONGEST_FOOT).replace("&", "&&")
    place.set_footer(f"&L&9{' ' if named[:1].isdigit() else ''}{named}&R&9&A, page &P of &N")
