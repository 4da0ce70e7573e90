"""A document laid out for pages and screens: plain lines of text, sheets, and how wide columns are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import hypot
from typing import Any, Final

from send_actions.domain.text import printable
from send_actions.reports.document import (
    Block,
    BulletList,
    Cell,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    StatusMark,
    Strong,
    Table,
)

Laid = dict[str, Any]
"""A piece as names and values that JSON can hold, for a template to read."""

WIDE: Final = 7
"""Columns from which on a table lies on its side."""

COLOURS: Final = {
    "red": ("#8a1016", "#fbe3e1"),
    "amber": ("#6b4300", "#fdecc8"),
    "green": ("#0b5a2b", "#ddf2e3"),
    "blue": ("#0c4a86", "#dfecf9"),
    "grey": ("#41464b", "#e9ecef"),
}
"""Of each colour the ink and the light fill that a status has on white paper."""

_LINE_ENDS: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"\s+")
_LINE: Final = {False: 96, True: 150}
"""Characters in a line of a table, upright and on its side."""
_SHORT: Final = 16
"""Characters of a word, or of a whole column, up to which it stays in one piece; so does a mark."""
_WIDEST: Final = 60
_TALL: Final = 20
"""Lines of a row that may be parted by the end of a page, since it might not fit on one."""


@dataclass
class _Count:
    """How many tables stand before, and how deep the last heading was."""

    tables: int = 0
    level: int = 1


def lines_of(text: str) -> list[str]:
    """The lines of a text, spaces single and controls as pictures; a line may be empty."""
    return [printable(_SPACES.sub(" ", line)) for line in _LINE_ENDS.split(text)]


def one_line(text: str) -> str:
    """A text on one line: what stood on several is parted by a stroke."""
    return " / ".join(line.strip() for line in lines_of(text) if line.strip())


def lay_out(document: Document) -> Laid:
    """The whole document: title, facts and sheets of parts; a part runs to the next heading of level 2.

    A part with a wide table lies on its side, and so does what begins on the same sheet.
    """
    count = _Count()
    parts = [_part(blocks, count) for blocks in _parted(document.blocks)]
    sheets = [
        {"wide": wide, "parts": list(together)} for wide, together in groupby(parts, lambda one: one["wide"])
    ]
    return {
        "title": one_line(document.title) or "Paper",
        "subject": one_line(document.subject),
        "language": document.language,
        "date": document.as_at.isoformat() if document.as_at else None,
        "facts": [
            {"label": one_line(label), "value": one_line(value)}
            for label, value in document.facts
            if one_line(label) and one_line(value)
        ],
        "sheets": sheets,
    }


def _parted(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2 and part:  # noqa: PLR2004
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _part(blocks: list[Block], count: _Count) -> Laid:
    wide = any(isinstance(block, Table) and len(block.header) >= WIDE for block in blocks)
    first = blocks[0]
    return {
        "wide": wide,
        "starts_page": isinstance(first, Heading) and first.starts_page,
        "blocks": [laid for block in blocks if (laid := _block(block, count, wide=wide))],
    }


def _block(block: Block, count: _Count, *, wide: bool) -> Laid | None:
    """A block, or nothing for one that says nothing."""
    match block:
        case Heading():
            return _heading(block, count)
        case Paragraph():
            lines = _lines(block.runs)
            return {"kind": "paragraph", "lines": lines} if lines else None
        case BulletList() | NumberedList():
            items = [_lines(item.runs) for item in block.items]
            kept = [item for item in items if item]
            return {"kind": "numbered" if isinstance(block, NumberedList) else "bullets", "items": kept}
        case Table():
            count.tables += 1
            return _table(block, count.tables, wide=wide)


def _heading(heading: Heading, count: _Count) -> Laid | None:
    """A heading one level below the one before it at most, so that none is missed."""
    text = one_line(heading.text)
    if not text:
        return None
    count.level = max(2, min(heading.level, count.level + 1, 6))
    return {"kind": "heading", "level": count.level, "text": text}


def _lines(runs: Iterable[Run]) -> list[list[Laid]]:
    """The lines of a paragraph, each in pieces; none is empty."""
    lines: list[list[Laid]] = [[]]
    for run in runs:
        for place, text in enumerate(lines_of(str(run))):
            if place:
                lines.append([])
            if text:
                lines[-1].append(_piece(run, text))
    return [kept for line in lines if (kept := _trimmed(line))]


def _piece(run: Run, text: str) -> Laid:
    kind = "mark" if isinstance(run, StatusMark) else "strong" if isinstance(run, Strong) else "text"
    return {"kind": kind, "text": text, "colour": _colour(run)}


def _trimmed(line: list[Laid]) -> list[Laid]:
    """A line without spaces at its ends."""
    said = [bool(piece["text"].strip()) for piece in line]
    if not any(said):
        return []
    kept = line[said.index(True) : len(said) - said[::-1].index(True)]
    kept[0]["text"] = kept[0]["text"].lstrip()
    kept[-1]["text"] = kept[-1]["text"].rstrip()
    return kept


def _table(table: Table, number: int, *, wide: bool) -> Laid:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    heads = [one_line(head) for head in table.header]
    columns = [
        _column(head, [row[place] for row in rows], is_numeric=table.is_numeric(place))
        for place, head in enumerate(heads)
    ]
    line = _LINE[wide]
    _share(columns, line)
    whole = sum(column["share"] for column in columns)
    return {
        "kind": "table",
        "caption": f"Table {number}. {one_line(table.caption)}",
        "number": number,
        "fits": sum(column["natural"] + 3 for column in columns) <= line,
        "columns": [{**column, "percent": 100 * column["share"] // whole} for column in columns],
        "rows": [{"cells": row, "tall": _is_tall(row, columns)} for row in rows],
    }


def _cell(cell: Cell) -> Laid:
    lines = [line.strip() for line in lines_of(str(cell)) if line.strip()]
    return {"lines": lines, "mark": isinstance(cell, StatusMark), "colour": _colour(cell)}


def _colour(run: Run | Cell) -> str:
    """The name of a colour that there is, or of none."""
    return run.colour if isinstance(run, StatusMark) and run.colour in COLOURS else "none"


def _column(head: str, cells: list[Laid], *, is_numeric: bool) -> Laid:
    """A column's heading, and the characters that it needs, would have, and holds."""
    lines = [line for cell in cells for line in cell["lines"]]
    longest = max(map(len, lines), default=1)
    words = [word for line in (head, *lines) for word in line.split()]
    whole = [line for cell in cells if cell["mark"] or longest <= _SHORT for line in cell["lines"]]
    need = max(min(max(map(len, words)), _SHORT), len(head) // 2, *map(len, whole), 1)
    return {
        "head": head,
        "numeric": is_numeric,
        "need": min(need, 2 * _SHORT),
        "natural": min(max(longest, need), _WIDEST),
        "held": max(1.0, hypot(*(sum(map(len, cell["lines"])) for cell in cells))),
        "width": "short" if longest <= _SHORT else "long" if longest > _WIDEST else "middling",
    }


def _share(columns: list[Laid], line: int) -> None:
    """Give each column its share of a line: what its words need, and of what is left by what it holds.

    A column gets no more than it would have, and the others have what it leaves.
    """
    for column in columns:
        column["share"] = column["need"] + 2
    left = line - sum(column["share"] for column in columns)
    open_ones = [column for column in columns if column["share"] < column["natural"] + 2]
    while left > 0 and open_ones:
        weight = sum(column["held"] for column in open_ones)
        for column in open_ones:
            part = max(1, int(left * column["held"] / weight))
            column["share"] = min(column["natural"] + 2, column["share"] + part)
        left = line - sum(column["share"] for column in columns)
        open_ones = [column for column in open_ones if column["share"] < column["natural"] + 2]


def _is_tall(row: list[Laid], columns: list[Laid]) -> bool:
    return any(
        sum(-(-len(line) // column["share"]) for line in cell["lines"]) > _TALL
        for cell, column in zip(row, columns, strict=True)
    )
