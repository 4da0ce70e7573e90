"""What is overdue and what is at risk in full: dates, reasons under their own days, and paths to green."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from send_actions.domain.checks.action_checks import has_unagreed_date
from send_actions.domain.checks.urgency import days_overdue, is_overdue, worst_first
from send_actions.domain.plan import Action, Deadline, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.phrasing.agreement import moved_date
from send_actions.reports.sections.phrasing.cells import (
    day_cell,
    day_words,
    due_cell,
    due_day,
    due_phrase,
    filled,
    last_update,
    mark,
    name_and_lead,
    number,
    reason_cell,
    status_word,
)


def overdue(plan: Plan, deadlines: Mapping[int, Sequence[Deadline]]) -> list[Block]:
    """Every action past its due date and still to be delivered, the longest overdue first.

    `deadlines` holds, by action id and newest first, those of the actions in `to_agree`.
    """
    late = [action for action in plan.actions if is_overdue(action, plan.as_at)]
    if not late:
        return [text_of("Nothing is overdue.")]
    late.sort(key=lambda a: (-days_overdue(a, plan.as_at), worst_first(a, plan.as_at)))
    rows = tuple(
        (
            name_and_lead(action),
            mark(plan, action.status),
            due_day(action.due),
            number(days_overdue(action, plan.as_at)),
            _moves(action, deadlines.get(action.id, ())),
            last_update(action),
        )
        for action in late
    )
    header = ("Action and lead", "Status", "Due", "Days overdue", "Moved", "Last said")
    return [Table("Overdue, the longest first", header, rows)]


def at_risk(plan: Plan) -> list[Block]:
    """Every action at risk with its reason, what was said since, and its path to green."""
    found = [action for action in plan.actions if action.status is Status.AT_RISK]
    word = status_word(plan, Status.AT_RISK)
    if not found:
        return [text_of(f"Nothing is {word.lower()}.")]
    found.sort(key=lambda action: worst_first(action, plan.as_at))
    header = ("Action and lead", "Since", "Due", "Why, and what was said since", "Path to green")
    return [Table(f"{word}, the worst first", header, tuple(_at_risk(plan, a) for a in found))]


def _at_risk(plan: Plan, action: Action) -> tuple[Cell, ...]:
    by = f"\nBy {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    return (
        name_and_lead(action),
        day_cell(action.since, "Not known"),
        due_cell(action, plan.as_at),
        reason_cell(action),
        filled(action.path, "No path given") + by,
    )


def _moves(action: Action, deadlines: Sequence[Deadline]) -> str:
    """How often its date was moved, from which first date, whether a meeting agreed, and else why."""
    if not action.due_moves:
        return "Not moved"
    first = "back at its first date" if action.is_due_at_first else f"first {due_phrase(action.first_due)}"
    agreed = "not agreed by a meeting" if has_unagreed_date(action) else "agreed by a meeting"
    told = f"{say_times(action.due_moves).capitalize()}, {first}; {agreed}"
    why = moved_date(action, deadlines)
    return f"{told}\n{say_statement((why.said_on, why.reason))}" if why.reason else told
