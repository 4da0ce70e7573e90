"""An Excel workbook as it is seen: its sheets' cells and tables, read from its own XML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from send_actions.reports.column_letters import letters_of
from send_actions.reports.reading.guarded import Archive
from send_actions.reports.reading.seen import (
    Seen,
    SeenCell,
    SeenLink,
    SeenPicture,
    SeenTable,
    edge_lines,
)
from send_actions.reports.reading.word_seen import core_properties
from send_actions.reports.reading.xml_tree import parse_xml

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_X: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_REF: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ROWS: Final = re.compile(r"\$?\d+:\$?\d+(?:,|$)")
_UNNAMED: Final = re.compile(r"(?:sheet|table|tabelle|feuil)\s?\d*", re.IGNORECASE)
_MARKS: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])')
_MOST_CELLS: Final = 500_000
_SOLID: Final = "solid"
_WHITE: Final = "FFFFFF"


class _Box(NamedTuple):
    """A range of cells, numbered from 1."""

    left: int
    top: int
    right: int
    bottom: int


class _Book:
    """What a workbook's sheets share."""

    def __init__(self, archive: Archive, called: str) -> None:
        self.archive = archive
        self.called = called
        self.texts = [_words(one) for one in self.xml("xl/sharedStrings.xml").iter(f"{_S}si")]
        self.coloured = _coloured(self.xml("xl/styles.xml"))

    def xml(self, name: str) -> Element:
        """A part as a tree."""
        return parse_xml(self.archive.read(name), self.called)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to, by id: what kind it is, and which part."""
        folder, name = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{name}.rels")
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in root.iter(f"{_P}Relationship")
        }


def see(content: bytes, called: str) -> Seen:
    """Return what an .xlsx file has; raises SendActionsError for one that is damaged."""
    archive = Archive(content, called)
    book = _Book(archive, called)
    about = core_properties(archive, called)
    root = parse_xml(archive.read("xl/workbook.xml", must=True), called)
    parts = book.related("xl/workbook.xml")
    repeated = {
        one.get("localSheetId", "")
        for one in root.iter(f"{_S}definedName")
        if one.get("name", "").endswith("Print_Titles") and _ROWS.search(one.text or "")
    }
    sheets = [
        _Sheet(
            book, one.get("name", ""), parts.get(one.get(f"{_R}id", ""), ("", ""))[1], str(place) in repeated
        )
        for place, one in enumerate(root.iter(f"{_S}sheet"))
        if one.get("state", "visible") == "visible"
    ]
    return Seen(
        lines=tuple(line for sheet in sheets for line in sheet.lines()),
        edges=edge_lines(edge for sheet in sheets for edge in sheet.edges()),
        keywords=about.get("keywords", ""),
        title=about.get("title", ""),
        tables=tuple(table for sheet in sheets for table in sheet.tables()),
        pictures=tuple(picture for sheet in sheets for picture in sheet.pictures()),
        links=tuple(link for sheet in sheets for link in sheet.links()),
        unnamed_sheets=tuple(sheet.name for sheet in sheets if is_unnamed(sheet.name)),
    )


def is_unnamed(name: str) -> bool:
    """Whether a sheet's name says nothing, such as Sheet1."""
    return _UNNAMED.fullmatch(name.strip()) is not None


