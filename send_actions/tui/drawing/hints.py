"""What the foot says of the row under the cursor, and the keys that help with just that."""

from __future__ import annotations

from collections.abc import Sequence

from send_actions.domain.checks.plan_checks import Flag
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_days
from send_actions.tui import keys
from send_actions.tui.drawing.statuses import word
from send_actions.tui.text_layout import Line, inline

_HELPS = {
    "green-but-overdue": ("status", "due", "note"),
    "overdue": ("status", "note", "due"),
    "no-update": ("status", "note"),
    "no-reason": ("status", "note"),
    "no-path": ("status", "note"),
    "path-date-passed": ("status", "note", "due"),
    "stuck": ("status", "note"),
    "hold-date-passed": ("status",),
    "no-due": ("due", "status", "note"),
    "no-lead": ("lead", "status", "note"),
    "no-impact": ("impact", "note"),
    "no-proof": ("status", "note"),
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
_ON_ALL = ("status", "impact", "due", "lead", "note")
_ALWAYS = ("status", "note", "due", "filter")
MOST = 7


def key_hint(key_id: str) -> Line:
    """A key and its word."""
    key = keys.BY_ID[key_id]
    return [(key.shown.split()[0], "key"), (" " + key.words, "dim")]


def action_hints(plan: Plan, action: Action, flags: Sequence[Flag]) -> tuple[Line, list[Line]]:
    """What to say of an action, worst first, and at most seven keys."""
    ids: list[str] = []
    for flag in flags:
        ids += _HELPS.get(flag.code, ())
    wanted = list(dict.fromkeys([*ids, *_ALWAYS]))[: MOST - 2]
    return [(f"{inline(action.ref)} {_state(plan, action, flags)}:", "")], [
        key_hint(key_id) for key_id in wanted
    ]


def mark_hints(marked: int) -> tuple[Line, list[Line]]:
    """What to say of marked rows, and the keys that act on all of them."""
    return [(f"{marked:,} marked:", "")], [key_hint(key_id) for key_id in _ON_ALL]


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
