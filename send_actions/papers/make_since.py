"""What changed since the last board paper was issued, else since the last meeting or a day that is named."""

from __future__ import annotations

from datetime import date

from send_actions.domain.plan import Paper, Plan
from send_actions.domain.plan.vocabulary import BOARD_PAPER
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.make_board import issued_for, last_held
from send_actions.papers.request import SHOWN
from send_actions.reports.audience import Audience
from send_actions.reports.contents.since_paper import since_paper
from send_actions.reports.document import Document
from send_actions.store.reader import Reader, read_plan


def make(reader: Reader, plan: Plan, audience: Audience, since: str = "") -> Document:
    """Return what changed in a plan since its last board paper as it was issued.

    Without a paper it is compared with the last meeting, and with `since` (ISO 8601) with that day, each as
    known now; where `since` is `SHOWN`, with what the last meeting was shown, as the board paper is, whatever
    was issued after it. Raises UsageError where there is nothing to compare with.
    """
    if since == SHOWN:
        last, since = last_held(plan), ""
        paper = issued_for(plan, last) if last else None
    else:
        paper = None if since else last_paper(plan)
    if paper:
        before = read_plan(reader, paper.as_at, paper.record)
        shown = "" if paper.as_at == paper.on else f", as at {say_date(paper.as_at)}"
        compared = f"the board paper issued on {say_date(paper.on)}{shown}, record {paper.record}"
    else:
        day = date.fromisoformat(since) if since else _last_meeting(plan)
        before = read_plan(reader, day, plan.record)
        met = " when the board met" if any(meeting.on == day for meeting in plan.main_meetings) else ""
        compared = f"the plan on {say_date(day)}{met}, as known now"
    exempt = exempt_as_last_known(reader, plan) | exempt_as_last_known(reader, before)
    return since_paper(plan, before, compared=compared, audience=audience, also_exempt=exempt)


def last_paper(plan: Plan) -> Paper | None:
    """The board paper that was issued last and shows no later day than the plan."""
    issued = (paper for paper in plan.papers if paper.kind == BOARD_PAPER and paper.as_at <= plan.as_at)
    return max(issued, key=lambda paper: paper.id, default=None)


def _last_meeting(plan: Plan) -> date:
    if plan.last_meeting is None:
        raise UsageError(
            f"No board paper was issued and no board met before {say_date(plan.as_at)}: "
            "say with --since from when on to tell."
        )
    return plan.last_meeting.on
