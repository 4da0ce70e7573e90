"""What the cells of a return say, as values to compare; what cannot be read is told with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from send_actions.domain.drafting import too_long
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.return_rows import ReturnRow
from send_actions.domain.text import clean
from send_actions.domain.words.choices import read_impact
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_date, say_due
from send_actions.domain.words.personal_data import questions
from send_actions.domain.words.return_words import ReturnColumn
from send_actions.errors import UsageError
from send_actions.importers.personal import NOT_PERSONAL
from send_actions.importers.problems import Problem, quoted
from send_actions.importers.returns.return_sheet import ReturnSheet, SheetRow
from send_actions.importers.statuses.status_words import StatusWords

COLUMNS: Final[Mapping[str, ReturnColumn]] = {
    "status": ReturnColumn.STATUS,
    "impact": ReturnColumn.IMPACT,
    "path": ReturnColumn.PATH,
    "path_by": ReturnColumn.PATH_BY,
    "ask": ReturnColumn.ASK,
    "due": ReturnColumn.NEW_DUE,
}
"""What is compared, with the column that says it."""

WRITTEN: Final = (ReturnColumn.NOTE, ReturnColumn.PATH, ReturnColumn.ASK, ReturnColumn.WHY_NEW_DUE)
"""The columns that hold an owner's own words."""


_SHOWN: Final[Mapping[ReturnColumn, ReturnColumn]] = {
    ReturnColumn.ACTION: ReturnColumn.NOTE,
    ReturnColumn.LEAD: ReturnColumn.NOTE,
    ReturnColumn.DUE: ReturnColumn.NEW_DUE,
    ReturnColumn.LAST_SAID: ReturnColumn.NOTE,
}
"""The columns that only show, with the one that takes what somebody writes there."""


def column_of(name: str) -> ReturnColumn:
    """Return the column that says a field."""
    return ReturnColumn.NOTE if name == "note" else COLUMNS[name]


def values_of(action: Action) -> dict[str, Any]:
    """Return what an action says of all that a return asks."""
    return {name: getattr(action, name) or None for name in COLUMNS}


def is_same(one: Any, other: Any) -> bool:
    """Say whether two values say the same."""
    if isinstance(one, Due) and isinstance(other, Due):
        return is_same_due(one, other)
    if isinstance(one, str) and isinstance(other, str):
        return spaced(one) == spaced(other)
    return bool(one == other)


def spaced(text: str) -> str:
    """Return a text as it is compared, whatever its lines and spaces."""
    return " ".join(clean(text).split())


def as_sentences(texts: Iterable[str]) -> str:
    """Return texts one after another, each a sentence of its own; one that repeats another is left out."""
    said = ""
    for text in map(clean, texts):
        if not said:
            said = text
        elif text and spaced(text).casefold() not in spaced(said).casefold():
            end = "" if said[-1] in ".!?:;" else "."
            said = f"{said}{end} {text[:1].upper()}{text[1:]}"
    return said


def said_value(value: Any, plan: Plan) -> str:
    """Return a value in the words that a return has for it."""
    match value:
        case None:
            return "nothing"
        case Status():
            return plan.legend_of(value).word
        case Impact():
            return value.word
        case Due():
            return say_due(value)
        case date():
            return say_date(value)
        case _:
            return spaced(str(value))


class CellReader:
    """Reads the cells of a return; `problems` are those of them that are open or in doubt."""

    def __init__(self, sheet: ReturnSheet, statuses: StatusWords, today: date) -> None:
        self._sheet, self._statuses, self._today = sheet, statuses, today
        self.problems: list[Problem] = []
        self._unread: set[str] = set()

    def value(self, row: SheetRow, name: str) -> tuple[Any, str]:
        """Return what a cell that is not empty says, and words that stand beside a status."""
        column = COLUMNS[name]
        text, cell = row.cells[column], self._sheet.cell(row.number, column)
        try:
            if name == "status":
                status, beside = self._statuses.read(text, cell)
                return status, beside
            if name == "impact":
                return read_impact(text), ""
            if name == "path_by":
                return read_due_or_refuse(text, today=self._today, asked=BY).on, ""
            if name == "due":
                return read_due_or_refuse(text, today=self._today), ""
        except UsageError as refusal:
            self.problems.append(Problem(cell, f"{refusal} It is left as it was."))
            self._unread.add(cell)
            return None, ""
        return clean(text), ""

    def is_unread(self, row: SheetRow, column: ReturnColumn) -> bool:
        """Say whether a cell was found to say nothing that can be read."""
        return self._sheet.cell(row.number, column) in self._unread

    def question_words(self, row: SheetRow, columns: Iterable[ReturnColumn], *, is_known: bool) -> None:
        """Ask about words that look personal, unless it is known that none is, and about what is too long."""
        for column in columns:
            text, cell = row.cells.get(column, ""), self._sheet.cell(row.number, column)
            if not is_known:
                told = questions(text)
                self.problems += [Problem(cell, one, is_question=True, answer=NOT_PERSONAL) for one in told]
            if long := too_long("text", text, one_line=False):
                self.problems.append(Problem(cell, long, is_question=True))

    def doubt_emptied(self, row: SheetRow, name: str, shown: str) -> None:
        """Tell that a cell was emptied, which takes nothing back."""
        cell = self._sheet.cell(row.number, COLUMNS[name])
        told = f"This cell was emptied, where the return showed {quoted(shown)}: that stays as it is."
        self.problems.append(Problem(cell, told))

    def doubt_overtyped(self, row: SheetRow, showed: ReturnRow) -> None:
        """Tell of each cell that only shows and holds other words now, since nothing is taken from there."""
        for column, taking in _SHOWN.items():
            said, shown = spaced(row.cells.get(column, "")), spaced(str(showed[column]))
            if not said or said == shown or (column is ReturnColumn.DUE and self._is_same_due(said, shown)):
                continue
            told = (
                f"{quoted(said)} stands under “{column}”, where the return showed {quoted(shown)}: nothing "
                f"is taken from that column, so write it under “{taking}”."
            )
            self.problems.append(Problem(self._sheet.cell(row.number, column), told))

    def _is_same_due(self, said: str, shown: str) -> bool:
        try:
            one, other = (read_due_or_refuse(text, today=self._today) for text in (said, shown))
        except UsageError:
            return False
        return is_same(one, other)
