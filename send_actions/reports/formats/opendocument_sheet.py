"""A document as an OpenDocument workbook: the sheets of the Excel one, in parts of our own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from markupsafe import Markup

from send_actions.reports.column_letters import letters_of
from send_actions.reports.document import Document
from send_actions.reports.formats.archive import packed
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.figures import Figure
from send_actions.reports.formats.row_heights import INDENT, height_of, height_of_line
from send_actions.reports.formats.templating import template
from send_actions.reports.formats.text_lines import one_line
from send_actions.reports.formats.workbook import (
    CAPTION_SIZE,
    FIRST_ROW,
    LEGEND,
    LINE_SIZES,
    PAPER,
    SIZE,
    WORDS_WIDE,
    Line,
    Piece,
    Sheet,
    Status,
    Value,
    Workbook,
    arrange,
    text_of,
)

_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_PARTS: Final = ("styles.xml", "settings.xml", "meta.xml", "META-INF/manifest.xml")
"""Each has a template of its own in `ods/`, as has the content."""
_LOOKS: Final = {"title": "Title", "item": "Item", "table": "Link"}
"""The styles of lines that are no headings, where they are not plain words."""
_HEADINGS: Final = ("title", "heading2", "heading3", "heading4")
_PAGES: Final = (("Words", 210, 297, "portrait"), ("Tables", 297, 210, "landscape"))
_CHOICES: Final = {"status": "A", "short": "B"}
"""The columns of the legend that columns of statuses choose from, by their kind."""


def render(document: Document) -> bytes:
    """The whole workbook as the bytes of an .ods file; the same document gives the same bytes."""
    arranged, names = arrange(document), _Names()
    language, _, country = one_line(document.language).partition("-")
    content = _content(arranged, names)
    told: dict[str, Any] = {
        "title": arranged.title,
        "subject": one_line(document.subject),
        "keywords": one_line(document.stamp.keywords) if document.stamp else "",
        "language": language,
        "country": country or "none",
        "day": document.as_at,
        "paper": PAPER,
        "size": SIZE,
        "indent": INDENT,
        "headings": [(_style(look), LINE_SIZES.get(look, SIZE)) for look in _HEADINGS],
        "shades": SHADES,
        "pages": _PAGES,
        "figures": names.figures,
        "frozen": [sheet.name for sheet in arranged.sheets],
        "media_type": _TYPE,
    }
    parts = {"mimetype": _TYPE, "content.xml": content}
    for part in _PARTS:
        parts[part] = template(f"ods/{PurePosixPath(part).stem}.jinja").render(told)
    return packed({part: text.encode() for part, text in parts.items()}, as_it_is="mimetype")


def _content(arranged: Workbook, names: _Names) -> str:
    rows = arranged.legend.rows if arranged.legend else ()
    last = FIRST_ROW + len(rows) - 1
    ranges = {kind: f"[$Legend.${at}${FIRST_ROW}:.${at}${last}]" for kind, at in _CHOICES.items()}
    lines = [_line(line, names) for line in arranged.lines]
    sheets = [
        _sheet(sheet, names, ranges if rows and sheet.name != LEGEND else {}) for sheet in arranged.sheets
    ]
    return template("ods/content.jinja").render(
        paper=PAPER,
        lines=lines,
        lines_wide=names.width(WORDS_WIDE),
        sheets=sheets,
        figures=list(names.figures.values()),
        widths=list(names.widths),
        heights=list(names.heights),
        has_strong=any(is_strong for line in arranged.lines for _, is_strong in line.pieces),
        legend=ranges if rows else {},
        colours=[_colour(cell) for cell, *_ in rows if isinstance(cell, Status)],
    )


class _Names:
    """The names of the looks that a file has, each given when it is first asked for."""

    def __init__(self) -> None:
        self.figures: dict[Figure, str] = {}
        self.widths: dict[float, str] = {}
        self.heights: dict[float, str] = {}

    def figure(self, figure: Figure) -> str:
        """The style of numbers that are written like this one."""
        alike = figure._replace(value=0, text="")  # whatever its figure
        return self.figures.setdefault(alike, f"Written{len(self.figures) + 1}")

    def width(self, points: float) -> str:
        """The style of columns of a width."""
        return self.widths.setdefault(round(points, 1), f"co{len(self.widths) + 1}")

    def height(self, points: float) -> str:
        """The style of rows of a height."""
        return self.heights.setdefault(points, f"ro{len(self.heights) + 1}")


def _line(line: Line, names: _Names) -> dict[str, Any]:
    return {
        "style": _style(line.look),
        "height": names.height(height_of_line(line)),
        "href": f"#{_address(line.sheet)}.A{line.row}" if line.sheet else "",
        "paragraphs": _paragraphs(line.pieces),
    }


def _style(look: str) -> str:
    return look.capitalize() if look.startswith("heading") else _LOOKS.get(look, "Words")


def _paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line."""
    lines: list[list[Piece]] = [[]]
    for words, is_strong in pieces:
        first, *others = words.split("\n")
        lines[-1].append((first, is_strong))
        lines += ([(words, is_strong)] for words in others)
    return lines


