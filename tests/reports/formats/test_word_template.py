"""Word's templates: our own is what its script makes, and a council's gives its look and keeps its past."""

from __future__ import annotations

import importlib.util
import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from reports.formats.word_reading import faults, part, read_back, values
from reports.sample_paper import the_paper

from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.document import Document, Heading, NumberedList, Table, bullets, text_of
from send_actions.reports.formats.ooxml.package import OURS
from send_actions.reports.formats.word import render
from send_actions.reports.output import encode

PAPER = Document(
    "SEND plan",
    (("As at", "31 March 2026"),),
    (
        Heading(2, "Asked"),
        NumberedList((text_of("Agree it."),)),
        bullets("One"),
        Heading(2, "Wide"),
        Table("Measures", tuple("ABCDEFGH"), (tuple("12345678"),)),
    ),
    as_at=date(2026, 3, 31),
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A council's template, made by Jane Doe in python-docx's own."""
    word = docx.Document()
    word.core_properties.author = "Jane Doe"
    word.core_properties.keywords = "draft-2019"
    word.styles["Normal"].font.name = "Verdana"
    word.styles["Heading 1"].font.size = Pt(31)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = "Anytown Council"
    tracked = (
        '<w:ins {} w:id="9" w:author="Jane Doe" w:date="2019-01-01T00:00:00Z"><w:r><w:t>!</w:t></w:r></w:ins>'
    )
    section.header.paragraphs[0]._p.append(parse_xml(tracked.format(nsdecls("w"))))
    foot = section.footer.paragraphs[0]
    for kind, told in (
        ("begin", ""),
        ("", " TITLE \\* MERGEFORMAT "),
        ("separate", ""),
        (None, "Old"),
        ("end", ""),
    ):
        inner = f"<w:t>{told}</w:t>" if kind is None else f'<w:fldChar w:fldCharType="{kind}"/>'
        inner = inner if kind != "" else f"<w:instrText>{told}</w:instrText>"
        foot._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    said = word.add_paragraph("Put the paper here.")
    word.add_comment(said.runs, "Not like this", author="Jane Doe", initials="JD")
    place = tmp_path / "house.docx"
    word.save(str(place))
    return place


def without(template: Path, *styles: str) -> None:
    """Take styles out of a template."""
    word = docx.Document(str(template))
    for style in styles:
        word.styles[style].delete()
    word.save(str(template))


def test_our_own_template_is_what_its_script_makes_of_its_parts() -> None:
    script = Path(__file__).parents[3] / "docs" / "word_template.py"
    found = importlib.util.spec_from_file_location("word_template", script)
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert module.template() == OURS.read_bytes()


def test_our_own_template_is_valid_by_the_schemas_of_word(tmp_path: Path) -> None:
    assert faults(OURS.read_bytes(), tmp_path) == []


def test_a_council_s_styles_header_and_footer_are_kept(house: Path) -> None:
    word = read_back(PAPER, house)
    assert word.styles["Normal"].font.name == "Verdana"
    assert [(p.text, p.style.font.size) for p in word.paragraphs if p.style and p.text == "Asked"] == [
        ("Asked", Pt(31))
    ]
    assert [section.header.paragraphs[0].text for section in word.sections] == ["Anytown Council"] * 2
    assert word.sections[0].footer.paragraphs[0].text == "SEND plan"
    assert "Put the paper here." not in [p.text for p in word.paragraphs]


def feet(template: Path) -> list[str]:
    """What a paper has in the footer of each of its sections."""
    return [
        "|".join(section.footer._element.xpath(".//w:t/text() | .//w:instrText/text()"))
        for section in read_back(PAPER, template).sections
    ]


def changed_footer(template: Path, *told: str) -> None:
    """Give a template a footer of other paragraphs of XML, or none at all."""
    word = docx.Document(str(template))
    section = word.sections[0]
    if told:
        footer = section.footer._element
        footer[:] = [parse_xml(f"<w:p {nsdecls('w')}>{one}</w:p>") for one in told]
    else:
        section.footer.is_linked_to_previous = True
    word.save(str(template))


def test_pages_that_a_council_s_template_does_not_number_are_numbered(house: Path, tmp_path: Path) -> None:
    numbered = "Page | PAGE |1| of | NUMPAGES |1"
    assert feet(house) == [f" TITLE \\* MERGEFORMAT |SEND plan|{numbered}"] * 2
    changed_footer(house)
    assert feet(house) == [numbered] * 2
    assert faults(render(PAPER, house), tmp_path) == []


def _field(asked: str) -> str:
    """A field in the runs of a footer, perhaps with another within what it asks."""
    words = asked if "<w:r>" in asked else f"<w:r><w:instrText>{asked}</w:instrText></w:r>"
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    return f"{begin}{words}{end}"


@pytest.mark.parametrize(
    "numbered",
    [
        '<w:fldSimple w:instr=" PAGE \\* Arabic "/>',
        "<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>",
        '<w:fldSimple w:instr="page \\* MERGEFORMAT"/>',
        _field(" STYLEREF Title ") + _field(" Page "),
        _field(f"<w:r><w:instrText> = </w:instrText></w:r>{_field(' PAGE ')}"),
    ],
)
def test_pages_that_a_council_s_template_numbers_are_not_numbered_twice(house: Path, numbered: str) -> None:
    changed_footer(house, numbered)
    assert [foot for foot in feet(house) if "NUMPAGES" in foot] == []


@pytest.mark.parametrize("other", [' STYLEREF "PAGE title" ', " NUMPAGES ", " PAGEREF contents "])
def test_a_field_that_only_speaks_of_pages_is_no_number(house: Path, other: str) -> None:
    changed_footer(house, _field(other))
    assert [foot for foot in feet(house) if "Page | PAGE |1" not in foot] == []


def test_each_kind_of_page_is_numbered_but_a_first_one_that_is_left_without(house: Path) -> None:
    numbered = "Page | PAGE |1| of | NUMPAGES |1"
    word = docx.Document(str(house))
    section = word.sections[0]
    word.settings.odd_and_even_pages_header_footer = True
    section.different_first_page_header_footer = True
    kinds = {"default": section.footer, "even": section.even_page_footer, "first": section.first_page_footer}
    for with_number, wanted in (
        ("first", {"default", "even"}),
        ("default", {"even"}),
        ("even", {"default", "first"}),
    ):
        for kind, footer in kinds.items():
            told = _field(" PAGE ") if kind == with_number else "<w:r><w:t>SEND plan</w:t></w:r>"
            footer._element[:] = [parse_xml(f"<w:p {nsdecls('w')}>{told}</w:p>")]
        word.save(str(house))
        made = read_back(PAPER, house).sections[0]
        shown = {
            "default": made.footer,
            "even": made.even_page_footer,
            "first": made.first_page_footer,
        }
        told_by = {
            kind: "|".join(foot._element.xpath(".//w:t/text() | .//w:instrText/text()"))
            for kind, foot in shown.items()
        }
        assert {kind for kind, told in told_by.items() if numbered in told} == wanted, with_number


def test_a_number_in_a_council_s_header_is_one_too(house: Path) -> None:
    word = docx.Document(str(house))
    header = word.sections[0].header.paragraphs[0]._p
    header.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))
    word.save(str(house))
    assert [foot for foot in feet(house) if "NUMPAGES" in foot] == []


def test_a_wide_table_turns_a_council_s_pages(house: Path) -> None:
    sections = read_back(PAPER, house).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [section.page_width.mm for section in sections if section.page_width] == [
        pytest.approx(210, abs=0.1),
        pytest.approx(297, abs=0.1),
    ]


def test_nothing_tells_who_made_a_template_or_what_was_said_of_it(house: Path) -> None:
    content = render(PAPER, house)
    with ZipFile(io.BytesIO(content)) as archive:
        everything = {name: archive.read(name) for name in archive.namelist()}
    assert not [
        name
        for name, said in everything.items()
        if b"Jane" in said or b"2019-01-01" in said or b"draft-2019" in said
    ]
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "word/comments.xml"} & everything.keys()
    assert 'w:val="en-US"' not in part(content, "word/styles.xml")


def test_what_a_template_lacks_comes_from_ours(house: Path, tmp_path: Path) -> None:
    without(house, "Caption", "List Number", "List Bullet", "Title", "Strong")
    content = render(PAPER, house)
    word = docx.Document(io.BytesIO(content))
    names = [p.style.name for p in word.paragraphs if p.style and p.text]
    assert names == ["Title", "Facts", "Heading 1", "List Number", "List Bullet", "Heading 1", "Caption"]
    numbering = word.part.numbering_part.element
    for style, form in (("List Number", "decimal"), ("List Bullet", "bullet")):
        [used] = [values(p._p, ".//w:numId")[0] for p in word.paragraphs if p.style and p.style.name == style]
        [kind] = values(numbering, f"//w:num[@w:numId='{used}']/w:abstractNumId")
        assert values(numbering, f"//w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[1]/w:numFmt") == [form]
    assert faults(content, tmp_path) == []


def test_an_id_that_a_template_gives_to_another_style_is_not_taken_for_ours(house: Path) -> None:
    word = docx.Document(str(house))
    made = word.styles.add_style("Their own facts", 1)
    made.element.set(qn("w:styleId"), "Facts")
    word.save(str(house))
    told = read_back(PAPER, house).paragraphs[1]
    assert (told.text, told.style.name if told.style else "") == ("As at:\t31 March 2026", "Facts")


def test_a_template_without_lists_or_a_size_of_pages_will_do(house: Path, tmp_path: Path) -> None:
    word = docx.Document(str(house))
    word.element.body.remove(word.element.body.sectPr)
    for key, relation in list(word.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del word.part.rels[key]
    without_lists = tmp_path / "bare.docx"
    word.save(str(without_lists))
    made = read_back(PAPER, without_lists)
    assert [p.text for p in made.paragraphs if p.style and p.style.name.startswith("List")] == [
        "Agree it.",
        "One",
    ]


def test_with_a_template_too_the_same_paper_has_the_same_bytes(house: Path, tmp_path: Path) -> None:
    content = render(the_paper(), house)
    assert content == render(the_paper(), house)
    assert faults(content, tmp_path) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "house.docx could not be read .*: name another template"),
        (b"", "no Word document that can be read: open it in Word, save it as .docx"),
        (b"PK\x03\x04 and then nothing", "no Word document"),
        (b"# A paper", "no Word document"),
    ],
)
def test_what_is_no_word_document_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    place = tmp_path / "house.docx"
    if content is not None:
        place.write_bytes(content)
    with pytest.raises(SendActionsError, match=told):
        render(PAPER, place)


def test_a_macro_s_or_a_spreadsheet_s_file_is_told(house: Path, tmp_path: Path) -> None:
    with ZipFile(house) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kinds = parts["[Content_Types].xml"]
    other = tmp_path / "house.docm"
    with ZipFile(other, "w") as archive:
        for name, content in parts.items():
            is_kinds = name == "[Content_Types].xml"
            archive.writestr(name, kinds.replace(b"document.main", b"sheet.main") if is_kinds else content)
    with pytest.raises(SendActionsError, match="no Word document"):
        render(PAPER, other)


def test_another_format_takes_no_template(house: Path) -> None:
    with pytest.raises(UsageError, match=r"Only a Word paper takes a template: end the file with \.docx"):
        encode(PAPER, "markdown", template=house)
    assert encode(PAPER, "docx", template=house) == render(PAPER, house)
