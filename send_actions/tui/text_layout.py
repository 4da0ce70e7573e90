"""Lines made of segments: text with a style's name, measured in terminal columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len, chop_cells, set_cell_size

from send_actions.domain.text import printable

Segment = tuple[str, str]
"""Text and its style: a name of `themes.STYLES`, or nothing."""

Line = list[Segment]
"""One line of the screen, from left to right."""

LEAST_WRAPPED: Final = 12
"""Columns below which a text is cut rather than wrapped."""

LONGEST_DRAWN: Final = 2000
"""Characters of one text that are ever looked at to fill one line."""


def inline(text: str) -> str:
    """What a person wrote, on one line and harmless to a terminal."""
    return printable(" ".join(text[:LONGEST_DRAWN].split()))


def keyed(key: str, words: str) -> Line:
    """A key and what it does."""
    return [(key, "key"), (f" {words}", "dim")]


LINE_END: Final = ("\n", "")
"""What parts the lines of something that is said in several."""


def joined(lines: Sequence[Line]) -> Line:
    """Several lines as one that is said at once."""
    return [part for place, line in enumerate(lines) for part in ([LINE_END] if place else []) + line]


def parted(line: Line) -> list[Line]:
    """The lines that were joined."""
    ends = [place for place, part in enumerate(line) if part == LINE_END]
    return [
        line[start:end]
        for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(line)], strict=True)
    ]


def columns(text: str) -> int:
    """How many terminal columns a text takes; wide characters take two."""
    return cell_len(text)


def fit(text: str, width: int) -> str:
    """Text in exactly `width` columns: padded, or cut with "…" at its end."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)


def fit_right(text: str, width: int) -> str:
    """Text in exactly `width` columns, against the right edge."""
    short = width - cell_len(text)
    return " " * short + text if short >= 0 else fit(text, width)


def heading_line(cells: Sequence[tuple[str, int]], width: int) -> Line:
    """The names of columns, each a cell of its own; one with a width below 0 stands right."""
    line: Line = [("  ", "")]
    for name, room in cells:
        line += [(fit_right(name, -room) if room < 0 else fit(name, room), "heading"), ("  ", "")]
    return clip(line[:-1], width)


def length(line: Iterable[Segment]) -> int:
    """How many columns a line takes."""
    return sum(cell_len(text) for text, _ in line)


def clip(line: Line, width: int) -> Line:
    """A line in at most `width` columns; what is cut ends in "…"."""
    if length(line) <= width:
        return line
    kept: Line = []
    room = max(0, width - 1)
    for text, style in line:
        if cell_len(text) > room:
            return [*kept, (set_cell_size(text, room).rstrip() + "…", style)]
        kept.append((text, style))
        room -= cell_len(text)
    return kept


def spread(left: Line, right: Line, width: int) -> Line:
    """Two parts at the two edges of a line; the left one gives way."""
    room = width - length(right)
    if room < 1:
        return clip(right, width)
    left = clip(left, room - 1 if right else room)
    return [*left, (" " * (room - length(left)), ""), *right]


def wrap(text: str, width: int) -> list[str]:
    """A text's paragraphs in lines of at most `width` columns; a word that is too long is broken."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in map(printable, paragraph.split()):
            for piece in chop_cells(word, width) if cell_len(word) > width else [word]:
                joined = f"{line} {piece}" if line else piece
                if cell_len(joined) <= width:
                    line = joined
                else:
                    lines.append(line)
                    line = piece
        lines.append(line)
    return lines


def line_starts(text: str, width: int) -> list[int]:
    """Where the lines of a text begin while it is written, none wider than `width` but for spaces at its end.

    A word that is too long is broken.
    """
    starts, taken = [0], 0
    for run in re.finditer(r"\S+\s*|\s+", text):
        if taken and taken + cell_len(run[0].rstrip()) > width:
            starts.append(run.start())
            taken = 0
        for place, character in enumerate(run[0], run.start()):
            cells = cell_len(character)
            if taken and taken + cells > width and not character.isspace():
                starts.append(place)
                taken = 0
            taken += cells
    return starts


def wrap_to(text: str, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width; what is cut ends in "…"."""
    if most <= 1 or cell_len(text) <= width or width < LEAST_WRAPPED:
        return [fit(text, width)]
    lines = wrap(text, width)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fit(" ".join(lines[most - 1 :]), width)]


def hang(start: Line, parts: Sequence[str], style: str = "") -> list[Line]:
    """Parts of a text one below the other: the first after `start`, the others indented as far."""
    indent: Line = [(" " * length(start), "")]
    return [[*(indent if place else start), (part, style)] for place, part in enumerate(parts)]


def wrap_line(line: Line, width: int) -> list[Line]:
    """A line whose last segment goes on below where it begins, in as many lines as it needs."""
    *start, (text, style) = line
    room = width - length(start)
    if length(line) <= width or room < LEAST_WRAPPED:
        return [clip(line, width)]
    return hang(start, wrap(text, room), style)


def flow(groups: Iterable[Line], width: int, gap: int = 2, indent: int = 1) -> list[Line]:
    """Groups of segments side by side, in as many lines as they need, none parted that a line holds."""
    lines: list[Line] = [[(" " * indent, "")]]
    for group in groups:
        taken = length(lines[-1])
        if length(group) > width - indent and len(words := _words(group)) > 1:
            lines[len(lines) - (taken <= indent) :] = flow(words, width, 1, indent)
            continue
        if taken > indent and taken + gap + length(group) > width:
            lines.append([(" " * indent, "")])
        elif taken > indent:
            lines[-1].append((" " * gap, ""))
        lines[-1] += group
    return lines


def flow_words(line: Line, width: int) -> list[Line]:
    """A line in as many as it needs, parted between its words."""
    return flow(_words(line), width, gap=1)


def with_keys(sentence: Line, keys: Iterable[Line], width: int) -> list[Line]:
    """A sentence with keys at the other edge of its line, or below it where one line has no room for both."""
    right = flow(keys, width, gap=3, indent=0)[0]
    if length(sentence) + length(right) + 2 <= width:
        return [spread(sentence, right, width)]
    return [*flow_words(sentence, width), [(" ", ""), *right]]


def _words(line: Line) -> list[Line]:
    return [[(word, style)] for text, style in line for word in text.split()]
