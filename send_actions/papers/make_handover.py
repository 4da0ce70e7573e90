"""The paper for a handover, of the plan as it was read."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.make_since import last_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.contents.handover_paper import handover_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return what whoever takes the plan over has to know of it."""
    exempt = exempt_as_last_known(reader, plan)
    return handover_paper(plan, shown_by=_shown_by(plan), audience=audience, also_exempt=exempt)


def _shown_by(plan: Plan) -> str:
    """The command that makes the board paper again that was issued last; empty without one."""
    last = last_paper(plan)
    if last is None:
        return ""
    return PaperRequest(last.kind, Audience(last.audience)).command_at(last.as_at, last.record)
