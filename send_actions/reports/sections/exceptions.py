"""What needs the board: exceptions worst first, and what it is asked to agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.check_rules import is_live
from send_actions.domain.dates import say_date
from send_actions.domain.nouns import Action, Deadline, Plan
from send_actions.domain.standing import is_overdue, worst_first
from send_actions.domain.vocabulary import TROUBLED, Status
from send_actions.reports.audience import WITHHELD, is_withheld
from send_actions.reports.document import Block, Cell, Heading, Table, text_of
from send_actions.reports.sections.cells import (
    count_of,
    due_cell,
    due_words,
    mark,
    refs,
    said,
    title_and_lead,
    word_of,
)

_HEADER: Final = ("Ref", "Action and lead", "Status", "Due", "Reason", "Path to green", "Asked of the Board")
_UNREAD: Final = "See the plan's history"


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
    words = {status: word_of(plan, status).lower() for status in TROUBLED | {Status.ON_TRACK}}
    facts = (
        f"{count_of(len(off), 'action')} {words[Status.OFF_TRACK]}, {len(risk)} {words[Status.AT_RISK]}; "
        f"{len(late)} overdue, {len(green)} of them still {words[Status.ON_TRACK]}"
    )
    return [
        text_of(f"{facts}{': ' + refs(green) if green else ''}. Each is listed once, the worst first."),
        *_group(plan, word_of(plan, Status.OFF_TRACK), off),
        *_group(plan, word_of(plan, Status.AT_RISK), risk),
        *_group(plan, f"Overdue and still {words[Status.ON_TRACK]}", green),
        *_group(plan, "Overdue and not under way", waiting),
    ]


def to_agree(plan: Plan) -> tuple[Action, ...]:
    """The actions whose moved date, hold or withdrawal no meeting has agreed yet, in order of their refs."""
    return tuple(a for a in plan.actions if _has_unagreed_date(a) or _has_unagreed_status(a))


def agreement(plan: Plan, deadlines: Mapping[int, Sequence[Deadline]]) -> list[Block]:
    """What waits for agreement: moved dates, actions on hold and withdrawn, from what to what and why.

    `deadlines` holds, by action id and newest first, those of the actions in `to_agree`.
    """
    rows: list[tuple[Cell, ...]] = []
    for action in to_agree(plan):
        named = (said(action.ref), said(action.title))
        if _has_unagreed_date(action):
            rows.append((*named, *_moved(action, deadlines.get(action.id, ()))))
        if _has_unagreed_status(action):
            rows.append((*named, *_stopped(plan, action)))
    if not rows:
        return [text_of("Nothing waits for the Board's agreement.")]
    header = ("Ref", "Action", "The Board is asked to agree", "From", "To", "Reason")
    return [Table("Moved dates, holds and withdrawals not yet agreed by a meeting", header, tuple(rows))]


def _group(plan: Plan, title: str, actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    ordered = sorted(actions, key=lambda action: worst_first(action, plan.as_at))
    rows = tuple(_row(plan, action) for action in ordered)
    return [Heading(3, f"{title}: {len(actions)}"), Table(f"{title}, the worst first", _HEADER, rows)]


def _row(plan: Plan, action: Action) -> tuple[Cell, ...]:
    by = f"\nBy {say_date(action.path_by)}" if action.path_by else ""
    return (
        said(action.ref),
        title_and_lead(action),
        mark(plan, action.status),
        due_cell(action, plan.as_at),
        said(action.reason, "No reason given"),
        said(action.path, "No path given") + by,
        _ask(action, plan.as_at),
    )


def _ask(action: Action, on: date) -> str:
    """What the Board can do about it, as its status and dates have it."""
    asks = []
    if _has_unagreed_date(action):
        asks.append(f"Agree the new date, {due_words(action.due)}")
    if action.status is Status.OFF_TRACK:
        asks.append("Decide what help to give")
    elif is_overdue(action, on) and not asks:
        asks.append("To note: no new date is asked for")
    return "\n".join(asks) or "To note"


def _has_unagreed_date(action: Action) -> bool:
    return is_live(action) and action.due_moves > 0 and not action.due_agreed


def _has_unagreed_status(action: Action) -> bool:
    return action.status in {Status.ON_HOLD, Status.WITHDRAWN} and not action.status_agreed


def _moved(action: Action, deadlines: Sequence[Deadline]) -> tuple[Cell, ...]:
    """The date before the move, and the first date where that is another."""
    old = due_words(deadlines[1].due if len(deadlines) > 1 else action.first_due)
    first = due_words(action.first_due)
    since = f"{old}\nAt first {first}" if first != old else old
    reason = said(deadlines[0].reason, "No reason given") if deadlines else _UNREAD
    return "The new due date", since, due_words(action.due), WITHHELD if is_withheld(action) else reason


def _stopped(plan: Plan, action: Action) -> tuple[Cell, ...]:
    is_held = action.status is Status.ON_HOLD
    until = f", to look again on {say_date(action.look_again)}" if action.look_again and is_held else ""
    reason = said(action.reason, "No reason given")
    return (
        ("Putting it on hold" if is_held else "Withdrawing it") + until,
        mark(plan, action.was),
        mark(plan, action.status),
        reason,
    )
