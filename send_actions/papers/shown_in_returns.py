"""What returns show of a plan: whose names are hidden in them, and by what they know their plan again."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Exempt, exempt_in
from send_actions.store.history_reader import read_change_heads
from send_actions.store.reader import Reader


def begun_at(reader: Reader) -> str:
    """Return the moment at which a plan was begun, by which a return knows its plan again."""
    return next((change.at.isoformat() for change in read_change_heads(reader, 1)), "")


def exempt_of(reader: Reader, plan: Plan) -> Exempt:
    """Return what is exempt of a plan, now or by then; its `named` are the names that roles stand for."""
    return exempt_in(plan) | exempt_as_last_known(reader, plan)
