"""The journey of a plan's areas over its boards, on one page."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.journey_paper import journey_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader, read_outline


def make(reader: Reader, plan: Plan, audience: Audience) -> Document:
    """Return the journey over every board before the plan's date, as known at its record."""
    held = (meeting for meeting in plan.main_meetings if meeting.on < plan.as_at)
    earlier = (read_outline(reader, one.on, plan.record, of_actions="statuses") for one in held)
    return journey_paper(plan, earlier, audience=audience, also_exempt=exempt_as_last_known(reader, plan))
