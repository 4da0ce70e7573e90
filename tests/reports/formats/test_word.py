"""Word: structure that a screen reader finds, text that is only text, and the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from hypothesis import given
from hypothesis import strategies as st
from reports.formats.office_papers import ON, RED, WIDE, a_document, written_elsewhere
from reports.formats.word_reading import faults, lines, part, read_back, values
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    BulletList,
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
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.word import render

COUNTS = Table(
    "Actions by status",
    ("Status", "Now", "Which actions"),
    ((RED, Number(6, "6"), "in 4.5, 9.2"), ("All actions", Number(78, "78"), "no change")),
)

TYPED = st.one_of(
    st.text(
        st.sampled_from("<>&\"'ab1 \t\n\r\v\x00\x0b\x1b\x1f\x7f\x85\u2028\u200b\ufffe\ud800é日"), max_size=25
    ),
    st.text(max_size=25),
    st.sampled_from(
        [
            "</w:t></w:r><w:p/>",
            "]]><![CDATA[",
            "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
            '{ INCLUDETEXT "C:\\\\secret.txt" }',
            'HYPERLINK "https://example.org"',
            "=cmd|' /C calc'!A1",
            "\x1b]52;c;QQ==\x07",
            "&#0; &amp; %s {} {{ title }}",
        ]
    ),
)
WORDS = TYPED.filter(lambda text: bool(lines(text)) and bool(text.strip()))


def styles_of(word: WordFile) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in word.paragraphs if p.style and p.text]


def cells_of(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_headings_are_real_with_the_title_above_them() -> None:
    told = ((2, "In brief"), (3, "Area 1"), (9, "Deep"), (9, "Deeper"), (9, "Deepest"))
    word = read_back(a_document(*(Heading(level, text) for level, text in told)))
    assert styles_of(word) == [
        ("Title", "Paper"),
        ("Heading 1", "In brief"),
        ("Heading 2", "Area 1"),
        ("Heading 3", "Deep"),
        ("Heading 4", "Deeper"),
        ("Heading 4", "Deepest"),
    ]
    assert values(word.styles.element, "//w:style[w:name[@w:val='heading 1']]//w:outlineLvl") == ["0"]
    assert word.styles["Heading 1"].paragraph_format.keep_with_next


def test_an_annex_starts_a_page() -> None:
    word = read_back(a_document(Heading(2, "Body"), Heading(2, "Annex A", starts_page=True)))
    assert [bool(p.paragraph_format.page_break_before) for p in word.paragraphs] == [False, False, True]


def test_facts_stand_under_the_title_each_after_its_label() -> None:
    word = read_back(a_document(facts=(("As at", "31 March 2026"), ("Board", "SEND Board"))))
    assert styles_of(word)[1:] == [("Facts", "As at:\t31 March 2026"), ("Facts", "Board:\tSEND Board")]


def test_what_follows_the_facts_without_a_heading_keeps_off_them() -> None:
    facts = (("As at", "31 March 2026"), ("Board", "SEND Board"))
    for block, gaps in ((COUNTS, [None, Pt(10)]), (Heading(2, "Asked"), [None, None])):
        word = read_back(a_document(block, facts=facts))
        assert [p.paragraph_format.space_after for p in word.paragraphs[1:3]] == gaps


def test_the_header_row_is_marked_and_repeated_and_no_row_is_split() -> None:
    [table] = read_back(a_document(COUNTS)).tables
    rows = table._tbl.tr_lst
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
    assert table._tbl.xpath("./w:tblPr/w:tblLook")[0].get(qn("w:firstRow")) == "1"


def test_a_table_has_a_numbered_caption_above_it_and_is_described() -> None:
    word = read_back(a_document(COUNTS, text_of("and"), COUNTS))
    captions = [text for style, text in styles_of(word) if style == "Caption"]
    assert captions == ["Table 1. Actions by status", "Table 2. Actions by status"]
    assert [one.text for one in word.element.body.xpath(".//w:instrText")] == [" SEQ Table \\* ARABIC "] * 2
    properties = word.tables[0]._tbl.tblPr
    assert values(properties, "./w:tblCaption") == ["Actions by status"]
    assert values(properties, "./w:tblDescription") == ["2 rows under: Status, Now, Which actions."]


def test_a_heading_its_facts_and_its_table_s_first_rows_stay_on_one_page() -> None:
    long = Table("Actions", ("Ref", "Title"), tuple((f"9.{n}", "Do it") for n in range(1, 6)))
    word = read_back(a_document(Heading(2, "Area 9"), bullets("Lead", "Sum"), long, text_of("after")))
    kept = [bool(p.paragraph_format.keep_with_next) for p in word.paragraphs]
    assert kept == [False, True, True, True, True, False]
    rows = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in word.tables[0].rows]
    assert rows == [None, True, None, None, True, None]  # the header's style keeps it


def test_a_long_list_may_part_from_the_table_below_it() -> None:
    word = read_back(a_document(Heading(2, "Area 9"), bullets(*"1234567"), COUNTS))
    assert [p.paragraph_format.keep_with_next for p in word.paragraphs[2:9]] == [None] * 7


def test_figures_stand_to_the_right_with_their_heading() -> None:
    [table] = read_back(a_document(COUNTS)).tables
    sides = [values(row, "./w:tc/w:p/w:pPr/w:jc") for row in table._tbl.tr_lst]
    assert sides == [["right"]] * 3


def test_a_status_is_said_in_words_on_its_colour() -> None:
    word = read_back(a_document(COUNTS, Paragraph((RED, " since May"))))
    cell = word.tables[0].cell(1, 0)
    assert cell.text == "■ R Off track"
    shaded = [one.get(qn("w:fill")) for one in word.element.body.iter(qn("w:shd"))]
    assert shaded == [SHADES["red"].fill] * 2
    assert values(cell._tc, ".//w:color") == [SHADES["red"].ink]
    assert word.paragraphs[-1].text == "■ R Off track since May"


def test_of_the_sample_s_tables_no_cell_is_merged_or_empty_and_every_width_is_said(tmp_path: Path) -> None:
    paper = the_paper()
    word = read_back(paper)
    assert not word.element.body.xpath(".//w:gridSpan | .//w:vMerge | .//w:hMerge")
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    for table, meant in zip(word.tables, tables, strict=True):
        rows = [list(map(str, row)) for row in (meant.header, *meant.rows)]
        assert cells_of(table) == rows
        grid = [column.get(qn("w:w")) for column in table._tbl.tblGrid]
        for row in table._tbl.tr_lst:
            assert [one.get(qn("w:w")) for one in row.xpath("./w:tc/w:tcPr/w:tcW")] == grid
    assert faults(render(paper), tmp_path) == []


def test_lists_are_real_and_each_numbered_one_begins_at_1() -> None:
    asked = NumberedList((text_of("Agree the date."), text_of("Fund it\nby April")))
    word = read_back(a_document(asked, bullets("One", "Two"), asked))
    assert [style for style, _ in styles_of(word)[1:]] == ["List Number"] * 2 + ["List Bullet"] * 2 + [
        "List Number"
    ] * 2
    used = values(word.element.body, ".//w:numPr/w:numId")
    assert used[0] == used[1] != used[4] == used[5]
    numbering = word.part.numbering_part.element
    for number in (used[0], used[4]):
        num = f"//w:num[@w:numId='{number}']"
        assert values(numbering, f"{num}//w:startOverride") == ["1"]
        [kind] = values(numbering, f"{num}/w:abstractNumId")
        assert values(numbering, f"//w:abstractNum[@w:abstractNumId='{kind}']//w:numFmt") == ["decimal"]


def test_a_chapter_with_a_wide_table_lies_on_its_side_and_the_next_does_not() -> None:
    word = read_back(
        a_document(
            Heading(2, "Counts"), COUNTS, Heading(2, "Measures"), WIDE, Heading(2, "End"), text_of("x")
        )
    )
    assert [section.orientation for section in word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [round(s.page_width.mm) for s in word.sections if s.page_width] == [210, 297, 210]
    assert [round(s.page_height.mm) for s in word.sections if s.page_height] == [297, 210, 297]


def test_one_chapter_between_two_wide_ones_does_not_turn_the_pages_twice() -> None:
    word = read_back(
        a_document(Heading(2, "A"), WIDE, Heading(2, "B"), text_of("x"), Heading(2, "C"), WIDE, text_of("y"))
    )
    assert [section.orientation for section in word.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_tables_of_one_header_in_one_chapter_have_the_same_widths() -> None:
    one = Table("Area 1", ("Action", "Said"), (("Do it", "word " * 90), ("And this", "x")))
    other = Table("Area 2", ("Action", "Said"), (("Something of more words than that " * 3, "word " * 30),))
    first, second = read_back(a_document(Heading(2, "By area"), one, other)).tables
    widths = [[column.get(qn("w:w")) for column in table._tbl.tblGrid] for table in (first, second)]
    assert widths[0] == widths[1]


def test_the_foot_of_every_page_has_the_title_and_page_x_of_y() -> None:
    content = render(a_document(WIDE, title="Plan & <paper>"))
    for foot in ("footer1", "footer2"):
        text = part(content, f"word/{foot}.xml")
        assert "Plan &amp; &lt;paper&gt;" in text
        assert text.index("Plan") < text.index(" PAGE ") < text.index(" of ") < text.index(" NUMPAGES ")


def test_the_file_says_title_subject_language_and_date_and_neither_author_nor_clock() -> None:
    content = render(a_document())
    word = read_back(a_document())
    told = word.core_properties
    assert (told.title, told.subject, told.language) == ("Paper", "As at 31 March 2026", "en-GB")
    assert told.created == told.modified
    assert told.created
    assert told.created.date() == ON
    assert (told.author, told.last_modified_by, told.last_printed) == ("", "", None)
    assert values(word.styles.element, "//w:docDefaults//w:lang") == ["en-GB"]
    assert not [name for name in ZipFile(io.BytesIO(content)).namelist() if "app.xml" in name]


def test_without_a_date_no_date_is_said() -> None:
    assert "2026" not in part(render(replace(a_document(), as_at=None, subject="")), "docProps/core.xml")


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), WORDS)
def test_every_cell_says_what_the_document_says_whatever_it_is(
    rows: list[tuple[str, str, str]], caption: str
) -> None:
    [table] = read_back(a_document(Table(caption, rows[0], tuple(rows)))).tables
    assert cells_of(table) == [["\n".join(lines(cell)) for cell in row] for row in (rows[0], *rows)]
    assert not table._tbl.xpath(".//w:instrText | .//w:hyperlink | .//w:fldSimple")


@given(TYPED, TYPED, TYPED, TYPED)
def test_hostile_words_anywhere_are_only_words(title: str, heading: str, words: str, item: str) -> None:
    word = read_back(
        a_document(
            Heading(2, heading),
            text_of(words),
            BulletList((text_of(item), Paragraph((Strong("Why:"), f" {words}")))),
            title=title,
            facts=(("As at", item),),
        )
    )
    one_line = [" / ".join(lines(text)) for text in (title, item, heading)]
    assert [p.text for p in word.paragraphs] == [
        one_line[0],
        f"As at:\t{one_line[1]}",
        one_line[2],
        "\n".join(lines(words)),
        "\n".join(lines(item)),
        "\n".join(lines(f"Why: {words}")),
    ]


@given(st.text(max_size=300))
def test_a_title_of_any_text_is_kept_as_far_as_word_has_room(title: str) -> None:
    assert read_back(a_document(title=title)).core_properties.title == " / ".join(lines(title))[:255]


def test_the_parts_lie_in_order_and_bear_no_time_of_their_own() -> None:
    with ZipFile(io.BytesIO(render(the_paper()))) as archive:
        parts = archive.infolist()
    assert [one.filename for one in parts] == sorted(one.filename for one in parts)
    assert {one.date_time for one in parts} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_paper_has_the_same_bytes_wherever_and_by_whom_it_is_made(tmp_path: Path) -> None:
    here = render(the_paper())
    assert here == render(the_paper()) == written_elsewhere("word", tmp_path)


def test_every_kind_of_block_is_valid_by_the_schemas_of_word(tmp_path: Path) -> None:
    paper = a_document(
        text_of("Before"),
        Heading(2, "One"),
        bullets("a", "b"),
        COUNTS,
        text_of("after\nit"),
        Heading(2, "Two", starts_page=True),
        NumberedList((Paragraph((Strong("Agree"), RED)),)),
        WIDE,
        Heading(3, "Last"),
        Table("Empty", ("A",), ()),
        facts=(("As at", "31 March 2026"),),
    )
    assert faults(render(paper), tmp_path) == []


def test_a_document_that_says_nothing_is_a_file_all_the_same(tmp_path: Path) -> None:
    assert faults(render(Document("", (), ())), tmp_path) == []
