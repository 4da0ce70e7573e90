"""A meeting in rows: its agenda before it is held, what it said from its own day on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.minute_drafts import proposed
from send_actions.domain.plan import Action, Meeting, Minute, Paper, Plan
from send_actions.domain.plan.vocabulary import ASKS, BOARD_PAPER
from send_actions.domain.words.dates import say_date, say_days, say_due, short_date
from send_actions.reports.sections.board.decisions import to_decide
from send_actions.reports.sections.meetings.to_the_table import exceptional
from send_actions.tui.drawing.actions import badge, fact_lines, word
from send_actions.tui.text_layout import Line, fit, hang, inline, wrap, wrap_to
from send_actions.tui.widgets.rows import Heading

KIND: Final = 9
"""Columns of a minute's kind, as of every label of a detail."""

REF: Final = 6
NOTHING_SAID: Final = "Nothing recorded of this meeting"

MOST_LINES: Final = 3
"""Lines that the words beneath an action may take."""


class OfMinute(NamedTuple):
    """The row of what a meeting said, by the minute's id."""

    minute_id: int


class OfAction(NamedTuple):
    """The row of an action on an agenda: under which of its headings, and the action's id."""

    part: str
    action_id: int


def agenda_rows(plan: Plan, meeting: Meeting) -> list[Hashable]:
    """The rows of a meeting under their headings: one to come its agenda, one held what it said.

    Today's has both, and the last one held what it has still to agree.
    """
    rows: list[Hashable] = [Heading(text) for text in _issued(plan, meeting)]
    said = [one for one in plan.minutes if one.meeting_id == meeting.id]
    decided = [one for one in said if one.kind not in ASKS]
    asked = [one for one in said if one.kind in ASKS]
    rows += _under("Resolved and decided", [OfMinute(one.id) for one in decided])
    rows += _under("Asked and requested", [OfMinute(one.id) for one in asked])
    is_board = meeting.series == plan.main_series
    if meeting.on >= plan.as_at:
        again = [one for one in _still_open(plan) if one.meeting_id != meeting.id]
        rows += _under("To see again", [OfMinute(one.id) for one in again])
    if is_board and (meeting.on >= plan.as_at or meeting == plan.last_meeting):
        heading = "Still to agree" if meeting.on < plan.as_at else "To agree"
        by = meeting.on if meeting.on < plan.as_at else None
        waiting = [one for one in to_decide(plan) if proposed(plan, one, by)]
        rows += _under(heading, [OfAction("agree", one.id) for one in waiting])
    if is_board and meeting.on >= plan.as_at:
        rows += _under("Exceptions", [OfAction("exception", one.id) for one in exceptional(plan)])
    is_empty = all(isinstance(row, Heading) for row in rows)
    return [*rows, Heading(f"\t{NOTHING_SAID}")] if is_empty else rows


def row_lines(plan: Plan, row: Hashable, width: int) -> list[Line]:
    """One row of a meeting on as many lines as its words take."""
    if isinstance(row, OfMinute):
        minute = next((one for one in plan.minutes if one.id == row.minute_id), None)
        return minute_lines(plan, minute, width) if minute else [[]]
    if isinstance(row, OfAction) and row.action_id in plan.actions_by_id:
        return _action_lines(plan, plan.actions_by_id[row.action_id], row.part, width)
    if isinstance(row, Heading):
        label, _, told = row.partition("\t")
        if told == NOTHING_SAID:
            return [[(fit(f" {told}", width), "dim")]]
        return fact_lines(label, told, width) if told else [[(fit(f" {row}", width), "bold")]]
    return [[]]


def minute_lines(plan: Plan, minute: Minute, width: int) -> list[Line]:
    """What a meeting said, of what, and beneath it who answers by when or what became of it."""
    action = plan.actions_by_id.get(minute.action_id or 0)
    area = plan.areas_by_id.get(minute.area_id or 0)
    about = f"{action.ref}: " if action else f"area {area.number}: " if area else ""
    lines = fact_lines(minute.kind.value.capitalize()[:KIND], about + inline(minute.text), width)
    for text, style in _beneath(plan, minute):
        lines += hang([(" " * (KIND + 1), "")], wrap(text, max(8, width - KIND - 2)), style)
    return lines


def _under(heading: str, rows: Sequence[Hashable]) -> list[Hashable]:
    return [Heading(f"{heading}  {len(rows)}"), *rows] if rows else []


def _still_open(plan: Plan) -> list[Minute]:
    """What was asked at meetings and has no answer, the oldest first."""
    days = {meeting.id: meeting.on for meeting in plan.meetings}
    waiting = [one for one in plan.minutes if one.is_waiting]
    return sorted(waiting, key=lambda one: (days[one.meeting_id], one.id))


def _beneath(plan: Plan, minute: Minute) -> Iterator[tuple[str, str]]:
    """What stands beneath a minute's words: its answer, what became of it, or that it waits, and for whom."""
    made = plan.actions_by_id.get(minute.made_action_id or 0)
    if made:
        yield f"Became {inline(made.ref)}, {word(plan, made.status).lower()}", "dim"
    elif minute.answer:
        yield f"Answer: {inline(minute.answer)}", ""
    elif minute.answered_on:
        yield f"Answered {short_date(minute.answered_on)}", "dim"
    elif minute.kind in ASKS:
        meeting = plan.meetings_by_id[minute.meeting_id]
        who = f" · {inline(str(minute.owner))}" if minute.owner else ""
        by = f" · by {inline(say_due(minute.due))}" if minute.due else ""
        yield f"No answer since {short_date(meeting.on)}{who}{by}", "amber"


def _action_lines(plan: Plan, action: Action, part: str, width: int) -> list[Line]:
    """An action on an agenda: how it stands, and what is proposed or how late it is."""
    start: Line = [(f" {fit(inline(action.ref), REF)}", ""), *badge(plan, action.status), ("  ", "")]
    taken = REF + 7
    lines: list[Line] = [[*start, (fit(inline(action.title), max(8, width - taken)), "")]]
    waits = proposed(plan, action)
    late = days_overdue(action, plan.as_at)
    told = waits.words if part == "agree" and waits else f"{say_days(late)} overdue" if late else ""
    if part != "agree" and action.reason:
        told = f"{told} · {inline(action.reason)}" if told else inline(action.reason)
    if told:
        words = wrap_to(told[:1].upper() + told[1:], max(8, width - taken), MOST_LINES)
        lines += hang([(" " * taken, "")], words, "dim")
    return lines


def _issued(plan: Plan, meeting: Meeting) -> Iterable[str]:
    """The papers issued for a meeting, the last of each kind; a board paper takes the place of another."""
    by_kind: dict[str, list[Paper]] = {}
    for paper in sorted(plan.papers, key=lambda paper: paper.id):
        if paper.meeting_id == meeting.id:
            by_kind.setdefault(paper.kind, []).append(paper)
    for kind, (*before, last) in by_kind.items():
        told = f"issued at record {last.record}, {last.audience}, {say_date(last.on)}"
        if kind != BOARD_PAPER:
            told = f"{kind.capitalize()}, {told}"
        elif before:
            told += f", in place of record {before[-1].record}"
        yield f"Paper\t{told[:1].upper()}{told[1:]}"
