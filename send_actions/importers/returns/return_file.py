"""A return read back: which action each of its rows is of, what its owner changed, and what is open of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.return_rows import return_row
from send_actions.domain.text import match_key
from send_actions.domain.words.return_words import ASKED, ReturnColumn, ReturnFact
from send_actions.importers.answers import Answers, title_key
from send_actions.importers.cell_text import is_echo
from send_actions.importers.kept import answers_kept_as
from send_actions.importers.ours.disputes import Past
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted, quoted_apart
from send_actions.importers.returns.nothing_said import without_nothing
from send_actions.importers.returns.return_compare import RowComparing
from send_actions.importers.returns.return_sheet import ReturnSheet, SheetRow, read_return_sheet
from send_actions.importers.returns.return_state import ReturnState
from send_actions.importers.returns.return_values import spaced
from send_actions.importers.returns.returned_rows import Claim, MatchedRow, RowSaid

_NUMBER: Final = re.compile(r"\d+$")
_ALIKE: Final = 0.6
"""From how much on a title is the same one, mended."""


@dataclass(frozen=True)
class ReturnRead:
    """What a return says: its rows that say something, what is open or in doubt, and what moved since.

    `to` is whom it was made for, `used` the cells of which an answer was asked for, `prefix` what stands
    before their names, `claims` what its cells say that were changed, also where that is still open, and
    `kept` what was answered of it, by the name under which that is kept.
    """

    name: str
    to: str
    rows: tuple[RowSaid, ...]
    problems: tuple[Problem, ...]
    moved: tuple[str, ...]
    used: frozenset[str] = frozenset()
    prefix: str = ""
    claims: tuple[Claim, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)

    def is_open(self, row: RowSaid) -> bool:
        """Say whether something is asked of a row."""
        number = _NUMBER.search(row.cell)
        return any(
            (found := _NUMBER.search(problem.cell)) and number and found[0] == number[0]
            for problem in self.questions
        )

    def told(self, problem: Problem) -> str:
        """Return a problem as a line that names the file, the cell and what is open or in doubt."""
        kind = "question" if problem.is_question else "doubt"
        return f"{self.name} {kind} {problem.cell.removeprefix(self.prefix)}: {problem.message}"

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems that have to be answered first."""
        return tuple(one for one in self.problems if one.is_question)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(one for one in self.problems if not one.is_question)


def read_return(
    path: Path, plan: Plan, past: Past, answers: Answers, *, on: date, begun: str, prefix: str = ""
) -> ReturnRead:
    """Return what a return says, compared with what it showed and with the plan as it is now.

    `plan` and `past` are the plan as returns show it; it was `begun` at that moment. What the return says
    counts from the day `on`, as at which the plan is. Raises SendActionsError
    for what is no return of this plan.
    """
    sheet = read_return_sheet(path, prefix=prefix)
    return _Reader(sheet, plan, ReturnState(sheet, plan, past, begun), answers, on).read()


