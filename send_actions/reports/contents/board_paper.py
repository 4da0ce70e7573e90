"""The paper for the board: in brief, then what it must see, decide and follow up in PRODUCT's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from send_actions.domain.plan import Deadline, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    exempt_in,
    read_audience,
    redact_deadlines,
    redact_plan,
)
from send_actions.reports.document import Block, Document, Heading
from send_actions.reports.sections.areas_and_measures import headlines, journey_table, measures, plan_by_area
from send_actions.reports.sections.cells import filled
from send_actions.reports.sections.counts_and_changes import (
    changes,
    completed,
    counts,
    due_next,
    legend,
)
from send_actions.reports.sections.exceptions_and_decisions import agreement, exceptions, questions
from send_actions.reports.sections.in_brief import in_brief


def board_paper(
    plan: Plan,
    before: Plan | None,
    *,
    audience: str = Audience.BOARD,
    journey: Sequence[Plan] = (),
    deadlines: Mapping[int, Sequence[Deadline]] | None = None,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """The board paper of a plan as at its date, compared with `before`, the plan as at the last meeting.

    `journey` are the plans as at the earlier meetings it shows; `deadlines` are those of the actions in
    `to_agree(plan)` by action id, newest first, for the date before and the reason of a move. `also_exempt`
    is what became exempt after the plan's record or date, which a board does not see either.
    """
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    then = redact_plan(before, viewer, exempt) if before else None
    sections: list[tuple[str, list[Block]]] = [
        ("What the colours mean", legend(now)),
        ("Counts: this time, last time and the change", counts(now, then)),
        ("Headlines", headlines(now, then)),
        ("Exceptions", exceptions(now)),
        ("What changed since the last meeting", changes(now, then)),
        ("What the Board is asked to agree", agreement(now, redact_deadlines(deadlines or {}, viewer, now))),
        ("Completed since the last meeting", completed(now, then)),
        ("Due before the next meeting", due_next(now)),
        ("Measures", measures(now)),
        ("What the Board asked to see again", questions(now, then)),
        ("The journey", journey_table(now, [redact_plan(stop, viewer, exempt) for stop in journey])),
        ("The plan by area", plan_by_area(now, then)),
    ]
    blocks: list[Block] = [Heading(2, "In brief"), in_brief(now, then, viewer)]
    for place, (title, parts) in enumerate(sections, start=1):
        blocks += [Heading(2, f"{place}. {title}"), *parts]
    title = f"{filled(now.title, 'Action plan')}: board paper"
    return Document(title, _front(now, then, viewer), tuple(blocks))


def _front(plan: Plan, before: Plan | None, audience: Audience) -> tuple[tuple[str, str], ...]:
    """What the paper speaks of and from which record it can be made again."""
    compared = _position(before) if before else "nothing: no earlier meeting"
    meeting = plan.next_meeting
    front = (
        ("Partnership", plan.partnership),
        ("Board", plan.main_series),
        ("As at", _position(plan)),
        ("Compared with", compared),
        ("Next meeting", say_date(meeting.on) if meeting else "none in the diary"),
        ("Audience", audience.sentence),
    )
    return tuple((label, value) for label, value in front if value.strip())


def _position(plan: Plan) -> str:
    return f"{say_date(plan.as_at)}, record {plan.record}"
