"""The headings of a table whose header has two rows, or a banner above some of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Heading, fields_of
from send_actions.importers.headings.headings import heading_names


def two_rows_as_one(grid: Grid, heading: Heading, width: int) -> list[str]:
    """Return the headings of a header, those of two rows put together."""
    header = []
    for place in range(width):
        up, left = grid.over(heading.row, place)
        words = grid.cell(up, left).text.strip() if left != place or up == heading.row else ""
        if left != place and heading.rows == 1:
            words = ""
        elif heading.rows == 1 and heading.row:
            words = _under_banner(grid, heading.row, place, words)
        if heading.rows > 1:
            below = grid.cell(heading.row + 1, place).text.strip()
            words = _of_two(words, below)
        header.append(re.sub(r"\s+", " ", words))
    return header if heading.rows == 1 else _told_apart(grid, heading, header)


def _told_apart(grid: Grid, heading: Heading, header: Sequence[str]) -> list[str]:
    """Return the headings of two rows, those that are alike in the lower each with what stands over it."""
    names, found = heading_names(header), [*header]
    for place, name in enumerate(names):
        over = grid.cell(*grid.over(heading.row, place)).text.strip()
        if over and header[place] and names.count(name) > 1 and not header[place].startswith(over):
            found[place] = " ".join(f"{over} {header[place]}".split())
    return found


def _under_banner(grid: Grid, row: int, place: int, words: str) -> str:
    """Return a heading that means nothing alone with the words merged over it, where both are a review."""
    over = grid.cell(*grid.over(row - 1, place))
    if over.across == 1 or not over.text.strip() or not words or _meaning(words):
        return words
    both = f"{over.text.strip()} {words}"
    return both if _meaning(both) == "review" else words


def _of_two(over: str, below: str) -> str:
    """Return the heading of a column under another: the lower alone where only that means something."""
    both = " ".join(f"{over} {below}".split())
    if over and below and not _meaning(both) and _meaning(below) and _meaning(below) != "review":
        return below
    return both


def _meaning(heading: str) -> str:
    return fields_of([heading], {})[0]
