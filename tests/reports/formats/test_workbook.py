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


def lines(*blocks: Heading | Paragraph | Table) -> list[Line]:
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


def an_area(caption: str, *actions: str) -> Table:
    return Table(caption, ("Action", "Said"), tuple((action, "Well") for action in actions))


def test_tables_of_one_header_stand_together_and_each_row_says_of_which_it_is() -> None:
    other = Table("Measures", ("Measure",), (("Plans in time",),))
    arranged = arrange(
        a_document(an_area("Actions of area 1", "1.1", "1.2"), other, an_area("Actions of area 3", "3.1"))
    )
    assert [(sheet.name, sheet.caption) for sheet in arranged.tables] == [
        ("1 Actions of area 1 to 3", "Tables 1 and 3. Actions of area 1 to 3"),
        ("2 Measures", "Table 2. Measures"),
    ]
    assert [column.head for column in arranged.tables[0].columns] == ["Actions of area", "Action", "Said"]
    assert arranged.tables[0].rows == (("1", "1.1", "Well"), ("1", "1.2", "Well"), ("3", "3.1", "Well"))


def test_the_paper_leads_to_where_each_table_begins() -> None:
    told = lines(an_area("Findings: review", "a", "b"), an_area("Findings: inspection", "c"))
    assert [(line.text, line.sheet, line.row) for line in told] == [
        ("Table 1. Findings: review (sheet “1 Findings”)", "1 Findings", 1),
        ("Table 2. Findings: inspection (sheet “1 Findings”)", "1 Findings", 5),
    ]


def test_tables_of_one_header_whose_captions_are_unlike_or_the_same_are_told_apart_by_number() -> None:
    for captions in (
        *(("Late", "Soon"), ("Late", "Late"), ("", "Late"), (": a", ": b")),
        *(("Waiting time", "Waiting time"), ("Readings of waits in weeks",) * 2),
    ):
        [sheet] = arrange(a_document(*(an_area(caption, "x") for caption in captions))).tables
        assert sheet.name == "1 Table"
        assert sheet.caption == "Tables 1 and 2"
        assert [row[0] for row in sheet.rows] == [
            f"Table {place}. {caption}".rstrip() for place, caption in enumerate(captions, start=1)
        ]


def test_where_only_some_captions_are_alike_each_is_told_by_number() -> None:
    captions = ("Said by A", "Said by B", "Said by B")
    [sheet] = arrange(a_document(*(an_area(caption, "x") for caption in captions))).tables
    assert [row[0] for row in sheet.rows] == [f"Table {n}. {one}" for n, one in enumerate(captions, start=1)]


def test_the_paper_s_own_column_keeps_its_name_beside_the_new_one() -> None:
    tables = [Table(f"Action {n}", ("action", "Said"), ((f"1.{n}", "Well"),)) for n in (1, 2)]
    [sheet] = arrange(a_document(*tables)).tables
    assert [column.head for column in sheet.columns] == ["Table", "action", "Said"]
    assert [row[0] for row in sheet.rows] == ["1", "2"]


def test_three_tables_in_a_row_are_named_by_the_first_and_the_last() -> None:
    [sheet] = arrange(a_document(*(an_area(f"Said by {who}", "x") for who in ("A", "B", "C")))).tables
    assert sheet.caption == "Tables 1 to 3. Said by"


def test_a_table_without_rows_stays_by_itself() -> None:
    alone, told = arrange(a_document(an_area("Area 1"), an_area("Area 2", "x"))).tables
    assert (alone.rows, told.rows) == ((), (("x", "Well"),))


def test_the_same_document_is_always_arranged_alike() -> None:
    document = Document("Plan", (("As at", "today"),), (bullets("a"),))
    assert arrange(document) == arrange(document)
