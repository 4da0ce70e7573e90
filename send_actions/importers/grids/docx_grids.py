"""The tables of a document as grids, with the words above each; nothing in it is run or fetched."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.importers.grids.cell_grid import COVERED, EMPTY, Book, Cell, Grid, Line
from send_actions.importers.grids.docx_runs import CellRuns, named, value_of
from send_actions.importers.grids.docx_words import DocumentWords
from send_actions.importers.grids.fills import shown_fill
from send_actions.importers.grids.zip_guard import damage, guard

_DOCUMENT: Final = "word/document.xml"
_MOST_PLACES: Final = 512
_TRACKED: Final = ("ins", "del", "moveFrom", "moveTo")


def read_document(path: Path) -> Book:
    """Return the tables of a document with the words between them; raises SendActionsError."""
    name = printable(path.name)
    guard(path)
    try:
        with ZipFile(path) as packed:
            parts = {part: packed.read(part) for part in packed.namelist() if part.startswith("word/")}
        body = _root(parts[_DOCUMENT]).find(named("body"))
        words = DocumentWords(
            *(
                _root(parts[part]) if (part := f"word/{kind}.xml") in parts else None
                for kind in ("styles", "numbering")
            )
        )
    except SendActionsError:
        raise
    except (BadZipFile, KeyError, ParseError, ValueError, OSError) as error:
        raise damage(name) from error
    if body is None:
        raise damage(name)
    return _book(name, body, words)


def _root(content: bytes) -> Element:
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(content)
    return root


def _book(name: str, body: Element, words: DocumentWords) -> Book:
    grids: list[Grid] = []
    lines: list[Line] = []
    above: list[Line] = []
    tables = 0
    for block in words.blocks(body):
        if block.tag == named("tbl"):
            tables += 1
            grids.append(Grid(f"T{tables}", _rows(block, words), tuple(above)))
            grids += _nested(grids[-1], block, words)
            above = []
        elif text := words.paragraph(block):
            line = Line(text, words.level(block))
            above.append(line)
            lines.append(line)
    return Book(name, tuple(grids), tuple(lines), _told(body))


def _nested(frame: Grid, table: Element, words: DocumentWords) -> list[Grid]:
    """Return the tables within a table's cells, below the words of the rows before them."""
    found: list[Grid] = []
    above = list(frame.above)
    for row in words.inside(table, "tr"):
        above += [Line(*line) for line in words.row(row)]
        for inner in (inner for cell in row.iter(named("tc")) for inner in cell.findall(named("tbl"))):
            found.append(Grid(f"{frame.name}.{len(found) + 1}", _rows(inner, words), tuple(above)))
            above = []
    return found


def _rows(table: Element, words: DocumentWords) -> list[list[Cell]]:
    """Return a table's cells; one that goes on downwards covers the places below it."""
    rows: list[list[Cell]] = []
    open_above: dict[int, tuple[int, int]] = {}
    for row in words.inside(table, "tr"):
        if row.find(f"{named('trPr')}/{named('del')}") is not None:
            continue
        cells: list[Cell] = [EMPTY] * _before(row)
        for cell in words.inside(row, "tc"):
            place = len(cells)
            if place >= _MOST_PLACES:
                break
            across = _across(cell)
            covered = [COVERED] * (min(across, _MOST_PLACES) - 1)
            merging = _merging(cell)
            if merging == "continue" and place in open_above:
                top, left = open_above[place]
                over = rows[top][left]
                rows[top][left] = replace(over, down=len(rows) - top + 1)
                cells += [COVERED, *covered]
                continue
            open_above.pop(place, None)
            if merging == "restart":
                open_above[place] = (len(rows), place)
            cells += [_cell(cell, words, across), *covered]
        rows.append(cells)
    return rows


def _cell(cell: Element, words: DocumentWords, across: int) -> Cell:
    runs = CellRuns(cell)
    sign = runs.colour_of_sign()
    return Cell(
        "" if sign else words.cell(cell, without_struck=bool(runs.struck)),
        sign or _fill(cell) or runs.colour_behind(),
        across,
        is_struck=runs.is_struck,
        struck=runs.struck,
        unseen=runs.unseen,
        has_picture=runs.has_picture,
        ink="" if sign else runs.ink(),
    )


def _before(row: Element) -> int:
    found = row.find(f"{named('trPr')}/{named('gridBefore')}")
    return _number(value_of(found), 0)


def _across(cell: Element) -> int:
    found = cell.find(f"{named('tcPr')}/{named('gridSpan')}")
    return max(1, _number(value_of(found), 1))


def _number(text: str, otherwise: int) -> int:
    return min(int(text), _MOST_PLACES) if text.isdecimal() and len(text) < len("1000000") else otherwise


def _merging(cell: Element) -> str:
    found = cell.find(f"{named('tcPr')}/{named('vMerge')}")
    return "" if found is None else value_of(found) or "continue"


def _fill(cell: Element) -> str:
    shading = cell.find(f"{named('tcPr')}/{named('shd')}")
    return "" if shading is None else shown_fill(shading.get(named("fill"), ""))


def _told(body: Element) -> tuple[str, ...]:
    """Say what of a document is not read as it stands: tracked changes, comments and notes."""
    tags = Counter(part.tag.removeprefix(named("")) for part in body.iter())
    told = []
    if any(tags[tag] for tag in _TRACKED):
        told.append("Tracked changes are read as accepted: what they delete is left out.")
    if count := tags["commentReference"]:
        told.append(f"{'1 comment is' if count == 1 else f'{count} comments are'} not read.")
    if count := tags["footnoteReference"] + tags["endnoteReference"]:
        told.append(f"{'1 footnote is' if count == 1 else f'{count} footnotes are'} not read.")
    return tuple(told)
