"""Workbooks and documents for tests, made as councils make them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from openpyxl import Workbook
from openpyxl.styles import PatternFill

_SCHEMAS = ("spreadsheetml", "officeDocument")
Rows = Sequence[Sequence[Any]]


def a_workbook(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    merged: Mapping[str, Sequence[str]] | None = None,
    fills: Mapping[str, Mapping[str, str]] | None = None,
    formats: Mapping[str, Mapping[str, str]] | None = None,
) -> Path:
    """Save sheets of rows; cells of each may be merged, filled with a colour or given a number's format."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cell, fill in (fills or {}).get(title, {}).items():
            sheet[cell].fill = PatternFill("solid", fgColor=fill)
        for cell, form in (formats or {}).get(title, {}).items():
            sheet[cell].number_format = form
        for box in (merged or {}).get(title, ()):
            sheet.merge_cells(box)
    book.save(path)
    return path


def a_document(
    path: Path, *blocks: str | Rows, fills: Mapping[tuple[int, int, int], str] | None = None
) -> Path:
    """Save paragraphs ("# " before a heading) and tables; fills are by table, row and column, from 0.

    A cell that is None is merged with the one on its left, one that is "^" with the one above it.
    """
    document = Document()
    tables = []
    for block in blocks:
        if isinstance(block, str):
            heading = block.startswith("# ")
            document.add_heading(block[2:], 1) if heading else document.add_paragraph(block)
            continue
        tables.append(table := document.add_table(len(block), len(block[0])))
        for number, row in enumerate(block):
            for place, words in enumerate(row):
                if words is None:
                    table.cell(number, place - 1).merge(table.cell(number, place))
                elif words == "^":
                    table.cell(number - 1, place).merge(table.cell(number, place))
                else:
                    table.cell(number, place).text = words
    for (table_no, number, place), fill in (fills or {}).items():
        _shade(tables[table_no].cell(number, place), fill)
    document.save(str(path))
    return path


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))


def with_shared_words(path: Path) -> Path:
    """Save a workbook's words as Excel does: in one part for all sheets, and not in their cells."""
    with ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    words: list[bytes] = []

    def shared(match: re.Match[bytes]) -> bytes:
        words.append(b"<si>" + match[2] + b"</si>")
        return match[1] + f't="s"><v>{len(words) - 1}</v></c>'.encode()

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        parts[name] = re.sub(rb'(<c [^>]*)t="inlineStr"><is>(.*?)</is></c>', shared, parts[name])
    main, office = (f"http://schemas.openxmlformats.org/{kind}/2006" for kind in _SCHEMAS)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}/main">'.encode() + b"".join(words) + b"</sst>"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    link = (
        f'<Relationship Type="{office}/relationships/sharedStrings" Target="sharedStrings.xml" Id="rId99"/>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    rels = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
        b"</Relationships>", f"{link}</Relationships>".encode()
    )
    with ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path
