"""The numbers of pages in the footers of a council's template that has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from send_actions.reports.formats.ooxml.elements import Element, element, field, name, paragraph, run
from send_actions.reports.formats.ooxml.styles import Styles

_PAGE: Final = re.compile(r"\bPAGE\b")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MADE: Final = "/word/footerOfPages.xml"


def number_pages(word: WordFile, styles: Styles) -> None:
    """Put "Page 1 of 4" below what the footers say, where neither they nor the headers number the pages."""
    used = {
        reference.get(_RELATION, ""): reference.tag == name("footerReference")
        for reference in word.element.body.iter(name("headerReference"), name("footerReference"))
    }
    parts = {key: word.part.rels[key].target_part for key in used if key in word.part.rels}
    roots = {key: part.element for key, part in parts.items() if isinstance(part, XmlPart)}
    if any(_PAGE.search(asked) for root in roots.values() for asked in _asked(root)):
        return
    for key, root in roots.items():
        if used[key]:
            root.append(_number(styles))
    _give_footers(word, styles)


def _asked(root: Element) -> Iterator[str]:
    """What the fields of each paragraph ask for, written in either of two ways."""
    for simple in root.iter(name("fldSimple")):
        yield simple.get(name("instr"), "")
    for told in root.iter(name("p")):
        yield "".join(one.text or "" for one in told.iter(name("instrText")))


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
