"""Rows of our own list: only what was changed in them is said, whatever the plan says by now.

What the list showed is known from the record in each row (`Listed`). What was changed in the file and in the
plan is asked about, cell by cell; a cell that was emptied is a thing removed, where that is sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from send_actions.domain.drafts import NO_DUE, OwnerDraft
from send_actions.domain.history.three_way import compare_three_ways
from send_actions.domain.plan import Action, Plan
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.listed import Listed
from send_actions.importers.answers import Answers
from send_actions.importers.disputes import Disputed, Disputes, Past
from send_actions.importers.listed_values import (
    action_values,
    area_values,
    is_half_emptied,
    is_same_value,
    returned_by,
    returned_of_area,
    said_words,
    worked_out,
)
from send_actions.importers.plan_lines import ActionLine, AreaLine, Problems
from send_actions.importers.problems import quoted
from send_actions.importers.shown_lists import ShownLists

_CELLS: Final = {"lead": "lead_role", "area": "area_number"}
_AREA_CELLS: Final = {"title": "area_title", "lead": "area_lead_role"}
_LASTING: Final = {"status": "status", "impact": "impact", "area_number": "area", "area_title": "area_title"}
"""What cannot be taken back by emptying its cell, with the field whose value the list showed."""

_SEVERAL: Final = 3


class _Row(NamedTuple):
    """A row with the action that its list showed, of which plan, and both by their fields' values."""

    line: ActionLine
    area: AreaLine
    shown: Action
    listed_plan: Plan
    showed: dict[str, Any]
    returned: dict[str, Any]


