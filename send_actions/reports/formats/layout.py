"""A document laid out for pages and screens: plain lines of text, sheets, and how wide columns are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any, Final

from send_actions.reports.document import (
    BulletList,
    Cell,
    Chart,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    StatusMark,
    Strong,
    Table,
)
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.column_widths import Column, columns_of, is_wide, widths_of
from send_actions.reports.formats.leads import leads_of
from send_actions.reports.formats.points import SECTION, Point, points_of
from send_actions.reports.formats.text_lines import full_lines, lines_of_runs, one_line

Laid = dict[str, Any]
"""A piece as names and values that JSON can hold, for a template to read."""

_ROOM: Final = {False: 493.0, True: 740.0}
"""Points between the margins of a page of A4, upright and on its side."""
_SIZE: Final = 9.5
_PADDING: Final = 9.1
"""Points of the type in tables, and of what a cell has around it."""
_SHORT: Final = 16
_LONG: Final = 60
"""Characters up to which the cells of a column are kept whole, and from which they are long."""
_TALL: Final = 20
"""Lines of a row that may be parted by the end of a page, since it might not fit on one."""
_WHOLE: Final = 22
"""Lines of a table up to which it stands on one page."""


def lay_out(document: Document) -> Laid:
    """The whole document: title, facts and sheets of parts; a part runs to the next heading of level 2.

    A part with a wide table lies on its side, and so does what begins on the same sheet.
    """
    parts = [_part(points) for points in _parted(points_of(document))]
    sheets = [
        {"wide": wide, "parts": list(together)} for wide, together in groupby(parts, lambda one: one["wide"])
    ]
    return {
        "title": one_line(document.title) or "Paper",
        "subject": one_line(document.subject),
        "keywords": one_line(document.stamp.keywords) if document.stamp else "",
        "has_contents": document.has_contents,
        "language": document.language,
        "date": document.as_at.isoformat() if document.as_at else None,
        "facts": [
            {"label": one_line(label), "value": one_line(value)}
            for label, value in document.facts
            if one_line(label) and one_line(value)
        ],
        "sheets": sheets,
    }


def _parted(points: Iterable[Point]) -> Iterator[list[Point]]:
    part: list[Point] = []
    for point in points:
        if isinstance(point.block, Heading) and point.block.level <= SECTION and part:
            yield part
            part = []
        part.append(point)
    if part:
        yield part


def _part(points: list[Point]) -> Laid:
    measured = [
        columns_of([point.block], _SIZE, _PADDING) if isinstance(point.block, Table) else ()
        for point in points
    ]
    wide = any(is_wide(columns, _ROOM[False]) for columns in measured)
    first = points[0].block
    blocks = [
        laid | {"leads": is_lead}
        for point, columns, is_lead in zip(points, measured, leads_of(points), strict=True)
        if (laid := _block(point, columns, _ROOM[wide]))
    ]
    for before, block in pairwise(blocks):
        if before["kind"] == "chart" and block["kind"] == "table":
            block["charted"] = True
    return {
        "wide": wide,
        "starts_page": isinstance(first, Heading) and first.starts_page,
        "blocks": blocks,
    }


def _block(point: Point, measured: tuple[Column, ...], room: float) -> Laid | None:
    """A block, or nothing for one that says nothing; of a table the columns are measured."""
    match point.block:
        case Heading(_, text):
            said = one_line(text)
            return {"kind": "heading", "level": point.level, "text": said} if said else None
        case Paragraph(runs):
            return _paragraph(point, runs)
        case BulletList(items):
            return _bullets(point, items)
        case NumberedList(items):
            decided = [{"lines": _lines(item.runs)} for item in items]
            return {"kind": "numbered", "items": decided} if any(one["lines"] for one in decided) else None
        case Table() as table:
            return _table(point, table, measured, room)
        case Chart() as chart:
            return _chart(point, chart, room)


def _paragraph(point: Point, runs: Iterable[Run]) -> Laid | None:
    lines = _lines(runs)
    if not lines:
        return None
    return {"kind": "paragraph", "lines": lines, "number": point.number(), "stamp": point.is_stamp}


def _bullets(point: Point, items: Iterable[Paragraph]) -> Laid | None:
    """Items in no order of rank; in a numbered section each has its number."""
    said = [
        {"number": point.number(place), "lines": lines}
        for place, item in enumerate(items)
        if (lines := _lines(item.runs))
    ]
    return {"kind": "points" if point.first else "bullets", "items": said} if said else None


def _lines(runs: Iterable[Run]) -> list[list[Laid]]:
    """The lines of a paragraph, each in pieces; none is empty."""
    return [[_piece(run, text) for run, text in line] for line in lines_of_runs(runs)]


def _piece(run: Run, text: str) -> Laid:
    kind = "mark" if isinstance(run, StatusMark) else "strong" if isinstance(run, Strong) else "text"
    return {"kind": kind, "text": text, "colour": _colour(run)}


def _table(point: Point, table: Table, measured: tuple[Column, ...], room: float) -> Laid:
    widths = widths_of(measured, room)
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    columns = [
        {
            "head": one_line(head),
            "numeric": table.is_numeric(place),
            "points": round(widths[place], 1),
            "percent": round(100 * widths[place] / sum(widths)),
            "length": _length([row[place] for row in rows]),
        }
        for place, head in enumerate(table.header)
    ]
    heights = [_height(tuple(c.cells[place] for c in measured), widths) for place in range(1, len(rows) + 1)]
    return {
        "kind": "table",
        "caption": point.title,
        "number": point.nth,
        "charted": False,
        "whole": sum(heights) <= _WHOLE,
        "fits": sum(column.wish for column in measured) <= room,
        "wide": is_wide(measured, _ROOM[False]),
        "columns": columns,
        "rows": [{"cells": row, "tall": height > _TALL} for row, height in zip(rows, heights, strict=True)],
    }


def _chart(point: Point, chart: Chart, room: float) -> Laid:
    """A chart with what it is to be drawn from and the points that the drawing may be wide."""
    return {
        "kind": "chart",
        "title": point.title,
        "number": point.nth,
        "words": one_line(chart.words),
        "picture": chart.picture,
        "room": room,
    }


def _cell(cell: Cell) -> Laid:
    return {"lines": full_lines(str(cell)), "mark": isinstance(cell, StatusMark), "colour": _colour(cell)}


def _colour(run: Run | Cell) -> str:
    """The name of a colour that there is, or of none."""
    return run.colour if isinstance(run, StatusMark) and run.colour in SHADES else "none"


def _length(cells: list[Laid]) -> str:
    """Whether a column's cells are short, middling or long."""
    longest = max((len(line) for cell in cells for line in cell["lines"]), default=0)
    return "short" if longest <= _SHORT else "long" if longest > _LONG else "middling"


def _height(cells: tuple[tuple[float, ...], ...], widths: list[float]) -> float:
    """About how many lines a row takes, by the lengths of the lines of its cells."""
    return max(
        sum(1 + length // (width - _PADDING) for length in cell)
        for cell, width in zip(cells, widths, strict=True)
    )
