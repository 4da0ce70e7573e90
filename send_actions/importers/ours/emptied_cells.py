"""Cells of our own list that came back empty: of what is never taken back, or the whole of a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.listed_row import ListedRow, cell_of
from send_actions.importers.ours.listed_values import said_words
from send_actions.importers.problems import quoted

_LASTING: Final = {
    **{name: name for name in ("status", "impact", "note", "ask", "area_title")},
    "area_number": "area",
}
"""What cannot be taken back by emptying its cell, with the field whose value the list showed."""

_SEVERAL: Final = 3


def columns_left_out(rows: Sequence[ListedRow], problems: Problems) -> set[str]:
    """Return the fields whose columns are left out, for all that the list showed in them is gone; tell them.

    An emptied cell of what is never taken back is told by itself in the other columns.
    """
    showed, gone = Counter[str](), dict[str, list[ListedRow]]()
    for row in rows:
        values = _values(row)
        showed.update(name for name, value in values.items() if value is not None)
        for name in _emptied(row, values):
            gone.setdefault(name, []).append(row)
    whole = {name for name, empty in gone.items() if len(empty) == showed[name] >= _SEVERAL}
    for name in gone:
        cell = next((cell for cell, field in _LASTING.items() if field == name), cell_of(name))
        if name in whole:
            told = f"The column is empty, where the list showed {showed[name]} cells of it"
            problems.doubt(gone[name][0].line.row, cell, f"{told}: it is taken as left out.")
        elif name in _LASTING.values():
            for row in gone[name]:
                told = f"This cell is empty, where the list showed {quoted(said_words(_values(row)[name]))}"
                problems.doubt(row.line.row, cell, f"{told}: it is left as it is.")
    return whole


def _values(row: ListedRow) -> Mapping[str, Any]:
    return {**row.showed, "area_title": row.listed_plan.area_of(row.shown).title}


def _emptied(row: ListedRow, values: Mapping[str, Any]) -> set[str]:
    """Return the fields of a row whose cells are empty where the list showed something in them."""
    lasting = {_LASTING[cell] for cell in row.line.emptied & _LASTING.keys()}
    removed = {name for name, value in row.returned.items() if value is None}
    return {
        name
        for name in removed | lasting
        if values[name] is not None and (name in removed or name not in row.returned)
    }
