"""Columns of our own list that the program works out: what was changed in them is told, and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.checks.plan_checks import check, codes_of, flags_by_action
from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.listed_row import ListedRow
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import list_cells

_BY_THE_PROGRAM: Final = {
    "overdue": "Whether an action is overdue follows from its due date",
    "checks": "What the checks question follows from the plan",
}


def doubt_worked_out(rows: Sequence[ListedRow], problems: Problems) -> None:
    """Tell of each date that was changed in its cell, and once of each column that holds no date."""
    changed: dict[str, list[str]] = {}
    checks: dict[int, dict[int, str]] = {}
    for row in rows:
        for name, day in _dates(row.line, row.shown):
            told = f"{say_date(day)} is worked out from what was said: the change in this cell is left out."
            problems.doubt(row.line.row, name, told)
        for name, words in row.line.worked_out.items():
            if name == "checks" and id(row.listed_plan) not in checks:
                checks[id(row.listed_plan)] = _checks(row.listed_plan)
            if fold(words) != _words(name, row, checks):
                changed.setdefault(name, []).append(problems.cell(row.line.row, name))
    for name, cells in changed.items():
        where = "this cell is" if len(cells) == 1 else f"these cells ({list_cells(cells)}) is"
        told = f"{_BY_THE_PROGRAM[name]}, and is worked out: what was changed in {where} left out."
        problems.doubt_at(cells[0], told)


def _dates(line: ActionLine, shown: Action) -> Iterator[tuple[str, date]]:
    """Yield the dates that were changed in a row although they are worked out, with what the list showed."""
    first = shown.first_due.on if shown.first_due else None
    for name, said, day in (
        ("updated_on", line.updated_on, shown.updated_on),
        ("first_due", line.first_due, first),
        ("note_on", line.note_on, shown.note_on),
        ("ask_on", line.ask_on, shown.ask_on),
    ):
        if said and day and said != day:
            yield name, day


def _words(name: str, row: ListedRow, checks: Mapping[int, Mapping[int, str]]) -> str:
    """Return what a list showed in a cell that it worked out."""
    if name == "overdue":
        return "yes" if is_overdue(row.shown, row.listed_plan.as_at) else "no"
    return checks[id(row.listed_plan)].get(row.shown.id, "")


def _checks(plan: Plan) -> dict[int, str]:
    return {id_: " ".join(codes_of(flags)) for id_, flags in flags_by_action(check(plan)).items()}
