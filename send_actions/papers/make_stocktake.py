"""The paper for a stocktake, with the plan as it stood on the first day and at each board since."""

from __future__ import annotations

from datetime import date
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.stocktake_paper import stocktake_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.review.evidence_gaps import a_year_before
from send_actions.store.reader import Reader, read_deadlines, read_plan, read_standing

BOARDS: Final = 4
"""How many boards a stocktake looks back over when nobody says from when."""


def make(reader: Reader, plan: Plan, audience: Audience, **subject: str) -> Document:
    """Return how a plan went in a period, whose days stand under "from" and "to" in ISO 8601.

    Without them it begins with the first of the last four boards, or a year before where none was held, and
    ends on the plan's date. Every day is as it is known at the plan's record. Raises UsageError for a period
    that does not begin before it ends, or ends after the plan's date.
    """
    to = date.fromisoformat(subject["to"]) if "to" in subject else plan.as_at
    if to > plan.as_at:
        raise UsageError(
            f"--to {say_date(to)} is after the paper's own date, {say_date(plan.as_at)}: give an earlier day."
        )
    if to != plan.as_at:
        plan = read_plan(reader, to, plan.record)
    first = date.fromisoformat(subject["from"]) if "from" in subject else first_day(plan)
    if first >= plan.as_at:
        raise UsageError(
            f"--from {say_date(first)} is not before {say_date(plan.as_at)}: give an earlier day."
        )
    boards = {meeting.on for meeting in plan.main_meetings if first < meeting.on < plan.as_at}
    earlier = [read_standing(reader, day, plan.record) for day in sorted({first, *boards})]
    moved = {action.id for action in plan.actions if action.due_moves}
    return stocktake_paper(
        plan,
        earlier,
        audience=audience,
        deadlines=read_deadlines(reader, moved, plan.as_at, plan.record),
        also_exempt=exempt_as_last_known(reader, plan) | exempt_as_last_known(reader, earlier[0]),
    )


def first_day(plan: Plan) -> date:
    """The day on which a stocktake begins when nobody says so."""
    held = [meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at]
    return held[-BOARDS:][0] if held else a_year_before(plan.as_at)
