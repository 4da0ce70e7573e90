"""What is doubtful of a file's lines beside what the plan says."""

from __future__ import annotations

from collections.abc import Sequence

from send_actions.domain.plan import Plan
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_due
from send_actions.domain.words.owners import doubt_owner
from send_actions.importers.disputes import doubt_older
from send_actions.importers.kept import BroughtIn, version_before
from send_actions.importers.plan_lines import ActionLine, Problems
from send_actions.importers.refs import missing_rows


def doubt_against(plan: Plan, lines: Sequence[ActionLine], problems: Problems) -> None:
    """Tell what is doubtful of the lines beside what the plan says."""
    doubt_older(lines, plan, problems)
    _suggest_owners(lines, plan, problems)


def name_missing(
    name: str, plan: Plan, lines: Sequence[ActionLine], last: Sequence[BroughtIn], problems: Problems
) -> None:
    """Tell which rows stood in this list's last version and are missing now; another list's are not."""
    living = {match_key(action.ref) for action in plan.actions}
    before = version_before(name, (line.ref for line in lines), last, living)
    if before and (gone := missing_rows(before.name, before.refs, lines, plan)):
        problems.add(gone)


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


def _suggest_owners(lines: Sequence[ActionLine], plan: Plan, problems: Problems) -> None:
    """Doubt an owner who is nearly one of the plan's, once."""
    seen = set()
    for line in lines:
        if line.lead is None or line.lead in seen:
            continue
        seen.add(line.lead)
        if doubt := doubt_owner(line.lead.role, line.lead.organisation, plan.owners):
            problems.doubt(line.row, "lead_role", doubt)
