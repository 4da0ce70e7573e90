"""An OpenDocument file as it is seen, text or sheet, read from its own XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
from send_actions.reports.reading.xml_tree import parse_xml

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = f"{_OASIS}text:1.0}}"
_TABLE: Final = f"{_OASIS}table:1.0}}"
_STYLE: Final = f"{_OASIS}style:1.0}}"
_DRAW: Final = f"{_OASIS}drawing:1.0}}"
_SVG: Final = f"{_OASIS}svg-compatible:1.0}}"
_META: Final = f"{_OASIS}meta:1.0}}"
_OFFICE: Final = f"{_OASIS}office:1.0}}"
_FO: Final = f"{_OASIS}xsl-fo-compatible:1.0}}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS: Final = {f"{_TEXT}p", f"{_TEXT}h"}
_EDGES: Final = {
    f"{_STYLE}{name}{which}" for name in ("header", "footer") for which in ("", "-left", "-first")
}
_GROUPS: Final = {f"{_TABLE}table-rows", f"{_TABLE}table-row-group", f"{_TABLE}table-header-rows"}
_UNCOLOURED: Final = {"", "transparent", "#ffffff"}
_MOST_REPEATED: Final = 200
"""Times that a row or cell is counted which a sheet has over and over."""
_COVERED: Final = SeenCell(None)
"""Where another cell spans: it shows nothing of its own."""
_CAPTIONS: Final = {"caption", "table", "report_20_caption", "table_20_caption"}


@dataclass
class _Styles:
    """What the styles of a file say, by their names: on which they stand, colours, rows kept whole."""

    above: dict[str, str] = field(default_factory=dict)
    coloured: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    language: str = ""

    def stands_on(self, style: str, wanted: Iterable[str]) -> bool:
        """Whether a style is one of some, or stands on one."""
        seen: set[str] = set()
        while style and style not in seen:
            if style.casefold() in wanted:
                return True
            seen.add(style)
            style = self.above.get(style, "")
        return False


def see(content: bytes, called: str) -> Seen:
    """Return what an .odt or .ods file has; raises SendActionsError for one that is damaged."""
    archive = Archive(content, called)
    root = parse_xml(archive.read("content.xml", must=True), called)
    pages = parse_xml(archive.read("styles.xml"), called)
    styles = _styles(root, pages)
    meta = parse_xml(archive.read("meta.xml"), called)
    is_sheet = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet") is not None
    captioned = set() if is_sheet else _captioned(root, styles)
    tables = enumerate(root.iter(f"{_TABLE}table"), start=1)
    return Seen(
        lines=tuple(_lines(root, is_sheet=is_sheet)),
        edges=edge_lines(
            _text(one) for edge in pages.iter() if edge.tag in _EDGES for one in edge.iter(f"{_TEXT}p")
        ),
        keywords=" ".join(one.text or "" for one in meta.iter(f"{_META}keyword")),
        title=_first(meta, f"{_DC}title"),
        language=styles.language or _first(meta, f"{_DC}language"),
        headings=None if is_sheet else tuple(_headings(root, styles)),
        tables=tuple(
            seen
            for place, table in tables
            if _is_grid(seen := _table(table, place, styles, captioned, is_sheet=is_sheet)) or not is_sheet
        ),
        pictures=tuple(_pictures(root)),
        links=tuple(
            SeenLink(f"Link {place}", _text(link))
            for place, link in enumerate(root.iter(f"{_TEXT}a"), start=1)
        ),
        unnamed_sheets=tuple(_unnamed(root)) if is_sheet else (),
    )


def _styles(*roots: Element) -> _Styles:
    styles = _Styles()
    for root in roots:
        for style in root.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name", "")
            styles.above.setdefault(name, style.get(f"{_STYLE}parent-style-name", ""))
            cell = style.find(f"{_STYLE}table-cell-properties")
            row = style.find(f"{_STYLE}table-row-properties")
            if cell is not None and cell.get(f"{_FO}background-color", "").casefold() not in _UNCOLOURED:
                styles.coloured.add(name)
            if row is not None and row.get(f"{_FO}keep-together") == "always":
                styles.whole.add(name)
        for text in root.iter(f"{_STYLE}text-properties"):
            language, country = (text.get(f"{_FO}{part}", "none") for part in ("language", "country"))
            if not styles.language and language != "none":
                styles.language = language if country == "none" else f"{language}-{country}"
    return styles


def _headings(root: Element, styles: _Styles) -> Iterator[SeenHeading]:
    found: list[tuple[int, str]] = []
    for one in root.iter():
        if one.tag == f"{_TEXT}h":
            level = one.get(f"{_TEXT}outline-level", "1")
            found.append((int(level) if level.isdecimal() else 1, " ".join(_text(one).split())))
        elif one.tag == f"{_TEXT}p" and styles.stands_on(one.get(f"{_TEXT}style-name", ""), {"title"}):
            found.append((0, " ".join(_text(one).split())))
    has_title = any(level == 0 for level, _ in found)
    return (SeenHeading(level + has_title, text) for level, text in found if text)


def _captioned(root: Element, styles: _Styles) -> set[Element]:
    """The tables beside which a paragraph of a caption's style stands."""
    found: set[Element] = set()
    for parent in root.iter():
        children = list(parent)
        for before, after in pairwise(children):
            for table, words in ((after, before), (before, after)):
                if table.tag == f"{_TABLE}table" and styles.stands_on(
                    words.get(f"{_TEXT}style-name", ""), _CAPTIONS
                ):
                    found.add(table)
    return found


