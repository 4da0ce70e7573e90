"""One row of a return against what it showed and the plan now: what is taken, and what is asked about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final

from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.history.three_way import compare_three_ways
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.domain.text import clean
from send_actions.domain.words.return_words import EVERYBODY, STILL_RIGHT, ReturnColumn, ReturnFact
from send_actions.importers.answers import PLAN, Answers
from send_actions.importers.problems import Problem, quoted
from send_actions.importers.returns.nothing_said import is_tick
from send_actions.importers.returns.return_disputes import ReturnDisputes
from send_actions.importers.returns.return_sheet import ReturnSheet
from send_actions.importers.returns.return_since import SaidSince
from send_actions.importers.returns.return_state import ReturnState
from send_actions.importers.returns.return_values import (
    COLUMNS,
    WRITTEN,
    CellReader,
    as_sentences,
    is_same,
    said_value,
    spaced,
    values_of,
)
from send_actions.importers.returns.returned_rows import Claim, MatchedRow, RowSaid
from send_actions.importers.statuses.status_words import StatusWords

_BESIDE_STATUS: Final = ("path", "path_by", "ask")
"""What ends with a status, and is said again with one that still needs it."""
_EMPTY: Final = (
    *(ReturnColumn.NO_CHANGE, ReturnColumn.NOTE),
    *(ReturnColumn.NEW_DUE, ReturnColumn.WHY_NEW_DUE),
)
"""The columns that a return shows empty: what stands in them was written by somebody."""
_IN_TROUBLE: Final = (Status.AT_RISK, Status.OFF_TRACK)


class RowComparing:
    """Compares the rows of one return; `claims` is what its cells say that were changed."""

    def __init__(
        self, sheet: ReturnSheet, plan: Plan, state: ReturnState, answers: Answers, on: date
    ) -> None:
        self._sheet, self._plan, self._state, self._answers, self._on = sheet, plan, state, answers, on
        self._statuses = StatusWords(plan.legend, answers.statuses, is_ours=True)
        self._cells = CellReader(sheet, self._statuses, on)
        self._open: list[Problem] = []
        self._since = SaidSince(plan, state)
        self._disputes = ReturnDisputes(sheet, plan, state, self._since, answers)
        self.claims: list[Claim] = []

    def problems(self) -> list[Problem]:
        """Return what is open or in doubt of the rows so far."""
        open_ = (self._disputes.problems, self._open, self._cells.problems, self._statuses.problems())
        return [problem for some in open_ for problem in some]

    @property
    def moved(self) -> list[str]:
        """What the plan has said since the return was made, of what it does not speak of."""
        return self._since.told

    @property
    def used(self) -> set[str]:
        """The cells of which an answer was asked for."""
        return self._disputes.used

    @property
    def sides(self) -> dict[str, str]:
        """Whose words were answered to stand, by what is known again."""
        return self._disputes.sides

    @property
    def statuses(self) -> Mapping[str, Status | None]:
        """The answers to words of a status that were asked for."""
        return self._statuses.used

    def said(self, one: MatchedRow) -> RowSaid | None:
        """Return what a row says of its action; None where that is nothing."""
        if self._state.is_known(one.number):
            self._cells.doubt_overtyped(one.row, one.showed)
        returned, beside, heard = self._returned(one)
        self._claim(one, returned)
        showed, stands = values_of(one.shown), values_of(one.now)
        confirms, words = self._confirms(one, returned, heard)
        note, asked = self._note(one, (beside, words)), set[str]()
        if confirms and not is_same(stands["status"], showed["status"]):
            asked.add("status")
            if self._stands(one, "status", showed["status"], note):
                returned["status"], showed = showed["status"], {**showed, "status": stands["status"]}
            confirms = False
        compared = compare_three_ways(showed, returned, stands, is_same)
        certain, disputed = dict(compared.changed), dict(compared.disputed)
        for name in compared.changed:
            is_said_since = name not in asked and self._since.is_said(one, name)
            if is_said_since or self._may_be_older(one, name, certain[name]):
                disputed[name] = certain.pop(name)
        taken = {name: value for name, value in disputed.items() if self._stands(one, name, value, note)}
        said = {**certain, **taken}
        kept = note if self._is_note_kept(one, note, said, disputed.keys() | asked) else ""
        if one.row.cells.get(ReturnColumn.NOTE) or beside or "status" in disputed.keys() | asked:
            heard.add("note")
        self._since.tell(one, apart=said.keys() | disputed.keys() | heard | asked)
        return self._drafted(one, said, kept, confirms=confirms)

    def _stands(self, one: MatchedRow, name: str, value: Any, note: str) -> bool:
        """Say whether the file's words stand in a cell that is asked about; a status has its note with it."""
        three = (values_of(one.shown)[name], value, values_of(one.now)[name])
        return self._disputes.stands(one, name, three, note if name == "status" else "")

    def _is_note_kept(
        self, one: MatchedRow, note: str, said: Mapping[str, Any], disputed: Collection[str]
    ) -> bool:
        """Say whether a row's note is taken.

        Beside a note that was said since, it goes with its status where that is taken, or is asked about.
        """
        if not note or not self._since.is_noted(one):
            return True
        if "status" in disputed and self._disputes.side(self._cell(one, "status")) != PLAN:
            return "status" in said
        return self._disputes.stands(one, "note", (one.shown.note or None, note, one.now.note or None))

    def _returned(self, one: MatchedRow) -> tuple[dict[str, Any], str, set[str]]:
        """Return what the cells say that were changed, words beside the status, and what was taken before."""
        showed, returned, beside, heard = one.showed, dict[str, Any](), "", set[str]()
        for name, column in COLUMNS.items():
            text = one.row.cells.get(column)
            words = said_value(showed[column], self._plan) if showed[column] else ""
            if text is None or spaced(text) in (spaced(str(showed[column])), words):
                continue
            if not text.strip():
                is_other = one.row.cells.get(ReturnColumn.STATUS) and one.is_new(ReturnColumn.STATUS)
                is_ended = name in _BESIDE_STATUS and is_other
                if not is_ended and self._state.is_known(one.number):
                    self._cells.doubt_emptied(one.row, name, words)
                continue
            value, more = self._cells.value(one.row, name)
            beside = beside or more
            if value is not None and self._was_heard(one, name, value):
                heard.add(name)
            elif value is not None:
                returned[name] = value
        return returned, beside, heard

    def _cell(self, one: MatchedRow, name: str) -> str:
        return self._sheet.cell(one.number, COLUMNS[name])

    def _claim(self, one: MatchedRow, returned: Mapping[str, Any]) -> None:
        for name, value in returned.items():
            is_given_up = self._disputes.side(self._cell(one, name)) == PLAN
            if not is_given_up and not self._may_be_older(one, name, value):
                self.claims.append(Claim(one.now, name, value))

    def _was_heard(self, one: MatchedRow, name: str, value: Any) -> bool:
        return self._state.was_heard(one.number, one.now.id, name, value)

    def _may_be_older(self, one: MatchedRow, name: str, value: Any) -> bool:
        """Say whether a cell may hold what it showed, not what somebody wrote.

        So it is where that is not known, and no words stand beside it or the plan has said the same before.
        """
        if self._state.is_known(one.number):
            return False
        beside = (ReturnColumn.NOTE, *((ReturnColumn.WHY_NEW_DUE,) if name == "due" else ()))
        is_told = any(one.row.cells.get(column, "").strip() for column in beside)
        return not is_told or self._state.was_said(one.now.id, name, value)

    def _confirms(self, one: MatchedRow, returned: dict[str, Any], heard: set[str]) -> tuple[bool, str]:
        """Say whether a row confirms its status, with words that stand beside that.

        Beside another status it is asked which stands; one that was taken before stands.
        """
        text = spaced(one.row.cells.get(ReturnColumn.NO_CHANGE, ""))
        if not text:
            return False, ""
        cell = self._sheet.cell(one.number, ReturnColumn.NO_CHANGE)
        showed, words = values_of(one.shown)["status"], "" if is_tick(text) else text
        was_heard = self._was_heard(one, "no_change", True) or self._was_heard(one, "status", showed)
        if words and not was_heard and not self._are_words_taken(one, cell, words):
            return False, ""
        is_other = "status" in returned and not is_same(returned["status"], showed)
        if "status" in heard or not is_other:
            return not was_heard and "status" not in heard, words
        word = quoted(said_value(returned["status"], self._plan))
        told = f"“{STILL_RIGHT}” is chosen, and beside it {word}: is it {word} (file), or no change (plan)?"
        if was_heard and not self._disputes.was_answered(one, cell, told):
            return False, words
        if self._disputes.answer(one, cell, told):
            return False, words
        if self._disputes.side(cell):
            del returned["status"]
        return not was_heard, words

    def _are_words_taken(self, one: MatchedRow, cell: str, words: str) -> bool:
        """Ask whether words beside what may be chosen confirm the status and are the update."""
        told = (
            f"{quoted(words)} stands under “{ReturnColumn.NO_CHANGE}”: is it still right, with these words "
            "as the update (file), or is nothing said (plan)?"
        )
        is_taken = self._disputes.answer(one, cell, told)
        if self._disputes.side(cell) == PLAN:
            self._open.append(Problem(cell, f"{quoted(words)} is left out, as it was answered."))
        return is_taken

    def _drafted(self, one: MatchedRow, said: dict[str, Any], note: str, *, confirms: bool) -> RowSaid | None:
        """Return what is to be written of a row's action; None where it says nothing new."""
        words = [column for column in WRITTEN if one.is_new(column)]
        self._cells.question_words(one.row, words, is_known=self._answers.not_personal)
        due, reason = said.pop("due", None), one.row.cells.get(ReturnColumn.WHY_NEW_DUE, "")
        if reason and due is None and not one.row.cells.get(ReturnColumn.NEW_DUE):
            cell = self._sheet.cell(one.number, ReturnColumn.WHY_NEW_DUE)
            self._open.append(
                Problem(cell, f"A reason without a new date, {quoted(reason)}: it is left out.")
            )
        deadline = DeadlineDraft(one.now.id, due, on=self._on, reason=reason) if due else None
        told = {**_carried(one, said), **said, **({"note": note} if note else {})}
        if confirms:
            told["no_change"] = True
        lead, to = one.shown.lead, self._sheet.facts.get(ReturnFact.TO, "")
        source = str(lead or (to if to != EVERYBODY else ""))
        told |= {"heard": Heard.RETURN, "heard_from": source} if told else {}
        update = UpdateDraft(one.now.id, on=self._on, **told) if told else None
        cell = self._sheet.cell(one.number, ReturnColumn.REF)
        is_answer = self._state.is_known(one.number) or any(one.row.cells.get(each) for each in _EMPTY)
        return RowSaid(one.now, lead, cell, update, deadline, is_answer) if update or deadline else None

    def _note(self, one: MatchedRow, beside: Sequence[str]) -> str:
        """Return the new words of a row; none where a return has brought them already."""
        is_undated = self._cells.is_unread(one.row, ReturnColumn.NEW_DUE)
        reason = one.row.cells.get(ReturnColumn.WHY_NEW_DUE, "") if is_undated else ""
        said = [text for text in (one.row.cells.get(ReturnColumn.NOTE, ""), *beside, reason) if text]
        note = as_sentences(said)
        is_old = not self._state.is_known(one.number) and self._state.was_said(one.now.id, "note", note)
        was_heard = any(self._was_heard(one, "note", each) for each in (note, clean("\n".join(said))))
        return "" if not note or is_old or was_heard else note


def _carried(one: MatchedRow, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row leaves standing beside a new status, which would end with the old one."""
    if said.get("status") not in _IN_TROUBLE:
        return {}
    showed, stands = values_of(one.shown), values_of(one.now)
    return {
        name: showed[name]
        for name in _BESIDE_STATUS
        if showed[name]
        and (is_same(showed[name], stands[name]) or (name != "ask" and stands[name] is None))
        and one.row.cells.get(COLUMNS[name], "").strip()
    }
