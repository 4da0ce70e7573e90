"""What a paper for meetings of another series than the board's is about: since they met last."""

from __future__ import annotations

from datetime import date

from send_actions.domain.plan import Plan
from send_actions.papers.kinds import KINDS
from send_actions.papers.report_front import SERIES
from send_actions.papers.request import Subject


def last_met(plan: Plan, series: str, before: date | None = None) -> date | None:
    """The day on which a series met last before a day, which is the plan's own when nobody says."""
    end = before or plan.as_at
    return max((m.on for m in plan.meetings if m.series == series and m.on < end), default=None)


def about_series(kind: str, plan: Plan, series: str, before: date | None = None) -> Subject:
    """What a paper of a kind is about for a series: from its last meeting on, where the kind compares."""
    takes, met = KINDS[kind].takes, last_met(plan, series, before)
    since = next((name for name in ("--since", "--from") if name in takes), "")
    asked = ((since, met.isoformat()),) if since and met else ()
    return (*asked, (SERIES, series)) if SERIES in takes else asked
