"""The paper of one meeting: what is on its agenda, or what it asked, decided and agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.plan import Deadline, Meeting, Plan
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
from send_actions.reports.document import Block, Document, Entry
from send_actions.reports.sections.board.decisions import decisions, to_decide
from send_actions.reports.sections.board.next_and_silent import due_before_next
from send_actions.reports.sections.board.what_was_asked import what_was_asked
from send_actions.reports.sections.meetings.days_to_come import due_days, in_order, meeting_days
from send_actions.reports.sections.meetings.meeting_log import Agreed, agreed_there, decided_there, log_table
from send_actions.reports.sections.meetings.to_the_table import due_by_then, exceptions, still_owed
from send_actions.reports.sections.phrasing.cells import day_words, filled
from send_actions.reports.sections.phrasing.minutes_told import counted_minutes, minutes_of
from send_actions.reports.sections.phrasing.numbered import numbered
from send_actions.reports.sections.review.review_front import front, position


def agenda(
    plan: Plan,
    meeting: Meeting,
    before: Plan | None,
    *,
    deadlines: Mapping[int, Sequence[Deadline]] | None = None,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """What a meeting to come has before it: what was asked, what is to be decided, exceptions, what is due.

    `before` is the plan as at the meeting before it of the same series. Only a board of the main series
    decides. `deadlines` are those of the actions in `to_agree(plan)` by action id, newest first.
    """
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    then = redact_plan(before, viewer, exempt) if before else None
    is_board = meeting.series == plan.main_series
    asked = to_decide(now) if is_board else ()
    numbers = {action.id: number for number, action in enumerate(asked, start=1)}
    seen = redact_deadlines(deadlines or {}, viewer, now, exempt)
    sections: dict[str, list[Block]] = {
        "To see again: what was asked": what_was_asked(now, then, summarise_areas(now, then), numbers),
        **({"To decide and agree": [decisions(now, asked, seen, leads=True)]} if is_board else {}),
        "Exceptions": exceptions(now),
        "Due by then": due_by_then(now, meeting),
        "Before the meeting": still_owed(now, meeting),
    }
    due = due_before_next(now, meeting)
    return _document(
        plan,
        meeting,
        "agenda",
        sections,
        facts=front(plan, viewer, exempt, *_days(plan, meeting), reader=meeting.series),
        entries=in_order((*due_days(now, due), *meeting_days(now, [meeting]))),
    )


def action_log(
    plan: Plan,
    meeting: Meeting,
    agreed: Agreed,
    *,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """What a meeting that was held asked, decided, resolved and agreed, and what became of it by now."""
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    seen = replace(agreed, dates=redact_deadlines(agreed.dates, viewer, now, exempt))
    minutes = minutes_of(now, [meeting])
    areas = summarise_areas(now, None)
    agreements = agreed_there(now, meeting, seen)
    sections: dict[str, list[Block]] = {
        "Asked and requested": log_table(now, minutes),
        "Decided and resolved": decided_there(now, minutes, areas),
        **({"Dates and statuses agreed": agreements} if agreements else {}),
    }
    about = {minute.action_id for minute in minutes}
    coming = [one for one in now.meetings if one.series == meeting.series and one.on > plan.as_at][:1]
    spoken_of = [action for action in now.actions if action.id in about]
    shown = ("Paper it was shown", _shown(plan, meeting))
    told = ("What it said", counted_minutes(minutes))
    return _document(
        plan,
        meeting,
        "action log",
        sections,
        facts=front(plan, viewer, exempt, shown, told, reader=meeting.series),
        entries=in_order((*due_days(now, spoken_of), *meeting_days(now, coming))),
    )


def _document(
    plan: Plan,
    meeting: Meeting,
    what: str,
    sections: Mapping[str, Sequence[Block]],
    *,
    facts: tuple[tuple[str, str], ...],
    entries: tuple[Entry, ...],
) -> Document:
    name = f"{filled(meeting.series, 'Meeting')}, {say_date(meeting.on)}"
    return Document(
        f"{name}: {what}",
        facts,
        tuple(numbered(sections)),
        as_at=plan.as_at,
        subject=f"{what.capitalize()} of {name}, as at {position(plan)}",
        entries=entries,
    )


def _days(plan: Plan, meeting: Meeting) -> list[tuple[str, str]]:
    days = (("Returns due", meeting.returns_due), ("Papers due", meeting.papers_due))
    return [(label, day_words(day, plan.as_at)) for label, day in days if day]


def _shown(plan: Plan, meeting: Meeting) -> str:
    """Which papers were issued for a meeting."""
    issued = sorted((p for p in plan.papers if p.meeting_id == meeting.id), key=lambda p: p.id)
    told = (f"{p.kind} paper, record {p.record}, issued {say_date(p.on)}" for p in issued)
    return "; ".join(told) or "none is noted"
