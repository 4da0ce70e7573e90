"""Papers put together from a plan that is open: the position, the one before it, and the boards between."""

from __future__ import annotations

from datetime import date

from send_actions.domain.nouns import Plan
from send_actions.reports.contents.board import board_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.exceptions import to_agree
from send_actions.store.connection import Reading
from send_actions.store.reader import read_plan, read_timeline


def read_before(reading: Reading, plan: Plan) -> Plan | None:
    """Return the plan as at the last meeting of the main series, known at the same record."""
    last = plan.last_meeting
    return read_plan(reading, last.on, plan.record) if last else None


def make_board_paper(
    reading: Reading, as_at: date, record: int | None = None, *, audience: str = "board"
) -> Document:
    """Return the board paper of (as at, record), with the journey over every earlier board."""
    plan = read_plan(reading, as_at, record)
    held = [meeting for meeting in plan.main_meetings if meeting.on < plan.as_at]
    journey = [read_plan(reading, meeting.on, plan.record) for meeting in held]
    deadlines = {
        action.id: read_timeline(reading, action.id, as_at, plan.record).deadlines
        for action in to_agree(plan)
    }
    before = journey[-1] if journey else None
    return board_paper(plan, before, audience=audience, journey=journey, deadlines=deadlines)
