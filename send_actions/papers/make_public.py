"""The plan for the public, beside the plan as at the last meeting."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.public_paper import public_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader, read_plan


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return the public's paper of a plan; what is exempt by now is not in it, whatever was exempt then."""
    del audience  # the public's, as the kind has it
    last = plan.last_meeting
    before = read_plan(reader, last.on, plan.record) if last else None
    exempt = exempt_as_last_known(reader, plan)
    if before:
        exempt |= exempt_as_last_known(reader, before)
    return public_paper(plan, before, also_exempt=exempt)
