"""Cells of a table that only the colour of their words tells apart: a date in red that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from send_actions.reports.reading.seen import SeenCell, SeenTable

_SAYS_STATE: Final = re.compile(
    r"\b(?:red|amber|yellow|green|rag|off track|at risk|on track|on target|not started|on hold|withdrawn)\b"
    r"|\b(?:closed|completed?|embedded|done|open|overdue|late|delay(?:ed|s)?|slipped|behind|ahead|missed|met)\b"
    r"|\b(?:passed|failed|better|worse|above|below|new|urgent|high|medium|low|yes|no)\b"
    r"|(?:^|\b(?:is|are|gone|going|went))\s*\b(?:up|down)\b|\b(?:up|down) (?:by|from|on|to|\d)"
    r"|^\s*(?:[-−–]\s*\S|[+(<>▲▼■●○√×✓✔✗✘])|^\s*[rag]\s*$",
    re.IGNORECASE,
)
"""Words and signs that say what a colour may mean."""
_SHORT: Final = 5
"""Words of a cell that says a state; more are prose, in which such a word may mean anything."""


def told_by_colour(table: SeenTable) -> Iterator[tuple[int, int, SeenCell]]:
    """Yield the cells below the header whose words have a colour of states, by row and column.

    Left out are those of a row that says a state in words, and a column of one colour, which tells nothing
    apart.
    """
    body = table.rows[1:] if table.has_header else table.rows
    uniform = [_is_uniform([cell for cell in column if cell]) for column in zip_longest(*body)]
    for row, cells in enumerate(body, start=1 + table.has_header):
        if not _says_state(cells):
            for column, cell in enumerate(cells, start=1):
                if cell.tint and not uniform[column - 1]:
                    yield row, column, cell


def _says_state(cells: Sequence[SeenCell]) -> bool:
    said = (cell.text or "" for cell in cells if cell.tint or len((cell.text or "").split()) <= _SHORT)
    return any(map(_SAYS_STATE.search, said))


def _is_uniform(cells: Sequence[SeenCell]) -> bool:
    return len({cell.tint for cell in cells if (cell.text or "").strip()}) == 1
