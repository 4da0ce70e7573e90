"""The page for families, after each board."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.families_page import families_page
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return the page for families; what is exempt by now is not in it, whatever was exempt then."""
    del audience  # the public's, as the kind has it
    return families_page(plan, also_exempt=exempt_as_last_known(reader, plan))
