"""The whole plan as one paper, with all that was said of its actions."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.full_paper import full_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader, read_deadlines, read_updates


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return everything of a plan that an audience may see."""
    moved = {action.id for action in plan.actions if action.due_moves}
    return full_paper(
        plan,
        read_updates(reader, plan.as_at, plan.record),
        read_deadlines(reader, moved, plan.as_at, plan.record),
        audience=audience,
        also_exempt=exempt_as_last_known(reader, plan),
    )
