"""Layout: what pages and screens make of a document, before any of it is written."""

from __future__ import annotations

from typing import Any

from send_actions.reports.document import (
    Block,
    BulletList,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    StatusMark,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.layout import lay_out

NARROW = Table("Narrow", ("Ref", "Action"), (("9.1", "Train"),))
WIDE = Table("Wide", tuple("ABCDEFG"), ())


def sheets(*blocks: Block) -> list[dict[str, Any]]:
    laid: list[dict[str, Any]] = lay_out(Document("Paper", (), blocks))["sheets"]
    return laid


def only_table(table: Table) -> dict[str, Any]:
    ((laid,),) = [part["blocks"] for part in sheets(table)[0]["parts"]]
    assert laid["kind"] == "table"
    return dict(laid)


def test_sections_that_lie_the_same_way_share_a_sheet() -> None:
    laid = sheets(
        Heading(2, "One"), NARROW, Heading(2, "Two"), WIDE, Heading(2, "Three"), WIDE, Heading(2, "Four")
    )
    assert [(sheet["wide"], len(sheet["parts"])) for sheet in laid] == [(False, 1), (True, 2), (False, 1)]


def test_a_table_turns_its_whole_section_and_no_other() -> None:
    laid = sheets(text_of("front"), Heading(2, "Annex"), text_of("lead"), Heading(3, "Below"), WIDE, NARROW)
    kinds = [[block["kind"] for part in sheet["parts"] for block in part["blocks"]] for sheet in laid]
    assert kinds == [["paragraph"], ["heading", "paragraph", "heading", "table", "table"]]


def test_words_that_do_not_fit_upright_turn_a_table_of_few_columns() -> None:
    heads = tuple(f"{letter * 14}" for letter in "ABCDEF")
    assert sheets(Table("Few", heads, ()))[0]["wide"]
    assert not sheets(Table("Few", tuple("ABCDEF"), ()))[0]["wide"]


def test_a_line_of_several_pieces_keeps_the_spaces_between_them_and_none_at_its_ends() -> None:
    red = StatusMark("■", "R", "Off track", "red")
    (part,) = sheets(Paragraph((Strong(" Why: "), "one\n\n two ", red, " ")))[0]["parts"]
    lines = part["blocks"][0]["lines"]
    assert [[piece["text"] for piece in line] for line in lines] == [
        ["Why: ", "one"],
        ["two ", "■ R Off track"],
    ]
    assert [piece["kind"] for line in lines for piece in line] == ["strong", "text", "text", "mark"]


def test_what_says_nothing_is_left_out() -> None:
    laid = sheets(text_of(" \n"), Heading(2, " "), bullets("", "one"), BulletList((text_of("\u2028"),)))
    blocks = [block for sheet in laid for part in sheet["parts"] for block in part["blocks"]]
    assert [(block["kind"], len(block["items"])) for block in blocks] == [("bullets", 1)]


def test_an_item_that_says_nothing_keeps_its_number() -> None:
    (part,) = sheets(NumberedList((text_of("Agree"), text_of(" "), text_of("Fund"))))[0]["parts"]
    assert [len(item["lines"]) for item in part["blocks"][0]["items"]] == [1, 0, 1]


def test_tables_are_numbered_through_and_headings_miss_no_level() -> None:
    laid = sheets(Heading(1, "One"), NARROW, Heading(4, "Deep"), Heading(9, "Deeper"), WIDE)
    blocks = [block for sheet in laid for part in sheet["parts"] for block in part["blocks"]]
    assert [block["level"] for block in blocks if block["kind"] == "heading"] == [2, 3, 4]
    assert [block["number"] for block in blocks if block["kind"] == "table"] == [1, 2]


def test_a_colour_that_is_not_known_is_none() -> None:
    table = only_table(Table("One", ("Status",), ((StatusMark("■", "R", "Off track", "pink"),),)))
    assert table["rows"][0]["cells"][0] == {"lines": ["■ R Off track"], "mark": True, "colour": "none"}


def test_only_a_row_that_might_not_fit_on_a_page_may_be_parted() -> None:
    rows = (("9.1", "words " * 40), ("9.2", "words " * 900))
    assert [row["tall"] for row in only_table(Table("Notes", ("Ref", "Note"), rows))["rows"]] == [False, True]


def test_a_table_that_fits_takes_no_more_room_than_its_words() -> None:
    assert only_table(NARROW)["fits"]
    assert not only_table(Table("Notes", ("Ref", "Note"), (("9.1", "words " * 40),)))["fits"]
