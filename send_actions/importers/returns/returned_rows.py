"""The rows of a return: each with the action it showed, and what it says of that."""

from __future__ import annotations

from typing import Any, NamedTuple

from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.return_rows import ReturnRow
from send_actions.domain.words.return_words import ReturnColumn
from send_actions.importers.returns.return_sheet import SheetRow
from send_actions.importers.returns.return_values import spaced


class RowSaid(NamedTuple):
    """What a row of a return says of an action, with who leads it; `cell` is that of its ref.

    `is_answer` says whether somebody wrote in it, as far as that is known.
    """

    action: Action
    lead: Owner | None
    cell: str
    update: UpdateDraft | None = None
    deadline: DeadlineDraft | None = None
    is_answer: bool = True


class Claim(NamedTuple):
    """What a cell says of a field of an action, whether or not it is to stand."""

    action: Action
    name: str
    value: Any


class MatchedRow(NamedTuple):
    """A row with the action that it showed, what it showed of it, and the action now."""

    row: SheetRow
    plan: Plan
    shown: Action
    now: Action
    showed: ReturnRow

    @property
    def number(self) -> int:
        """Its number in the sheet."""
        return self.row.number

    def is_new(self, column: ReturnColumn) -> bool:
        """Say whether a cell holds other words than it showed."""
        return spaced(self.row.cells.get(column, "")) != spaced(str(self.showed[column]))
