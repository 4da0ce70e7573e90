"""What an owner is asked before the next board, for an owner of the plan or for all of an organisation."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.owner_paper import owner_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience, who: str = "") -> Document:
    """Return the chase list of the owners whom `who` names as the plan does: one, or an organisation.

    Raises UsageError when the plan has no such owner.
    """
    return owner_paper(plan, who, audience=audience, also_exempt=exempt_as_last_known(reader, plan))
