"""Blocks of rows below a table of actions that hold none: a key, measures, versions, risks, a glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.cell_text import date_parts
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Heading, fields_of, named_cell
from send_actions.importers.grids.key_rows import is_state, key_end
from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.headings.other_tables import (
    has_own_rows,
    heads_other,
    names_key,
    names_other,
    signs,
)
from send_actions.importers.problems import Problem, quoted

_FEWEST: Final = 2
_LONGEST_HEADING: Final = 40
_CODE: Final = re.compile(r"\s*([A-Za-z]{1,5})[\s./-]*\d{1,4}\b")


def with_asides(grid: Grid, headings: Sequence[Heading]) -> Grid:
    """Return a grid with the blocks marked that stand below its tables and are none of their rows."""
    if grid.is_turned:
        return grid
    found = [block for heading in headings for block in _Below(grid, heading).blocks()]
    return replace(grid, asides=tuple(found)) if found else grid


def aside_grids(grid: Grid) -> Iterator[Grid]:
    """Yield each block beside the tables as a grid, its rows where they stand."""
    for start, end in grid.asides:
        yield replace(grid, rows=[*[[]] * start, *grid.rows[start:end]], asides=())


def left_aside(grid: Grid) -> Problem | None:
    """Return the doubt about a block that is not read; None for a key, which is."""
    end = len(grid.rows)
    start = next(row for row in range(end) if grid.rows[row])
    if _key_in(grid, start, end) == end:
        return None
    words = quoted(grid.cell(start, grid.filled(start)[0]).text)
    told = f"Rows {start + 1} to {end} hold no actions ({words}): left out."
    return Problem(named_cell(grid, start, grid.filled(start)[0]), told)


def is_aside_alone(grid: Grid) -> bool:
    """Say whether all of a grid is a key or another table, with a title at most."""
    rows = [row for row in range(len(grid.rows)) if grid.filled(row)]
    if not rows:
        return False
    first = rows[0]
    is_titled = len(grid.filled(first)) == 1 and len(rows) > 1
    return _key_in(grid, first, rows[-1] + 1) > first or any(
        heads_other(grid.texts(row)) and has_own_rows(grid.texts(row)) for row in rows[: 1 + is_titled]
    )


def _key_in(grid: Grid, start: int, end: int, statuses: Sequence[int] = ()) -> int:
    """Return where a key ends that begins in a row, with a title and a header at most; else the row."""
    first = start
    if len(grid.filled(first)) == 1 and names_key(grid.cell(first, grid.filled(first)[0]).text):
        first += 1
        first += first < end and not grid.filled(first)
    is_titled = first > start
    for row in (first, first + 1):
        found = key_end(grid, row, end, () if is_titled or row > first else statuses)
        if found > row and (row == first or _may_head_key(grid, first)):
            return found
    return start


def _may_head_key(grid: Grid, row: int) -> bool:
    """Say whether a row may be the header of a key: two words or three, none of them a status."""
    texts = [text.strip() for text in grid.texts(row) if text.strip()]
    is_short = all(len(text) <= _LONGEST_HEADING and not any(map(str.isdigit, text)) for text in texts)
    names = heading_names(texts)
    return is_short and (heads_other(texts) or (len(texts) <= _FEWEST and _are_known(names)))


def _are_known(names: Sequence[str]) -> bool:
    return bool(names) and all(field_of(name, names) or weak_field(name) or names_key(name) for name in names)


class _Below:
    """Finds the blocks below one header."""

    def __init__(self, grid: Grid, heading: Heading) -> None:
        self._grid, self._end = grid, heading.end
        self._first = heading.row + heading.rows
        self._fields = fields_of(grid.texts(heading.row), {})
        self._names = heading_names(grid.texts(heading.row))
        self._statuses = self._places("status", "colour", "review", "percent")
        self._titles = self._places("title")

    def _places(self, *names: str) -> list[int]:
        return [place for place, name in enumerate(self._fields) if name in names]

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield the first row and the end of each block."""
        row = self._first
        is_apart = False
        while row < self._end:
            if not self._grid.filled(row):
                is_apart, row = True, row + 1
                continue
            end = row if self._is_action(row) else self._block_end(row, is_apart=is_apart)
            if end > row:
                yield row, end
            is_apart = end > row
            row = max(end, row + 1)

    def _is_action(self, row: int) -> bool:
        """Say at a glance whether a row is surely one of the table's: an action with a status, and more."""
        has_title = bool(self._titles) and bool(self._grid.cell(row, self._titles[0]).text.strip())
        return has_title and self._says_any_state(row) and len(self._grid.filled(row)) > _FEWEST

    def _block_end(self, row: int, *, is_apart: bool) -> int:
        """Return where a block ends that begins in a row; the row itself where none does."""
        end = _key_in(self._grid, row, self._end, self._statuses)
        if end > row:
            return end
        first = self._below_title(row)
        if self._heads(first, is_apart=is_apart):
            return self._to_the_end(first)
        if first > row and self._is_titled(row) and not self._has_action(first):
            return self._to_the_end(first)
        end = row
        while end < self._end and self._is_signed(end):
            end += 1
        return end

    def _is_signed(self, row: int) -> bool:
        """Say whether a row tells who agreed or wrote the whole, and is no action."""
        filled = self._grid.filled(row)
        return (
            len(filled) > 1 and signs(self._grid.cell(row, filled[0]).text) and not self._says_any_state(row)
        )

    def _says_any_state(self, row: int) -> bool:
        return any(self._says_state(row, place) for place in self._statuses)

    def _below_title(self, row: int) -> int:
        """Return the first row below a title, between which and that one row may be empty."""
        if len(self._grid.filled(row)) > 1:
            return row
        below = next((n for n in range(row + 1, min(row + 3, self._end)) if self._grid.filled(n)), row)
        is_heading = below > row + 1 and not self._is_titled(row)
        return row if is_heading else below

    def _is_titled(self, row: int) -> bool:
        return names_other(self._grid.cell(row, self._grid.filled(row)[0]).text)

    def _heads(self, row: int, *, is_apart: bool) -> bool:
        texts = self._grid.texts(row)
        if self._says_any_state(row) or heading_names(texts) == self._names:
            return False
        return heads_other(texts) or (is_apart and _heads_another(texts))

    def _says_state(self, row: int, place: int) -> bool:
        return is_state(self._grid.cell(row, place).text)

    def _has_action(self, row: int) -> bool:
        """Say whether a row is one of the table's: an action, with a status or a date where these stand."""
        texts = self._grid.texts(row)
        if not self._titles or not self._grid.cell(row, self._titles[0]).text.strip():
            return False
        dated = any(date_parts(texts[p]) for p in self._places("due", "revised") if p < len(texts))
        return dated or self._says_any_state(row)

    def _to_the_end(self, first: int) -> int:
        """Return where a block ends: at an empty row, unless it goes on, or where another block begins."""
        code = self._code(first + 1)
        row = first + 1
        while row < self._end:
            if not self._grid.filled(row):
                below = row + 1
                if not (code and below < self._end and self._code(below) == code):
                    return row
            elif self._block_end(row, is_apart=False) > row:
                return row
            row += 1
        return row

    def _code(self, row: int) -> str:
        """Return the letters before the number in a row's first cell."""
        filled = self._grid.filled(row) if row < self._end else []
        found = _CODE.match(self._grid.cell(row, filled[0]).text) if filled else None
        return found[1].upper() if found else ""


def _heads_another(cells: Sequence[str]) -> bool:
    """Say whether a row apart heads a table of measures, or of something else than actions."""
    texts = [text for text in cells if text.strip()]
    if len(texts) < _FEWEST or any(
        len(text) > _LONGEST_HEADING or re.search(r"\d\.\d", text) for text in texts
    ):
        return False
    names = heading_names(texts)
    fields = [field_of(name, names) or weak_field(name) for name in names]
    if "measure" in fields:
        return True
    known = [meant for meant in fields if meant]
    return len(known) >= _FEWEST and len(texts) > _FEWEST and "title" not in known
