"""OpenDocument text: structure that others find, text that is only text, and the same bytes every time."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import odfdo
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OdfValidator
from reports.formats.office_papers import RED, WIDE, a_document, written_elsewhere
from reports.formats.word_reading import lines
from reports.sample_paper import the_paper

from send_actions.reports.document import (
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
from send_actions.reports.formats.opendocument import render

COUNTS = Table(
    "Actions by status",
    ("Status", "Now", "Which actions"),
    ((RED, Number(6, "6"), "4.5\n9.2"), ("All actions", Number(78, "78"), "no change")),
)
HOSTILE = st.one_of(
    st.text(st.sampled_from("<>&\"'`/=;{}%# -!\n\tab1\x1b\x00\u2028é\ufffe\ud800"), max_size=25),
    st.text(max_size=25),
    st.sampled_from(
        [
            "</text:p><text:p>",
            "]]><![CDATA[",
            "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
            "{{ 7 * 7 }} {% raw %}",
            "=cmd|'/c calc'!A1",
            'of:=HYPERLINK("https://example.org")',
        ]
    ),
)


def read_back(document: Document) -> Any:
    return odfdo.Document(io.BytesIO(render(document)))


def faults(content: bytes, folder: Path) -> list[str]:
    place = folder / "checked.odt"
    place.write_bytes(content)
    return [str(fault) for fault in OdfValidator(max_errors=0).validate(place).errors]


def part(content: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def said(content: bytes) -> str:
    """All words of the body in one line."""
    body = part(content, "content.xml").partition("<office:text>")[2]
    text = re.sub("<text:(line-break|tab)/>", " ", body)
    for code, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = (re.sub("<[^>]+>", "", text) if code == "&lt;" else text).replace(code, letter)
    return " ".join(text.split())


def test_headings_are_real_with_the_title_above_them() -> None:
    body = read_back(a_document(Heading(2, "In brief"), Heading(3, "Area 1"), Heading(5, "Deep"))).body
    found = [(one.get_attribute("text:outline-level"), one.text_recursive.strip()) for one in body.headers]
    assert found == [("1", "In brief"), ("2", "Area 1"), ("3", "Deep")]
    [title] = [one for one in body.paragraphs if one.style == "Title"]
    assert title.text_recursive.strip() == "Paper"


def test_what_follows_the_facts_without_a_heading_keeps_off_them() -> None:
    facts = (("As at", "31 March 2026"), ("Board", "SEND Board"))
    for block, last in ((text_of("Dear colleagues"), "Last_20_Facts"), (Heading(2, "Asked"), "Facts")):
        content = part(render(a_document(block, facts=facts)), "content.xml")
        assert re.findall(r'text:style-name="(\w*Facts)"', content) == ["Facts", last]


def test_a_table_has_its_caption_its_header_row_and_a_description() -> None:
    content = part(render(a_document(COUNTS, text_of("after"))), "content.xml")
    assert '<text:p text:style-name="Caption">Table 1. Actions by status</text:p>' in content
    assert "<table:title>Table 1. Actions by status</table:title>" in content
    assert "<table:desc>2 rows under: Status, Now, Which actions.</table:desc>" in content
    [table] = read_back(a_document(COUNTS)).body.tables
    rows = [[str(cell.text_recursive).strip() for cell in row.get_cells()] for row in table.get_rows()]
    assert rows == [
        ["Status", "Now", "Which actions"],
        ["■ R Off track", "6", "4.5\n9.2"],
        ["All actions", "78", "no change"],
    ]
    assert content.count("<table:table-header-rows>") == 1
    header = content.partition("<table:table-header-rows>")[2].partition("</table:table-header-rows>")[0]
    assert header.count("<table:table-row ") == 1


def test_no_row_is_split_unless_it_may_not_fit_on_a_page() -> None:
    long = Table("Notes", ("Ref", "Note"), (("9.1", "word " * 2000), ("9.2", "short")))
    content = part(render(a_document(long)), "content.xml")
    assert re.findall('<table:table-row table:style-name="(\\w+)"', content) == ["Row", "TallRow", "Row"]
    assert (
        '"Row" style:family="table-row">\n      <style:table-row-properties fo:keep-together="always"/>'
        in (content)
    )


def test_a_status_is_said_in_words_on_its_colour() -> None:
    content = part(render(a_document(COUNTS, Paragraph((RED, " since May")))), "content.xml")
    assert '<text:span text:style-name="Status_20_red">■ R Off track</text:span> since May' in content
    fill = SHADES["red"].fill.lower()
    cell = content.partition('<style:style style:name="Cell-red" style:family="table-cell">')[2]
    assert cell.split()[1] == f'fo:background-color="#{fill}"'
    assert f"#{SHADES['red'].ink.lower()}" in part(render(a_document(COUNTS)), "styles.xml")


def test_figures_stand_to_the_right_with_their_heading() -> None:
    content = part(render(a_document(COUNTS)), "content.xml")
    assert content.count('text:style-name="Right_20_Table_20_Contents"') == 2
    assert content.count('text:style-name="Right_20_Table_20_Heading"') == 1


def test_lists_are_real_and_sections_are_numbered() -> None:
    asked = NumberedList((text_of("Agree the date."), text_of("Fund it\nby April")))
    paper = a_document(
        Heading(2, "1. Asked"), asked, bullets("Up", "Down"), text_of("Next"), Heading(2, "End")
    )
    content = render(replace(paper, blocks=(*paper.blocks, bullets("One"), asked)))
    lists = re.findall('<text:list text:style-name="(\\w+)"', part(content, "content.xml"))
    assert lists == ["Numbers", "Bullets", "Numbers"]
    assert "1. Asked" in said(content)
    assert "1.1 Up 1.2 Down 1.3 Next" in re.sub(r"(?<=\d)(?=[A-Z])", " ", said(content))


def test_a_section_with_a_wide_table_lies_on_its_side_and_the_next_does_not(tmp_path: Path) -> None:
    paper = a_document(Heading(2, "Counts"), COUNTS, Heading(2, "Measures"), WIDE, Heading(2, "End"))
    content = part(render(paper), "content.xml")
    styles = re.findall('<text:h text:style-name="(\\w+)"', content)
    assert styles == ["Heading_20_1", "Wide_20_Heading", "Upright_20_Heading"]
    turned = content.partition('style:name="Wide_20_Heading"')[2].partition("/>")[0]
    assert 'style:parent-style-name="Heading_20_1" style:master-page-name="Wide"' in turned
    assert faults(render(paper), tmp_path) == []
    assert 'text:style-name="Wide_20_Title"' in part(render(a_document(WIDE)), "content.xml")


def test_an_annex_starts_a_page() -> None:
    content = part(
        render(a_document(Heading(2, "Body"), Heading(2, "Annex A", starts_page=True))), "content.xml"
    )
    assert re.findall('<text:h text:style-name="(\\w+)"', content) == ["Heading_20_1", "Break_20_Heading"]


def test_contents_are_listed_and_lead_to_their_headings(tmp_path: Path) -> None:
    blocks = (Heading(2, "1. Asked"), Heading(3, "Better"), Heading(4, "Deep"), Heading(2, "2. Help"))
    paper = replace(a_document(*blocks), has_contents=True)
    content = part(render(paper), "content.xml")
    assert re.findall('xlink:href="#([^"]+)">([^<]+)<', content) == [
        ("part-1", "1. Asked"),
        ("part-2", "Better"),
        ("part-3", "2. Help"),
    ]
    assert re.findall('<text:bookmark text:name="([^"]+)"/>([^<]+)<', content) == [
        ("part-1", "1. Asked"),
        ("part-2", "Better"),
        ("part-3", "2. Help"),
    ]
    assert faults(render(paper), tmp_path) == []
    assert "table-of-content" not in part(render(replace(paper, has_contents=False)), "content.xml")


def test_the_foot_of_every_page_has_the_title_and_page_x_of_y() -> None:
    styles = part(render(a_document(title="Plan & <paper>")), "styles.xml")
    feet = re.findall("<style:footer>(.*?)</style:footer>", styles, re.DOTALL)
    assert len(feet) == 2
    for foot in feet:
        assert "<text:title>Plan &amp; &lt;paper&gt;</text:title>" in foot
        assert re.search("Page <text:page-number .*?> of <text:page-count>", foot)


def test_the_file_says_title_subject_language_date_and_what_made_it_and_neither_author_nor_clock() -> None:
    paper = replace(a_document(), stamp=Stamp("report board", "0123"))
    meta = read_back(paper).meta
    assert (meta.title, meta.subject, meta.language) == ("Paper", "As at 31 March 2026", "en-GB")
    assert meta.keyword == "report board | 0123"
    assert {str(meta.creation_date)[:10], str(meta.date)[:10]} == {"2026-03-31"}
    told = part(render(paper), "meta.xml")
    assert not re.search("creator|generator|editing|template|printed", told)
    assert "2026" not in part(render(Document("Paper", (), ())), "meta.xml")
    assert 'fo:language="en" fo:country="GB"' in part(render(paper), "styles.xml")


def test_the_type_of_the_file_comes_first_and_as_it_is_and_no_part_bears_a_time() -> None:
    with ZipFile(io.BytesIO(render(the_paper()))) as archive:
        parts = archive.infolist()
    assert (parts[0].filename, parts[0].compress_type, parts[0].extra) == ("mimetype", ZIP_STORED, b"")
    assert {one.date_time for one in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert [one.filename for one in parts[1:] if not one.filename.startswith("Pictures/")] == [
        "content.xml",
        "META-INF/manifest.xml",
        "meta.xml",
        "styles.xml",
    ]


@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_is_typed_is_words(title: str, words: str, cell: str) -> None:
    paper = a_document(
        Heading(2, f"Of {title}"),
        Paragraph((Strong(f"Why {words}"), f": {words}")),
        bullets(f"x{words}"),
        Table(f"T {cell}", (f"A{cell}",), ((f"a{cell}",), (StatusMark("■", "R", f"w{cell}", cell),))),
        title=f"A {title}",
        facts=((f"F {title}", f"f {cell}"),),
    )
    body = read_back(paper).body
    assert len(body.headers) == len(body.tables) == len(body.get_lists()) == 1
    assert " ".join(lines(f"Why {words}: {words}")) in said(render(paper))


def test_what_is_typed_is_said_as_it_was_typed() -> None:
    typed = "<b> &amp; {{ 7 * 7 }} =cmd|'/c calc'!A1 \"x\" 🎉 日本 مرحبا"
    assert f"Start {typed}" in said(render(a_document(text_of(f"Start {typed}"))))


def test_every_kind_of_block_is_valid(tmp_path: Path) -> None:
    paper = a_document(
        text_of("Before"),
        Heading(2, "One"),
        bullets("a", "b"),
        COUNTS,
        text_of("after\nit"),
        Heading(2, "Two", starts_page=True),
        NumberedList((Paragraph((Strong("Agree"), RED)), text_of(" "))),
        Heading(2, " "),
        WIDE,
        Heading(3, "Last"),
        Table("Empty", ("A",), ()),
        facts=(("As at", "31 March 2026"),),
    )
    for one in (paper, the_paper(), Document("", (), ())):
        assert faults(render(one), tmp_path) == []


def test_the_same_paper_has_the_same_bytes_wherever_and_by_whom_it_is_made(tmp_path: Path) -> None:
    here = render(the_paper())
    assert here == render(the_paper()) == written_elsewhere("opendocument", tmp_path)
