"""What difference the plan makes in one area."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.impact_paper import impact_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader


def make(reader: Reader, plan: Plan, audience: Audience, area: str = "") -> Document:
    """Return the paper on the area of a number. Raises UsageError when the plan has none on its day."""
    found = next((one for one in plan.areas if one.number == area), None)
    if found is None:
        raise UsageError(f"There is no area {area} on {say_date(plan.as_at)}: see `send-actions areas`.")
    return impact_paper(plan, found.id, audience=audience, also_exempt=exempt_as_last_known(reader, plan))
