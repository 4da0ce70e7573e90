"""Elements of WordprocessingML and the runs of text in them; no text is ever read as more than text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cache
from typing import Final, TypeAlias

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

from send_actions.reports.document import Run, StatusMark, Strong
from send_actions.reports.formats.colours import shade_of
from send_actions.reports.formats.text_lines import full_lines, lines_of_runs

Element: TypeAlias = BaseOxmlElement
"""A piece of XML."""

_SPACED: Final = ("t", "instrText")
"""What keeps the spaces at its ends."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def name(tag: str) -> str:
    """The full name of a tag or attribute such as pPr."""
    return f"{{{nsmap['w']}}}{tag}"


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element with its attributes and children in the order given."""
    made = copy(_blank(tag))
    for key, value in attributes.items():
        made.set(name(key), str(value))
    if children:
        made.extend(children)
    return made


@cache
def _blank(tag: str) -> Element:
    """An element to copy, which is much quicker than to make one."""
    made: Element = oxml_parser.makeelement(name(tag), {}, {"w": nsmap["w"]})
    if tag in _SPACED:
        made.set(_SPACE, "preserve")
    return made


def words(text: str) -> Element:
    """A piece of text."""
    made = element("t")
    made.text = text
    return made


def run(text: str, *looks: Element) -> Element:
    """A run of text on one line."""
    return element("r", *([element("rPr", *looks)] if looks else []), words(text))


def run_of_lines(text: str, *looks: Element) -> Element:
    """A run of text, its lines broken where they were."""
    made = element("r", *([element("rPr", *looks)] if looks else []))
    for place, line in enumerate(full_lines(text)):
        if place:
            made.append(element("br"))
        made.append(words(line))
    return made


def field(instruction: str, shown: str) -> list[Element]:
    """A field that Word works out, such as PAGE, and what it shows until then."""
    begin, end = field_parts(instruction)
    return [*begin, run(shown), *end]


def field_parts(instruction: str) -> tuple[list[Element], list[Element]]:
    """What begins a field and what ends it, around what it shows."""
    told = element("instrText")
    told.text = f" {instruction} "
    begin, separate, end = (
        element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return [begin, element("r", told), separate], [end]


def paragraph(style: str, runs: Iterable[Element], *looks: Element) -> Element:
    """A paragraph of a style, with looks of its own in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), *looks), *runs)


def runs_of(pieces: Iterable[Run], strong: str) -> list[Element]:
    """The runs of a paragraph: lines kept, what is strong in its style, a status on its colour."""
    made: list[Element] = []
    for line in lines_of_runs(pieces):
        if made:
            made.append(element("r", element("br")))
        made += (run(text, *_looks(piece, strong)) for piece, text in line)
    return made


def ink(colour: str) -> Element:
    """The colour of words that stand on the fill of a status."""
    return element("color", val=shade_of(colour).ink)


def fill(colour: str) -> Element:
    """The fill of a status."""
    return element("shd", val="clear", color="auto", fill=shade_of(colour).fill)


def _looks(piece: Run, strong: str) -> tuple[Element, ...]:
    if isinstance(piece, Strong):
        return (element("rStyle", val=strong),)
    return (ink(piece.colour), fill(piece.colour)) if isinstance(piece, StatusMark) else ()
