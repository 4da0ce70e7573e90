"""A newer version of a file: what the plan has said since the last one, and the file leaves alone, stands.

What the last version said is known from the plan as it stood once that was in, and from what was kept of the
cells in which the plan's words stood even then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.importers.answers import PLAN, Answers
from send_actions.importers.file_digest import digest_of
from send_actions.importers.file_problems import Problems
from send_actions.importers.kept import BroughtIn, left_as
from send_actions.importers.ours.disputes import Disputed, Disputes, Past
from send_actions.importers.ours.listed_values import said_words
from send_actions.importers.plan_lines import ActionLine, PlanLines
from send_actions.importers.problems import Problem, list_cells, quoted
from send_actions.importers.said_values import DATED, is_same, values_of, values_said, with_taken, without

_CELLS: Final[Mapping[str, tuple[str, ...]]] = {
    "lead": ("lead_role",),
    "area": ("area_number",),
    "due": ("revised", "due", "due_text"),
    "note": ("note", "status"),
}
"""The cells that may say a field, the likeliest first."""

_TOLD: Final = 40


class SaidSince:
    """Compares the rows of one file with its last version, and with the plan as at `on`, its date."""

    def __init__(self, plan: Plan, past: Past, on: date, answers: Answers, problems: Problems) -> None:
        self._plan, self._past, self._on = plan, past, on
        self._answers, self._problems = answers, problems
        self._disputes = Disputes(past, answers, problems, showed="The last version said")
        self._is_again = False
        self._left: dict[str, str] = {}
        self._cells: list[str] = []
        self._told: list[str] = []

    def settle(self, lines: Sequence[ActionLine], last: BroughtIn | None, digest: str) -> list[ActionLine]:
        """Return the lines without what the plan has said otherwise since the last version came in.

        A file that came in before that one says nothing new.
        """
        if last is None or not last.record or digest in last.others:
            return list(lines)
        if digest == last.digest and any(line.listed for line in lines):
            return list(lines)  # answers are of what our own list shows; the rows beside say nothing anew
        self._is_again = digest == last.digest
        known = {match_key(action.ref): action for action in self._plan.actions}
        versions = _Versions(self._plan, self._past, self._on, last)
        settled = [self._settled(line, known.get(match_key(line.ref)), versions) for line in lines]
        if self._cells:
            told = (
                f"The plan has said otherwise since this file came in last ({list_cells(self._cells)}): "
                f'its words stand; --take "{self._cells[0]}=file" takes the file\'s, --take file all of them.'
            )
            self._problems.add(Problem(self._cells[0], told, rows=tuple(self._told[:_TOLD])))
        return settled

    def with_what_stands(self, lines: PlanLines) -> PlanLines:
        """Return what a file says with the cells in which the plan's words stand, and what was answered."""
        used = self._disputes.used
        lines = replace(
            lines, left=self._left, is_left=lines.is_left or bool(self._left), is_again=self._is_again
        )
        if not used:
            return lines
        cells = {cell.upper() for cell in used}
        takes = {cell: side for cell, side in self._answers.takes.items() if cell in cells}
        return replace(
            lines,
            is_left=lines.is_left or any(side == PLAN for side, *_ in used.values()),
            taken_against=digest_of((lines.taken_against, used)),
            used=replace(lines.used, takes={**lines.used.takes, **takes}, take=self._answers.take),
        )

    def _settled(self, line: ActionLine, now: Action | None, versions: _Versions) -> ActionLine:
        if now is None or line.listed or line.is_compared:
            return line
        stands, dated = versions.values_now(now)
        said = values_said(line, now.due, dated, self._on, versions.numbers)
        differing = {name for name, value in said.items() if not is_same(name, value, stands[name])}
        if dated is None or versions.is_older:
            differing -= DATED
        then = versions.then(now.id) if differing else None
        if then is None:
            return line
        showed = versions.values_then(then)
        said_before = values_said(line, then.due, then, self._on, versions.numbers)
        stays, taken = set(), set()
        for name in sorted(differing):
            left = versions.last.left.get(left_as(now.id, name))
            words = said_words(said[name])
            is_old = words == left if left is not None else is_same(name, said_before[name], showed[name])
            if not is_old and is_same(name, showed[name], stands[name]):
                continue
            three = (showed[name] if left is None else left, said[name], stands[name])
            if self._is_of_file(line, Disputed(now.id, "action", name, versions.last.record), three, is_old):
                taken.add(name)
            else:
                stays.add(name)
                self._left[left_as(now.id, name)] = words
        return with_taken(without(line, stays, now, stands["status"]), taken, showed)

    def _is_of_file(
        self, line: ActionLine, what: Disputed, three: tuple[Any, Any, Any], is_old: bool
    ) -> bool:
        """Say whether the file's words stand: where it says them anew it is asked, else the plan's do."""
        names = _CELLS.get(what.name, (what.name,))
        name = next((one for one in names if self._problems.heading(line.row, one)), names[0])
        if not is_old:
            return self._disputes.is_of_file(line.row, name, what, three)
        cell = self._problems.cell(line.row, name)
        if side := self._disputes.side(cell, three):
            return side != PLAN
        _, says, stands = map(said_words, three)
        self._cells.append(cell)
        self._told.append(f"{cell}: the plan says {quoted(stands)}, the file {quoted(says)}")
        return False


class _Versions:
    """The plan as the last version left it, read once it is needed, and as it is as at the file's date."""

    def __init__(self, plan: Plan, past: Past, on: date, last: BroughtIn) -> None:
        self.last, self._plan, self._past = last, plan, past
        self.numbers = {match_key(area.number): area.number for area in plan.areas}
        self.is_older = last.on is not None and on < last.on
        self._on, self._refs = on, {match_key(ref) for ref in last.refs}
        self._areas = {area.id: area.number for area in plan.areas}
        self._dated = plan if on == plan.as_at else past.plan(on, plan.record)
        self._then: Plan | None = None

    def values_now(self, now: Action) -> tuple[dict[str, Any], Action | None]:
        """Return what the plan says of an action, and the action as at the date of the file."""
        stands = values_of(now, self._plan, self._areas)
        dated = self._dated.actions_by_id.get(now.id) if self._dated else None
        if self._dated and dated and dated is not now:
            of_then = values_of(dated, self._dated, self._areas)
            stands |= {name: of_then[name] for name in DATED}
        return stands, dated

    def then(self, row_id: int) -> Action | None:
        """Return an action that stood in the last version, as the plan had it then; None for another."""
        if self._then is None:
            self._then = self._past.plan(self.last.on or self._on, self.last.record) or self._plan
        found = self._then.actions_by_id.get(row_id)
        return found if found and match_key(found.ref) in self._refs else None

    def values_then(self, then: Action) -> dict[str, Any]:
        """Return what the plan said of an action then."""
        return values_of(then, self._then or self._plan, self._areas)
