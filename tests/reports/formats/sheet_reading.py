"""Excel and OpenDocument workbooks read back, as a reader of another make would find them."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import odfdo
import openpyxl
from hypothesis import strategies as st
from openxml_audit import FileFormat, OdfValidator, OpenXmlValidator

from send_actions.reports.document import (
    Block,
    BulletList,
    Cell,
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    StatusMark,
    Table,
    text_of,
)

Rows = list[list[Any]]

ON = date(2026, 3, 31)
RED = StatusMark("■", "R", "Off track", "red")
GREEN = StatusMark("●", "G", "On track", "green")
LEGEND = (RED, GREEN, StatusMark("×", "W", "Withdrawn", "none"))
HOSTILE = [
    "=cmd|' /C calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1",
    '=HYPERLINK("https://example.org")',
    "_x0041_ _x000D_",
    "</t></si><c/>",
    "]]><![CDATA[",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "{{ 7 * 7 }} {% raw %} &amp; &#0;",
    "\x1b]52;c;QQ==\x07",
    "\u202eright to left\u202c שלום",
    "👩‍👩‍👧 𝔘",
    "'quoted' \"twice\"",
    "one\r\ntwo\u2028three\x85four",
    "00123",
    "1.10",
    "https://example.org/#internal:A1",
]
TYPED = st.one_of(
    st.text(
        st.sampled_from("<>&\"'ab1=_x \t\n\r\v\x00\x0b\x1b\x7f\x85\u2028\u200b\ufffe\ud800é日𝔘"), max_size=25
    ),
    st.text(max_size=25),
    st.sampled_from(HOSTILE),
)
WORDS = TYPED.filter(lambda text: bool(text.strip()))
MARKS = st.builds(
    StatusMark, WORDS, WORDS, WORDS, st.sampled_from(["red", "blue", "pink", ""]), st.booleans()
)
NUMBERS = st.builds(lambda value: Number(value, str(value)), st.integers(-(10**9), 10**9))
DAYS = st.builds(Day, st.dates(), st.one_of(WORDS, st.just("31 March 2026")))
CELLS: st.SearchStrategy[Cell] = st.one_of(WORDS, WORDS, NUMBERS, DAYS, MARKS)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any table, also one without rows."""
    width = draw(st.integers(1, 4))
    row = st.tuples(*[CELLS] * width)
    header = draw(st.tuples(*[WORDS] * width))
    return Table(draw(TYPED), header, tuple(draw(st.lists(row, max_size=3))))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    tables(),
    st.builds(Heading, st.integers(1, 9), TYPED),
    st.builds(text_of, TYPED),
    st.builds(lambda items: BulletList(tuple(map(text_of, items))), st.lists(TYPED, max_size=2)),
    st.builds(lambda items: NumberedList(tuple(map(text_of, items))), st.lists(TYPED, max_size=2)),
)
DOCUMENTS = st.builds(
    lambda title, facts, blocks, marks: Document(
        title, tuple(facts), tuple(blocks), as_at=ON, subject=title, legend=tuple(marks)
    ),
    TYPED,
    st.lists(st.tuples(TYPED, TYPED), max_size=2),
    st.lists(BLOCKS, max_size=4),
    st.lists(MARKS, max_size=3),
)
"""Any document."""


def a_document(*blocks: Block, title: str = "Plan & paper") -> Document:
    """A small document with a legend."""
    return Document(title, (("As at", "31 March 2026"),), blocks, as_at=ON, subject="Told", legend=LEGEND)


def excel(content: bytes) -> openpyxl.Workbook:
    """The workbook when it was opened."""
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(sheet: Any) -> Rows:
    """The values of a sheet of Excel; a day as one, and a row of one cell where the others are empty."""
    read = [[_value(cell.value) for cell in row] for row in sheet.iter_rows()]
    return [[value for value in row if value is not None] for row in read]


def formulas(book: openpyxl.Workbook) -> list[str]:
    """The cells that hold a formula, or a link that leads out of the file."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return [
        f"{cell.parent.title}!{cell.coordinate}"
        for cell in cells
        if cell.data_type in ("f", "e") or (cell.hyperlink and cell.hyperlink.target)
    ]


def opendocument(content: bytes) -> dict[str, Rows]:
    """The values of each sheet of an OpenDocument workbook, as those of Excel are told."""
    read: dict[str, Rows] = {}
    for table in odfdo.Document(io.BytesIO(content)).body.tables:
        rows = [[_said(cell) for cell in row.cells] for row in table.rows]
        read[table.name] = [[value for value in row if value is not None] for row in rows]
    return read


def excel_faults(content: bytes, folder: Path) -> list[str]:
    """What a validator of the published schemas has against an Excel workbook."""
    place = folder / "checked.xlsx"
    place.write_bytes(content)
    checked = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(place)
    return [str(fault) for fault in checked.errors]


def opendocument_faults(content: bytes, folder: Path) -> list[str]:
    """What a validator of the published schemas has against an OpenDocument workbook."""
    place = folder / "checked.ods"
    place.write_bytes(content)
    return [str(fault) for fault in OdfValidator().validate(place).errors]


def part(content: bytes, name: str) -> str:
    """The text of one part."""
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    return value


def _said(cell: Any) -> Any:
    if cell.type == "float":
        return float(cell.value)
    if cell.type == "date":
        return cell.value.date() if isinstance(cell.value, datetime) else cell.value
    return (
        "\n".join(line.inner_text for line in cell.get_elements("text:p")) if cell.type == "string" else None
    )
