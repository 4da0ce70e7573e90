"""A picture in a line of Word, with the words that say what it shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Final

from docx.document import Document as WordFile
from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

from send_actions.reports.formats.drawing.canvas import Drawing
from send_actions.reports.formats.ooxml.elements import Element, element
from send_actions.reports.formats.text_lines import one_line

_PER_POINT: Final = 12700
"""Units of drawings in a point."""
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture_of(
    word: WordFile, content: bytes, drawing: Drawing, number: int, told: tuple[str, str]
) -> Element:
    """A run with a PNG picture of a drawing; `told` are its name and what it shows."""
    relation, _ = word.part.get_or_add_image(BytesIO(content))
    title, words = map(one_line, told)
    size = {"cx": round(drawing.width * _PER_POINT), "cy": round(drawing.height * _PER_POINT)}
    inline = _made(
        "wp:inline",
        _made("wp:extent", **size),
        _made("wp:docPr", id=number, name=f"Chart {number}", descr=words, title=title),
        _made("wp:cNvGraphicFramePr", _made("a:graphicFrameLocks", noChangeAspect=1)),
        _made("a:graphic", _made("a:graphicData", _shown(relation, size, number), uri=_PICTURE)),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
    return element("r", element("drawing", inline))


def _shown(relation: str, size: dict[str, int], number: int) -> Element:
    blip = _made("a:blip")
    blip.set(f"{{{nsmap['r']}}}embed", relation)
    return _made(
        "pic:pic",
        _made(
            "pic:nvPicPr", _made("pic:cNvPr", id=number, name=f"chart-{number}.png"), _made("pic:cNvPicPr")
        ),
        _made("pic:blipFill", blip, _made("a:stretch", _made("a:fillRect"))),
        _made(
            "pic:spPr",
            _made("a:xfrm", _made("a:off", x=0, y=0), _made("a:ext", **size)),
            _made("a:prstGeom", _made("a:avLst"), prst="rect"),
        ),
    )


def _made(tag: str, *children: Element, **attributes: str | int) -> Element:
    made: Element = oxml_parser.makeelement(
        _full(tag), nsmap={key: nsmap[key] for key in ("wp", "a", "pic", "r")}
    )
    for name, value in attributes.items():
        made.set(name, str(value))
    made.extend(children)
    return made


@cache
def _full(tag: str) -> str:
    prefix, name = tag.split(":")
    return f"{{{nsmap[prefix]}}}{name}"
