"""A Word file as it is seen: paragraphs and tables in order, read from its own XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

from send_actions.reports.reading.guarded import Archive
from send_actions.reports.reading.seen import (
    Seen,
    SeenCell,
    SeenHeading,
    SeenLink,
    SeenPicture,
    SeenTable,
    edge_lines,
)
from send_actions.reports.reading.tints import tint_of
from send_actions.reports.reading.xml_tree import parse_xml

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OLD_PICTURE: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_OLD_SHAPE: Final = "{urn:schemas-microsoft-com:vml}shape"
_BREAKS: Final = {f"{_W}br", f"{_W}cr"}
_EDGE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_WHITE: Final = {"", "auto", "ffffff"}
_OTHERWISE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show in the place of what stands beside it."""
_TITLE: Final = 0
"""The level of the style Title, above Heading 1."""


def see(content: bytes, called: str) -> Seen:
    """Return what a .docx file has; raises SendActionsError for one that is damaged."""
    archive = Archive(content, called)
    styles = parse_xml(archive.read("word/styles.xml"), called)
    levels, language = _styles(styles)
    captions = {one.get(f"{_W}styleId", "") for one in styles if "caption" in _value(one, "name").casefold()}
    about = core_properties(archive, called)
    root = parse_xml(archive.read("word/document.xml", must=True), called)
    _leave_out(root, _OTHERWISE)
    headings = [(levels.get(_value(p, "pPr", "pStyle"), -1), _text(p)) for p in root.iter(f"{_W}p")]
    found = [
        (_level_of(p, level), text) for p, (level, text) in zip(root.iter(f"{_W}p"), headings, strict=True)
    ]
    has_title = any(level == _TITLE for level, _ in found)
    captioned = _captioned(root, captions)
    tables = [
        _table(table, place, is_captioned=table in captioned)
        for place, table in enumerate(root.iter(f"{_W}tbl"), start=1)
    ]
    return Seen(
        lines=tuple(line for p in root.iter(f"{_W}p") for line in _text(p).split("\n") if line.strip()),
        edges=edge_lines(_edges(archive, called)),
        keywords=about.get("keywords", ""),
        title=about.get("title", ""),
        language=language or about.get("language", ""),
        headings=tuple(
            SeenHeading(level + has_title, " ".join(text.split())) for level, text in found if level >= _TITLE
        ),
        tables=tuple(tables),
        pictures=tuple(_pictures(root)),
        links=tuple(
            SeenLink(f"Link {place}", _text(link))
            for place, link in enumerate(root.iter(f"{_W}hyperlink"), start=1)
        ),
    )


def _edges(archive: Archive, called: str) -> Iterator[str]:
    """What the headers and footers say."""
    for part in sorted(filter(_EDGE.fullmatch, archive.names)):
        root = parse_xml(archive.read(part), called)
        _leave_out(root, _OTHERWISE)
        yield from map(_text, root.iter(f"{_W}p"))


def _leave_out(root: Element, tag: str) -> None:
    for parent in list(root.iter()):
        for child in parent.findall(tag):
            parent.remove(child)


def core_properties(archive: Archive, called: str) -> dict[str, str]:
    """Return what a file of Office says of itself, by the names of its fields."""
    root = parse_xml(archive.read("docProps/core.xml"), called)
    return {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in root}


def _styles(root: Element) -> tuple[dict[str, int], str]:
    """The level of each style that is a heading, by its id, and the language of the text."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        identity, called = style.get(f"{_W}styleId", ""), _value(style, "name").casefold()
        based[identity] = _value(style, "basedOn")
        outline = _value(style, "pPr", "outlineLvl")
        if called == "title":
            levels[identity] = _TITLE
        elif called.startswith("heading ") and called[8:].isdecimal():
            levels[identity] = int(called[8:])
        elif outline.isdecimal() and int(outline) < 9:  # noqa: PLR2004 - the ninth is body text
            levels[identity] = int(outline) + 1
    for identity in based:
        above, seen = identity, set[str]()
        while above and above not in levels and above not in seen:
            seen.add(above)
            above = based.get(above, "")
        if above in levels:
            levels.setdefault(identity, levels[above])
    language = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    return levels, "" if language is None else language.get(f"{_W}val", "")


def _level_of(paragraph: Element, level: int) -> int:
    """The level of a paragraph: its style's, or its own; nothing said there is none."""
    own = _value(paragraph, "pPr", "outlineLvl")
    if not _text(paragraph).strip():
        return -1
    return int(own) + 1 if level < _TITLE and own.isdecimal() and int(own) < 9 else level  # noqa: PLR2004


