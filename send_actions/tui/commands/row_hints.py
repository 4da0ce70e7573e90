"""What the foot says of the row under the cursor, and the keys that help with just that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from send_actions.domain.checks.plan_checks import Flag
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_days
from send_actions.tui.commands.action_list import filter_list
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.status import set_status
from send_actions.tui.commands.updates import move_due_date, name_lead, rate_impact, write_note
from send_actions.tui.drawing.actions import word
from send_actions.tui.text_layout import Line, inline

_HELPS: Final[Mapping[str, tuple[Command[Any], ...]]] = {
    "green-but-overdue": (set_status, move_due_date, write_note),
    "overdue": (set_status, write_note, move_due_date),
    "no-update": (set_status, write_note),
    "no-reason": (set_status, write_note),
    "no-path": (set_status, write_note),
    "path-date-passed": (set_status, write_note, move_due_date),
    "stuck": (set_status, write_note),
    "hold-date-passed": (set_status,),
    "no-due": (move_due_date, set_status, write_note),
    "no-lead": (name_lead, set_status, write_note),
    "no-impact": (rate_impact, write_note),
    "no-proof": (set_status, write_note),
}
_SHORT = {
    "no-update": "silent since the meeting before last",
    "no-reason": "no reason given",
    "no-path": "no path to green",
    "path-date-passed": "past the date of its path",
    "stuck": "three meetings running",
    "hold-date-passed": "time to look again",
    "no-due": "no due date",
    "no-lead": "no action lead",
    "no-impact": "no impact yet",
    "no-proof": "no proof named",
    "not-agreed": "not yet agreed",
    "late-start": "should have started",
    "date-moved-twice": "date moved twice",
}
_ON_ALL = (set_status, rate_impact, move_due_date, name_lead, write_note)
_ALWAYS = (set_status, write_note, move_due_date, filter_list)
MOST = 7


def key_hint(command: Command[Any]) -> Line:
    """A command's key and its word."""
    return [(command.shown.split()[0], "key"), (" " + command.words, "dim")]


def action_hints(plan: Plan, action: Action, flags: Sequence[Flag]) -> tuple[Line, list[Line]]:
    """What to say of an action, worst first, and at most seven keys."""
    helping = [command for flag in flags for command in _HELPS.get(flag.code, ())]
    wanted = list({command.id: command for command in (*helping, *_ALWAYS)}.values())[: MOST - 2]
    about: Line = [(f"{inline(action.ref)} {_state(plan, action, flags)}:", "")]
    return about, [key_hint(command) for command in wanted]


def mark_hints(marked: int) -> tuple[Line, list[Line]]:
    """What to say of marked rows, and the keys that act on all of them."""
    return [(f"{marked:,} marked:", "")], [key_hint(command) for command in _ON_ALL]


def _state(plan: Plan, action: Action, flags: Sequence[Flag]) -> str:
    late = days_overdue(action, plan.as_at)
    days = f"{say_days(late)} overdue"
    status = word(plan, action.status).lower()
    if late and action.status is Status.ON_TRACK:
        return f"{plan.legend_of(action.status).colour} but {days}"
    if late:
        return f"{status}, {days}"
    if action.status is Status.ON_HOLD and action.look_again is None:
        return f"{status}, no date to look again"
    reason = next((_SHORT[flag.code] for flag in flags if flag.code in _SHORT), "")
    return f"{status}, {reason}" if reason else status
