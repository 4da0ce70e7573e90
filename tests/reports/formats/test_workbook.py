"""The arrangement of sheets, which every format of them shares."""

from __future__ import annotations

from datetime import date

from reports.formats.sheet_reading import GREEN, RED, a_document

from send_actions.reports.document import (
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.column_widths import length_of
from send_actions.reports.formats.workbook import SIZE, Line, Status, arrange

ON = date(2026, 3, 31)


def lines(*blocks: Heading | Paragraph) -> list[Line]:
    return list(arrange(a_document(*blocks)).lines[2:])


def test_a_paragraph_keeps_what_carries_weight_and_loses_blanks_at_its_ends() -> None:
    assert lines(Paragraph((" \n", Strong(" Why: "), "one\n\x1b[2m ", RED, " \n"))) == [
        Line("paragraph", (("Why: ", True), ("one", False), ("\n␛[2m ", False), ("■ R Off track", False)))
    ]


def test_what_says_nothing_has_no_line_and_its_number_is_kept() -> None:
    told = arrange(
        a_document(Heading(2, " "), text_of("\u2028"), bullets(" "), NumberedList((text_of(" "),)))
    )
    assert [line.text for line in told.lines[2:]] == ["1. "]


def test_deep_headings_look_like_the_deepest() -> None:
    assert [line.look for line in lines(Heading(1, "a"), Heading(3, "b"), Heading(9, "c"))] == [
        "heading2",
        "heading3",
        "heading4",
    ]


def test_a_column_is_what_its_first_value_is() -> None:
    table = Table(
        "T",
        ("A", "B", "C", "D", "E"),
        (
            ("none", "none", "All", "x", "none"),
            (Number(1, "1"), Day(ON, "31 March 2026"), RED, "y", GREEN),
        ),
    )
    [sheet] = arrange(a_document(table)).tables
    assert [column.kind for column in sheet.columns] == ["number", "day", "status", "text", "status"]
    assert sheet.rows[1][2] == Status("■ R Off track", "red")


def test_dates_and_numbers_have_room_for_the_longest_on_one_line() -> None:
    wide = tuple("word " * 60 for _ in range(8))
    table = Table("T", (*"ABCDEFGH", "On"), ((*wide, Day(date(2025, 9, 30), "30 September 2025")),))
    [sheet] = arrange(a_document(table)).tables
    assert sheet.columns[-1].width > length_of("30 September 2025", SIZE)


def test_tables_of_one_header_look_alike() -> None:
    tables = [Table(f"Area {n}", ("Action", "Said"), (("Do it", "word " * n),)) for n in (1, 90)]
    first, second = arrange(a_document(*tables)).tables
    assert first.columns == second.columns


def test_the_same_document_is_always_arranged_alike() -> None:
    document = Document("Plan", (("As at", "today"),), (bullets("a"),))
    assert arrange(document) == arrange(document)