def _table(table: Element, place: int, *, is_captioned: bool) -> SeenTable:
    rows = list(_rows(table))
    told = _value(table, "tblPr", "tblDescription") or _value(table, "tblPr", "tblCaption")
    first = _is_on(rows[0], "tblHeader") if rows else False
    return SeenTable(
        place=f"Table {place}",
        rows=tuple(tuple(_cell(cell) for cell in _cells(row)) for row in rows),
        has_header=first,
        header_repeats=first,
        merged=sum(_spans(cell) for row in rows for cell in _cells(row)),
        split=sum(not _is_on(row, "cantSplit") for row in rows),
        described=is_captioned or bool(told.strip()),
    )


def _captioned(root: Element, captions: set[str]) -> set[Element]:
    """The tables beside which a paragraph of a caption's style stands."""
    found: set[Element] = set()
    for parent in root.iter():
        for before, after in pairwise(parent):
            for table, words in ((after, before), (before, after)):
                if table.tag == f"{_W}tbl" and _value(words, "pPr", "pStyle") in captions:
                    found.add(table)
    return found


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself, not of those in its cells; some stand in a wrapper."""
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _cells(child)


def _cell(cell: Element) -> SeenCell:
    text = "\n".join(_text(p) for p in cell.iter(f"{_W}p"))
    has_picture = any(True for _ in cell.iter(_DRAWN))
    shade = cell.find(f"{_W}tcPr/{_W}shd")
    fill = "" if shade is None else shade.get(f"{_W}fill", "").casefold()
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    is_covered = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
    is_hidden = (has_picture or is_covered) and not text.strip()
    return SeenCell(None if is_hidden else text, fill not in _WHITE, tint=_tint(cell))


def _tint(cell: Element) -> str:
    """The colour that all the runs with words in a cell have by themselves."""
    runs = (run for run in cell.iter(f"{_W}r") if _text(run).strip())
    tints = {tint_of(_value(run, "rPr", "color")) for run in runs}
    return tints.pop() if len(tints) == 1 else ""


def _spans(cell: Element) -> bool:
    wide = _value(cell, "tcPr", "gridSpan")
    merged = cell.find(f"{_W}tcPr/{_W}vMerge") is not None or cell.find(f"{_W}tcPr/{_W}hMerge") is not None
    return merged or wide not in ("", "0", "1")


def _is_on(row: Element, mark: str) -> bool:
    found = row.find(f"{_W}trPr/{_W}{mark}")
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def _pictures(root: Element) -> Iterator[SeenPicture]:
    place = 0
    for drawn in root.iter(_DRAWN):
        place += 1
        if any(one.get("val") in ("1", "true") for one in drawn.iter(_DECORATIVE)):
            continue
        yield SeenPicture(f"Picture {place}", drawn.get("descr") or drawn.get("title"))
    for shape in root.iter(_OLD_SHAPE):
        if any(True for _ in shape.iter(_OLD_PICTURE)):
            place += 1
            yield SeenPicture(f"Picture {place}", shape.get("alt") or shape.get("title"))


def _value(parent: Element, *path: str) -> str:
    found = parent.find("/".join(f"{_W}{step}" for step in path))
    return "" if found is None else found.get(f"{_W}val", "")


def _text(parent: Element) -> str:
    """The words of a paragraph or link; tabs are spaces, and what stands in a picture is not of it."""
    said: list[str] = []
    for one in parent.iter():
        if one.tag == f"{_W}t":
            said.append(one.text or "")
        elif one.tag in _BREAKS:
            said.append("\n")
        elif one.tag == f"{_W}tab":
            said.append(" ")
        elif one.tag == f"{_W}noBreakHyphen":
            said.append("-")
    return "".join(said)
