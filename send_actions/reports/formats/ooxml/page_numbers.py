"""The numbers of pages in the footers of a council's template that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from send_actions.reports.formats.ooxml.elements import Element, element, field, name, paragraph, run
from send_actions.reports.formats.ooxml.styles import Styles

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MADE: Final = "/word/footerOfPages.xml"
_FIRST: Final = "first"
_KINDS: Final = frozenset({"default", "even", _FIRST})


class _Edge(NamedTuple):
    """A header or footer, and the kind of pages that have it."""

    kind: str
    root: Element
    is_footer: bool


def number_pages(word: WordFile, styles: Styles) -> None:
    """Put "Page 1 of 4" below what the footers say, where neither they nor the headers number the pages.

    It is asked of each kind of page by itself, those that are even too; but the first may go without where
    the others have numbers.
    """
    edges = list(_edges(word))
    numbered = {edge.kind for edge in edges if any(map(_is_page, _asked(edge.root)))}
    bare = _KINDS - numbered - ({_FIRST} if "default" in numbered else set())
    for root in dict.fromkeys(edge.root for edge in edges if edge.is_footer and edge.kind in bare):
        root.append(_number(styles))
    if "default" not in numbered:
        _give_footers(word, styles)


def _edges(word: WordFile) -> Iterator[_Edge]:
    """Yield the headers and footers that the sections have."""
    for reference in word.element.body.iter(name("headerReference"), name("footerReference")):
        key = reference.get(_RELATION, "")
        part = word.part.rels[key].target_part if key in word.part.rels else None
        if isinstance(part, XmlPart):
            is_footer = reference.tag == name("footerReference")
            yield _Edge(reference.get(name("type"), "default"), part.element, is_footer)


def _is_page(asked: str) -> bool:
    """Whether a field asks for the number of the page, in capitals or not."""
    return [word.casefold() for word in asked.split()[:1]] == ["page"]


def _asked(root: Element) -> Iterator[str]:
    """What each field asks for, written in either of two ways, and those within others too."""
    for simple in root.iter(name("fldSimple")):
        yield simple.get(name("instr"), "")
    begun: list[str] = []
    for one in root.iter(name("fldChar"), name("instrText")):
        if one.tag == name("instrText"):
            begun = [*begun[:-1], (begun[-1] if begun else "") + (one.text or "")]
        elif one.get(name("fldCharType")) == "begin":
            begun.append("")
        elif one.get(name("fldCharType")) == "end" and begun:
            yield begun.pop()
    yield from begun


def _give_footers(word: WordFile, styles: Styles) -> None:
    """Make a footer for the pages of a paper whose sections have none of their own."""
    sections = list(word.element.body.iter(name("sectPr")))
    kinds = {
        footer.get(name("type")) for one in sections for footer in one.iterchildren(name("footerReference"))
    }
    if "default" in kinds or not sections:
        return
    uri = PackURI(_MADE)
    part = XmlPart(uri, CONTENT_TYPE.WML_FOOTER, element("ftr", _number(styles)), word.part.package)
    reference = element("footerReference", type="default")
    reference.set(_RELATION, word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER))
    sections[0].insert(len(sections[0].findall(name("headerReference"))), reference)


def _number(styles: Styles) -> Element:
    shown = [run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1")]
    return paragraph(styles.identity("Footer"), shown, element("jc", val="right"))
