"""Rows that a newer file numbers anew with the titles they had: asked about once, for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import ROWS, TITLES, title_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted
from send_actions.importers.refs.likely_actions import How, Likely
from send_actions.importers.refs.ref_answers import RefAnswers
from send_actions.importers.refs.spreadsheet_refs import with_nought

_FEWEST: Final = 3
"""From this many on rows are numbered anew together; fewer are asked about one by one."""

_NAMED: Final = 4


class Renumbered:
    """The rows of a file whose titles the plan has under other refs, and those put in between them."""

    def __init__(
        self,
        lines: Sequence[ActionLine],
        plan: Plan | None,
        likely: Mapping[int, Likely],
        answers: RefAnswers,
        problems: Problems,
    ) -> None:
        """Find them, and ask whether their titles say which actions they are, where it was not answered."""
        self._answers, self._problems = answers, problems
        self._known = {match_key(action.ref): action for action in plan.actions} if plan else {}
        moved = dict(self._of_titles(lines, likely))
        answers.is_anew = len(moved) >= _FEWEST
        rest = {line.row for line in lines if line.row in moved and not answers.is_answered(line)}
        is_asked = len(rest) >= _FEWEST and answers.by != ROWS
        self._moved = {row: moved[row] for row in rest} if is_asked else {}
        self._new = set(self._put_between(lines, likely)) if self._moved else set[int]()
        if self._moved and answers.by != TITLES:
            self._ask([line for line in lines if self.has(line)])

    def has(self, line: ActionLine) -> bool:
        """Say whether a row is one of them."""
        return line.row in self._moved or line.row in self._new

    def settled(self, line: ActionLine) -> ActionLine:
        """Return one of them with the ref that its title has in the plan; as it is while that is open."""
        if self._answers.by != TITLES:
            return line
        action = self._moved.get(line.row)
        return replace(line, ref=self._answers.take(line, action.ref if action else ""))

    def _of_titles(
        self, lines: Sequence[ActionLine], likely: Mapping[int, Likely]
    ) -> Iterable[tuple[int, Action]]:
        here = {(match_key(line.ref), title_key(line.title)) for line in lines}
        rows = Counter(title_key(line.title) for line in lines)
        titles = Counter(title_key(action.title) for action in self._known.values())
        for line in lines:
            action, how = likely.get(line.row) or (None, None)
            if action is None or how is not How.TITLE or not line.ref or self._is_apart(line, action):
                continue
            key = title_key(action.title)
            is_here = (match_key(action.ref), key) in here
            if rows[key] == titles[key] == 1 and key == title_key(line.title) and not is_here:
                yield line.row, action

    def _is_apart(self, line: ActionLine, action: Action) -> bool:
        """Say whether a row is asked about by itself, if at all: its ref is answered, or lost its nought."""
        is_settled = line.is_compared or line.is_unnumbered or self._answers.is_answered(line, action)
        return is_settled or match_key(action.ref) in (match_key(line.ref), match_key(with_nought(line.ref)))

    def _put_between(self, lines: Sequence[ActionLine], likely: Mapping[int, Likely]) -> Iterable[int]:
        """Yield the rows with words of their own under the ref of an action that was numbered anew."""
        gone = {match_key(action.ref) for action in self._moved.values()}
        twice = Counter(match_key(line.ref) for line in lines)
        for line in lines:
            key = match_key(line.ref)
            is_open = line.row not in likely and not line.is_compared and line.title
            if is_open and key in gone and twice[key] == 1 and not self._answers.is_answered(line):
                yield line.row

    def _ask(self, lines: Sequence[ActionLine]) -> None:
        moved = [line for line in lines if line.row in self._moved]
        refs = [f"{self._moved[line.row].ref} → {line.ref}" for line in moved]
        new = [f"{line.ref} {quoted(line.title)}" for line in lines if line.row in self._new]
        told = f"The file numbers {len(refs)} actions anew: {list_cells(refs, most=_NAMED)}"
        if new:
            told += f"; {list_cells(new, most=_NAMED)} {'are' if len(new) > 1 else 'is'} new among them"
        told += (
            ". Are they the same actions by their titles, so that the plan keeps its refs, or rows, to be"
            " asked about each?"
        )
        cell = self._problems.cell(moved[0].row, "ref")
        self._problems.add(
            Problem(
                cell,
                printable(told),
                is_question=True,
                answer=AskFor("--ref", "", TITLES),
                rows=tuple(printable(self._row_words(line)) for line in lines),
            )
        )
        self._answers.open |= {line.row for line in lines}

    def _row_words(self, line: ActionLine) -> str:
        """Return what one row would be, with the title that its ref has in the plan."""
        own, action = self._known.get(match_key(line.ref)), self._moved.get(line.row)
        is_own = f", where {own.ref} is {quoted(own.title)}" if own else f", which has no {line.ref}"
        meant = f"is {action.ref} in the plan" if action else "is not in the plan"
        return f"{self._problems.cell(line.row, 'ref')}: {line.ref} {quoted(line.title)} {meant}{is_own}"
