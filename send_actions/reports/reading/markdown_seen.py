"""A Markdown file as it is seen: headings, pipe tables, pictures and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from send_actions.reports.reading.guarded import decoded
from send_actions.reports.reading.seen import Seen, SeenCell, SeenHeading, SeenLink, SeenPicture, SeenTable

_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*)")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*")
_NO_PARAGRAPH: Final = re.compile(
    r" {0,3}(?:#{1,6}(?:[ \t]|$)|>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|(?:[*_][ \t]*){3,}$)"
    r"| {4}| {0,3}\t"
)
"""How a line begins that no line below it makes a heading: another heading, a quotation, an item, code."""
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_RULE: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PARTED: Final = re.compile(r"(?<!\\)\|")
_PICTURE: Final = re.compile(r"(?<!\\)!\[([^\[\]]*)\]\([^()\[\]]*\)")
_LINK: Final = re.compile(r"(?<![!\\])\[([^\[\]]*)\]\([^()\[\]]*\)")
_TICKS: Final = re.compile("`+")
_STARTS: Final = re.compile(r"^\s*(?:[-*+]|#{1,6})\s+")
_MARKS: Final = re.compile(r"(?<!\\)\*\*|(?<!\\)`")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def see(content: bytes, called: str) -> Seen:
    """Return what a .md file has; raises SendActionsError for what is no text."""
    text = decoded(content, called, errors="replace")
    lines = list(_unfenced(text.splitlines()))
    headings = tuple(_headings(lines))
    title = next((heading.text for heading in headings if heading.level == 1), "")
    return Seen(
        lines=tuple(said for line in text.splitlines() if (said := _plain(line.rstrip("\\")))),
        title=title,
        headings=headings,
        tables=tuple(_tables(lines)),
        pictures=tuple(
            SeenPicture(f"Line {place}", words.strip() or None)
            for place, line in lines
            for words in _PICTURE.findall(line)
        ),
        links=tuple(
            SeenLink(f"Line {place}", _plain(words)) for place, line in lines for words in _LINK.findall(line)
        ),
    )


def _unfenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without those of code."""
    fence = ""
    for place, line in enumerate(lines, start=1):
        found = _FENCE.match(line)
        if found and (not fence or found[1] == fence):
            fence = "" if fence else found[1]
        elif not fence:
            yield place, line


def _headings(lines: list[tuple[int, str]]) -> Iterator[SeenHeading]:
    above = ""
    for _, line in lines:
        if found := _HEADING.fullmatch(line):
            yield SeenHeading(len(found[1]), _plain(_unclosed(found[2])))
        elif (found := _UNDERLINE.fullmatch(line)) and above and "|" not in above:
            yield SeenHeading(1 if found[1][0] == "=" else 2, _plain(above))
        above = "" if _NO_PARAGRAPH.match(line) or _UNDERLINE.fullmatch(line) else line.strip()


def _unclosed(words: str) -> str:
    """The words of a heading without the marks that may close it."""
    told = words.rstrip()
    bare = told.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else told


def _tables(lines: list[tuple[int, str]]) -> Iterator[SeenTable]:
    head: tuple[int, str] | None = None
    rows: list[str] = []
    found: list[tuple[int, list[str]]] = []
    for place, line in [*lines, (0, "")]:
        if rows and "|" in line:
            rows.append(line)
            continue
        if rows and head:
            found.append((head[0], rows))
            rows = []
        if head and "|" in line and _RULE.fullmatch(line.strip()):
            rows = [head[1]]
        head = (place, line) if "|" in line else None
    for number, (place, told) in enumerate(found, start=1):
        cells = tuple(tuple(SeenCell(_plain(cell)) for cell in _cells(row)) for row in told)
        has_header = any(cell.text for cell in cells[0])
        yield SeenTable(f"Table {number} (line {place})", cells, has_header=has_header)


def _cells(row: str) -> list[str]:
    return _PARTED.split(row.strip().removeprefix("|").removesuffix("|"))


def _plain(text: str) -> str:
    """Words without marks: no escapes, no bold, no entities; code is as it was typed."""
    line, told, end = _STARTS.sub("", text), list[str](), 0
    for opens, closes, many in _codes(line):
        if opens >= end:
            told += [_unmarked(line[end:opens]), line[opens + many : closes]]
            end = closes + many
    return " ".join("".join([*told, _unmarked(line[end:])]).split())


def _codes(line: str) -> list[tuple[int, int, int]]:
    """Where code might open and close, and with how many ticks; found in one way along the line."""
    following: dict[int, int] = {}
    found: list[tuple[int, int, int]] = []
    for ticks in reversed(list(_TICKS.finditer(line))):
        start, many = ticks.start(), len(ticks[0])
        if many in following and line[max(0, start - 1) : start] != "\\":
            found.append((start, following[many], many))
        following[many] = start
    return found[::-1]


def _unmarked(text: str) -> str:
    return html.unescape(_ESCAPED.sub(r"\1", _MARKS.sub("", text)))
