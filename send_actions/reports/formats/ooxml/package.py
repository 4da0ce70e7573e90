"""A Word file as a package: opened from a template, emptied of its past, and written the same each time."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.reports.document import Document
from send_actions.reports.formats.archive import packed
from send_actions.reports.formats.ooxml.elements import Element, element, name
from send_actions.reports.formats.text_lines import one_line

OURS: Final = Path(__file__).with_name("template.docx")
"""Made by docs/word_template.py."""

_KEPT: Final = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.NUMBERING,
}
"""What a paper has of its template; nothing that tells who wrote it, commented on it or where it was kept."""
_ON_PAGES: Final = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
_USED: Final = {*_ON_PAGES, RELATIONSHIP_TYPE.IMAGE}
"""What a paper has of its own or of its template only where its pages name it."""
_OF_PACKAGE: Final = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
_OWN_SETTINGS: Final = (
    *("attachedTemplate", "linkStyles", "mailMerge", "saveThroughXslt", "docVars"),  # where it was kept
    *("footnotePr", "endnotePr", "rsids", "documentProtection"),  # what was written in it, and may be
)
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNREADABLE: Final = (
    PackageNotFoundError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    KeyError,
    AttributeError,
    EOFError,
    RuntimeError,
)


def open_word_file(template: Path | None = None) -> WordFile:
    """Open a template, ours when none is given. Raises SendActionsError for what is no Word document."""
    if template is None:
        return docx.Document(str(OURS))
    called = printable(str(template))
    try:
        content = template.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SendActionsError(f"{called} could not be read ({why}): name another template.") from error
    try:
        return docx.Document(io.BytesIO(content))
    except _UNREADABLE as error:
        raise SendActionsError(
            f"{called} is no Word document that can be read: open it in Word, save it as .docx and name that."
        ) from error


def numbering_of(word: WordFile) -> Element:
    """The lists of a file, made where it has none."""
    for root in _roots(word.part, {RELATIONSHIP_TYPE.NUMBERING}):
        return root
    made = element("numbering")
    uri = PackURI("/word/numbering.xml")
    part = XmlPart(uri, CONTENT_TYPE.WML_NUMBERING, made, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return made


def describe(word: WordFile, document: Document) -> None:
    """Say of the file what the document says of itself, and nothing else: no author and no clock."""
    properties = word.core_properties
    for root in _roots(word.part.package, {RELATIONSHIP_TYPE.CORE_PROPERTIES}):
        for told in list(root):
            root.remove(told)
    properties.title = one_line(document.title)[:255]
    properties.language = document.language
    if document.subject:
        properties.subject = one_line(document.subject)[:255]
    if document.stamp:
        properties.keywords = document.stamp.digest
        for root in _roots(word.part.package, {RELATIONSHIP_TYPE.CORE_PROPERTIES}):
            root[-1].text = one_line(document.stamp.keywords)  # of any length
    if document.as_at:
        properties.created = properties.modified = _midnight(document.as_at)
    for root in _roots(word.part, _ON_PAGES):
        _fill_titles(root, one_line(document.title))


def save(word: WordFile) -> bytes:
    """The bytes of the file, without what its template was beside a look."""
    _forget(word)
    written = io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as parts:
        return packed({one: parts.read(one) for one in sorted(parts.namelist())})


def _forget(word: WordFile) -> None:
    used = {one.get(_RELATION) for one in word.element.iter(name("headerReference"), name("footerReference"))}
    used |= set(word.element.xpath(".//a:blip/@r:embed"))
    for key, relation in list(word.part.rels.items()):
        is_kept = relation.reltype in _KEPT or (relation.reltype in _USED and key in used)
        if relation.is_external or not is_kept:
            del word.part.rels[key]
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype not in _OF_PACKAGE:
            del package.rels[key]
    settings = word.settings.element
    for told in list(settings.iterchildren(*map(name, _OWN_SETTINGS))):
        settings.remove(told)
    word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()
    for root in _roots(word.part, _KEPT | _ON_PAGES):
        _forget_authors(root)


def _forget_authors(root: Element) -> None:
    """Leave out who tracked a change and when, as Word itself does when asked for it."""
    for changed in root.xpath(".//*[@w:author]"):
        changed.set(name("author"), "Author")
        changed.attrib.pop(name("date"), None)


def _roots(owner: OpcPackage | Part, kinds: set[str]) -> list[Element]:
    """The content of an owner's parts of some kinds."""
    parts = [one.target_part for one in owner.rels.values() if one.reltype in kinds and not one.is_external]
    return [part.element for part in parts if isinstance(part, XmlPart)]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _fill_titles(root: Element, title: str) -> None:
    """Put the title where a header or footer has Word's field for it, written in either of two ways."""
    for simple in root.iter(name("fldSimple")):
        if _asks_for_title(simple.get(name("instr"), "")):
            _say(list(simple.iter(name("t"))), title)
    asked = ""
    shown: list[Element] | None = None
    for one in root.iter(name("fldChar"), name("instrText"), name("t")):
        match one.get(name("fldCharType")):
            case "begin":
                asked, shown = "", None
            case "separate" if _asks_for_title(asked):
                shown = []
            case "end":
                _say(shown or [], title)
                shown = None
            case None if one.tag == name("instrText"):
                asked += one.text or ""
            case None if shown is not None:
                shown.append(one)


def _asks_for_title(instruction: str) -> bool:
    return instruction.split()[:1] == ["TITLE"]


def _say(texts: list[Element], words: str) -> None:
    for place, text in enumerate(texts):
        text.text = "" if place else words
