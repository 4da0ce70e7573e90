"""A document as Markdown (CommonMark with pipe tables) that also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from send_actions.domain.text import width_of
from send_actions.reports.document import (
    BulletList,
    Chart,
    Code,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    Strong,
    Table,
    text_of,
)
from send_actions.reports.formats.points import Point, points_of
from send_actions.reports.formats.text_lines import lines_of

WIDEST_ALIGNED: Final = 60
"""Columns; a longer cell runs over, so that one long note does not push the whole table apart."""


def render(document: Document) -> str:
    """The whole document, ending with one newline; the same document gives the same text."""
    facts = (f"- **{_inline(label)}:** {_inline(value)}" for label, value in document.facts)
    parts = [_heading(1, document.title), "\n".join(facts)]
    parts += map(_block, points_of(document))
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(point: Point) -> str:
    match point.block:
        case Heading(_, text):
            return _heading(point.level, text)
        case Paragraph() as told:
            return _paragraph(told, "")
        case BulletList(items):
            return "\n".join(f"- {_paragraph(item, '  ')}" for item in items)
        case NumberedList(items):
            return "\n".join(
                f"{place}. {_paragraph(item, ' ' * (len(str(place)) + 2))}"
                for place, item in enumerate(items, start=1)
            )
        case Table() as table:
            return f"**Table {point.nth}.** {_inline(table.caption)}\n\n{_table(table)}"
        case Chart() as chart:
            words = _paragraph(text_of(chart.words), "")
            return f"**Chart {point.nth}.** {_inline(chart.title)}\n\n{words}"


def _heading(level: int, text: str) -> str:
    words = re.sub(r"(?:(?<=\s)|^)(?=#)", r"\\", _inline(text))
    return f"{'#' * level} {words}".rstrip()


def _paragraph(paragraph: Paragraph, indent: str) -> str:
    """Lines joined by hard breaks; none starts with anything that Markdown would read as more than text.

    With what is typed as it stands, each line is a paragraph, so that nothing else stands on it.
    """
    words = "".join(map(_run, paragraph.runs))
    lines = [_start_of_line(line.strip()) for line in words.split("\n") if line.strip()]
    is_typed = any(isinstance(run, Code) for run in paragraph.runs)
    return (f"\n\n{indent}" if is_typed else f"\\\n{indent}").join(lines)


def _run(run: Run) -> str:
    match run:
        case Strong(text):
            return f"**{_inline(text)}**"
        case Code(text):
            return _code(text)
        case _:
            return _escape(str(run))


def _code(text: str) -> str:
    """Text between more strokes than any in it, on one line; an escape would be read as typed."""
    words = " ".join(" ".join(lines_of(text)).split())
    if not words:
        return ""
    fence = "`" * (max(map(len, _STROKES.findall(words)), default=0) + 1)
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{space}{words}{space}{fence}"


def _table(table: Table) -> str:
    rows = [[_inline(str(cell)) for cell in row] for row in (table.header, *table.rows)]
    numeric = [table.is_numeric(column) for column in range(len(table.header))]
    widths = [_column_width(column) for column in zip(*rows, strict=True)]
    rule = ["-" * (width - 1) + (":" if right else "-") for width, right in zip(widths, numeric, strict=True)]
    return "\n".join(_row(cells, widths, numeric) for cells in [rows[0], rule, *rows[1:]])


def _row(cells: list[str], widths: list[int], numeric: list[bool]) -> str:
    padded = [
        " " * (width - width_of(cell)) + cell if right else cell + " " * (width - width_of(cell))
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    ]
    return f"| {' | '.join(padded)} |"


def _column_width(cells: Iterable[str]) -> int:
    return max(3, *(width for width in map(width_of, cells) if width <= WIDEST_ALIGNED), 0)


@lru_cache(maxsize=4096)
def _inline(text: str) -> str:
    """Escaped text on one line: what stood on several is parted by a stroke."""
    return " / ".join(line.strip() for line in _escape(text).split("\n") if line.strip())


_PLAIN: Final = re.compile(r"[A-Za-z0-9 .,;:()'?%/+’–—£-]*")
_STROKES: Final = re.compile("`+")
_ALWAYS: Final = re.compile(r"[\\`*\[|~${]")
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_MARKER: Final = re.compile(r"[#+\-=:>]")
_ENUMERATOR: Final = re.compile(r"(\d+)([.)])")


def _escape(text: str) -> str:
    """Text that Markdown shows as it stands, its lines ended by LF and its spaces single.

    A tag's bracket becomes an entity, since some readers of Markdown do not know it with a backslash.
    """
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text
    safe = _ALWAYS.sub(r"\\\g<0>", "\n".join(lines_of(text)))
    safe = _UNDERSCORE.sub(r"\\_", safe)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", safe))


def _start_of_line(line: str) -> str:
    if _MARKER.match(line):
        return f"\\{line}"
    return _ENUMERATOR.sub(r"\1\\\2", line, count=1) if _ENUMERATOR.match(line) else line
