"""A document as JSON: its parts by name, its blocks in reading order, each row of a table as values."""

from __future__ import annotations

from typing import Any, Final

from send_actions.domain.plain_data import json_text
from send_actions.reports.document import (
    BulletList,
    Cell,
    Chart,
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    StatusMark,
    Table,
)
from send_actions.reports.formats.figures import figure_of
from send_actions.reports.formats.points import Point, points_of
from send_actions.reports.formats.text_lines import one_line, said_lines

SCHEMA_VERSION: Final = 1
"""The version of the JSON of papers."""


def render(document: Document) -> str:
    """The whole document; the same document gives the same text, with a block on each line."""
    stamp = document.stamp
    head = {
        "kind": "paper",
        "schema_version": SCHEMA_VERSION,
        "title": one_line(document.title),
        "subject": one_line(document.subject),
        "language": one_line(document.language),
        "as_at": document.as_at.isoformat() if document.as_at else None,
        "stamp": {"command": one_line(stamp.command), "digest": stamp.digest} if stamp else None,
    }
    return json_text(
        head,
        facts=[{"label": one_line(label), "value": one_line(value)} for label, value in document.facts],
        legend=[_status(mark) for mark in document.legend],
        entries=[
            {
                "key": one_line(entry.key),
                "on": entry.on.isoformat(),
                "title": one_line(entry.title),
                "about": said_lines(entry.about),
            }
            for entry in document.entries
        ],
        blocks=[_block(point) for point in points_of(document)],
    )


def _block(point: Point) -> dict[str, Any]:
    match point.block:
        case Heading(_, text):
            return {"kind": "heading", "level": point.level, "text": one_line(text)}
        case Paragraph() as told:
            return {"kind": "paragraph", "text": _said(told)}
        case BulletList(items):
            return {"kind": "bullets", "items": [_said(item) for item in items]}
        case NumberedList(items):
            return {"kind": "numbered", "items": [_said(item) for item in items]}
        case Table() as block:
            return {
                "kind": "table",
                "number": point.nth,
                "caption": one_line(block.caption),
                "header": [one_line(head) for head in block.header],
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
            }
        case Chart() as block:
            return {
                "kind": "chart",
                "number": point.nth,
                "title": one_line(block.title),
                "words": one_line(block.words),
                "picture": type(block.picture).__name__.lower(),
                "rows": [[_cell(cell) for cell in row] for row in block.picture.rows],
            }


def _cell(cell: Cell) -> Any:
    """A cell: words, a number, or an object of a number, a date or a status with its words."""
    match cell:
        case Number():
            figure = figure_of(cell)
            if figure is None:
                return said_lines(cell.text)
            return {"number": figure.value, "text": figure.text} if figure.has_words else figure.value
        case Day():
            return {"date": cell.on.isoformat(), "text": said_lines(cell.text)}
        case StatusMark():
            return _status(cell)
        case str():
            return said_lines(cell)


def _status(mark: StatusMark) -> dict[str, str]:
    return {
        "status": one_line(mark.word),
        "letter": one_line(mark.letter),
        "symbol": one_line(mark.symbol),
        "colour": one_line(mark.colour),
    }


def _said(paragraph: Paragraph) -> str:
    return said_lines("".join(map(str, paragraph.runs)))
