"""The paper for a handover, of the plan as it was read."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.handover_paper import handover_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return what whoever takes the plan over has to know of it."""
    return handover_paper(plan, audience=audience, also_exempt=exempt_as_last_known(reader, plan))
