"""PDF: tagged for those who listen, kept for years, and never refused for a letter that the font lacks."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports.formats.office_papers import ON, RED, written_elsewhere
from reports.pdf_reading import elements, opened, tree, words
from reports.sample_paper import the_paper
from source_tree import ROOT

from send_actions.reports.document import (
    Block,
    Chart,
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
from send_actions.reports.formats.pdf import SURE, render

LANDSCAPE = (841, 595)
UPRIGHT = (595, 841)


def a_document(*blocks: Block, title: str = "Paper", facts: tuple[tuple[str, str], ...] = ()) -> Document:
    return Document(title, facts, blocks, as_at=ON)


def sizes(content: bytes) -> list[tuple[int, int]]:
    return [(int(page.mediabox[2]), int(page.mediabox[3])) for page in opened(content).pages]


def a_long_table(*header: str, rows: int = 150) -> Table:
    return Table("Long", header, tuple(tuple(f"{head}{row}" for head in header) for row in range(rows)))


def test_the_paper_says_that_it_is_tagged_and_kept_and_in_which_language() -> None:
    pdf = opened(render(the_paper()))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        assert metadata["dc:title"] == the_paper().title
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["xmp:CreateDate"] == "2026-03-31T00:00:00Z"
    assert {str(pdf.docinfo[name]) for name in ("/CreationDate", "/ModDate")} == {"D:20260331000000Z"}


def test_each_table_is_one_with_its_caption_and_heading_cells() -> None:
    document = the_paper()
    tables = [block for block in document.blocks if isinstance(block, Table)]
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    count = Counter(tree(render(document)))
    assert count["Table"] == count["THead"] == len(tables)
    assert count["Figure"] == len(charts) > 0
    assert count["Caption"] == len(tables) + len(charts)
    assert count["TH"] == sum(len(table.header) for table in tables)
    assert count["TD"] == sum(len(table.header) * len(table.rows) for table in tables)


def test_a_table_over_many_pages_stays_one_and_its_headings_come_again() -> None:
    content = render(a_document(a_long_table("Ref", "Action")))
    count = Counter(tree(content))
    assert len(opened(content).pages) > 2
    assert (count["Table"], count["THead"], count["TH"], count["TR"]) == (1, 1, 2, 151)
    assert words(content).count("Ref Action") == len(opened(content).pages)


def test_heading_cells_say_that_they_head_columns() -> None:
    pdf = opened(render(a_document(Table("One", ("Ref", "Action"), (("9.1", "Train"),)))))
    cells = [one for one in elements(pdf.Root.StructTreeRoot) if str(one["/S"]) == "/TH"]
    assert [str(cell["/A"][0]["/Scope"]) for cell in cells] == ["/Column", "/Column"]


def test_headings_make_the_outline_and_no_level_is_missed() -> None:
    pdf = opened(render(a_document(Heading(2, "One"), Heading(4, "Deep"), Heading(2, "Two"))))
    with pdf.open_outline() as outline:
        assert [(one.title, [child.title for child in one.children]) for one in outline.root] == [
            ("One", ["Deep"]),
            ("Two", []),
        ]
    assert [tag for tag in tree(render(the_paper())) if re.fullmatch(r"H\d|Title", tag)][:2] == [
        "Title",
        "H1",
    ]


def test_a_section_with_a_wide_table_lies_on_its_side_and_an_annex_starts_a_page() -> None:
    wide = a_long_table(*"ABCDEFG", rows=1)
    blocks = (
        Heading(2, "Text"),
        text_of("words"),
        Heading(2, "Wide"),
        wide,
        Heading(2, "Annex"),
        text_of("end"),
    )
    assert sizes(render(a_document(*blocks))) == [UPRIGHT, LANDSCAPE, UPRIGHT]
    assert sizes(render(a_document(Heading(2, "Wide"), wide))) == [LANDSCAPE]
    annex = (Heading(2, "Text"), text_of("words"), Heading(2, "Annex", starts_page=True), text_of("end"))
    assert sizes(render(a_document(*annex))) == [UPRIGHT, UPRIGHT]
    on_its_side = (Heading(2, "Text"), text_of("words"), Heading(2, "Annex", starts_page=True), wide)
    assert sizes(render(a_document(*on_its_side))) == [UPRIGHT, LANDSCAPE]
    assert sizes(render(a_document(Heading(2, "Annex", starts_page=True), text_of("end")))) == [UPRIGHT]


def test_each_page_says_which_of_how_many_it_is() -> None:
    content = render(a_document(a_long_table("Ref")))
    many = len(opened(content).pages)
    said = words(content)
    assert [f"Page {page} of {many}" in said for page in range(1, many + 1)] == [True] * many
    assert said.count("Paper, as at 31 March 2026") == many


def test_everything_that_is_said_can_be_read() -> None:
    said = words(
        render(
            a_document(
                Heading(2, "Ask"),
                Paragraph((Strong("Why:"), " one\ntwo ", RED)),
                bullets("first", "second"),
                NumberedList((text_of("Agree"), text_of("Fund"))),
                Table("Status", ("Ref", "Status"), (("9.1", RED), ("9.2\nlate", "none"))),
                facts=(("As at", "31 March 2026"),),
            )
        )
    )
    for part in ("As at 31 March 2026", "Why: one two ■ R Off track", "first", "1. Agree", "2. Fund"):
        assert part in said
    assert "Table 1. Status" in said
    assert "9.2 late none" in said


@pytest.mark.parametrize(
    ("typed", "shown", "named"),
    [
        ("party 🎉 time", "party □ time", "U+1F389 (party popper)"),
        ("日本", "□□", "U+65E5 (cjk unified ideograph-65e5), U+672C (cjk unified ideograph-672c)"),
        ("a\x1bb", "a□b", "U+241B (symbol for escape)"),
        ("\ue000", "□", "U+E000 (a character without a name)"),
        ("x\u20dd", "x", "U+20DD (combining enclosing circle)"),
        ("\u0995", "□", "U+0995 (bengali letter ka)"),
    ],
)
def test_what_the_fonts_lack_is_replaced_and_named_in_the_last_line(
    typed: str, shown: str, named: str
) -> None:
    said = words(render(a_document(text_of(f"Start {typed} end."))))
    assert f"Start {shown} end." in said
    assert f"The fonts of this file lack what stands as □: {named}." in said


def test_a_title_of_nothing_but_a_mark_that_fonts_lack_is_still_a_title() -> None:
    said = words(render(a_document(Heading(2, "\u20dd"), text_of("x\u20dd"), title="\u20dd")))
    assert said.startswith("□ □ x The fonts of this file lack what stands as □: U+20DD")


def test_many_missing_letters_are_counted_and_not_all_named() -> None:
    said = words(render(a_document(Table("一", ("丁",), (("".join(map(chr, range(0x4E10, 0x4E30))),),)))))
    assert said.count("U+4E") == 20
    assert "and 14 more." in said


def test_the_letters_that_are_taken_for_sure_can_be_shown() -> None:
    assert "lack" not in words(render(a_document(text_of("".join(sorted(SURE))))))


def test_greek_cyrillic_arabic_and_welsh_need_no_replacing() -> None:
    said = words(render(a_document(text_of("Cŵn Привет Ωμέγα ≥ → ½ Łódź"), text_of("مرحبا"))))
    assert "Cŵn Привет Ωμέγα ≥ → ½ Łódź" in said
    assert "lack" not in said


@settings(max_examples=40)
@given(st.text(max_size=20), st.text(st.sampled_from("#*_`$@<>[]{}()\\/\"'=+-~\n ab1"), max_size=30))
def test_no_words_make_a_paper_fail_or_act_in_it(anything: str, markup: str) -> None:
    document = a_document(
        Heading(2, f"H{anything}"),
        Paragraph((f"{anything}: ", Strong(markup), RED)),
        bullets(markup, anything),
        Table(
            f"T{markup}",
            (f"A{anything}", f"B{markup}"),
            ((f"a{markup}", StatusMark("■", "R", f"x{anything}", "red")),),
        ),
        title=anything,
        facts=((f"f{markup}", f"v{anything}"),),
    )
    count = Counter(tree(render(document)))
    assert (count["H1"], count["Table"], count["TH"], count["TD"]) == (1, 1, 2, 2)
    assert not {"Link", "Figure", "Formula", "Code"} & set(count)


def test_an_item_that_says_nothing_keeps_its_number() -> None:
    items = NumberedList((text_of("Agree"), text_of(" "), text_of("Fund")))
    assert "1. Agree 2. 3. Fund" in words(render(a_document(items)))


def test_markup_is_said_as_it_was_typed() -> None:
    typed = '#read("x") *b* _i_ $x$ `c` @ref <label> // note = head'
    assert f"Start {typed}" in words(render(a_document(text_of(f"Start {typed}"))))


def test_a_long_word_is_broken_in_its_cell_and_copied_in_one_piece() -> None:
    word = "https://example.org/" + "x" * 60
    content = render(
        a_document(Table("Long", tuple("ABCDEF"), (("one", "two", "three", "four", word, "end"),)))
    )
    assert word in words(content).replace(" ", "")


def test_a_row_longer_than_a_page_runs_over_and_loses_nothing() -> None:
    note = " ".join(f"w{number}" for number in range(3000))
    said = words(render(a_document(Table("Notes", ("Ref", "Note"), (("9.1", note),)))))
    assert set(note.split()) <= set(said.split())


def test_a_document_without_a_date_is_tagged_and_bears_none() -> None:
    pdf = opened(render(Document("Paper", (), (text_of("words"),))))
    assert "/CreationDate" not in pdf.docinfo
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_same_paper_gives_the_same_bytes_for_anyone_anywhere(tmp_path: Path) -> None:
    made = [
        written_elsewhere("pdf", folder, TZ=zone, USER=user, SOURCE_DATE_EPOCH=epoch)
        for zone, user, folder, epoch in (
            ("UTC", "one", ROOT, "1"),
            ("Pacific/Auckland", "two", tmp_path, "2000000000"),
        )
    ]
    assert made[0] == made[1] == render(the_paper())
    assert os.fsencode(ROOT) not in made[0]
