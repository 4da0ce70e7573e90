"""The small plan with what reviews look at besides: evidence, sources, steps, and a day before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import a_finding, a_minute, a_source, an_area, an_id, some_evidence
from reports.sample_paper import LAST, a_sure_due, the_plan, the_plan_before

from send_actions.domain.plan import Deadline, Plan, Step, Update
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.reports.contents.coverage_paper import coverage_paper
from send_actions.reports.contents.evidence_paper import evidence_paper
from send_actions.reports.contents.full_paper import full_paper
from send_actions.reports.contents.handover_paper import handover_paper
from send_actions.reports.contents.stocktake_paper import stocktake_paper
from send_actions.reports.document import Document

EARLY = an_area("1", title="Early identification")
THERAPY = an_area("9", title="Occupational therapy")


def the_reviewed_plan() -> Plan:
    """The small plan, with evidence, sources and a step reached."""
    plan = the_plan()
    joint, line = plan.actions_by_id[an_id("action", "1.1")], plan.actions_by_id[an_id("action", "9.1")]
    step = Step(1, "Form in use in two localities", a_sure_due("2026-02-28"), date(2026, 2, 20))
    more: dict[str, dict[str, Any]] = {"9.3": {"steps": (step,)}, "9.1": {"impact": Impact.EVIDENCED}}
    return replace(
        plan,
        actions=tuple(replace(a, **more.get(a.ref, {})) for a in plan.actions),
        evidence=(
            some_evidence("Joint protocol", joint, kind="document", on="2026-01-20", place="Folder 1"),
            some_evidence("Calls to the line", line, kind="voice", on="2025-02-01", shows="It is kind."),
            some_evidence("Waiting list", THERAPY, kind="data", shows="64% within 18 weeks"),
            some_evidence("Return to the region", kind="data", on="2026-02-01"),
        ),
        sources=(
            a_source(
                a_finding("Waits for therapies are too long.", areas=[THERAPY], place="page 4"),
                a_finding("Settings spot needs early.", "strength", areas=[EARLY]),
                a_finding("Review home to school transport.", "recommendation", place="page 9"),
            ),
        ),
        minutes=(*plan.minutes, a_minute("The split is to be agreed by May.", "decision", LAST, line)),
    )


def the_earlier_days() -> list[Plan]:
    """The small plan as at a day before its board, and as at the board."""
    board = the_plan_before()
    return [replace(board, as_at=date(2025, 12, 1), actions=board.actions[:4]), board]


def the_deadlines() -> dict[int, list[Deadline]]:
    """The due dates said of the action whose date moved, newest first."""
    moved = an_id("action", "9.2")
    return {
        moved: [
            Deadline(3, moved, date(2026, 3, 20), a_sure_due("2026-06-30"), "Split still not agreed"),
            Deadline(2, moved, date(2026, 1, 10), a_sure_due("2026-02-28"), "Waited for the ICB"),
            Deadline(1, moved, date(2025, 9, 1), a_sure_due("2025-12-31")),
        ]
    }


def what_was_said() -> dict[int, list[Update]]:
    """What was said of two of its actions, newest first."""
    split, joint = an_id("action", "9.2"), an_id("action", "1.1")
    return {
        split: [
            Update(4, split, date(2026, 3, 20), Status.OFF_TRACK, note="Council and ICB differ."),
            Update(3, split, date(2026, 2, 1), no_change=True),
        ],
        joint: [Update(2, joint, date(2026, 2, 2), Status.COMPLETE, note="Signed.")],
    }


def papers_of(plan: Plan, audience: str) -> dict[str, Document]:
    """Every paper that reviews a plan, by its kind."""
    return {
        "stocktake": stocktake_paper(plan, the_earlier_days(), audience=audience, deadlines=the_deadlines()),
        "evidence": evidence_paper(plan, audience=audience),
        "coverage": coverage_paper(plan, audience=audience),
        "full": full_paper(plan, what_was_said(), the_deadlines(), audience=audience),
        "handover": handover_paper(plan, audience=audience),
    }
