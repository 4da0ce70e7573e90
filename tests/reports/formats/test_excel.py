"""Excel: real numbers and dates, named tables that filter, statuses to choose, and text that is only text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.formats.office_papers import written_elsewhere
from reports.formats.sheet_reading import (
    DOCUMENTS,
    GREEN,
    HOSTILE,
    ON,
    RED,
    WORDS,
    a_document,
    excel,
    excel_faults,
    formulas,
    part,
    rows_of,
)
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    Stamp,
    StatusMark,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.excel import render
from send_actions.reports.formats.figures import Figure
from send_actions.reports.formats.workbook import Value, arrange
from send_actions.reports.formats.workbook import text_of as words_of

COUNTS = Table(
    "Actions by status",
    ("Status", "Now", "Change", "Since"),
    (
        (RED, Number(6, "6"), Number(2, "+2"), Day(date(2026, 3, 6), "6 March 2026")),
        (GREEN, Number(1200, "1,200"), Number(-1, "−1"), Day(date(2025, 12, 31), "31 December 2025")),
    ),
)


def _as_read(value: Value) -> object:
    """What Excel says of a cell; days before March 1900 it counts in a way of its own."""
    if isinstance(value, Figure):
        return value.value
    if isinstance(value, date):
        return value if value >= date(1900, 3, 1) else words_of(value)
    return words_of(value)


def test_the_first_sheet_is_the_paper_in_reading_order_and_names_the_sheet_of_each_table() -> None:
    book = excel(
        render(
            a_document(
                Heading(2, "In brief"),
                Paragraph((Strong("Why:"), " two posts ", RED)),
                COUNTS,
                NumberedList((text_of("Agree\nit"),)),
                bullets("One"),
            )
        )
    )
    assert book.sheetnames == ["Paper", "1 Actions by status", "Legend"]
    assert rows_of(book["Paper"]) == [
        ["Plan & paper"],
        ["As at: 31 March 2026"],
        ["In brief"],
        ["Why: two posts ■ R Off track"],
        ["Table 1. Actions by status (sheet “1 Actions by status”)"],
        ["1. Agree\nit"],
        ["• One"],
    ]
    assert book["Paper"]["A5"].hyperlink.location == "'1 Actions by status'!A1"


def test_tables_together_are_led_to_each_by_its_row() -> None:
    book = excel(render(a_document(COUNTS, replace(COUNTS, caption="Actions by impact"))))
    links = [cell.hyperlink.location for [cell] in book["Paper"].iter_rows() if cell.hyperlink]
    assert links == ["'1 Actions by'!A1", "'1 Actions by'!A5"]


def test_numbers_and_dates_are_real_and_shown_as_the_paper_has_them() -> None:
    sheet = excel(render(a_document(COUNTS)))["1 Actions by status"]
    assert rows_of(sheet) == [
        ["Table 1. Actions by status"],
        ["Status", "Now", "Change", "Since"],
        ["■ R Off track", 6, 2, date(2026, 3, 6)],
        ["● G On track", 1200, -1, date(2025, 12, 31)],
    ]
    assert [sheet[f"{column}4"].number_format for column in "BCD"] == ["#,##0", '+0;"−"0;0', "d mmmm yyyy"]


def test_words_that_say_more_than_their_date_stay_and_the_date_stands_beside_them() -> None:
    due = Table(
        "Due",
        ("Due", "What"),
        ((Day(ON, "March 2026\nOverdue"), "a"), (Day(ON, "31 March 2026"), "b"), ("No due date", "c")),
    )
    sheet = excel(render(a_document(due)))["1 Due"]
    assert rows_of(sheet)[1:] == [
        ["Due", "Due, as a date", "What"],
        ["March 2026\nOverdue", ON, "a"],
        ["31 March 2026", ON, "b"],
        ["No due date", "no date", "c"],
    ]


def test_a_number_that_is_not_told_is_not_in_the_file() -> None:
    hidden = Table("Counts", ("Few",), ((Number(31337, "fewer than 6"),),))
    content = render(a_document(hidden))
    assert rows_of(excel(content)["1 Counts"])[2:] == [["fewer than 6"]]
    with ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if b"31337" in archive.read(name)]


def test_a_table_is_named_filtered_frozen_below_its_header_and_printed_with_it() -> None:
    sheet = excel(render(a_document(COUNTS)))["1 Actions by status"]
    table = sheet.tables["Table_1_Actions_by_status"]
    assert (table.ref, table.autoFilter.ref) == ("A2:D4", "A2:D4")
    assert [column.name for column in table.tableColumns] == ["Status", "Now", "Change", "Since"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$1:$2")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert not sheet.merged_cells.ranges


def test_a_status_is_said_in_words_on_its_colour_which_goes_with_what_is_chosen() -> None:
    sheet = excel(render(a_document(COUNTS)))["1 Actions by status"]
    cell = sheet["A3"]
    assert cell.value == "■ R Off track"
    assert cell.fill.fgColor.rgb == f"FF{SHADES['red'].fill}"
    assert cell.font.color.rgb == f"FF{SHADES['red'].ink}"
    [(at, rules)] = [(str(one.sqref), one.rules) for one in sheet.conditional_formatting]
    assert at == "A3:A4"
    assert [rule.formula for rule in rules] == [
        ["ISNA(MATCH(A3,Statuses,0))"],
        *([f"A3=INDEX(Statuses,{place})"] for place in (1, 2, 3)),
    ]
    assert [rule.dxf.fill.bgColor.rgb[2:] for rule in rules] == [
        SHADES[colour].fill for colour in ("none", "red", "green", "none")
    ]


def test_a_status_is_chosen_from_the_one_legend() -> None:
    short = Table("Journey", ("Area", "March"), (("1", replace(RED, short=True)),))
    book = excel(render(a_document(COUNTS, short)))
    assert rows_of(book["Legend"]) == [
        ["What a status may be in this plan"],
        ["Status", "In short", "Colour"],
        ["■ R Off track", "■ R", "Red"],
        ["● G On track", "● G", "Green"],
        ["× W Withdrawn", "× W", "None"],
    ]
    names = {name: one.attr_text for name, one in book.defined_names.items()}
    assert names == {"Statuses": "Legend!$A$3:$A$5", "StatusesInShort": "Legend!$B$3:$B$5"}
    offered = {
        sheet.title: [
            (str(one.sqref), one.type, one.formula1) for one in sheet.data_validations.dataValidation
        ]
        for sheet in book
    }
    assert offered == {
        "Paper": [],
        "1 Actions by status": [("A3:A4", "list", "Statuses")],
        "2 Journey": [("B3", "list", "StatusesInShort")],
        "Legend": [],
    }


def test_a_paper_whose_tables_have_no_statuses_has_no_legend() -> None:
    assert excel(render(a_document(Table("T", ("A",), (("x",),))))).sheetnames == ["Paper", "1 T"]


def test_without_a_legend_nothing_is_offered() -> None:
    book = excel(render(replace(a_document(COUNTS), legend=())))
    assert book.sheetnames == ["Paper", "1 Actions by status"]
    assert not book["1 Actions by status"].data_validations.dataValidation


def test_the_file_says_title_subject_language_and_date_and_neither_author_nor_clock() -> None:
    content = render(a_document(title="Plan\nof <1>"))
    told = excel(content).properties
    assert (told.title, told.subject, told.language) == ("Plan / of <1>", "Told", "en-GB")
    assert told.created == told.modified == datetime(2026, 3, 31)  # noqa: DTZ001 - a file's own
    assert (told.creator, told.lastModifiedBy) == (None, None)


def test_the_file_bears_its_stamp_by_which_it_is_verified() -> None:
    stamp = Stamp("send-actions report board --record 412", "0123abcd")
    assert excel(render(replace(a_document(), stamp=stamp))).properties.keywords == stamp.keywords


def test_without_a_date_that_of_an_archive_is_said() -> None:
    content = render(replace(a_document(), as_at=None))
    assert "1980-01-01T00:00:00Z" in part(content, "docProps/core.xml")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text_and_would_stay_so_when_it_is_edited(text: str, tmp_path: Path) -> None:
    mark = StatusMark(text, text, text, text)
    paper = Document(text, ((text, text),), (Heading(2, text), Table(text, (text, text), ((text, mark),))))
    content = render(replace(paper, legend=(mark,), subject=text))
    book = excel(content)
    assert formulas(book) == []
    sheet = book.worksheets[1]
    assert [cell.quotePrefix for cell in sheet[3]] == [text.startswith(("=", "+", "-", "@"))] * 2
    assert excel_faults(content, tmp_path) == []


@given(DOCUMENTS)
def test_any_document_is_read_back_with_the_very_texts_of_its_tables_and_no_formula(
    document: Document,
) -> None:
    arranged, book = arrange(document), excel(render(document))
    assert book.sheetnames == ["Paper", *(sheet.name for sheet in arranged.sheets)]
    assert rows_of(book["Paper"]) == [[line.text] for line in arranged.lines]
    for sheet, read in zip(arranged.sheets, book.worksheets[1:], strict=True):
        assert rows_of(read) == [
            [sheet.caption],
            [c.head for c in sheet.columns],
            *([_as_read(value) for value in row] for row in sheet.rows),
        ]
    assert formulas(book) == []


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_names_of_a_table_s_columns_are_the_texts_of_its_header(heads: list[str]) -> None:
    sheet = excel(render(a_document(Table("T", tuple(heads), (tuple(heads),))))).worksheets[1]
    [table] = sheet.tables.values()
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[2]]


def test_text_longer_than_a_cell_holds_is_cut_and_says_so() -> None:
    long = "𝔘" * 20_000
    book = excel(render(a_document(text_of(long), Table("Long", ("Note",), ((long,), ("x" * 40_000,))))))
    told = [book["Paper"]["A3"].value, book["1 Long"]["A3"].value, book["1 Long"]["A4"].value]
    assert all("(cut here: a cell holds no more." in text for text in told)
    assert max(len(text.encode("utf-16-le")) // 2 for text in told) == 32_767


def test_a_day_that_excel_cannot_count_stays_in_words() -> None:
    old = Table("Old", ("On",), ((Day(date(1899, 12, 31), "31 December 1899"),),))
    assert rows_of(excel(render(a_document(old)))["1 Old"])[2:] == [["31 December 1899"]]


@pytest.mark.parametrize(
    ("title", "shown"), [("&" * 300, "&" * 200), ("12 & more", " 12 && more"), ("&R&Z", "&&R&&Z")]
)
def test_the_foot_of_a_page_has_the_title_as_text(title: str, shown: str) -> None:
    written = part(render(a_document(title=title)), "xl/worksheets/sheet1.xml")
    foot = f"&L&9{shown}&R&9&A, page &P of &N".replace("&", "&amp;")
    assert f"<oddFooter>{foot}</oddFooter>" in written


def test_rows_are_as_high_as_their_words_want_and_grow_with_them() -> None:
    sheet = excel(render(a_document(Table("T", ("A", "B"), (("x", "y"), ("word " * 200, "y"))))))["1 T"]
    low, high = (sheet.row_dimensions[row].height for row in (3, 4))
    assert (low < 20, high > 60) == (True, True)
    assert (
        "customHeight"
        not in part(render(a_document(COUNTS)), "xl/worksheets/sheet2.xml").split("<sheetData>")[1]
    )


def test_every_kind_of_block_is_valid_by_the_schemas_of_excel(tmp_path: Path) -> None:
    assert excel_faults(render(the_paper()), tmp_path) == []
    empty = Table("Nothing", ("A", "a"), ())
    assert excel_faults(render(a_document(COUNTS, empty, COUNTS)), tmp_path) == []


def test_a_document_that_says_nothing_is_a_file_all_the_same(tmp_path: Path) -> None:
    content = render(Document("", (), ()))
    assert rows_of(excel(content)["Paper"]) == [["Paper"]]
    assert excel_faults(content, tmp_path) == []


def test_the_same_paper_has_the_same_bytes_wherever_and_by_whom_it_is_made(tmp_path: Path) -> None:
    here = render(the_paper())
    assert here == render(the_paper()) == written_elsewhere("excel", tmp_path)
    with ZipFile(io.BytesIO(here)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
