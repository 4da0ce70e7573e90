"""A table of Word: header row marked and repeated, rows never split, every cell filled, nothing merged."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from send_actions.reports.document import Cell, StatusMark, Table
from send_actions.reports.formats.column_widths import Column, columns_of
from send_actions.reports.formats.ooxml.elements import (
    Element,
    element,
    fill,
    ink,
    name,
    paragraph,
    run_of_lines,
)
from send_actions.reports.formats.ooxml.sections import POINT
from send_actions.reports.formats.ooxml.styles import Styles
from send_actions.reports.formats.text_lines import one_line

SIZE: Final = 9
"""Points, of the style Table Text."""
FOREIGN_SIZE: Final = 10.5
"""What it may look like in the font of a template that is not ours: Verdana is wider by a sixth."""
PADDING: Final = 9
"""Points, both sides of a cell of the style Report Table together, and its border."""
SHORT: Final = 3
"""Rows; a table with no more stays on one page."""


def measure(tables: Sequence[Table], size: float) -> tuple[Column, ...]:
    """What the columns of tables of one header want at a size of type."""
    return columns_of(tables, size, PADDING)


def table_of(table: Table, widths: Sequence[float], styles: Styles) -> Element:
    """A table with the widths of its columns in points."""
    twips = [round(width * POINT) for width in widths]
    rights = [table.is_numeric(column) for column in range(len(table.header))]
    header = _row(twips, rights, styles.identity("Table Heading"), is_header=True)
    row = _row(twips, rights, styles.identity("Table Text"), is_header=False)
    grid = element("tblGrid", *(element("gridCol", w=width) for width in twips))
    rows = [_filled(header, table.header), *(_filled(row, cells) for cells in table.rows)]
    _keep_together(rows)
    return element("tbl", _properties(table, sum(twips), styles), grid, *rows)


def _properties(table: Table, width: int, styles: Styles) -> Element:
    rows = len(table.rows)
    told = f"{rows} {'row' if rows == 1 else 'rows'} under: {', '.join(map(one_line, table.header))}."
    look = dict.fromkeys(("lastRow", "firstColumn", "lastColumn", "noHBand"), 0)
    return element(
        "tblPr",
        element("tblStyle", val=styles.identity("Report Table")),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620", firstRow=1, **look | {"noHBand": 1, "noVBand": 1}),
        element("tblCaption", val=one_line(table.caption)),
        element("tblDescription", val=told),
    )


def _row(widths: Sequence[int], rights: Sequence[bool], style: str, *, is_header: bool) -> Element:
    """A row without words, to be copied for each."""
    marks = [element("cantSplit"), *([element("tblHeader")] if is_header else [])]
    cells = (
        element(
            "tc",
            element("tcPr", element("tcW", w=width, type="dxa")),
            paragraph(style, (), *([element("jc", val="right")] if right else [])),
        )
        for width, right in zip(widths, rights, strict=True)
    )
    return element("tr", element("trPr", *marks), *cells)


def _keep_together(rows: Sequence[Element]) -> None:
    """Keep a short table on one page, and of a long one neither its first row nor its last alone."""
    bound = rows[1:-1] if len(rows) <= SHORT + 1 else [rows[1], rows[-2]]
    for row in bound:
        for words in row.iter(name("p")):
            words[0].insert(1, element("keepNext"))


def _filled(row: Element, cells: Sequence[Cell]) -> Element:
    filled: Element = deepcopy(row)
    for place, cell in zip(filled.findall(name("tc")), cells, strict=True):
        looks: list[Element] = []
        properties, words = place
        if isinstance(cell, StatusMark):
            properties.append(fill(cell.colour))
            looks = [ink(cell.colour)]
        words.append(run_of_lines(str(cell), *looks))
    return filled
