"""What a document says of its whole plan above a table without actions, such as the key of its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Found
from send_actions.importers.headings.labelled_lines import Labelled, labelled_line
from send_actions.importers.problems import Problem, quoted

_TEXT: Final = "text"
_TO_COME: Final = re.compile(
    r"\b(?:next review|next update|review date|(?:to|will) be reviewed)\b", re.IGNORECASE
)


def with_accountable(tables: Sequence[Found], grids: Sequence[Grid]) -> list[Found]:
    """Return the tables with who is accountable for all of them, where one line of the document says so."""
    said = [line for line in _above_all(tables, grids) if line.meant == "sro" and line.words]
    if len(said) == 1:
        for table in tables:
            if not table.grid.is_sheet and not any(line.meant == "sro" for line in table.area.said):
                table.area = replace(table.area, said=(*table.area.said, said[0]))
    return list(tables)


def reviews_to_come(words: Sequence[str]) -> list[Problem]:
    """Return what is told of lines of a document that say when the plan is reviewed next: it is not read."""
    told = dict.fromkeys(line for line in words if _TO_COME.search(line))
    return [Problem(_TEXT, f"{quoted(line)} is not read: left out.") for line in told]


def _above_all(tables: Sequence[Found], grids: Sequence[Grid]) -> Iterator[Labelled]:
    """Yield what stands under labels above the tables of a document that come before its first actions."""
    headed = [table.grid for table in tables]
    for grid in grids:
        if grid.is_sheet or any(grid is one for one in headed):
            return
        for line in grid.above:
            yield from labelled_line([(_TEXT, line.text)])
