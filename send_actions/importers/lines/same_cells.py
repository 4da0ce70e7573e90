"""What some cells of a row say together, read once where other rows have the same cells."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from operator import itemgetter
from typing import Generic, TypeVar

from send_actions.importers.lines.row_cells import RowCells

Said = TypeVar("Said")


class SameCells(Generic[Said]):
    """Reads the cells of some fields, and not again what they said before with nothing told of them."""

    def __init__(self, cells: RowCells, names: Iterable[str], read: Callable[[], Said]) -> None:
        places = sorted({cells.columns.places[name] for name in names if name in cells.columns.places})
        self._cells, self._read = cells, read
        self._width = max(places, default=-1) + 1
        self._get: Callable[[list[str]], Hashable] = itemgetter(*places) if places else len
        self._known: dict[Hashable, Said] = {}

    def said(self) -> Said:
        """Return what the cells of the present row say."""
        cells = self._cells
        if len(cells.present) < self._width:
            return self._read()
        key = self._get(cells.present)
        if key not in self._known:
            told = cells.told
            said = self._read()
            if cells.told != told:
                return said
            self._known[key] = said
        return self._known[key]
