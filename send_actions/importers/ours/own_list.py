"""Rows of our own list: only what was changed in them is said, whatever the plan says by now.

What the list showed is known from the record in each row (`Listed`). What was changed in the file and in the
plan is asked about, cell by cell; a cell that was emptied is a thing removed, where that is sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from send_actions.domain.drafts import NO_DUE, OwnerDraft
from send_actions.domain.history.three_way import Compared, compare_three_ways
from send_actions.domain.plan import Action, Plan
from send_actions.domain.words.dates import why_impossible
from send_actions.domain.words.listed import Listed
from send_actions.importers.answers import PLAN, Answers
from send_actions.importers.file_digest import digest_of
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.disputes import Disputes, Past
from send_actions.importers.ours.emptied_cells import columns_left_out
from send_actions.importers.ours.listed_areas import ListedAreas
from send_actions.importers.ours.listed_row import ListedRow, cell_of
from send_actions.importers.ours.listed_values import (
    action_values,
    is_half_emptied,
    is_same_value,
    returned_by,
)
from send_actions.importers.ours.shown_lists import ShownLists
from send_actions.importers.ours.worked_out import doubt_worked_out
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines
from send_actions.importers.problems import quoted

_DATED: Final = ("status", "impact", "due", "note", "ask")
"""What is said for a date, and compared with the plan as at the date that the file speaks of."""


class OwnList:
    """Compares the rows of our own lists with the plan as at `on`, the date that the file speaks of."""

    def __init__(self, plan: Plan, past: Past, on: date, answers: Answers, problems: Problems) -> None:
        self._plan, self._on = plan, on
        self._answers, self._problems = answers, problems
        self._lists = ShownLists(plan, past, problems)
        self._disputes = Disputes(past, answers, problems)
        self._areas = ListedAreas(plan, self._disputes, problems)
        self._stays: set[int] = set()
        self._left_out: set[str] = set()
        self._is_edited = False
        self._listed_at: int | None = None

    def shown_by(self, listed: Listed | None) -> Action | None:
        """Return the action as a list showed it in a row; None where that is not known."""
        found = self._lists.shown(listed) if listed else None
        return found[0] if found else None

    def with_what_it_showed(self, lines: PlanLines) -> PlanLines:
        """Return what a file says with what its rows were compared with, and what was answered of them."""
        if self._listed_at is None:
            return lines
        used, answered = self._disputes.used, self._answers
        takes = {cell: side for cell, side in answered.takes.items() if cell in used}
        return replace(
            lines,
            taken_against=digest_of(used) if used else "",
            record=self._plan.record,
            listed_at=self._listed_at,
            is_edited=self._is_edited or self._areas.is_edited,
            is_left=any(side == PLAN for side, *_ in used.values()),
            used=replace(lines.used, takes=takes, take=answered.take if used else ""),
        )

    def take(
        self, lines: Sequence[ActionLine], areas: Sequence[AreaLine]
    ) -> tuple[list[ActionLine], list[AreaLine]]:
        """Return the rows with what was changed in them alone; one whose action is gone is left out."""
        found = [self._row(line, area) for line, area in zip(lines, areas, strict=True)]
        rows = [row for row in found if row]
        self._listed_at = min((row.listed_plan.record for row in rows), default=None)
        self._left_out = columns_left_out(rows, self._problems)
        doubt_worked_out(rows, self._problems)
        kept = [
            self._compared(row) if row else (line, area)
            for row, line, area in zip(found, lines, areas, strict=True)
        ]
        there = [pair for pair in kept if pair]
        return [line for line, _ in there], [area for _, area in there]

    def without_areas(self, lines: Sequence[ActionLine]) -> list[ActionLine]:
        """Return the lines, those that nobody moved to another area in the area where they are."""
        return [replace(line, area_number="") if line.row in self._stays else line for line in lines]

    def _row(self, line: ActionLine, area: AreaLine) -> ListedRow | None:
        if line.listed is None:
            return None
        ref = self._answers.refs.get(self._problems.cell(line.row, "ref").upper()) or line.ref
        found = self._lists.shown(line.listed._replace(ref=ref))
        if found is None:
            return None
        showed = action_values(*found)
        returned = returned_by(line, found[0], showed, self._problems.places)
        return ListedRow(line, area, *found, showed, returned)

    def _compared(self, row: ListedRow) -> tuple[ActionLine, AreaLine] | None:
        returned = {name: value for name, value in row.returned.items() if name not in self._left_out}
        edited = compare_three_ways(row.showed, returned, row.showed, is_same_value).changed
        self._is_edited |= bool(edited)
        now = self._plan.actions_by_id.get(row.shown.id)
        if now is None:
            if edited:
                told = f"{row.line.ref} is no longer in the plan: what was changed in its row is left out."
                self._problems.doubt(row.line.row, "ref", told)
            return None
        stands = self._values_now(row, now)
        compared = compare_three_ways(row.showed, returned, stands, is_same_value)
        taken, half = self._taken(row, compared, stands)
        said = {name: value for name, value in compared.changed.items() if name not in half} | taken
        if "status" in said and edited.get("ask") and "ask" not in compared.disputed:
            said["ask"] = edited["ask"]  # the plan says it too, and yet it would end with the status
        area = self._areas.line_of(row, is_moved="area" in said)
        return self._line(row, now, said, area, frozenset(taken)), area

    def _taken(
        self, row: ListedRow, compared: Compared, stands: Mapping[str, Any]
    ) -> tuple[dict[str, Any], set[str]]:
        """Return what was answered to be the file's, and the names of what was emptied by half."""
        line, places = row.line, self._problems.places
        half = {
            name for name, value in compared.changed.items() if is_half_emptied(line, name, value, places)
        }
        taken = {
            name: None
            for name in compared.changed
            if name in half
            and self._disputes.is_removed(line.row, cell_of(name), row.disputed(name), row.showed[name])
        }
        return taken | {
            name: value
            for name, value in compared.disputed.items()
            if self._disputes.is_of_file(
                line.row, cell_of(name), row.disputed(name), (row.showed[name], value, stands[name])
            )
        }, half

    def _values_now(self, row: ListedRow, now: Action) -> dict[str, Any]:
        """Return what the plan says now; what is dated for the date of the file, or of the list if later."""
        stands = action_values(now, self._plan) if now is not row.shown else dict(row.showed)
        if now.area_id == row.shown.area_id:
            stands["area"] = row.listed_plan.area_of(row.shown).number
        day = max(self._on, row.listed_plan.as_at)
        then = self._lists.plan_at(day, self._plan.record)
        dated = then.actions_by_id.get(now.id) if then else None
        if then and dated and dated is not now:
            of_then = action_values(dated, then)
            stands |= {name: of_then[name] for name in _DATED}
        return stands

    def _line(
        self, row: ListedRow, now: Action, said: dict[str, Any], area: AreaLine, taken: frozenset[str]
    ) -> ActionLine:
        """Return a row's line with what is said of its action and nothing else."""
        line, lead = row.line, said.get("lead")
        due, cells = said.get("due"), line.due_cells
        unread = cells.unread_beside(row.shown.due) if cells else ""
        words = due.text if due and due.on is None else unread
        if words and (why := why_impossible(words, today=self._on)):
            told = f"{quoted(words)} is no date ({why}): mend it, or put back what stood there."
            self._problems.ask(line.row, "due", told)
        elif cells and (doubt := cells.doubt(row.shown.due))[0]:
            self._problems.doubt(line.row, *doubt)
        if "area" not in said:
            self._stays.add(line.row)
        return replace(
            line,
            ref=now.ref,
            area_number=area.number,
            area_title=area.title or "",
            title=said.get("title", now.title) if line.title else "",
            success_measure=_text(said, "success_measure"),
            lead=OwnerDraft(*lead) if lead else None,
            partners=_text(said, "partners"),
            start=said.get("start"),
            status=said.get("status"),
            impact=said.get("impact"),
            note=said.get("note"),
            ask=said.get("ask"),
            due=(said["due"] or NO_DUE) if "due" in said else None,
            due_cells=None,
            due_is_doubtful=False,
            is_compared=True,
            removed=frozenset(name for name in ("lead", "start") if name in said and said[name] is None),
            taken=taken,
        )


def _text(said: dict[str, Any], name: str) -> str | None:
    """Return what is said in words, empty for what was removed; None for unsaid."""
    return (said[name] or "") if name in said else None
