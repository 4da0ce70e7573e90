"""What the foot says of the row under the cursor, and the keys that help with just that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from send_actions.domain.checks.plan_checks import Flag
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_days
from send_actions.tui.commands.action_list import ListScreen, filter_list
from send_actions.tui.commands.board_said import write_down
from send_actions.tui.commands.command import Command, CommandScreen
from send_actions.tui.commands.navigation import go, look_earlier, look_later
from send_actions.tui.commands.new_and_edit import edit_row, make_new
from send_actions.tui.commands.status import set_status
from send_actions.tui.commands.updates import move_due_date, name_lead, rate_impact, write_note
from send_actions.tui.drawing.actions import word
from send_actions.tui.key_map import KeyMap
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.session import why_off
from send_actions.tui.text_layout import Line, inline, keyed
from send_actions.tui.widgets.page import Page

if TYPE_CHECKING:
    from send_actions.tui.action_list import ActionList
    from send_actions.tui.row_filter import RowFilter

_OF_CHECKS: Final[Mapping[str, tuple[str, tuple[Command[Any], ...]]]] = {
    "green-but-overdue": ("", (set_status, move_due_date, write_note)),
    "overdue": ("", (set_status, write_note, move_due_date)),
    "no-update": ("silent since the meeting before last", (set_status, write_note)),
    "no-reason": ("no reason given", (set_status, write_note)),
    "no-path": ("no path to green", (set_status, write_note)),
    "path-date-passed": ("past the date of its path", (set_status, write_note, move_due_date)),
    "stuck": ("three meetings running", (set_status, write_note)),
    "hold-date-passed": ("time to look again", (set_status,)),
    "no-due": ("no due date", (move_due_date, set_status, write_note)),
    "no-lead": ("no action lead", (name_lead, set_status, write_note)),
    "no-impact": ("no impact yet", (rate_impact, write_note)),
    "no-proof": ("no proof named", (set_status, write_note)),
    "not-agreed": ("not yet agreed", (write_down,)),
    "late-start": ("should have started", ()),
    "date-moved-twice": ("date moved twice or more", ()),
}
"""What a check's question comes to in few words, where the status does not say it, and what helps with it."""

_ON_ALL = (set_status, rate_impact, move_due_date, name_lead, write_note)
_ALWAYS = (set_status, write_note, move_due_date, write_down, filter_list)
MOST = 7

BACK: Final = keyed("Esc", "back")
_TODAY: Final = keyed("Esc", "today")
_AREAS: Final = keyed("Esc", "areas")

NAMED: Final = 3
"""Marked refs that the foot names."""


class ListedScreen(CommandScreen, Protocol):
    """A screen that may be a list over the detail of its row."""

    is_list_over_detail: bool

    def hints(self) -> Hints:
        """What to say of the row under the cursor."""


def action_hints(plan: Plan, action: Action, flags: Sequence[Flag], keys: KeyMap) -> tuple[Line, list[Line]]:
    """What to say of an action, worst first, and at most seven keys."""
    helping = [command for flag in flags for command in _of_check(flag)[1]]
    wanted = list({command.id: command for command in (*helping, *_ALWAYS)}.values())[: MOST - 2]
    about: Line = [(f"{inline(action.ref)} {_state(plan, action, flags)}:", "")]
    return about, [keys.hint(command) for command in wanted]


def mark_hints(marked: Sequence[str], keys: KeyMap) -> tuple[Line, list[Line]]:
    """What to say of marked refs, and the keys that act on all of them."""
    named = ", ".join(inline(ref) for ref in marked[:NAMED])
    more = f" and {len(marked) - NAMED:,} more" if len(marked) > NAMED else ""
    return [(f"{named}{more} marked:", "bold")], [keys.hint(command) for command in _ON_ALL]


def list_back(actions: ActionList) -> Line:
    """What Esc leaves first in a list: the marks, or the filter; nothing without either."""
    if actions.table.marked:
        return keyed("Esc", "unmark")
    return keyed("Esc", "all again") if actions.filter.text else []


def rows_back(rows: RowFilter) -> Line:
    """What Esc leaves first in a list that is no list of actions: its filter, else the view."""
    return keyed("Esc", "all again") if rows.text else BACK


def hints_here(screen: ListedScreen) -> Hints:
    """What to say of where the keys are: of a detail below a list how to read it, else of the row."""
    keys, session = screen.session.keys, screen.session
    is_detail = screen.is_list_over_detail and isinstance(screen.pane, Page)
    move = keyed(f"{keys['down']} {keys['up']}", "move")
    about, groups = ([], [move, BACK]) if is_detail else screen.hints()
    if why_off(session):
        off = {keys.shown(command).split()[0] for command in screen.commands if command.changes}
        groups = [group for group in groups if group and group[0][0] not in off]
    if not session.is_looking_back:
        return about, groups
    days = [keys.hint(one) for one in (look_earlier, look_later) if one in screen.commands]
    return [], [*(group for group in groups if group[0][0] != "Esc"), *days, _TODAY]


def home_hints(screen: ListScreen, *, is_narrow: bool) -> Hints:
    """What to say at home of the area or the action under the cursor, and the keys that help there."""
    session, actions, navigator = screen.session, screen.actions, screen.navigator
    hint = session.keys.hint
    left = list_back(actions)
    if screen.is_among_areas:
        commands: tuple[Command[Any], ...] = (make_new, edit_row, filter_list, go)
        keys = [keyed("Enter", "actions"), *map(hint, commands)]
        return [], [*keys, *([left] if left else [])]
    action = actions.action
    if action is None:
        return [], [hint(make_new), hint(filter_list), left or _AREAS]
    marked, flags = actions.marked_refs, session.snapshot.flags_of(action)
    about, groups = (
        mark_hints(marked, session.keys)
        if marked
        else action_hints(session.plan, action, flags, session.keys)
    )
    came_from = [view.words for view in navigator.views if view.id == navigator.came_from]
    to_areas = keyed("Esc", came_from[0]) if came_from else _AREAS
    back = BACK if isinstance(screen.pane, Page) else left or to_areas
    is_worth_saying = is_narrow or bool(left) or bool(came_from)
    return (about if marked or not is_narrow else []), [*groups, *([back] if is_worth_saying else [])]


def _of_check(flag: Flag) -> tuple[str, tuple[Command[Any], ...]]:
    return _OF_CHECKS.get(flag.code, ("", ()))


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
    reason = next((words for flag in flags if (words := _of_check(flag)[0])), "")
    return f"{status}, {reason}" if reason else status