def _sheet(sheet: Sheet, names: _Names, legend: Container[str]) -> dict[str, Any]:
    """A table's sheet; what may be chosen in a column is what the legend has for its kind."""
    widths = [column.width for column in sheet.columns]
    heads = [column.head for column in sheet.columns]
    kinds = [column.kind if column.kind in legend else "" for column in sheet.columns]
    last = FIRST_ROW + len(sheet.rows) - 1
    address = _address(sheet.name)
    return {
        "name": sheet.name,
        "table_name": sheet.table_name,
        "range": f"{address}.A{FIRST_ROW - 1}:{address}.{letters_of(len(heads))}{last}",
        "caption": sheet.caption,
        "caption_height": names.height(height_of([], CAPTION_SIZE)),
        "heads": heads,
        "head_height": names.height(height_of(zip(heads, widths, strict=True), SIZE, bold=1)),
        "columns": [names.width(width) for width in widths],
        "rows": [_row(row, kinds, widths, names) for row in sheet.rows],
        "choices": [
            {
                "kind": kind,
                "cell": f".{letters_of(place)}{FIRST_ROW}",
                "base": f"{address}.{letters_of(place)}{FIRST_ROW}",
                "range": f"{address}.{letters_of(place)}{FIRST_ROW}:{address}.{letters_of(place)}{last}",
            }
            for place, kind in enumerate(kinds, start=1)
            if kind
        ],
    }


def _row(row: Sequence[Value], kinds: list[str], widths: list[float], names: _Names) -> dict[str, Any]:
    texts = [text_of(value) for value in row]
    return {
        "height": names.height(height_of(zip(texts, widths, strict=True), SIZE)),
        "cells": [_cell(*told, names) for told in zip(row, texts, kinds, strict=True)],
    }


def _cell(value: Value, text: str, choice: str, names: _Names) -> dict[str, Any]:
    """A cell with its style, its value and what may be chosen as attributes, and its lines."""
    offered = Markup(' table:content-validation-name="{}"').format(choice) if choice else ""
    typed = Markup(' office:value-type="string"')
    match value:
        case Figure():
            style = f"Figure_{names.figure(value)}"
            typed = Markup(' office:value-type="float" office:value="{}"').format(value.value)
        case date():
            style = "Days"
            typed = Markup(' office:value-type="date" office:date-value="{}"').format(value)
        case Status():
            style = f"Status_{_colour(value)}"
        case str():
            style = "Cell"
    return {"style": style, "value": typed + offered, "lines": text.split("\n")}


def _colour(status: Status) -> str:
    return status.colour if status.colour in SHADES else "none"


def _address(name: str) -> str:
    """A sheet's name as addresses have it."""
    quoted = name.replace("'", "''")
    return f"'{quoted}'"
