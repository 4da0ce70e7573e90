"""Word's numbers: sections and paragraphs in one real list, and never two numbers before a heading."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reports.formats.office_papers import WIDE
from reports.formats.word_reading import faults, read_back, values

from send_actions.reports.document import (
    Document,
    Heading,
    NumberedList,
    Stamp,
    bullets,
    text_of,
)
from send_actions.reports.formats.word import render

PAPER = Document(
    "SEND plan",
    (("As at", "31 March 2026"),),
    (
        Heading(2, "1. Asked"),
        NumberedList((text_of("Agree it."),)),
        bullets("Up", "Down"),
        Heading(2, "2. Help"),
        Heading(3, "Of whom"),
        text_of("Everyone."),
        Heading(2, "Annex A: measures", starts_page=True),
        WIDE,
        text_of("End."),
    ),
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A council's template whose headings are numbered: 1, 1.1."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, text in enumerate(("%1", "%1.%2"))
    )
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(kind))
    num = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    numbering.append(parse_xml(num))
    for level in range(2):
        numbers = word.styles[f"Heading {level + 1}"].element.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = level
        numbers.get_or_add_numId().val = 77
    place = tmp_path / "house.docx"
    word.save(str(place))
    return place


def true_faults(content: bytes, folder: Path) -> list[str]:
    """What is wrong with a file; list 0 is no list at all, as Word itself says it, and need not be there."""
    return [fault for fault in faults(content, folder) if "Numbering definition '0' referenced" not in fault]


def places(word: Any) -> list[tuple[str, str, str]]:
    """Each paragraph with words, its level and its list."""
    return [
        (
            paragraph.text,
            "".join(values(paragraph._p, "./w:pPr/w:numPr/w:ilvl")),
            "".join(values(paragraph._p, "./w:pPr/w:numPr/w:numId")),
        )
        for paragraph in word.paragraphs[2:]
        if paragraph.text
    ]


def test_sections_and_their_paragraphs_are_one_list_of_two_levels(tmp_path: Path) -> None:
    word = read_back(PAPER)
    found = places(word)
    own = found[0][2]
    assert found == [
        ("Asked", "0", own),
        ("Agree it.", "0", found[1][2]),
        ("Up", "1", own),
        ("Down", "1", own),
        ("Help", "0", own),
        ("Of whom", "", ""),
        ("Everyone.", "1", own),
        ("Annex A: measures", "", ""),
        ("Table 1. Measures", "", ""),
        ("End.", "", ""),
    ]
    assert found[1][2] != own
    numbering = word.part.numbering_part.element
    [kind] = values(numbering, f"//w:num[@w:numId='{own}']/w:abstractNumId")
    texts = values(numbering, f"//w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:lvlText")
    assert texts == ["%1.", "%1.%2"]
    assert faults(render(PAPER), tmp_path) == []


def test_a_template_that_numbers_its_headings_adds_no_second_number(house: Path, tmp_path: Path) -> None:
    found = places(read_back(PAPER, house))
    own = found[0][2]
    assert own not in {"", "0", "77"}
    assert [number for text, _, number in found if text in {"Asked", "Help"}] == [own, own]
    assert [number for text, _, number in found if text in {"Of whom", "Annex A: measures"}] == ["0", "0"]
    assert true_faults(render(PAPER, house), tmp_path) == []


def test_the_number_is_no_part_of_the_words_of_a_heading_and_stands_out(house: Path) -> None:
    for template in (None, house):
        [heading] = [p for p in read_back(PAPER, template).paragraphs if p.text == "Asked"]
        [indent] = heading._p.xpath("./w:pPr/w:ind")
        assert indent.get(qn("w:left")) == indent.get(qn("w:hanging")) == "624"


def test_contents_are_listed_and_lead_to_their_headings(house: Path, tmp_path: Path) -> None:
    paper = replace(PAPER, has_contents=True)
    for template in (None, house):
        word = read_back(paper, template)
        body = word.element.body
        listed = [
            (p.style.name, "".join(p._p.xpath(".//w:t/text()")), p._p.xpath(".//w:hyperlink"))
            for p in word.paragraphs
            if p.style and p.style.name.casefold().startswith("toc ")
        ]
        assert [(style.casefold(), text) for style, text, _ in listed] == [
            ("toc heading", "Contents"),
            ("toc 1", "1.Asked"),
            ("toc 1", "2.Help"),
            ("toc 2", "Of whom"),
            ("toc 1", "Annex A: measures"),
        ]
        marks = [link.get(qn("w:anchor")) for _, _, links in listed for link in links]
        assert marks == [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
        assert len(set(marks)) == 4
        [field] = [one.text for one in body.iter(qn("w:instrText")) if "TOC" in one.text]
        assert field.strip() == 'TOC \\o "1-2" \\n \\h \\z'
        assert true_faults(render(paper, template), tmp_path) == []
    assert "Contents" not in [p.text for p in read_back(PAPER).paragraphs]


def test_a_paper_without_headings_has_no_contents(tmp_path: Path) -> None:
    paper = Document("Paper", (), (text_of("x"),), has_contents=True)
    assert [p.text for p in read_back(paper).paragraphs] == ["Paper", "x"]
    assert faults(render(paper), tmp_path) == []


def test_the_properties_say_what_made_the_paper_however_long(tmp_path: Path) -> None:
    stamp = Stamp(f"send-actions report owner '{'x' * 300}'", "0123456789abcdef" * 2)
    content = render(replace(PAPER, stamp=stamp))
    assert docx.Document(io.BytesIO(content)).core_properties.keywords == f"{stamp.command} | {stamp.digest}"
    assert faults(content, tmp_path) == []