class _Sheet:
    """One sheet: its cells by place, and what stands about them."""

    def __init__(self, book: _Book, name: str, part: str, is_repeated: bool) -> None:
        self.name = name
        self._book = book
        self._root = book.xml(part)
        self._related = book.related(part)
        self._is_repeated = is_repeated
        self._cells: dict[tuple[int, int], SeenCell] = {}
        for cell in self._root.iter(f"{_S}c"):
            if found := _place(cell.get("r", "")):
                self._cells[found] = self._cell(cell)

    def lines(self) -> Iterator[str]:
        """The words of the cells, row by row."""
        for place in sorted(self._cells, key=lambda one: (one[1], one[0])):
            yield from (line for line in (self._cells[place].text or "").split("\n") if line.strip())

    def edges(self) -> Iterator[str]:
        """What stands above and below its pages, the marks of its places and type left out."""
        for edges in self._root.iter(f"{_S}headerFooter"):
            yield from (_MARKS.sub("\n", edge.text or "") for edge in edges)

    def tables(self) -> Iterator[SeenTable]:
        """The tables that the sheet names, or all its cells as one where it names none."""
        merged = sum(1 for _ in self._root.iter(f"{_S}mergeCell"))
        boxes = list(self._named())
        said = [place for place, cell in self._cells.items() if (cell.text or "").strip()]
        if not boxes and len({row for _, row in said}) > 1 and len({column for column, _ in said}) > 1:
            columns, rows = zip(*said, strict=True)
            top = any(pane.get("state", "").startswith("frozen") for pane in self._root.iter(f"{_S}pane"))
            boxes = [(_Box(min(columns), min(rows), max(columns), max(rows)), top)]
        for box, has_header in boxes:
            yield SeenTable(
                place=f"Sheet {self.name}",
                rows=tuple(self._row(box, row) for row in range(box.top, box.bottom + 1)),
                has_header=has_header,
                header_repeats=self._is_repeated,
                merged=merged,
            )
            merged = 0
        if not boxes and merged:
            yield SeenTable(f"Sheet {self.name}", (), has_header=True, merged=merged)

    def _named(self) -> Iterator[tuple[_Box, bool]]:
        for kind, part in self._related.values():
            if kind == "table":
                table = self._book.xml(part)
                first, _, last = table.get("ref", "").partition(":")
                if (start := _place(first)) and (end := _place(last)):
                    yield _Box(*start, *end), table.get("headerRowCount", "1") != "0"

    def _row(self, box: _Box, row: int) -> tuple[SeenCell, ...]:
        if (box.right - box.left + 1) * (box.bottom - box.top + 1) > _MOST_CELLS:
            return ()
        return tuple(
            self._cells.get((column, row), SeenCell("", place=f"{letters_of(column)}{row}"))
            for column in range(box.left, box.right + 1)
        )

    def pictures(self) -> Iterator[SeenPicture]:
        """The pictures and charts that lie on the sheet."""
        for kind, part in self._related.values():
            if kind == "drawing":
                for about in self._book.xml(part).iter(f"{_X}cNvPr"):
                    words = about.get("descr") or about.get("title")
                    yield SeenPicture(f"Sheet {self.name}, {about.get('name', 'a picture')}", words)

    def links(self) -> Iterator[SeenLink]:
        """The links, each the words of its cell."""
        for link in self._root.iter(f"{_S}hyperlink"):
            ref = link.get("ref", "").partition(":")[0]
            cell = self._cells.get(_place(ref) or (0, 0))
            yield SeenLink(f"Sheet {self.name}, {ref}", cell.text if cell else "")

    def _cell(self, cell: Element) -> SeenCell:
        value = cell.findtext(f"{_S}v") or ""
        match cell.get("t", "n"):
            case "s":
                known = value.isdecimal() and int(value) < len(self._book.texts)
                value = self._book.texts[int(value)] if known else ""
            case "inlineStr":
                value = _words(cell)
            case "n":
                value = _number(value)
        style = cell.get("s", "0")
        is_unreckoned = not value and cell.find(f"{_S}f") is not None
        return SeenCell(None if is_unreckoned else value, style in self._book.coloured, cell.get("r", ""))


def _number(value: str) -> str:
    """A number as anybody would write it; programs differ in its last digits."""
    try:
        return f"{float(value):.12g}" if value else ""
    except ValueError:
        return value


def _coloured(styles: Element) -> set[str]:
    """The numbers of the formats of cells that have a colour behind them."""
    fills = [one.find(f"{_S}patternFill") for one in styles.iter(f"{_S}fill")]
    solid = {str(place) for place, fill in enumerate(fills) if fill is not None and _has_colour(fill)}
    formats = styles.find(f"{_S}cellXfs")
    return {
        str(place)
        for place, one in enumerate(formats if formats is not None else ())
        if one.get("fillId") in solid
    }


def _has_colour(fill: Element) -> bool:
    colour = fill.find(f"{_S}fgColor")
    is_white = colour is not None and colour.get("rgb", "").upper().endswith(_WHITE)
    return fill.get("patternType") == _SOLID and not is_white


def _words(one: Element) -> str:
    """The words of a text in pieces, without how they are spoken."""
    spoken = {text for aloud in one.iter(f"{_S}rPh") for text in aloud.iter(f"{_S}t")}
    return "".join(text.text or "" for text in one.iter(f"{_S}t") if text not in spoken)


def _place(ref: str) -> tuple[int, int] | None:
    """The column and row of B3, from 1."""
    found = _REF.fullmatch(ref)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(found[2])
