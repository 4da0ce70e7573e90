"""Numbers that Word puts before paragraphs, and headings in styles of a council's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

W = nsdecls("w")
HEADER = ("Ref", "Action", "Lead", "Due", "Status")
FORM = "901"
LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{3}"/><w:numFmt w:val="{1}"/>{4}<w:lvlText w:val="{2}"/></w:lvl>'
Level = tuple[str, str, int, str]


def with_list(document: Paper, *levels: Level) -> None:
    """Add a form of lists, of which each level has its kind, its text, its start and what else it says."""
    numbering = document.part.numbering_part.element
    lines = "".join(LEVEL.format(place, *level) for place, level in enumerate(levels))
    form = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{FORM}">{lines}</w:abstractNum>')
    numbering.insert(0, form)


def a_number(document: Paper, key: str, override: str = "") -> str:
    form = f'<w:abstractNumId w:val="{FORM}"/>{override}'
    document.part.numbering_part.element.append(parse_xml(f'<w:num {W} w:numId="{key}">{form}</w:num>'))
    return key


def table(document: Paper, number: str, *places: int, style: str = "") -> None:
    """Add a table of actions whose refs are the numbers of a list, at these levels of it."""
    found = document.add_table(len(places) + 1, len(HEADER))
    for cell, words in zip(found.rows[0].cells, HEADER, strict=True):
        cell.text = words
    for row, place in zip(found.rows[1:], places, strict=True):
        row.cells[1].text, row.cells[4].text = f"Do {len(document.tables)} of {row._index}", "On track"
        paragraph = row.cells[0].paragraphs[0]
        if style:
            paragraph.style = document.styles[style]
        else:
            said = f'<w:numPr {W}><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(said))


def read(tmp_path: Path, document: Paper) -> PlanLines:
    document.save(str(tmp_path / "plan.docx"))
    return read_plan_file(tmp_path / "plan.docx", today=date(2026, 12, 1))


def refs(lines: PlanLines) -> list[str]:
    return [line.ref for line in lines.actions]


def test_a_list_that_says_where_it_starts_counts_from_there(tmp_path: Path) -> None:
    document = Document()
    with_list(document, ("decimal", "V%1", 1, ""))
    first = a_number(document, "801")
    again = a_number(
        document, "802", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>'
    )
    for area, number in (("Area 1: Voice", first), ("Area 2: Data", again), ("Area 3: Staff", again)):
        document.add_heading(area, 1)
        table(document, number, 0, 0)
    assert refs(read(tmp_path, document)) == ["V1", "V2", "V10", "V11", "V12", "V13"]


def test_a_list_may_write_a_level_in_its_own_way(tmp_path: Path) -> None:
    document = Document()
    with_list(document, ("decimal", "%1", 1, ""))
    own = LEVEL.format(0, "upperLetter", "Z%1", 3, "")
    number = a_number(document, "801", f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride>')
    document.add_heading("Area 1: Voice", 1)
    table(document, number, 0, 0)
    assert refs(read(tmp_path, document)) == ["ZC", "ZD"]


@pytest.mark.parametrize(
    ("levels", "places", "found"),
    [
        ([("decimalZero", "A%1", 1, "")], (0, 0), ["A01", "A02"]),
        ([("upperRoman", "%1", 1, ""), ("decimal", "%1.%2", 1, "")], (0, 1, 1), ["I", "I.1", "I.2"]),
        ([("upperRoman", "%1", 1, ""), ("decimal", "%1.%2", 1, "<w:isLgl/>")], (0, 1), ["I", "1.1"]),
        ([("decimal", "%1", 1, ""), ("decimal", "%1.%2", 1, "")], (0, 1, 0, 1), ["1", "1.1", "2", "2.1"]),
        (
            [("decimal", "%1", 1, ""), ("decimal", "A%2", 1, '<w:lvlRestart w:val="0"/>')],
            (0, 1, 0, 1),
            ["1", "A1", "2", "A2"],
        ),
    ],
)
def test_levels_are_written_and_counted_as_word_does(
    tmp_path: Path, levels: list[Level], places: tuple[int, ...], found: list[str]
) -> None:
    document = Document()
    with_list(document, *levels)
    document.add_heading("Area 1: Voice", 1)
    table(document, a_number(document, "801"), *places)
    assert refs(read(tmp_path, document)) == found


def test_a_style_has_the_list_of_the_style_that_it_is_based_on(tmp_path: Path) -> None:
    document = Document()
    with_list(document, ("decimal", "%1", 3, ""), ("decimal", "%1.%2", 1, '<w:pStyle w:val="RefBase"/>'))
    number = a_number(document, "801")
    base = document.styles.add_style("Ref Base", WD_STYLE_TYPE.PARAGRAPH)
    base.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="{number}"/></w:numPr>'))
    document.styles.add_style("Ref Cell", WD_STYLE_TYPE.PARAGRAPH).base_style = base
    document.add_heading("Area 3: Voice", 1)
    table(document, number, 1, 1, style="Ref Cell")
    assert refs(read(tmp_path, document)) == ["3.1", "3.2"]


@pytest.mark.parametrize("kind", ["based", "outline", "direct"])
def test_headings_in_a_style_of_ones_own_are_headings(tmp_path: Path, kind: str) -> None:
    document = Document()
    style = document.styles.add_style("Banner", WD_STYLE_TYPE.PARAGRAPH)
    if kind == "based":
        style.base_style = document.styles["Heading 1"]
    elif kind == "outline":
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="0"/>'))
    with_list(document, ("decimal", "%1", 1, ""))
    number = a_number(document, "801")
    for words in ("Voice of families", "Data and insight"):
        heading = document.add_paragraph(words, style="Banner")
        if kind == "direct":
            heading._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="0"/>'))
        table(document, number, 0)
    lines = read(tmp_path, document)
    assert [(area.number, area.title) for area in lines.areas] == [
        ("1", "Voice of families"),
        ("2", "Data and insight"),
    ]


def test_a_list_that_starts_at_nought_goes_on_from_there(tmp_path: Path) -> None:
    document = Document()
    with_list(document, ("decimal", "%1", 1, ""), ("decimal", "%1.%2", 0, ""))
    table(document, a_number(document, "900"), 1, 1, 1)
    assert refs(read(tmp_path, document)) == ["1.0", "1.1", "1.2"]
