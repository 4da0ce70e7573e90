"""Which ref a row has, where it is asked: answered now by its cell, or of an earlier file by its words."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import fold, match_key, printable
from send_actions.importers.answers import NEW, Answers, row_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem
from send_actions.importers.refs.likely_actions import How, Likely
from send_actions.importers.refs.next_refs import NextRefs


class RefAnswers:
    """The questions about which action a row is; `open` are the rows of those that have no answer.

    No row is asked about that is `waiting` for the answer which area it is in. `answered` are the refs to
    keep by what a row is known again by, `by_cell` those that were answered now; `is_anew` says whether the
    file numbers rows anew, so that `by` answers something. `sheet` is the one that is said to count,
    `sheet_used` the same where some action asks for it.
    """

    def __init__(
        self,
        lines: Sequence[ActionLine],
        plan: Plan | None,
        answers: Answers,
        problems: Problems,
        likely: Mapping[int, Likely],
        *,
        waiting: Container[int] = (),
    ) -> None:
        self._answers, self._problems, self._likely = answers, problems, likely
        self._waiting = waiting
        self.sheet, self.sheet_used = answers.sheet, ""
        self._lines = {line.row: line for line in lines}
        numbers = {area.id: area.number for area in plan.areas} if plan else {}
        actions = plan.actions if plan else ()
        self._area = {match_key(action.ref): numbers.get(action.area_id, "") for action in actions}
        here = [(line.ref, line.area_number) for line in lines if line.ref]
        known = [(action.ref, numbers.get(action.area_id, "")) for action in actions]
        self._next = NextRefs([*known, *here])
        self._given: dict[int, str] = {}
        self._claims: dict[str, ActionLine] | None = None
        self.open = set[int]()
        self.is_anew = False
        self.answered: dict[str, str] = {}
        self.by_cell: dict[str, str] = {}

    @property
    def by(self) -> str:
        """By what rows that are numbered anew are known, as it was answered for all of them."""
        return self._answers.ref_by

    def is_answered(self, line: ActionLine, but: Action | None = None) -> bool:
        """Say whether it was answered which ref a row has, now or before, `but` that of one action."""
        kept = self._answers.titled.get(self._key(line.row), "") if self._answers.titled else ""
        is_other = bool(kept) and (but is None or match_key(kept) != match_key(but.ref))
        return is_other or bool(self.given(line))

    def claimed(self, ref: str, line: ActionLine) -> ActionLine | None:
        """Return another row that was answered to be the action of a ref, now or before; None if none was."""
        if self._claims is None:
            self._claims = {}
            titled = self._answers.titled
            for one in self._lines.values():
                if said := self.given(one) or (titled.get(self._key(one.row), "") if titled else ""):
                    self._claims.setdefault(match_key(said), one)
        claiming = self._claims.get(match_key(ref))
        return claiming if claiming and claiming.row != line.row else None

    def take(self, line: ActionLine, ref: str) -> str:
        """Return the ref of a row as it was answered for all, a fresh one where it is new; it is kept."""
        key = self._key(line.row)
        taken = ref or self._answers.titled.get(key) or self._meant(line.row, NEW)
        self.answered[key] = taken
        return taken

    def given(self, line: ActionLine) -> str:
        """Return the ref that was answered now of a row; empty where none was."""
        refs = self._answers.refs
        if refs and line.row not in self._given:
            cell = self._problems.cell(line.row, "ref").upper()
            self._given[line.row] = answer = self._meant(line.row, refs.get(cell, ""))
            if answer:
                self.by_cell[cell] = self.answered[self._key(line.row)] = answer
        return self._given.get(line.row, "")

    def ask(self, line: ActionLine, message: str, offer: str, *, but: str = "") -> str:
        """Ask which ref a row has; return what was answered of an earlier file, if anything `but` one ref."""
        key = self._key(line.row) if self._answers.titled else ""
        kept = self._answers.titled.get(key, "")
        if kept and match_key(kept) != match_key(but):
            self.answered[key] = kept
            return kept
        if line.row not in self.open:
            self.open.add(line.row)
            if line.row in self._waiting:
                return ""
            cell = self._problems.cell(line.row, "ref")
            ask = AskFor("--ref", cell, offer)
            self._problems.add(Problem(cell, printable(message), is_question=True, answer=ask))
        return ""

    def fresh(self, area: str, like: str = "") -> str:
        """Return the next ref of an area that neither the plan has nor the file, made as one is."""
        return self._next.after(like, area)

    def _meant(self, row: int, answer: str) -> str:
        """Return the ref that an answer means; a new action has its own ref, or else the next of its area."""
        if fold(answer) != NEW:
            return answer
        line, likely = self._lines[row], self._likely.get(row)
        if likely and likely.how in (How.TITLE, How.FORMER):
            return likely.action.ref
        area = self._area.get(match_key(line.ref)) if line.ref else None
        return (
            line.ref if line.ref and area is None else self.fresh(line.area_number or area or "?", line.ref)
        )

    def _key(self, row: int) -> str:
        line = self._lines[row]
        return row_key(f"in {line.area_number}" if line.is_unnumbered else line.ref, line.title)
