"""What keeps readers out of a file is found in any format, and named with its place and criterion."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor
from odfdo import Cell as OpenCell
from odfdo import Document as OpenDocument
from odfdo import Header, Link
from odfdo import Paragraph as OpenParagraph
from odfdo import Table as OpenTable
from openpyxl.chart import BarChart
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table as NamedTable

from send_actions.reports.checking.file_check import check_file
from send_actions.reports.checking.rules import RULES


def a_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        a_chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        a_chunk(b"IDAT", zlib.compress(b"\0\0")),
        a_chunk(b"IEND", b""),
    )
)
RED = PatternFill("solid", fgColor="FFCC0000")
ALL = {rule.word for rule in RULES}


def found(path: Path) -> set[str]:
    """The words of the rules that a file breaks."""
    return {finding.rule.word for finding in check_file(path)}


def whats(path: Path, word: str) -> list[str]:
    """Where a file breaks a rule, and how."""
    return [f"{one.place}: {one.what}" for one in check_file(path) if one.rule.word == word]


# Word


def a_good_word_file() -> Any:
    """A title, a heading, and a table with all its marks."""
    word = docx.Document()
    word.core_properties.title = "Minutes"
    word.add_paragraph("Minutes", "Title")
    word.add_paragraph("Actions", "Heading 1")
    table = word.add_table(3, 2)
    for row in table.rows:
        mark(row._tr.get_or_add_trPr(), "cantSplit")
        for cell in row.cells:
            cell.text = "said"
    mark(table.rows[0]._tr.get_or_add_trPr(), "tblHeader")
    mark(table._tbl.tblPr, "tblDescription", "Who does what")
    return word


def mark(parent: Any, tag: str, value: str = "") -> None:
    made = OxmlElement(f"w:{tag}")
    if value:
        made.set(qn("w:val"), value)
    parent.append(made)


def colour(cell: Any, fill: str) -> None:
    made = OxmlElement("w:shd")
    made.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(made)


def redden(word: Any) -> None:
    word.tables[0].cell(1, 1).paragraphs[0].runs[0].font.color.rgb = RGBColor.from_string("CC0000")


def without_marks(word: Any) -> None:
    for row in word.tables[0].rows:
        for one in list(row._tr.trPr):
            row._tr.trPr.remove(one)
    word.tables[0]._tbl.tblPr.remove(word.tables[0]._tbl.tblPr[-1])


def linked(word: Any, words: str) -> None:
    made = OxmlElement("w:hyperlink")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    made.append(run)
    word.paragraphs[-1]._p.append(made)


def retitle(word: Any, **properties: str) -> None:
    for name, value in properties.items():
        setattr(word.core_properties, name, value)


def unspoken(word: Any) -> None:
    for lang in list(word.styles.element.iter(qn("w:lang"))):
        lang.getparent().remove(lang)
    word.core_properties.language = ""


def styled(word: Any, *styles: str) -> None:
    for style in styles:
        word.add_paragraph("More", style)


def bold_for_headings(word: Any) -> None:
    for paragraph in word.paragraphs:
        paragraph.style = "Normal"
        paragraph.runs[0].bold = True
    for number in range(4):
        word.add_paragraph(f"Line {number}")


def typed_bullets(word: Any) -> None:
    word.add_paragraph("We agreed:")
    for sign in "-•":
        word.add_paragraph(f"{sign} to meet again")


def real_bullets(word: Any) -> None:
    word.add_paragraph("to meet again", "List Bullet")
    word.add_paragraph("to write it down", "List Bullet")
    word.add_paragraph("- 3 degrees, said somebody")


WORD: dict[str, tuple[set[str], Callable[[Any], object]]] = {
    "no title": ({"title"}, lambda word: retitle(word, title="")),
    "no language": ({"language"}, unspoken),
    "two titles": ({"one-title"}, lambda word: styled(word, "Title")),
    "a level missed": ({"heading-order"}, lambda word: styled(word, "Heading 3")),
    "a level missed further down": ({"heading-order"}, lambda word: styled(word, "Heading 2", "Heading 4")),
    "no headings": ({"headings"}, bold_for_headings),
    "a typed list": ({"list"}, typed_bullets),
    "a list and one line with a dash": (set(), real_bullets),
    "no marks": ({"header-row", "split", "described"}, without_marks),
    "merged across": ({"merged"}, lambda word: word.tables[0].cell(1, 0).merge(word.tables[0].cell(1, 1))),
    "merged down": ({"merged"}, lambda word: word.tables[0].cell(1, 0).merge(word.tables[0].cell(2, 0))),
    "a word in red alone": ({"colour-of-words"}, redden),
    "an empty cell": ({"empty"}, lambda word: setattr(word.tables[0].cell(1, 1), "text", "  ")),
    "a picture without words": ({"alt"}, lambda word: word.add_picture(io.BytesIO(PNG))),
    "a link that says here": ({"link"}, lambda word: linked(word, "Click here")),
    "a link that is an address": ({"link"}, lambda word: linked(word, "https://example.org/a")),
    "a link without words": ({"link"}, lambda word: linked(word, " ")),
}


@pytest.mark.parametrize("case", WORD)
def test_a_word_file_is_held_to_each_rule(case: str, tmp_path: Path) -> None:
    expected, spoil = WORD[case]
    word, file = a_good_word_file(), tmp_path / "minutes.docx"
    word.save(str(file))
    assert found(file) == set()
    spoil(word)
    word.save(str(file))
    assert expected <= found(file)
    assert found(file) - expected <= {"empty", "one-title"} if case.startswith("merged") else True


def test_a_coloured_cell_wants_a_word_and_not_only_a_sign(tmp_path: Path) -> None:
    word, file = a_good_word_file(), tmp_path / "minutes.docx"
    for row, text in ((1, ""), (2, "●")):
        word.tables[0].cell(row, 1).text = text
        colour(word.tables[0].cell(row, 1), "CC0000")
    word.save(str(file))
    assert whats(file, "colour") == [
        "Table 1: 2 cells coloured without a word: row 2 column 2, row 3 column 2"
    ]
    assert found(file) == {"colour"}
    for row in (1, 2):
        word.tables[0].cell(row, 1).text = "■ R"
    word.save(str(file))
    assert found(file) == set()


def test_a_picture_for_decoration_needs_no_words(tmp_path: Path) -> None:
    word, file = a_good_word_file(), tmp_path / "minutes.docx"
    word.add_picture(io.BytesIO(PNG))
    (drawn,) = word.element.iter(qn("wp:docPr"))
    drawn.set("descr", "A bridge")
    word.save(str(file))
    assert found(file) == set()


def test_a_caption_beside_a_table_says_what_it_shows(tmp_path: Path) -> None:
    word, file = a_good_word_file(), tmp_path / "minutes.docx"
    word.tables[0]._tbl.tblPr.remove(word.tables[0]._tbl.tblPr[-1])
    word.add_paragraph("Table 1. Who does what", "Caption")
    word.save(str(file))
    assert found(file) == set()


# Excel


def a_good_workbook() -> Any:
    book = openpyxl.Workbook()
    book.properties.title = "Actions"
    sheet = book.active
    sheet.title = "Actions"
    for row in (("Ref", "Status"), ("1.1", "On track"), ("1.2", "Off track")):
        sheet.append(row)
    sheet.add_table(NamedTable(displayName="Actions", ref="A1:B3"))
    sheet.print_title_rows = "1:1"
    return book


def columns_alone(book: Any) -> None:
    book.active._print_rows = None  # its own setter takes nothing away
    book.active.print_title_cols = "A:A"


def no_table(book: Any) -> None:
    del book.active.tables["Actions"]


def put(book: Any, place: str, value: str | None, fill: PatternFill | None = None) -> None:
    book.active[place] = value
    if fill:
        book.active[place].fill = fill


def link_from(book: Any, words: str) -> None:
    book.active["B3"] = words
    book.active["B3"].hyperlink = "https://example.org/"
    book.active["B3"].value = words


BOOKS: dict[str, tuple[set[str], Callable[[Any], object]]] = {
    "no title": ({"title"}, lambda book: setattr(book.properties, "title", None)),
    "a sheet without a name": ({"sheet-name"}, lambda book: setattr(book.active, "title", "Sheet1")),
    "no header": ({"header-row"}, no_table),
    "a header on one page": (
        {"header-repeated"},
        columns_alone,
    ),
    "a merged cell": ({"merged"}, lambda book: book.active.merge_cells("D1:E1")),
    "an empty cell": ({"empty"}, lambda book: put(book, "B2", None)),
    "a colour alone": ({"colour"}, lambda book: put(book, "B2", None, RED)),
    "a colour with a sign": ({"colour"}, lambda book: put(book, "B2", "●", RED)),
    "a link that says here": ({"link"}, lambda book: link_from(book, "here")),
    "a chart without words": ({"alt"}, lambda book: book.active.add_chart(BarChart(), "D5")),
}


@pytest.mark.parametrize("case", BOOKS)
def test_a_workbook_is_held_to_each_rule(case: str, tmp_path: Path) -> None:
    expected, spoil = BOOKS[case]
    book, file = a_good_workbook(), tmp_path / "actions.xlsx"
    book.save(file)
    assert found(file) == set()
    spoil(book)
    book.save(file)
    assert found(file) == expected


def test_the_place_of_a_cell_is_the_one_that_the_sheet_gives_it(tmp_path: Path) -> None:
    book, file = a_good_workbook(), tmp_path / "actions.xlsx"
    put(book, "A3", None)
    put(book, "B2", None, RED)
    book.save(file)
    assert whats(file, "empty") == ["Sheet Actions: 1 empty cell: A3"]
    assert whats(file, "colour") == ["Sheet Actions: 1 cell coloured without a word: B2"]


def test_a_formula_that_was_not_reckoned_yet_is_no_empty_cell(tmp_path: Path) -> None:
    book, file = a_good_workbook(), tmp_path / "actions.xlsx"
    put(book, "B2", "=1+1")  # openpyxl writes no value beside it
    book.save(file)
    assert found(file) == set()


# OpenDocument


def an_open_text(*, is_good: bool) -> Any:
    text = OpenDocument("text")
    text.body.clear()
    text.meta.title = "Minutes" if is_good else ""
    text.body.append(Header(1, "Minutes"))
    text.body.append(Header(2 if is_good else 4, "Actions"))
    table = OpenTable("Actions", width=2, height=2)
    for row in range(2):
        for column in range(2):
            table.set_value((column, row), "said" if is_good or row == 0 else "")
    text.body.append(table)
    words = OpenParagraph("See ")
    words.append(Link("https://example.org/", text="the list" if is_good else "here"))
    text.body.append(words)
    return text


def test_an_open_document_is_held_to_the_rules(tmp_path: Path) -> None:
    an_open_text(is_good=False).save(tmp_path / "bad.odt")
    an_open_text(is_good=True).save(tmp_path / "better.odt")
    usual = {"header-row", "split", "described"}  # odfdo marks neither
    assert found(tmp_path / "better.odt") == usual
    assert found(tmp_path / "bad.odt") == usual | {"title", "heading-order", "empty", "link"}


def test_bold_lines_and_typed_dashes_in_an_open_document_are_found(tmp_path: Path) -> None:
    text = OpenDocument("text")
    text.body.clear()
    text.meta.title = "Minutes"
    for line in ("Minutes", "We met.", "Actions", "- to meet", "- to write", "Thank you."):
        text.body.append(OpenParagraph(line))
    text.save(tmp_path / "bold.odt")
    assert found(tmp_path / "bold.odt") == {"headings", "list"}
    assert whats(tmp_path / "bold.odt", "list") == [
        "“- to meet”: a list that is none: 2 lines begin with a typed sign"
    ]


def test_what_a_merged_cell_covers_is_no_empty_cell_in_any_format(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    for row in table.rows:
        row.cells[0].text = "said"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "across"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "down"
    word.save(str(tmp_path / "merged.docx"))
    text = OpenDocument("text")
    text.body.clear()
    grid = OpenTable("Merged", width=3, height=3)
    grid.set_values([["said", "across", ""], ["down", "", ""], ["", "", ""]])
    grid.set_span((1, 0, 2, 0))
    grid.set_span((0, 1, 0, 2))
    text.body.append(grid)
    text.save(tmp_path / "merged.odt")
    empty = ["Table 1: 4 empty cells: row 2 column 2, row 2 column 3, row 3 column 2, row 3 column 3"]
    assert whats(tmp_path / "merged.docx", "empty") == empty
    assert whats(tmp_path / "merged.odt", "empty") == empty


def test_an_open_sheet_is_held_to_the_rules(tmp_path: Path) -> None:
    sheet = OpenDocument("spreadsheet")
    sheet.body.clear()
    table = OpenTable("Sheet1", width=2, height=2)
    table.set_values([["Ref", "Status"], ["1.1", ""]])
    table.set_span((0, 0, 1, 0))
    sheet.body.append(table)
    sheet.save(tmp_path / "bad.ods")
    assert {"title", "header-row", "sheet-name", "empty", "merged"} <= found(tmp_path / "bad.ods")


def test_a_formula_of_an_open_sheet_is_no_empty_cell(tmp_path: Path) -> None:
    sheet = OpenDocument("spreadsheet")
    sheet.body.clear()
    table = OpenTable("Actions", width=2, height=2)
    table.set_values([["Ref", "Status"], ["1.1", "said"]])
    table.set_cell((1, 1), OpenCell(formula="of:=1+1"))
    sheet.body.append(table)
    sheet.save(tmp_path / "actions.ods")
    assert "empty" not in found(tmp_path / "actions.ods")


# Pages and Markdown

PAGE = (
    '<html lang="en-GB"><head><title>Minutes</title></head><body><main><h1>Minutes</h1><h2>Actions</h2>'
    "<table><caption>Who</caption><thead><tr><th scope=col>Ref</th><th scope=col>Status</th></tr></thead>"
    "<tbody><tr><td>1.1</td><td>On track</td></tr></tbody></table>"
    '<img src="a.png" alt="A bridge"><a href="b.html">The list</a></main></body></html>'
)
PAGES = {
    "title": ("<title>Minutes</title>", ""),
    "language": (' lang="en-GB"', ""),
    "main": ("main>", "div>"),
    "one-title": ("<h1>Minutes</h1>", "<h1>Minutes</h1><h1>Again</h1>"),
    "heading-order": ("h2>", "h3>"),
    "list": ("<h2>", "<ul><li>one</li></ul><p>- to meet</p><p>- to write</p><h2>"),
    "header-scope": ("<th scope=col>Ref", "<th>Ref"),
    "header-repeated": ("thead>", "tbody>"),
    "merged": ("<td>On", "<td rowspan=2>On"),
    "empty": ("<td>On track", "<td>"),
    "colour": ("<td>On track", '<td style="background:#c00">'),
    "described": ("<caption>Who</caption>", ""),
    "alt": (' alt="A bridge"', ""),
    "link": ("The list", "here"),
}


@pytest.mark.parametrize("word", PAGES)
def test_a_page_is_held_to_each_rule(word: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    assert found(file) == set()
    file.write_text(PAGE.replace(*PAGES[word]), encoding="utf-8")
    assert found(file) == {word}


def test_a_table_that_is_only_for_looks_is_no_table(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    looks = '<table role="presentation"><tr><td></td><td colspan=2>Said</td></tr><tr><td></td></tr></table>'
    file.write_text(PAGE.replace("<h2>", f"{looks}<h2>"), encoding="utf-8")
    assert found(file) == set()


MARKDOWN = (
    "# Minutes\n\n## Actions\n\n| Ref | Status |\n| --- | --- |\n| 1.1 | On track |\n\n"
    "![A bridge](a.png)\n[The list](b.md)\n"
)
MARKDOWNS = {
    "title": ("# Minutes\n\n## Actions\n", ""),
    "one-title": ("## Actions", "# Actions"),
    "heading-order": ("## Actions", "### Actions"),
    "list": ("![A bridge]", "- a real one\n- of two\n\n• to meet\n• to write\n\n![A bridge]"),
    "empty": ("| On track |", "| |"),
    "header-row": ("| Ref | Status |", "|  |  |"),
    "alt": ("![A bridge]", "![]"),
    "link": ("[The list]", "[https://example.org/x]"),
}


@pytest.mark.parametrize("word", MARKDOWNS)
def test_markdown_is_held_to_each_rule(word: str, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    assert found(file) == set()
    file.write_text(MARKDOWN.replace(*MARKDOWNS[word]), encoding="utf-8")
    assert word in found(file)


def test_code_and_escaped_marks_are_no_headings(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(f"{MARKDOWN}\n```\n# not\n### this\n```\n\\#### nor this\n", encoding="utf-8")
    assert found(file) == set()


# PDF


def a_pdf(file: Path, *, is_tagged: bool) -> None:
    """A page whose tags hold a table without headers, an empty cell and a figure without words."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    if is_tagged:
        cells = [
            pikepdf.Dictionary(S=pikepdf.Name.TD, K=0),
            pikepdf.Dictionary(S=pikepdf.Name.TD, A=pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=2)),
        ]
        rows = [pikepdf.Dictionary(S=pikepdf.Name.TR, K=pikepdf.Array(cells)) for _ in range(2)]
        tags = [
            pikepdf.Dictionary(S=pikepdf.Name.H1),
            pikepdf.Dictionary(S=pikepdf.Name.H3),
            pikepdf.Dictionary(S=pikepdf.Name.Table, K=pikepdf.Array(rows)),
            pikepdf.Dictionary(S=pikepdf.Name.Figure),
        ]
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=pikepdf.Array(tags)))
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    pdf.save(file)


def test_a_pdf_is_held_to_the_rules(tmp_path: Path) -> None:
    a_pdf(tmp_path / "bare.pdf", is_tagged=False)
    a_pdf(tmp_path / "tagged.pdf", is_tagged=True)
    always = {"title", "title-shown", "language"}
    assert found(tmp_path / "bare.pdf") == always | {"tagged"}
    assert found(tmp_path / "tagged.pdf") == always | {
        "heading-order",
        "header-row",
        "empty",
        "merged",
        "alt",
    }


def test_every_rule_names_a_criterion_and_how_it_is_mended() -> None:
    for rule in RULES:
        number, _, name = rule.criterion.partition(" ")
        assert number.replace(".", "").isdecimal()
        assert name
        assert rule.mend
    assert len(ALL) == len(RULES)


def test_every_rule_is_broken_by_a_file_here() -> None:
    broken = {word for cases in (WORD, BOOKS) for expected, _ in cases.values() for word in expected}
    assert broken | PAGES.keys() | MARKDOWNS.keys() | {"tagged", "title-shown"} == ALL
