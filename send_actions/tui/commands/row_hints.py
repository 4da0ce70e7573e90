"""What the foot says of the row under the cursor, and the keys that help with just that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from send_actions.domain.checks.plan_checks import Flag
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_days
from send_actions.tui.commands.action_list import FILTER
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.status import STATUS
from send_actions.tui.commands.updates import DUE, IMPACT, LEAD, NOTE
from send_actions.tui.drawing.actions import word
from send_actions.tui.text_layout import Line, inline

_HELPS: Final[Mapping[str, tuple[Command[Any], ...]]] = {
    "green-but-overdue": (STATUS, DUE, NOTE),
    "overdue": (STATUS, NOTE, DUE),
    "no-update": (STATUS, NOTE),
    "no-reason": (STATUS, NOTE),
    "no-path": (STATUS, NOTE),
    "path-date-passed": (STATUS, NOTE, DUE),
    "stuck": (STATUS, NOTE),
    "hold-date-passed": (STATUS,),
    "no-due": (DUE, STATUS, NOTE),
    "no-lead": (LEAD, STATUS, NOTE),
    "no-impact": (IMPACT, NOTE),
    "no-proof": (STATUS, NOTE),
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
_ON_ALL = (STATUS, IMPACT, DUE, LEAD, NOTE)
_ALWAYS = (STATUS, NOTE, DUE, FILTER)
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
