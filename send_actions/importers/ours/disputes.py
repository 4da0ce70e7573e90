"""What a list of ours and the plan say otherwise by now: asked about cell by cell, unless it was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple, Protocol

from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import match_key
from send_actions.importers.answers import PLAN, Answers
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.listed_values import said_words, touches
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted

_SAID_OVER: Final = ("status", "note", "ask")


class Past(Protocol):
    """What the plan said before."""

    def plan(self, as_at: date, record: int) -> Plan | None:
        """Return the plan as at a date and a record; None for a record that it has not reached."""

    def changes(self, since: int) -> Sequence[Change]:
        """Return the changes after a record, oldest first."""

    def former_titles(self) -> Sequence[tuple[int, str]]:
        """Return the ids of actions with a title that each had before the one it has now."""


class Disputed(NamedTuple):
    """The field of an action or area that is disputed, and the record at which the list was made."""

    row_id: int
    noun: str
    name: str
    record: int


class Disputes:
    """The cells in which words of the file stand against others.

    `used` has the answers that were given, by cell, each with what it was given against: the words of list,
    file and plan, and the record at which the plan's were said last. The same answer to something newer is
    another answer.
    """

    def __init__(
        self, past: Past, answers: Answers, problems: Problems, showed: str = "The list showed"
    ) -> None:
        self._showed = showed
        self._past, self._answers, self._problems = past, answers, problems
        self._settled: dict[tuple[Disputed, Any], bool] = {}
        self.used: dict[str, tuple[str, ...]] = {}

    def is_of_file(self, row: int, field: str, what: Disputed, three: tuple[Any, Any, Any]) -> bool:
        """Say whether the file's words are to stand; `three` are those of the list, the file and the plan.

        What several rows say of their area is asked about once.
        """
        key = (what, three[1])
        if key not in self._settled:
            words, newer = tuple(map(said_words, three)), self._newer(what)
            showed, says, stands = map(quoted, words)
            since = f" ({newer.actor}, record {newer.id})" if newer else ""
            told = (
                f"{self._showed} {showed} (record {what.record}), this file says {says}, and the plan has "
                f"said {stands} since{since}: which is to stand, file or plan?"
            )
            self._settled[key] = self._is_answered(self._problems.cell(row, field), told, words, newer)
        return self._settled[key]

    def side(self, cell: str, three: tuple[Any, Any, Any]) -> str:
        """Return whose words were answered to stand in a cell that is not asked about, if any."""
        side = self._answers.takes.get(cell.upper()) or self._answers.take
        if side:
            self.used[cell] = (side, *map(said_words, three))
        return side

    def is_removed(self, row: int, field: str, what: Disputed, showed: Any) -> bool:
        """Say whether something is to be removed of which only the first cell was emptied."""
        words = said_words(showed)
        told = (
            f"This cell is empty, where the list showed {quoted(words)}, and the cell beside it "
            "is not: is it to be removed (file), or left (plan)?"
        )
        return self._is_answered(self._problems.cell(row, field), told, (words,), self._newer(what))

    def _newer(self, what: Disputed) -> Change | None:
        """Return the last change since the list that said it; None where no one change did."""
        newer = reversed(self._past.changes(what.record))
        return next((c for c in newer if touches(c, what.noun, what.row_id, what.name)), None)

    def _is_answered(self, cell: str, told: str, words: tuple[str, ...], newer: Change | None) -> bool:
        side = self._answers.takes.get(cell.upper()) or self._answers.take
        if side:
            self.used[cell] = (side, *words, str(newer.id) if newer else "")
        else:
            ask = AskFor("--take", cell, PLAN)
            self._problems.add(Problem(cell, told, is_question=True, answer=ask))
        return side == "file"


def doubt_older(lines: Sequence[ActionLine], plan: Plan, problems: Problems) -> None:
    """Tell in one line where a list that does not say its record would speak over what is newer."""
    known = {match_key(action.ref): action for action in plan.actions}
    older = []
    for line in lines:
        then = known.get(match_key(line.ref))
        is_newer = then and then.updated_on and then.updated_on > (line.updated_on or date.min)
        if (
            then
            and is_newer
            and not line.is_compared
            and any((said := getattr(line, name)) and said != getattr(then, name) for name in _SAID_OVER)
        ):
            older.append(line)
    if older and "updated_on" in problems.places:
        cells = [problems.cell(line.row, "status") for line in older]
        one = len(older) == 1
        told = (
            "Something newer was said of this action" if one else "Something newer was said of these actions"
        )
        problems.doubt_at(
            cells[0],
            f"{told} than this list knows ({list_cells(cells)}): what it shows would be said over it. "
            "Make the list anew and change that.",
        )
