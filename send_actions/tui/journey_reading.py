"""The journey read for its screen, in the thread that asks."""

from __future__ import annotations

from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.plan import Plan
from send_actions.store.board_reader import read_journey
from send_actions.store.reader import open_reader
from send_actions.tui.drawing.journey_part import Part
from send_actions.tui.plan_reader import PlanReader, Snapshot


def part_of(journey: Journey) -> Part:
    """All areas of a journey, each stop beside the one before it."""
    befores = (None, *journey.plans)
    return Part(
        journey, tuple(Snapshot(now, before) for now, before in zip(journey.plans, befores, strict=False))
    )


def read_part(shown_by: PlanReader, plan: Plan) -> Part:
    """All areas of a plan's journey as a reader shows it, with what its rows show worked out.

    It is read apart from what that reader has open. Raises SendActionsError when the plan cannot be read.
    """
    reader = open_reader(shown_by.place)
    try:
        part = part_of(shown_by.journey_seen(read_journey(reader, plan), plan))
    finally:
        reader.close()
    part.work_out()
    return part