class _Reader:
    """Reads one return, row by row."""

    def __init__(
        self, sheet: ReturnSheet, plan: Plan, state: ReturnState, answers: Answers, on: date
    ) -> None:
        was = state.answered_before(sheet.digest)
        answers = answers.of_same_file(was) if was else answers
        self._sheet, self._plan, self._state, self._answers = sheet, plan, state, answers
        self._comparing = RowComparing(sheet, plan, state, answers, on)
        self._used: set[str] = set()
        self._problems: list[Problem] = [*sheet.problems, *state.problems()]

    def read(self) -> ReturnRead:
        found = [one for row in self._sheet.rows if (one := self._matched(row))]
        said = [told for one in self._apart(found) if (told := self._comparing.said(one))]
        problems = dict.fromkeys((*self._problems, *self._comparing.problems()))
        to = self._sheet.facts.get(ReturnFact.TO, "")
        return ReturnRead(
            self._sheet.name,
            to,
            tuple(said),
            tuple(problems),
            tuple(self._comparing.moved),
            frozenset(self._used | self._comparing.used),
            self._sheet.prefix,
            tuple(self._comparing.claims),
            {**self._comparing.sides, **self._answered()},
        )

    def _answered(self) -> dict[str, str]:
        """Return what was answered of the file as a whole, by the name under which that is kept."""
        refs = {cell: ref for cell, ref in self._answers.refs.items() if cell in self._used}
        used = Answers(statuses=self._comparing.statuses, refs=refs)
        is_any = used.statuses or refs or self._answers.not_personal
        return {answers_kept_as(self._sheet.digest): used.whole_json()} if is_any else {}

    def _matched(self, row: SheetRow) -> MatchedRow | None:
        """Return a row with its action; None, with a word of it, where that is not known or gone."""
        cell = self._sheet.cell(row.number, ReturnColumn.REF)
        typed, kept = row.cells.get(ReturnColumn.REF, "").strip(), self._state.kept_ref(row.number)
        answered = self._answers.refs.get(cell.upper(), "")
        ref = answered or kept or typed
        found = self._state.shown(row.number, ref)
        if found is None:
            self._problems.append(self._of_no_action(row, cell, ref))
            return None
        told = self._other_action(typed, kept, row, self._state.shown(row.number, kept or typed))
        self._used |= {cell.upper()} if told else set()
        if told and not answered:
            ask = AskFor("--ref", cell)
            self._problems.append(Problem(cell, told, is_question=True, answer=ask))
            return None
        now = self._plan.actions_by_id.get(found[1].id)
        if now is None:
            self._problems.append(Problem(cell, f"{ref} is no longer in the plan: its row is left out."))
            return None
        showed = return_row(*found)
        row, problems = without_nothing(row, showed, self._sheet)
        self._problems += problems
        return MatchedRow(row, *found, now, showed)

    def _of_no_action(self, row: SheetRow, cell: str, ref: str) -> Problem:
        """Return what is told of a row of no action, such as words below the table; its words stand there."""
        if ref or any(row.cells.get(column) for column in ASKED):
            told = f"{quoted(ref)} is no action that the return showed" if ref else "This row has no ref"
            return Problem(cell, f"{told}: its row is left out.{_words_of(row)}")
        column, words = next((column, words) for column, words in row.cells.items() if words)
        told = f"{quoted(words)} stands in a row without a ref: it is left out."
        return Problem(self._sheet.cell(row.number, column), told)

    def _other_action(self, typed: str, kept: str, row: SheetRow, found: tuple[Plan, Action] | None) -> str:
        """Return why a row may be of two actions, such as where one column was sorted alone."""
        if typed and kept and match_key(typed) != match_key(kept) and not is_echo(typed, kept):
            return (
                f"This row says {quoted(typed)}, and its hidden cell {quoted(kept)}: which action is it of?"
            )
        title, shown = row.cells.get(ReturnColumn.ACTION, ""), found[1] if found else None
        one, other = title_key(title), title_key(shown.title) if shown else ""
        if shown and one and one != other and SequenceMatcher(None, one, other).ratio() < _ALIKE:
            here, known = quoted_apart(title, shown.title)
            return f"This row is called {here}, and {shown.ref} is {known}: which action is it of?"
        return ""

    def _apart(self, rows: Sequence[MatchedRow]) -> Iterator[MatchedRow]:
        """Yield a row of each action; two that say different things of one are asked about."""
        of_action: dict[int, list[MatchedRow]] = {}
        for one in rows:
            of_action.setdefault(one.now.id, []).append(one)
        for same in of_action.values():
            said = {tuple(spaced(one.row.cells.get(column, "")) for column in ReturnColumn) for one in same}
            if len(said) > 1:
                cells = [self._sheet.cell(one.number, ReturnColumn.REF) for one in same]
                told = (
                    f"{same[0].now.ref} has several rows ({list_cells(cells)}): keep the one that is right."
                )
                self._problems.append(Problem(cells[0], told, is_question=True))
            else:
                yield same[0]


_OWN_WORDS: Final = tuple(column for column in ReturnColumn if column in ASKED | {ReturnColumn.ACTION})
_MOST_TOLD: Final = 4


def _words_of(row: SheetRow) -> str:
    """Return what a row that is left out says, for who reads it."""
    told = [f"{quoted(words)} under “{column}”" for column in _OWN_WORDS if (words := row.cells.get(column))]
    return f" It says {' and '.join(told[:_MOST_TOLD])}." if told else ""
