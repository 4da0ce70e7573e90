"""Words of a return that stand where nothing is taken from: each is told with its sheet and cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from send_actions.domain.return_rows import mark_of
from send_actions.domain.words.return_words import ABOUT, ASKED, GUIDE, KEY, ReturnColumn, ReturnFact
from send_actions.importers.grids.cell_grid import Book, Grid
from send_actions.importers.problems import Problem, cell_name, list_cells, quoted

_MOST: Final = 12
"""Cells of one sheet or column that are told each by itself."""

_OURS: Final = frozenset({GUIDE, KEY, ABOUT})
_FACT: Final = 2
"""Cells of a row that says a fact."""


class Header(NamedTuple):
    """A row of headings in a grid, the place of each column, and the places of headings that say none."""

    grid: Grid
    row: int
    places: Mapping[ReturnColumn, int]
    others: tuple[int, ...]

    @property
    def below(self) -> range:
        """The rows below it, from 0."""
        return range(self.row + 1, len(self.grid.rows))

    def is_repeated(self, row: int) -> bool:
        """Say whether a row has its headings once more."""
        grid, places = self.grid, self.places.values()
        return all(grid.cell(row, place).text == grid.cell(self.row, place).text for place in places)

    @property
    def heads_sheet(self) -> tuple[tuple[str, ...], ...]:
        """The words of its columns in all rows below it."""
        places = sorted(self.places.items())
        rows = (tuple(self.grid.cell(row, place).text.strip() for _, place in places) for row in self.below)
        return tuple(row for row in rows if any(row))


def words_outside(
    book: Book, header: Header, also: Collection[Header], facts: Mapping[ReturnFact, str], prefix: str
) -> Iterator[Problem]:
    """Yield what is in doubt of the words around the rows of a return.

    `also` are other sheets with its headings, about which it is asked which one is right.
    """
    yield from _around(header, prefix)
    yield from _in_columns(header, prefix)
    copies = {id(one.grid) for one in also}
    for one in also:
        if one.heads_sheet != header.heads_sheet:
            told = (
                f"The sheet {quoted(one.grid.name)} has rows of this return too, in which other words stand "
                f"than in {quoted(header.grid.name)}: keep the one that is right."
            )
            yield Problem(f"{prefix}{one.grid.name}!{cell_name(one.row + 1, 0)}", told, is_question=True)
    for grid in book.grids:
        if grid is not header.grid and id(grid) not in copies:
            yield from _on_sheet(grid, facts, prefix)


def _around(header: Header, prefix: str) -> Iterator[Problem]:
    """Yield the words above the headings, and those in rows that stand under no heading."""
    grid, known = header.grid, {*header.places.values(), *header.others}
    for row in (*range(header.row), *header.below):
        for place in grid.filled(row):
            cell, words = f"{prefix}{cell_name(row + 1, place)}", quoted(grid.cell(row, place).text)
            if row < header.row:
                yield Problem(cell, f"{words} stands above the rows of the return: it is left out.")
            elif place not in known:
                yield Problem(cell, f"{words} stands in no column of a return: it is left out.")


def _in_columns(header: Header, prefix: str) -> Iterator[Problem]:
    """Yield the words below headings that are none of a return's, struck out, or merged over several rows."""
    grid = header.grid
    for place in header.others:
        heading = quoted(grid.cell(header.row, place).text)
        rows = [row for row in header.below if grid.cell(row, place).text.strip()]
        for row in rows[:_MOST]:
            words = quoted(grid.cell(row, place).text)
            told = f"{heading} is no column of a return: {words}, which stands below it, is left out."
            yield Problem(f"{prefix}{cell_name(row + 1, place)}", told)
        if more := [f"{prefix}{cell_name(row + 1, place)}" for row in rows[_MOST:]]:
            told = f"What else stands below {heading} is left out too ({list_cells(more)})."
            yield Problem(more[0], told)
    for row in header.below:
        for column, place in header.places.items():
            cell, found = f"{prefix}{cell_name(row + 1, place)}", grid.cell(row, place)
            if struck := found.text if found.is_struck else found.struck:
                yield Problem(cell, f"{quoted(struck)} is struck out: it is left out.")
            elif found.down > 1 and column in ASKED and found.text.strip():
                last = cell_name(row + found.down, place)
                told = f"{quoted(found.text)} is merged down to {last}: it is taken for its first row alone."
                yield Problem(cell, told)


def _on_sheet(grid: Grid, facts: Mapping[ReturnFact, str], prefix: str) -> Iterator[Problem]:
    """Yield the words on another sheet that the return did not have when it was made."""
    marks = set(facts.get(ReturnFact.WORDS, "").split())
    if not marks and grid.name in _OURS:
        return
    kept = {fact.value for fact in ReturnFact} if grid.name == ABOUT or marks else set()
    found: list[tuple[str, str]] = []
    for row in range(len(grid.rows)):
        filled = grid.filled(row)
        if len(filled) == _FACT and grid.cell(row, filled[0]).text.strip() in kept:
            continue
        for place in filled:
            text = grid.cell(row, place).text
            if mark_of(text) not in marks:
                found.append((f"{prefix}{grid.name}!{cell_name(row + 1, place)}", text))
    for cell, text in found[:_MOST]:
        yield Problem(cell, f"{quoted(text)} stands on a sheet without rows of the return: it is left out.")
    if more := [cell for cell, _ in found[_MOST:]]:
        told = f"What else stands on the sheet {quoted(grid.name)} is left out too ({list_cells(more)})."
        yield Problem(more[0], told)
