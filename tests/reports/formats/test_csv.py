"""CSV: one table of the whole paper, with the same columns in every row and no formula."""

from __future__ import annotations

import csv
import io
from datetime import date

from hypothesis import given
from reports.formats.sheet_reading import DOCUMENTS, HOSTILE, RED, a_document
from reports.sample_paper import the_paper

from send_actions.domain.plain_data import FORMULA_STARTS
from send_actions.reports.document import (
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.csv import render

HEADER = ["section", "subsection", "kind", "table", "row", "column", "value", "number", "date"]


def rows(document: Document) -> list[list[str]]:
    text = render(document)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_paper_is_told_in_reading_order_under_one_header() -> None:
    table = Table(
        "Counts",
        ("Status", "Change", "Since", "Why"),
        ((RED, Number(-1, "−1"), Day(date(2026, 3, 6), "6 March 2026"), "one\ntwo"),),
    )
    document = a_document(
        Heading(2, "1. Asked"),
        NumberedList((text_of("Agree"), text_of("Fund"))),
        Heading(3, "Area 1"),
        bullets("Lead"),
        table,
        Heading(2, "2. End"),
        text_of("So."),
        title="Plan",
    )
    first, caption = ("1. Asked", "Area 1"), "Table 1. Counts"
    assert rows(document) == [
        HEADER,
        ["", "", "title", "", "", "", "Plan", "", ""],
        ["", "", "fact", "", "", "As at", "31 March 2026", "", ""],
        ["1. Asked", "", "heading", "", "", "", "1. Asked", "", ""],
        ["1. Asked", "", "numbered", "", "1", "", "Agree", "", ""],
        ["1. Asked", "", "numbered", "", "2", "", "Fund", "", ""],
        [*first, "heading", "", "", "", "Area 1", "", ""],
        [*first, "bullet", "", "1", "", "Lead", "", ""],
        [*first, "cell", caption, "1", "Status", "■ R Off track", "", ""],
        [*first, "cell", caption, "1", "Change", "−1", "-1", ""],
        [*first, "cell", caption, "1", "Since", "6 March 2026", "", "2026-03-06"],
        [*first, "cell", caption, "1", "Why", "one\ntwo", "", ""],
        ["2. End", "", "heading", "", "", "", "2. End", "", ""],
        ["2. End", "", "paragraph", "", "", "", "So.", "", ""],
    ]


def test_a_table_without_rows_tells_its_headings() -> None:
    read = rows(a_document(Table("Nothing", ("A", "B"), ())))
    assert [row[5:7] for row in read if row[2] == "column"] == [["A", "A"], ["B", "B"]]


def test_a_number_that_is_not_told_is_not_in_the_file() -> None:
    assert "31337" not in render(a_document(Table("T", ("A",), ((Number(31337, "fewer than 6"),),))))


def test_hostile_text_is_guarded_as_in_a_list() -> None:
    cells = [row[6] for row in rows(a_document(Table("T", ("A",), tuple((text,) for text in HOSTILE))))]
    assert "'=cmd|' /C calc'!A1" in cells
    assert "'+1+1" in cells
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


@given(DOCUMENTS)
def test_every_row_of_any_document_has_the_same_columns_and_no_cell_acts(document: Document) -> None:
    header, *others = rows(document)
    assert header == HEADER
    for row in others:
        assert len(row) == len(HEADER)
        assert not [cell for cell in (*row[:7], row[8]) if cell.startswith(FORMULA_STARTS)]


def test_the_same_paper_has_the_same_text() -> None:
    assert render(the_paper()) == render(the_paper())