def _table(
    table: Element, place: int, styles: _Styles, captioned: set[Element], *, is_sheet: bool
) -> SeenTable:
    rows = list(_rows(table))
    headers = [row for head in table.iter(f"{_TABLE}table-header-rows") for row in _rows(head)]
    if is_sheet and headers:
        first = next((row for row in headers if sum(map(bool, map(_words, row))) > 1), headers[0])
        rows = rows[rows.index(first) :]  # what stands above is no part of the table
    told = any(_first(table, f"{_TABLE}{tag}") for tag in ("title", "desc"))
    cells = [[*_cells(row, styles)] for row in rows for _ in range(_repeated(row, "rows"))]
    where = f"Sheet {table.get(f'{_TABLE}name', '')}" if is_sheet else f"Table {place}"
    return SeenTable(
        place=where,
        rows=tuple(map(tuple, _trimmed(cells, place=where if is_sheet else ""))),
        has_header=bool(headers),
        header_repeats=bool(headers),
        merged=sum(_spans(cell) for row in rows for cell in row),
        split=None if is_sheet else sum(row.get(f"{_TABLE}style-name") not in styles.whole for row in rows),
        described=None if is_sheet else told or table in captioned,
    )


def _is_grid(table: SeenTable) -> bool:
    """Whether a sheet is more than lines of words in one column."""
    return table.merged > 0 or max(map(len, table.rows), default=0) > 1


def _lines(root: Element, *, is_sheet: bool) -> Iterator[str]:
    """The lines of a text, or the cells of a sheet, each as often as it stands there."""
    if is_sheet:
        for table in root.iter(f"{_TABLE}table"):
            for row in _rows(table):
                said = [word for cell in row for word in [_words(cell)] * _repeated(cell, "columns") if word]
                yield from (line for word in said * _repeated(row, "rows") for line in word.split("\n"))
        return
    for one in root.iter():
        if one.tag in _PARAGRAPHS:
            yield from (line for line in _text(one).split("\n") if line.strip())


def _words(cell: Element) -> str:
    """The words of a cell, a remark that hangs on it left out."""
    lines: list[str] = []
    for child in cell:
        if child.tag in _PARAGRAPHS:
            lines.append(_text(child))
        elif child.tag != f"{_OFFICE}annotation":
            lines.append(_words(child))
    return "\n".join(line for line in lines if line.strip())


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cells(row: Element, styles: _Styles) -> Iterator[SeenCell]:
    for cell in row:
        if cell.tag == f"{_TABLE}covered-table-cell":
            yield from [SeenCell(None) if _words(cell) else _COVERED] * _repeated(cell, "columns")
        if cell.tag != f"{_TABLE}table-cell":
            continue
        text = _words(cell)
        has_more = any(True for _ in cell.iter(f"{_DRAW}frame")) or f"{_TABLE}formula" in cell.attrib
        coloured = styles.stands_on(
            cell.get(f"{_TABLE}style-name", ""), {name.casefold() for name in styles.coloured}
        )
        seen = SeenCell(None if has_more and not text.strip() else text, coloured)
        yield from [seen] * _repeated(cell, "columns")


def _trimmed(rows: list[list[SeenCell]], place: str) -> list[list[SeenCell]]:
    """The rows without what is empty at their ends and below; a sheet goes on for ever."""
    if not place:
        return rows
    said = [[_is_said(cell) for cell in row] for row in rows]
    width = max((len(row) - row[::-1].index(True) for row in said if any(row)), default=0)
    height = max((number for number, row in enumerate(said, start=1) if any(row)), default=0)
    return [row[:width] for row in rows[:height]]


def _is_said(cell: SeenCell) -> bool:
    return cell is not _COVERED and (cell.text is None or bool(cell.text.strip()))


def _repeated(one: Element, what: str) -> int:
    many = one.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, min(int(many), _MOST_REPEATED)) if many.isdecimal() and len(many) < 10 else 1  # noqa: PLR2004


def _spans(cell: Element) -> bool:
    return any(cell.get(f"{_TABLE}number-{what}-spanned", "1") != "1" for what in ("columns", "rows"))


def _pictures(root: Element) -> Iterator[SeenPicture]:
    for place, frame in enumerate(root.iter(f"{_DRAW}frame"), start=1):
        if frame.find(f"{_DRAW}text-box") is None:
            words = _first(frame, f"{_SVG}desc") or _first(frame, f"{_SVG}title")
            yield SeenPicture(f"Picture {place}", words)


def _unnamed(root: Element) -> Iterator[str]:
    from send_actions.reports.reading.workbook_seen import is_unnamed

    for table in root.iter(f"{_TABLE}table"):
        name = table.get(f"{_TABLE}name", "")
        if is_unnamed(name):
            yield name


def _first(parent: Element, tag: str) -> str:
    return (parent.findtext(f".//{tag}") or "").strip()


def _text(parent: Element) -> str:
    """The words of a paragraph, those of its notes and pictures left out."""
    said = [parent.text or ""]
    for child in parent:
        match child.tag.removeprefix(_TEXT):
            case "s":
                said.append(" ")
            case "tab":
                said.append(" ")
            case "line-break":
                said.append("\n")
            case "note":
                pass
            case _:
                said.append("" if child.tag.startswith(_DRAW) else _text(child))
        said.append(child.tail or "")
    return "".join(said)
