"""Statuses that colours alone show: behind a cell or a whole row, or those in which words are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from send_actions.importers.grids.added_columns import add_apart
from send_actions.importers.grids.cell_grid import Cell
from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells, quoted
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import colour_name
from send_actions.importers.statuses.signs import is_coloured_sign

_SAID: Final = ("status", "colour")
_COLUMNS: Final = (*_SAID, "review", "undated")
_RAG: Final = frozenset({"red", "amber", "yellow", "green"})
_FEWEST: Final = 2


class _Colours(NamedTuple):
    """The colours of a column by row, and its place."""

    place: int
    by_row: dict[int, str]

    @property
    def is_rag(self) -> bool:
        """Whether there are two at least of red, amber and green."""
        return len({colour_name(colour) for colour in self.by_row.values()} & _RAG) >= _FEWEST


def with_colours_of_cells(table: Found) -> None:
    """Put the figures of their colour into the cells of statuses that are empty, or a sign alone."""
    for place in table.places(*_COLUMNS):
        colours = _colours(table, place, _fill).by_row
        _write(
            table,
            place,
            {
                row: colours[row]
                for row, texts in table.rows
                if row in colours and (not texts[place].strip() or is_coloured_sign(texts[place]))
            },
        )


def has_no_words(table: Found) -> bool:
    """Say whether the status has a column and no cell of it says anything."""
    places = table.places(*_COLUMNS)
    is_empty = not any(texts[place].strip() for _, texts in table.rows for place in places)
    return len(places) == len(table.places(*_SAID)) == 1 and is_empty


def with_colours_beside(table: Found, keys: Sequence[KeyWords]) -> None:
    """Take the status from the colours of another column, as where whole rows are painted.

    Colours of words count only where there are several, as they may as well say what is new.
    """
    own = next(iter(table.places(*_SAID)), None)
    painted = [colours for colours in _every(table, _fill) if own is None or colours.is_rag]
    known = {key.colour for key in keys}
    painted = [colours for colours in painted if _are_said(colours, known)]
    written = [colours for colours in _every(table, _ink) if colours.is_rag]
    written = [colours for colours in written if len(colours.by_row) * 2 >= len(table.rows)]
    found = max(painted or written, key=lambda colours: len(colours.by_row), default=None)
    if found is None:
        _doubt_ink(table)
        return
    beside = _side_by_side(table, found.place) if painted else [found]
    named = " to ".join(dict.fromkeys(quoted(table.header[one.place]) for one in (beside[0], beside[-1])))
    last = ", the last that is filled in each row" if len(beside) > 1 else ""
    where = "colours behind" if painted else "colours of the words in"
    why = "No column says the status" if own is None else f"{quoted(table.header[own])} is empty"
    table.doubt(
        table.heading.row, table.at[found.place], f"{why}: it is taken from the {where} {named}{last}."
    )
    by_row = {row: colour for one in beside for row, colour in one.by_row.items()}
    if own is not None:
        _write(table, own, by_row)
        return
    places = {row: one.place for one in beside for row in one.by_row}
    cells = {row: table.cell(row, table.at[places.get(row, found.place)]) for row in table.body}
    head = table.cell(table.heading.row, table.at[found.place])
    add_apart(table, "RAG", "colour", by_row, cells, head=head)


def _side_by_side(table: Found, best: int) -> list[_Colours]:
    """Return the painted columns without a meaning that stand together with one, from left to right.

    One for each half-term are such: the last that is filled in a row counts.
    """
    every, first, last = _every(table, _fill), best, best
    free = {one.place for one in every if one.by_row and not table.fields[one.place]}
    while best in free and first - 1 in free:
        first -= 1
    while best in free and last + 1 in free:
        last += 1
    return every[first : last + 1]


def _fill(cell: Cell) -> str:
    return cell.fill


def _ink(cell: Cell) -> str:
    return cell.ink


def _colours(table: Found, place: int, of: Callable[[Cell], str]) -> _Colours:
    at = table.at[place]
    found = ((row, of(cells[at])) for row, cells in table.body.items() if at < len(cells))
    return _Colours(place, {row: colour for row, colour in found if colour and colour_name(colour)})


def _every(table: Found, of: Callable[[Cell], str]) -> list[_Colours]:
    return [_colours(table, place, of) for place in range(len(table.at))]


def _are_said(colours: _Colours, known: set[str]) -> bool:
    """Say whether the colours of a column differ, or a key knows them."""
    fills = Counter(colours.by_row.values())
    return len(fills) > 1 or any(fill in known or colour_name(fill) in known for fill in fills)


def _write(table: Found, place: int, cells: dict[int, str]) -> None:
    table.rows = [
        (row, [*texts[:place], cells[row], *texts[place + 1 :]] if row in cells else texts)
        for row, texts in table.rows
    ]


def _doubt_ink(table: Found) -> None:
    """Tell which words stand in the colour of a status where nothing else says one."""
    rows = {row for row, _ in table.rows}
    cells = [
        table.cell(row, table.at[colours.place])
        for colours in _every(table, _ink)
        for row, colour in colours.by_row.items()
        if row in rows and colour_name(colour) in _RAG
    ]
    if cells:
        told = f"Words stand in red, amber or green ({list_cells(cells)}): their colour is not read."
        table.problems.append(Problem(cells[0], told))
