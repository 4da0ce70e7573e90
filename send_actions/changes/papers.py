"""Papers put together from a plan that is open: the position, the one before it, and the boards between."""

from __future__ import annotations

from datetime import date

from send_actions.domain.plan import Plan
from send_actions.reports.audience import Exempt
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.exceptions_and_decisions import to_agree
from send_actions.store.reader import Reader, read_plan, read_timeline


def make_board_paper(
    reader: Reader, as_at: date, record: int | None = None, *, audience: str = "board"
) -> Document:
    """Return the board paper of (as at, record), with the journey over every earlier board.

    All is read of one state. What a board may not see is what was exempt at (as at, record) and what is
    exempt as last known, whatever the date and record asked for: a paper made again never shows what has
    since become exempt. That is the one way in which the same (as at, record) may give another paper.
    """
    with reader.snapshot():
        plan = read_plan(reader, as_at, record)
        held = [meeting for meeting in plan.main_meetings if meeting.on < plan.as_at]
        journey = [read_plan(reader, meeting.on, plan.record) for meeting in held]
        deadlines = {
            action.id: read_timeline(reader, action.id, as_at, plan.record).deadlines
            for action in to_agree(plan)
        }
        before = journey[-1] if journey else None
        exempt = Exempt()
        for stop in (plan, before):
            exempt |= _exempt_as_last_known(reader, stop) if stop else Exempt()
    return board_paper(
        plan, before, audience=audience, journey=journey, deadlines=deadlines, also_exempt=exempt
    )


def _exempt_as_last_known(reader: Reader, plan: Plan) -> Exempt:
    """What is exempt today of the rows that a plan holds, also of those retired since.

    The rows themselves carry the wording last known; `read_plan` alone puts an earlier one in its place.
    """
    within = {"as_at": plan.as_at.isoformat(), "record": plan.record}
    found = {noun: reader.rows(noun, **within) for noun in ("area", "action", "minute", "evidence")}
    exempt = {noun: frozenset(row["id"] for row in rows if row["exempt"]) for noun, rows in found.items()}
    inside = {row["id"] for row in found["action"] if row["area_id"] in exempt["area"]}
    return Exempt(exempt["area"], exempt["action"] | inside, exempt["minute"], exempt["evidence"])
