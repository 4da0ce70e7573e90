"""Papers put together from a plan that is open; nothing here writes, so that it loads nothing that does."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from send_actions.domain.history.comparison import pairs
from send_actions.domain.plan import Meeting, Paper, Plan
from send_actions.reports.audience import Exempt
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.agreement import to_agree
from send_actions.reports.sections.last_time import Issued
from send_actions.store.history_reader import read_change_heads
from send_actions.store.reader import (
    Reader,
    read_deadlines,
    read_outline,
    read_plan,
    read_standing,
    read_timeline,
)

BOARD = "board"
"""The kind of the one paper there is so far."""


class IssuedPaper(NamedTuple):
    """A paper that is issued: what it shows, for whom, for which meeting, and its bytes."""

    as_at: date
    record: int
    audience: str
    meeting_id: int
    content: bytes

    @property
    def digest(self) -> str:
        """What tells its bytes from any others."""
        return sha256(self.content).hexdigest()


def is_issued(plan: Plan, paper: IssuedPaper) -> bool:
    """Say whether the same paper, byte by byte, was issued for the same meeting."""
    same = (BOARD, paper.as_at, paper.record, paper.audience, paper.meeting_id, paper.digest)
    return any(
        (one.kind, one.as_at, one.record, one.audience, one.meeting_id, one.digest) == same
        for one in plan.papers
    )


def record_to_issue(plan: Plan, meeting_id: int, audience: str) -> int:
    """Return the record of the paper to issue: the plan's, or that of the same paper issued just before."""
    last = max(plan.papers, key=lambda paper: paper.id, default=None)
    same = (BOARD, plan.as_at, plan.record - 1, audience, meeting_id)
    if last and (last.kind, last.as_at, last.record, last.audience, last.meeting_id) == same:
        return last.record
    return plan.record


def make_board_paper(
    reader: Reader, plan: Plan, record: int | None = None, *, audience: str = "board"
) -> Document:
    """Return the board paper of a plan that was read, or of its date as known at another record.

    It has the journey over every earlier board, and is compared with the paper that was issued for the last
    meeting, as it was issued, else with the plan as at that meeting. What a board may not see is what was
    exempt at the plan's date and record and what is exempt as last known, whatever was asked for: a paper
    made again never shows what has since become exempt. That is the one way in which the same date and record
    may give another paper, and its stamp says so.
    """
    with reader.snapshot():
        if record is not None and record != plan.record:
            plan = read_plan(reader, plan.as_at, record)
        held = [meeting for meeting in plan.main_meetings if meeting.on < plan.as_at]
        before, issued = None, None
        if held and (paper := _issued_for(plan, held[-1])):
            before = read_plan(reader, paper.as_at, paper.record)
            issued = _as_known_now(reader, plan, paper, held[-1], before)
        elif held:
            before = read_plan(reader, held[-1].on, plan.record)
        to_be_agreed = {action.id for action in to_agree(plan)}
        exempt = Exempt()
        for stop in (plan, before):
            exempt |= _exempt_as_last_known(reader, stop) if stop else Exempt()
        return board_paper(
            plan,
            before,
            audience=audience,
            journey=(read_outline(reader, m.on, plan.record, of_actions="statuses") for m in held),
            deadlines=read_deadlines(reader, to_be_agreed, plan.as_at, plan.record),
            also_exempt=exempt,
            issued=issued,
        )


def _issued_for(plan: Plan, meeting: Meeting) -> Paper | None:
    """Return the board paper that was issued last for a meeting."""
    issued = (paper for paper in plan.papers if (paper.kind, paper.meeting_id) == (BOARD, meeting.id))
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


def _exempt_as_last_known(reader: Reader, plan: Plan) -> Exempt:
    """What is exempt today of the rows that a plan holds, also of those retired since.

    The rows themselves carry the wording last known; `read_plan` alone puts an earlier one in its place.
    """
    within = {"as_at": plan.as_at.isoformat(), "record": plan.record}
    found = {noun: reader.rows(noun, **within) for noun in ("area", "action", "minute", "evidence")}
    exempt = {noun: frozenset(row["id"] for row in rows if row["exempt"]) for noun, rows in found.items()}
    inside = {row["id"] for row in found["action"] if row["area_id"] in exempt["area"]}
    return Exempt(exempt["area"], exempt["action"] | inside, exempt["minute"], exempt["evidence"])
