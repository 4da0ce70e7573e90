"""The paper for the board: in brief, then what it must see, decide and follow up in PRODUCT's order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from send_actions.domain.plan import Deadline, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    count_became_exempt,
    exempt_in,
    read_audience,
    redact_deadlines,
    redact_plan,
)
from send_actions.reports.document import Block, Document, Heading
from send_actions.reports.sections.areas_and_measures import headlines, journey_table, measures, plan_by_area
from send_actions.reports.sections.cells import count_of, filled
from send_actions.reports.sections.counts_and_changes import (
    changes,
    completed,
    counts,
    due_next,
    legend,
)
from send_actions.reports.sections.exceptions_and_decisions import agreement, exceptions, questions
from send_actions.reports.sections.in_brief import in_brief
from send_actions.reports.sections.last_time import Issued, as_issued


def board_paper(
    plan: Plan,
    before: Plan | None,
    *,
    audience: str = Audience.BOARD,
    journey: Iterable[Plan] = (),
    deadlines: Mapping[int, Sequence[Deadline]] | None = None,
    also_exempt: Exempt = NOTHING_EXEMPT,
    issued: Issued | None = None,
) -> Document:
    """The board paper of a plan as at its date, compared with `before`, the plan as at the last meeting.

    Where a paper was issued for that meeting, `before` is the plan as it showed it, and `issued` the paper.
    `journey` are the plans as at the earlier meetings, of which it shows letters alone. `deadlines` are those
    of the actions in `to_agree(plan)` by action id, newest first, for the date before and the reason of a
    move. `also_exempt` is what became exempt after the plan's record or date, which a board does not see
    either.
    """
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    then = redact_plan(before, viewer, exempt) if before else None
    shown = replace(issued, known=redact_plan(issued.known, viewer, exempt)) if issued else None
    last = "the last paper" if issued else "the last meeting"
    sections: list[tuple[str, list[Block]]] = [
        ("What the colours mean", legend(now)),
        ("Counts: this time, last time and the change", _counts(now, then, shown)),
        ("Headlines", headlines(now, then)),
        ("Exceptions", exceptions(now)),
        (f"What changed since {last}", changes(now, then)),
        ("What the Board is asked to agree", agreement(now, redact_deadlines(deadlines or {}, viewer, now))),
        (f"Completed since {last}", completed(now, then)),
        ("Due before the next meeting", due_next(now)),
        ("Measures", measures(now)),
        ("What the Board asked to see again", questions(now, then)),
        ("The journey", journey_table(now, journey)),
        ("The plan by area", plan_by_area(now, then)),
    ]
    blocks: list[Block] = [Heading(2, "In brief"), in_brief(now, then, viewer)]
    for place, (title, parts) in enumerate(sections, start=1):
        blocks += [Heading(2, f"{place}. {title}"), *parts]
    title = f"{filled(now.title, 'Action plan')}: board paper"
    return Document(
        title,
        _front(plan, before, viewer, issued, exempt),
        tuple(blocks),
        as_at=plan.as_at,
        subject=f"As at {_position(plan)}",
    )


def _counts(now: Plan, then: Plan | None, issued: Issued | None) -> list[Block]:
    """The counts, and before them what last time was where a paper was issued of it."""
    told = as_issued(then, issued) if then and issued else []
    return [*told, *counts(now, then)]


def _front(
    plan: Plan, before: Plan | None, audience: Audience, issued: Issued | None, exempt: Exempt
) -> tuple[tuple[str, str], ...]:
    """What the paper speaks of and from which record it can be made again."""
    compared = "nothing: no earlier meeting"
    if before:
        as_issued_for = f", as issued for the meeting of {say_date(issued.meeting.on)}" if issued else ""
        compared = _position(before) + as_issued_for + _withheld(before, audience, exempt)
    meeting = plan.next_meeting
    front = (
        ("Partnership", plan.partnership),
        ("Board", plan.main_series),
        ("As at", _position(plan) + _withheld(plan, audience, exempt)),
        ("Compared with", compared),
        ("Next meeting", say_date(meeting.on) if meeting else "none in the diary"),
        ("Audience", audience.sentence),
    )
    return tuple((label, value) for label, value in front if value.strip())


def _withheld(plan: Plan, audience: Audience, exempt: Exempt) -> str:
    """What a stamp says of items that have become exempt since the state that it names."""
    if audience is Audience.INTERNAL:
        return ""
    many = count_became_exempt(plan, exempt)
    have = "has" if many == 1 else "have"
    return f"; without the detail of {count_of(many, 'item')} that {have} become exempt since" if many else ""


def _position(plan: Plan) -> str:
    return f"{say_date(plan.as_at)}, record {plan.record}"
