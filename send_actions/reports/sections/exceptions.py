"""What needs the board: off track, at risk and overdue, worst first, with the ask."""

from __future__ import annotations

from datetime import date
from typing import Final

from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import TROUBLED, Status
from send_actions.reports.document import Block, Cell, Heading, Table, text_of
from send_actions.reports.sections.agreement import ask_about_date
from send_actions.reports.sections.cells import (
    count_of,
    day_words,
    due_cell,
    filled,
    mark,
    refs,
    status_word,
    title_and_lead,
)

_HEADER: Final = ("Ref", "Action and lead", "Status", "Due", "Reason", "Path to green", "Asked of the Board")


def exceptions(plan: Plan) -> list[Block]:
    """Off track and at risk, then what is overdue besides: rated green or not yet under way."""
    off = [a for a in plan.actions if a.status is Status.OFF_TRACK]
    risk = [a for a in plan.actions if a.status is Status.AT_RISK]
    late = [a for a in plan.actions if is_overdue(a, plan.as_at)]
    besides = [a for a in late if a.status not in TROUBLED]
    green = [a for a in besides if a.status is Status.ON_TRACK]
    waiting = [a for a in besides if a.status is not Status.ON_TRACK]
    if not (off or risk or late):
        return [text_of("Nothing is off track, at risk or overdue.")]
    words = {status: status_word(plan, status).lower() for status in TROUBLED | {Status.ON_TRACK}}
    facts = (
        f"{count_of(len(off), 'action')} {words[Status.OFF_TRACK]}, {len(risk)} {words[Status.AT_RISK]}; "
        f"{len(late)} overdue"
    )
    still = f", {len(green)} of them still {words[Status.ON_TRACK]}: {refs(green)}" if green else ""
    return [
        text_of(f"{facts}{still}. Each is listed once, the worst first."),
        *_group(plan, status_word(plan, Status.OFF_TRACK), off),
        *_group(plan, status_word(plan, Status.AT_RISK), risk),
        *_group(plan, f"Overdue and still {words[Status.ON_TRACK]}", green),
        *_group(plan, "Overdue and not under way", waiting),
    ]


def _group(plan: Plan, title: str, actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    ordered = sorted(actions, key=lambda action: worst_first(action, plan.as_at))
    rows = tuple(_row(plan, action) for action in ordered)
    return [Heading(3, f"{title}: {len(actions)}"), Table(f"{title}, the worst first", _HEADER, rows)]


def _row(plan: Plan, action: Action) -> tuple[Cell, ...]:
    by = f"\nBy {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    return (
        filled(action.ref),
        title_and_lead(action),
        mark(plan, action.status),
        due_cell(action, plan.as_at),
        filled(action.reason, "No reason given"),
        filled(action.path, "No path given") + by,
        _ask(action, plan.as_at),
    )


def _ask(action: Action, on: date) -> str:
    """What the Board can do about it, as its status and dates have it."""
    about_date = ask_about_date(action, on)
    asks = [about_date] if about_date else []
    if action.status is Status.OFF_TRACK:
        asks.append("Decide what help to give")
    elif is_overdue(action, on) and not asks:
        asks.append("To note: no new date is asked for")
    return "\n".join(asks) or "To note"
