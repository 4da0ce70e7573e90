"""Due dates of a file that cannot be read: where the plan has a date, that stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from send_actions.domain.plan import Due, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import match_key
from send_actions.domain.words.date_forms import MONTH_FIRST
from send_actions.domain.words.dates import is_unread, say_due, weigh_due
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import quoted


def doubt_unread_dues(
    lines: Sequence[ActionLine], plan: Plan | None, today: date, problems: Problems
) -> None:
    """Tell of each due date that cannot be read what stands instead."""
    known = {match_key(action.ref): action.due for action in plan.actions} if plan else {}
    for line in lines:
        for name, due in (("due", line.due), ("revised", line.revised)):
            if due and line.due_cells is None and is_unread(due, today=today):
                problems.doubt(line.row, name, _told(due, known.get(match_key(line.ref)), today))


def _told(due: Due, known: Due | None, today: date) -> str:
    _, why, offer = weigh_due(due.text, today=today)
    is_turned = why == MONTH_FIRST and offer is not None
    because = f" ({why})" if why and not offer else ""
    what = "reads with its month first only" if is_turned else f"is no date we can read{because}"
    is_known = known is not None and known.precision is not Precision.UNCLEAR
    left = f"{say_due(known)} in the plan is left as it was" if known and is_known else ""
    told = f"{quoted(due.text)} {what}: {left or 'the words are kept, and no date is set'}."
    return f"{told} Is {say_due(offer)} meant?" if offer else told
