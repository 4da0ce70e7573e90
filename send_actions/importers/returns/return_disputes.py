"""What a return and the plan say differently: whose words stand is asked, cell by cell."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from send_actions.domain.plan import Plan
from send_actions.importers.answers import PLAN, Answers
from send_actions.importers.kept import side_kept_as
from send_actions.importers.problems import AskFor, Problem, quoted
from send_actions.importers.returns.return_sheet import ReturnSheet
from send_actions.importers.returns.return_since import SaidSince
from send_actions.importers.returns.return_state import ReturnState
from send_actions.importers.returns.return_values import column_of, said_value, spaced
from send_actions.importers.returns.returned_rows import MatchedRow


class ReturnDisputes:
    """Asks whose words are to stand: `used` are the cells asked about, `problems` what is open.

    `sides` is whose were answered to stand, by the name under which that is kept: it is asked once.
    """

    def __init__(
        self, sheet: ReturnSheet, plan: Plan, state: ReturnState, since: SaidSince, answers: Answers
    ) -> None:
        self._sheet, self._plan, self._state, self._answers = sheet, plan, state, answers
        self._since = since
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.sides: dict[str, str] = {}
        self._settled: dict[str, str] = {}

    def stands(self, one: MatchedRow, name: str, three: tuple[Any, Any, Any], note: str = "") -> bool:
        """Say whether the file's words stand against the plan's; `three` are shown, said and there now.

        Where a note was said since, a status has it beside it, the file's has `note`: one answer for both.
        """
        showed, says, stands = (said_value(value, self._plan) for value in three)
        cell = self._sheet.cell(one.number, column_of(name))
        key = _key(one.now.id, one.plan.record, name, showed, says, stands, self._since.last_said(one, name))
        if not self._state.is_known(one.number):
            told = (
                f"{one.now.ref}: the plan says {quoted(stands)}, the file says {quoted(says)}, and nothing "
                "tells whether that is new or only what it showed: which is to stand, file or plan?"
            )
            sides: tuple[tuple[str, str], ...] = (("The plan says", stands), ("The file says", says))
            return self.answer(one, cell, told, sides, key)
        is_noted = name == "status" and self._since.is_noted(one)
        newer, older = (spaced(one.now.note), spaced(note)) if is_noted else ("", "")
        since, who = self._since.who(one, name), f"{one.shown.lead or 'the file'} says"
        told = (
            f"{one.now.ref}: the return showed {quoted(showed)} (record {one.plan.record}), {who} "
            f"{quoted(says)}{_with(older)}, and the plan has said {quoted(stands)} since{since}"
            f"{_with(newer)}: which is to stand, file or plan?"
        )
        sides = (
            ("It showed", f"{showed} (record {one.plan.record})"),
            (f"{who[:1].upper()}{who[1:]}", ": ".join(filter(None, (says, older)))),
            ("The plan since", ": ".join(filter(None, (f"{stands}{since}", newer)))),
        )
        return self.answer(one, cell, told, sides, key)

    def answer(
        self, one: MatchedRow, cell: str, told: str, sides: tuple[tuple[str, str], ...] = (), key: str = ""
    ) -> bool:
        """Say whether the file's side was answered; a question that is open is kept.

        What was answered when the return was taken before is not asked again as it stands, also when that was
        undone, which is told. It is known again by its `key`, or else by its words.
        """
        self.used.add(cell.upper())
        by_words = _key(one.now.id, one.plan.record, told, sides)
        if self.side(cell):
            self.sides[key or by_words] = self.side(cell)
        elif before := self._state.side_before(key or by_words) or self._state.side_before(by_words):
            self._settled[cell.upper()] = before.side
            if before.is_undone:
                self.problems.append(Problem(cell, _as_before(before.side, sides)))
        else:
            ask = AskFor("--take", cell, PLAN)
            self.problems.append(Problem(cell, told, is_question=True, answer=ask, sides=sides))
        return self.side(cell) == "file"

    def was_answered(self, one: MatchedRow, cell: str, told: str) -> bool:
        """Say whether an answer to a question is given or kept."""
        return bool(self.side(cell) or self._state.side_before(_key(one.now.id, one.plan.record, told, ())))

    def side(self, cell: str) -> str:
        """Return whose words were answered to stand in a cell; empty where that is open."""
        settled = self._settled.get(cell.upper(), "")
        return self._answers.takes.get(cell.upper(), "") or self._answers.take or settled


def _key(*said: object) -> str:
    """Return under which name the answer to a question is kept, by all that it is known by."""
    return side_kept_as(sha256(repr(said).encode()).hexdigest())


def _as_before(side: str, sides: tuple[tuple[str, str], ...]) -> str:
    """Return what is told of an answer that counts again."""
    words = quoted(sides[-1 if side == PLAN else -2][1]) if sides else ""
    said = f"The {side} says {words}, which" if words else f"What the {side} says"
    return f"{said} stands as it was answered before."


def _with(note: str) -> str:
    return f", with {quoted(note)}" if note else ""
