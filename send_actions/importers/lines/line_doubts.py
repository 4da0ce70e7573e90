"""What is doubtful of a file's lines beside what the plan says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.domain.text import match_key, natural, printable
from send_actions.domain.words.dates import say_due
from send_actions.domain.words.owners import doubt_owner
from send_actions.importers.file_problems import Problems
from send_actions.importers.kept import BroughtIn
from send_actions.importers.ours.disputes import doubt_older
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import Problem, list_cells, quoted

_NAMED: Final = 12
_MORE: Final = 40


def doubt_against(plan: Plan, lines: Sequence[ActionLine], on: date, problems: Problems) -> None:
    """Tell what is doubtful of lines that speak of a date beside what the plan says."""
    doubt_older(lines, plan, problems)
    _doubt_old_reasons(lines, plan, on, problems)
    _suggest_owners(lines, plan, problems)


def name_missing(
    before: BroughtIn | None, plan: Plan, lines: Sequence[ActionLine], problems: Problems
) -> None:
    """Tell which actions stood in this list's last version and are missing now; another list's are not."""
    living = {match_key(action.ref): action for action in plan.actions}
    here = {match_key(line.ref) for line in lines}
    refs = map(match_key, before.refs) if before else ()
    gone = [living[key] for key in dict.fromkeys(refs) if key not in here and key in living]
    if not before or not gone:
        return
    gone.sort(key=lambda action: natural(action.ref))
    named = "; ".join(f"{action.ref} {quoted(action.title)}" for action in gone[:_NAMED])
    rest = gone[_NAMED:]
    more = f"; and {list_cells([action.ref for action in rest], most=_MORE)}" if rest else ""
    stood, they = ("stands", "It is") if len(gone) == 1 else ("stand", "They are")
    told = f"In the plan, not in this file: {len(gone)}. {named}{more} stood in {printable(before.name)}"
    problems.add(Problem("rows", f"{told} and no longer {stood} here. {they} left as before."))


def doubt_dues(lines: Sequence[ActionLine], plan: Plan | None, problems: Problems) -> None:
    """Tell where the cells of a due date do not go together."""
    known = {match_key(action.ref): action.due for action in plan.actions} if plan else {}
    for line in lines:
        due, cells = known.get(match_key(line.ref)), line.due_cells
        if cells and (doubt := cells.doubt(due))[0]:
            problems.doubt(line.row, *doubt)
        elif cells and due and due.on and cells.leaves_date_out(due) and "due" in problems.places:
            told = f"This cell is empty, and “due_text” is not: {say_due(due)} is left as it is."
            problems.doubt(line.row, "due", told)


def _doubt_old_reasons(lines: Sequence[ActionLine], plan: Plan, on: date, problems: Problems) -> None:
    """Tell which comments stand as on a day before beside a status that is new and wants a reason."""
    known = {match_key(action.ref): action for action in plan.actions}
    cells = []
    for line in lines:
        action = known.get(match_key(line.ref))
        is_new = action and line.status in REASONED and line.status is not action.status
        is_old = action and line.note and line.note == action.note and action.note_on != on
        if is_new and is_old and not line.is_compared:
            cells.append(problems.cell(line.row, "note"))
    if cells:
        told = (
            f"The status changed and the comment did not ({list_cells(cells)}): it stays under its own date"
        )
        problems.doubt_at(cells[0], f"{told}, and is no reason for what is said now.")


def _suggest_owners(lines: Sequence[ActionLine], plan: Plan, problems: Problems) -> None:
    """Doubt an owner who is nearly one of the plan's, once."""
    seen = set()
    for line in lines:
        if line.lead is None or line.lead in seen:
            continue
        seen.add(line.lead)
        if doubt := doubt_owner(line.lead.role, line.lead.organisation, plan.owners):
            problems.doubt(line.row, "lead_role", doubt)