class OwnList:
    """Compares the rows of our own lists with the plan as at `on`, the date that the file speaks of."""

    def __init__(self, plan: Plan, past: Past, on: date, answers: Answers, problems: Problems) -> None:
        self._plan, self._on = plan, on
        self._answers, self._problems = answers, problems
        self._lists = ShownLists(plan, past, problems)
        self._disputes = Disputes(past, answers, problems)
        self._stays: set[int] = set()
        self._left_out: set[str] = set()
        self.listed_at: int | None = None

    def shown_by(self, listed: Listed | None) -> Action | None:
        """Return the action as a list showed it in a row; None where that is not known."""
        found = self._lists.shown(listed) if listed else None
        return found[0] if found else None

    @property
    def record(self) -> int | None:
        """The record of the plan with which rows were compared; None where none were."""
        return self._plan.record if self.listed_at is not None else None

    @property
    def used(self) -> dict[str, str]:
        """Whose words were said to stand, by cell."""
        return self._disputes.used

    def take(
        self, lines: Sequence[ActionLine], areas: Sequence[AreaLine]
    ) -> tuple[list[ActionLine], list[AreaLine]]:
        """Return the rows with what was changed in them alone; one whose action is gone is left out."""
        found = [self._row(line, area) for line, area in zip(lines, areas, strict=True)]
        rows = [row for row in found if row]
        self.listed_at = min((row.listed_plan.record for row in rows), default=None)
        self._set_emptied_columns_aside(rows)
        kept = [
            self._compared(row) if row else (line, area)
            for row, line, area in zip(found, lines, areas, strict=True)
        ]
        there = [pair for pair in kept if pair]
        return [line for line, _ in there], [area for _, area in there]

    def without_areas(self, lines: Sequence[ActionLine]) -> list[ActionLine]:
        """Return the lines, those that nobody moved to another area in the area where they are."""
        return [replace(line, area_number="") if line.row in self._stays else line for line in lines]

    def _row(self, line: ActionLine, area: AreaLine) -> _Row | None:
        if line.listed is None:
            return None
        ref = self._answers.refs.get(self._problems.cell(line.row, "ref")) or line.ref
        found = self._lists.shown(line.listed._replace(ref=ref))
        if found is None:
            return None
        showed = action_values(*found)
        returned = returned_by(line, found[0], showed, self._problems.places)
        return _Row(line, area, *found, showed, returned)

    def _compared(self, row: _Row) -> tuple[ActionLine, AreaLine] | None:
        line, shown, showed = row.line, row.shown, row.showed
        returned = {name: value for name, value in row.returned.items() if name not in self._left_out}
        self._doubt_lasting(row)
        now = self._plan.actions_by_id.get(shown.id)
        if now is None:
            changed = compare_three_ways(showed, returned, showed, is_same_value).changed
            if changed:
                told = f"{line.ref} is no longer in the plan: what was changed in its row is left out."
                self._problems.doubt(line.row, "ref", told)
            return None
        stands = self._values_now(row, now)
        compared = compare_three_ways(showed, returned, stands, is_same_value)
        said = {
            name: value
            for name, value in compared.changed.items()
            if not is_half_emptied(line, name, value, self._problems.places)
            or self._disputes.is_removed(line.row, _CELLS.get(name, name), showed[name])
        }
        said |= {
            name: value
            for name, value in compared.disputed.items()
            if self._disputes.is_of_file(
                line.row,
                _CELLS.get(name, name),
                Disputed(shown.id, "action", name, row.listed_plan.record),
                (showed[name], value, stands[name]),
            )
        }
        area = self._area(row, is_moved="area" in said)
        return self._line(row, now, said, area), area

    def _values_now(self, row: _Row, now: Action) -> dict[str, Any]:
        """Return what the plan says now; what is dated for the date of the file, or of the list if later."""
        stands = action_values(now, self._plan) if now is not row.shown else dict(row.showed)
        if now.area_id == row.shown.area_id:
            stands["area"] = row.listed_plan.area_of(row.shown).number
        day = max(self._on, row.listed_plan.as_at)
        then = self._lists.plan_at(day, self._plan.record)
        dated = then.actions_by_id.get(now.id) if then else None
        if then and dated and dated is not now:
            of_then = action_values(dated, then)
            stands |= {name: of_then[name] for name in ("status", "impact", "due")}
        return stands

    def _line(self, row: _Row, now: Action, said: dict[str, Any], area: AreaLine) -> ActionLine:
        """Return a row's line with what is said of its action and nothing else."""
        line, lead = row.line, said.get("lead")
        if line.due_cells and (doubt := line.due_cells.doubt(row.shown.due))[0]:
            self._problems.doubt(line.row, *doubt)
        for name, day in worked_out(line, row.shown):
            told = f"{say_date(day)} is worked out from what was said: the change in this cell is left out."
            self._problems.doubt(line.row, name, told)
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
            due=(said["due"] or NO_DUE) if "due" in said else None,
            due_cells=None,
            due_is_doubtful=False,
            is_compared=True,
            removed=frozenset(name for name in ("lead", "start") if name in said and said[name] is None),
        )

    def _area(self, row: _Row, *, is_moved: bool) -> AreaLine:
        """Return what a row says of its area, with the number that it has now."""
        shown = row.listed_plan.area_of(row.shown)
        now = self._plan.areas_by_id.get(shown.id)
        showed = area_values(shown)
        returned = returned_of_area(row.line, row.area, showed, self._problems.places)
        if is_moved or now is None:
            compared = compare_three_ways(showed, returned, showed, is_same_value)
            said = dict(compared.changed) if is_moved else {}
            number = row.line.area_number if is_moved else ""
        else:
            compared = compare_three_ways(showed, returned, area_values(now), is_same_value)
            said, number = dict(compared.changed), now.number
            if is_half_emptied(row.line, "area_lead", said.get("lead", ""), self._problems.places):
                del said["lead"]
                told = "This cell is empty, and the one beside it is not: the area's lead is left as it is."
                self._problems.doubt(row.line.row, "area_lead_role", told)
            for name, value in compared.disputed.items():
                what = Disputed(now.id, "area", name, row.listed_plan.record)
                three = (showed[name], value, area_values(now)[name])
                if self._disputes.is_of_file(row.line.row, _AREA_CELLS.get(name, name), what, three):
                    said[name] = value
        lead = said.get("lead")
        return AreaLine(
            number,
            title=said.get("title"),
            theme=_text(said, "theme"),
            lead=OwnerDraft(*lead) if lead else None,
            is_compared=True,
            removed=frozenset({"lead"}) if "lead" in said and lead is None else None,
        )

    def _doubt_lasting(self, row: _Row) -> None:
        """Tell of an emptied cell of what is never taken back."""
        if row.line.emptied.isdisjoint(_LASTING):
            return
        values = {**row.showed, "area_title": row.listed_plan.area_of(row.shown).title}
        for cell, name in _LASTING.items():
            if cell in row.line.emptied and values[name] is not None:
                told = f"This cell is empty, where the list showed {quoted(said_words(values[name]))}"
                self._problems.doubt(row.line.row, cell, f"{told}: it is left as it is.")

    def _set_emptied_columns_aside(self, rows: Sequence[_Row]) -> None:
        """Take a column as left out, and say so, where all that the list showed in it is gone."""
        showed, gone = Counter[str](), Counter[str]()
        first: dict[str, ActionLine] = {}
        for row in rows:
            showed.update(name for name, value in row.showed.items() if value is not None)
            for name, value in row.returned.items():
                if value is None and row.showed[name] is not None:
                    gone[name] += 1
                    first.setdefault(name, row.line)
        for name, many in gone.items():
            if many == showed[name] >= _SEVERAL:
                self._left_out.add(name)
                told = (
                    f"The column is empty, where the list showed {many} cells of it: it is taken as left out."
                )
                self._problems.doubt(first[name].row, _CELLS.get(name, name), told)


def _text(said: dict[str, Any], name: str) -> str | None:
    """Return what is said in words, empty for what was removed; None for unsaid."""
    return (said[name] or "") if name in said else None
