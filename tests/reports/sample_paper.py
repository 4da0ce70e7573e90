"""One small invented plan as at two dates, and its board paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import a_due, a_measure, a_meeting, a_minute, a_plan, an_action, an_area, an_id, an_owner

from send_actions.domain.plan import Comparator, Deadline, Due, Milestone, Plan
from send_actions.domain.plan.vocabulary import ComparatorKind
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document

LAST, NEXT = a_meeting("2026-01-28"), a_meeting("2026-04-14")
THERAPIES = an_owner("Head of Therapies", "NHS trust", name="Invented Person")
INCLUSION = an_owner("Head of Inclusion", "Council", name="Another Person")


def the_areas() -> list[Any]:
    return [
        an_area(
            "1",
            title="Early identification",
            outcome="Needs are found before school.",
            headline="Health visitors and settings now review together.",
            lead=INCLUSION,
        ),
        an_area(
            "9",
            "at-risk",
            title="Occupational therapy",
            why="Two posts stay vacant.",
            judged="2026-01-20",
            outcome="Children are seen within 18 weeks.",
            lead=THERAPIES,
        ),
    ]


def the_plan_before() -> Plan:
    return a_plan(
        *the_areas(),
        LAST,
        an_action("1.1", "2026-01-31", "on-track", title="Agree one joint review", impact="too-early"),
        an_action("1.2", "2026-05-31", "on-track", title="Train setting SENCOs", lead=INCLUSION),
        an_action("9.1", "2025-12-31", "on-track", title="Start an advice line", lead=THERAPIES),
        an_action(
            "9.2", "2026-02-28", "at-risk", title="Agree who pays for equipment", reason="No agreement."
        ),
        an_action("9.3", "2026-03-31", "on-track", title="Bring waits within 18 weeks", lead=THERAPIES),
        as_at="2026-01-28",
        record=120,
    )


def the_plan() -> Plan:
    late = an_action(
        "9.2",
        "2026-06-30",
        "off-track",
        title="Agree who pays for equipment",
        reason="Council and ICB differ on the split.",
        path="Directors meet",
        path_by="2026-04-10",
        was="at-risk",
        first_due="2025-12-31",
        due_moves=2,
        impact="none-yet",
        updated_on="2026-03-20",
        lead=THERAPIES,
    )
    return a_plan(
        *the_areas(),
        LAST,
        NEXT,
        an_action(
            "1.1",
            "2026-01-31",
            "complete",
            title="Agree one joint review",
            impact="emerging",
            impact_shown_by="41% to 63% reviewed jointly",
            proof="Protocol signed 20 January",
            updated_on="2026-02-02",
            lead=INCLUSION,
        ),
        an_action("1.2", "2026-05-31", "on-hold", title="Train setting SENCOs", was="on-track",
                  reason="Trainer left.", look_again="2026-06-01", lead=INCLUSION),
        an_action("9.1", "2025-12-31", "on-track", title="Start an advice line", lead=THERAPIES),
        late,
        an_action("9.3", "2026-03-31", "at-risk", title="Bring waits within 18 weeks", lead=THERAPIES,
                  reason="Two posts vacant.", path="Locums from May", path_by="2026-05-01"),
        an_action("9.4", "2026-09-30", None, title="Ask families what helped"),
        a_minute("What will the advice line cost?", "question", LAST, late),
        a_minute("Show waits.", "request", LAST, answer="In the annex.", answered_on="2026-03-01"),
        a_measure(
            "Seen within 18 weeks",
            [("2025-12-31", 61.5), ("2026-02-28", 64)],
            area_id=an_id("area", "9"),
            baseline=48,
            baseline_period="2024",
            target=92,
            target_by=date(2026, 12, 31),
            milestones=(Milestone(1, date(2026, 6, 30), 75),),
            comparators=(Comparator(1, ComparatorKind.NATIONAL, 70.2, "2025", "invented return"),),
        ),
        record=412,
    )  # fmt: skip


def the_paper() -> Document:
    plan = the_plan()
    moved = an_id("action", "9.2")
    deadlines = [
        Deadline(3, moved, date(2026, 3, 20), a_sure_due("2026-06-30"), "Split still not agreed"),
        Deadline(2, moved, date(2026, 1, 10), a_sure_due("2026-02-28"), "Waited for the ICB"),
        Deadline(1, moved, date(2025, 9, 1), a_sure_due("2025-12-31")),
    ]
    before = the_plan_before()
    return board_paper(plan, before, journey=[before], deadlines={moved: deadlines})


def a_sure_due(on: str) -> Due:
    """A due date that must be there."""
    due = a_due(on)
    assert due
    return due
