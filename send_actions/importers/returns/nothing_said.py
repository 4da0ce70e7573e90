"""Words of a return that say nothing new: a dash, "n/c" or "as above" is no update, and each is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from send_actions.domain.return_rows import ReturnRow
from send_actions.domain.text import fold
from send_actions.domain.words.return_words import STILL_RIGHT, ReturnColumn
from send_actions.importers.problems import Problem, quoted
from send_actions.importers.returns.return_sheet import ReturnSheet, SheetRow
from send_actions.importers.returns.return_values import WRITTEN, spaced

_NO_CHANGE: Final = frozenset(
    {"no change", "no changes", "nochange", "no change since last time", "n/c", "nc", "no chg", "unchanged"}
    | {"no update", "no updates", "no further update", "no update this month", "no news", "nothing new"}
    | {"nothing to report", "nothing to add", "nothing further", "nothing further to report"}
    | {"nothing new to report", "as before", "same as before", "as last time", "still right", "ntr"}
    | {fold(STILL_RIGHT)}
)
_NOTHING: Final = frozenset(
    {"n/a", "na", "not applicable", "none", "nil", "nothing", "as above", "see above", "same as above"}
    | {"as below", "see below", "ditto", "do", "tbc", "tba", "tbd"}
)
_MARKS: Final = re.compile(r"[\s\-–—−_./\\*,;:?…\"'“”‘’〃]+")
_TICKS: Final = frozenset({"yes", "y", "x", "ok", "true", "√", "✓", "✔"} | _NO_CHANGE)


def is_tick(text: str) -> bool:
    """Say whether words under “No change?” say no more than that it is still right."""
    return _key(text) in _TICKS


def without_nothing(
    row: SheetRow, showed: ReturnRow, sheet: ReturnSheet
) -> tuple[SheetRow, tuple[Problem, ...]]:
    """Return a row without those of an owner's own words that say nothing new, and what is told of them.

    An update of no change counts as such, unless the row says another status, or whether it is no change.
    """
    cells, told = dict(row.cells), list[Problem]()
    for column in WRITTEN:
        text = cells.get(column, "")
        if not _says_nothing(text) or spaced(text) == spaced(str(showed[column])):
            continue
        cells[column] = str(showed[column])
        words = f"{quoted(text)} under “{column}” says nothing"
        if column is ReturnColumn.NOTE and _key(text) in _NO_CHANGE and _is_open(cells, showed):
            cells[ReturnColumn.NO_CHANGE] = STILL_RIGHT
            words = f"{words} new: it counts as no change."
        else:
            words = f"{words}: it {'stays as it was' if cells[column] else 'is left out'}."
        told.append(Problem(sheet.cell(row.number, column), words))
    return (row._replace(cells=cells) if told else row), tuple(told)


def _is_open(cells: Mapping[ReturnColumn, str], showed: ReturnRow) -> bool:
    status = spaced(cells.get(ReturnColumn.STATUS, ""))
    return not cells.get(ReturnColumn.NO_CHANGE, "").strip() and status in (
        "",
        spaced(str(showed[ReturnColumn.STATUS])),
    )


def _says_nothing(text: str) -> bool:
    return bool(text.strip()) and (not _MARKS.sub("", text) or _key(text) in _NOTHING | _NO_CHANGE)


def _key(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!,;:-–—\"'“”")
