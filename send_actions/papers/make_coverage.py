"""The paper on coverage, of the plan as it was read."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.coverage_paper import coverage_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return which areas and actions answer each finding, who asked for each area, and the gaps."""
    return coverage_paper(plan, audience=audience, also_exempt=exempt_as_last_known(reader, plan))
