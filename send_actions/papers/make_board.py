"""The board paper, with the journey to it and the paper that was issued last."""

from __future__ import annotations

from datetime import date

from send_actions.domain.history.comparison import pairs
from send_actions.domain.plan import Meeting, Paper, Plan
from send_actions.domain.plan.vocabulary import BOARD_PAPER
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.board.last_time import Issued
from send_actions.reports.sections.phrasing.agreement import to_agree
from send_actions.store.history_reader import read_change_heads
from send_actions.store.reader import (
    Reader,
    read_deadlines,
    read_outline,
    read_plan,
    read_standing,
    read_timeline,
)


def make(reader: Reader, plan: Plan, audience: Audience, since: str = "") -> Document:
    """Return the board paper of a plan, compared with the last meeting, or with the day `since` (ISO 8601).

    It has the journey over every earlier board. It is compared with the paper that was issued for the last
    meeting, as it was issued, else with the plan as at its day; with a day that is named it is compared as
    known now, whatever was issued for it. What a board may not see is what was exempt at the plan's date and
    record and what is exempt as last known, whatever was asked for: a paper made again never shows what has
    since become exempt, and its stamp says so, nor a name that an owner was given since. Only in these ways
    may the same date and record give another paper.
    """
    held = _held(plan)
    last = None if since else last_held(plan)
    before, issued = None, None
    if last and (paper := issued_for(plan, last)):
        before = read_plan(reader, paper.as_at, paper.record)
        issued = _as_known_now(reader, plan, paper, last, before)
    elif since or last:
        before = read_plan(reader, last.on if last else date.fromisoformat(since), plan.record)
    to_be_agreed = {action.id for action in to_agree(plan)}
    exempt = exempt_as_last_known(reader, plan)
    if before:
        exempt |= exempt_as_last_known(reader, before)
    return board_paper(
        plan,
        before,
        audience=audience,
        journey=(read_outline(reader, m.on, plan.record, of_actions="statuses") for m in held),
        deadlines=read_deadlines(reader, to_be_agreed, plan.as_at, plan.record),
        also_exempt=exempt,
        issued=issued,
    )


def last_held(plan: Plan) -> Meeting | None:
    """The last meeting of the board before a plan's date, with which its paper is compared."""
    return next(reversed(_held(plan)), None)


def _held(plan: Plan) -> list[Meeting]:
    return [meeting for meeting in plan.main_meetings if meeting.on < plan.as_at]


def issued_for(plan: Plan, meeting: Meeting) -> Paper | None:
    """The board paper that was issued last for a meeting."""
    issued = (paper for paper in plan.papers if (paper.kind, paper.meeting_id) == (BOARD_PAPER, meeting.id))
    return max(issued, key=lambda paper: paper.id, default=None)


def _as_known_now(reader: Reader, plan: Plan, paper: Paper, meeting: Meeting, then: Plan) -> Issued:
    """Return the date of a paper as the plan has it now, with the days on which its statuses were entered."""
    known = read_standing(reader, paper.as_at, plan.record)
    entered: dict[int, date] = {}
    differing = [
        move.now
        for move in pairs(then, known)
        if move.before and move.now and move.before.status is not move.now.status
    ]
    days = {change.id: change.day for change in read_change_heads(reader, plan.record)} if differing else {}
    for action in differing:
        said = read_timeline(reader, action.id, paper.as_at, plan.record).updates
        last = next((update for update in said if update.status is not None), None)
        if last and last.change_id > paper.record:
            entered[action.id] = days[last.change_id]
    return Issued(paper, meeting, known, entered)
