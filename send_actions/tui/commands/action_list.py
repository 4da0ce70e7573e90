"""What is done to a list of actions: marking, filtering, sorting, and copying from it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import clean
from send_actions.domain.words.dues import short_due
from send_actions.tui.clipboard import NOTHING_PASTED, held_back_by
from send_actions.tui.commands.command import CHANGING, LOOKING, ActionScreen, command
from send_actions.tui.commands.sorting_rows import ask_order
from send_actions.tui.drawing.actions import word
from send_actions.tui.drawing.sorting import COLUMNS
from send_actions.tui.text_layout import inline

if TYPE_CHECKING:
    from send_actions.tui.action_list import ActionList


class ListScreen(ActionScreen, Protocol):
    """A screen with one list of actions that can be marked, filtered and sorted."""

    @property
    def actions(self) -> ActionList:
        """The list."""

    @property
    def is_among_areas(self) -> bool:
        """Whether the keys are with areas instead of actions."""


@command("mark", "Space", "mark", CHANGING, keys=("space",))
def mark(screen: ListScreen) -> None:
    """Mark the row; {status} {impact} {due} {lead} {note}, and {status} =, then act on all marked."""
    screen.actions.mark(1)


@command("mark-down", "Shift+↓", "mark down", CHANGING, keys=("shift+down",))
def mark_down(screen: ListScreen) -> None:
    """Mark this row and go down."""
    screen.actions.mark(1)


@command("mark-up", "Shift+↑", "mark up", CHANGING, keys=("shift+up",))
def mark_up(screen: ListScreen) -> None:
    """Mark this row and go up."""
    screen.actions.mark(-1)


@command("mark-all", "Ctrl+A", "mark all", CHANGING, keys=("ctrl+a",))
def mark_all(screen: ListScreen) -> None:
    """Mark all that is listed, or nothing."""
    screen.actions.mark_all()


@command("filter", "/", "filter", LOOKING, keys=("slash",))
async def filter_list(screen: ListScreen) -> None:
    """Show only some actions; the list follows as you type."""
    from send_actions.tui.prompts.line import LinePrompt

    actions = screen.actions
    before = actions.begin_filtering()
    await screen.foot.ask(
        LinePrompt(
            screen.session.keys["filter"],
            before,
            hint="words, status:red, overdue, no-update, lead:…, area:3, due:before:30/04/2026",
            typed=actions.filter_as_typed,
            entered=actions.filter_entered,
            left=lambda: actions.stop_filtering(before),
        )
    )


@command("sort", ",", "sort", LOOKING, keys=("comma",))
async def sort(screen: ListScreen) -> None:
    """Sort by any column: the line at the foot names them; the same again sorts the other way."""
    actions = screen.actions
    await ask_order(screen, COLUMNS, lambda: actions.order, actions.sort)


@command("copy-ref", "y", "copy ref", LOOKING)
def copy_ref(screen: ListScreen) -> None:
    """Copy the ref; of an area its number."""
    _copy(screen, ", ".join(action.ref for action in screen.actions.targets()) or _area_here(screen)[0])


@command("copy-line", "Y", "copy line", LOOKING)
def copy_line(screen: ListScreen) -> None:
    """Copy a line to paste."""
    lines = [_line_of(screen.session.plan, action) for action in screen.actions.targets()]
    _copy(screen, "\n".join(lines) or _area_here(screen)[1])


def _area_here(screen: ListScreen) -> tuple[str, str]:
    """The number and a line of the area that the cursor is on, of a theme its name; of nothing both empty."""
    session, scope = screen.session, screen.actions.scope
    if not screen.is_among_areas:
        return "", ""
    area = session.plan.areas_by_id.get(scope.area_id) if scope.area_id is not None else None
    if area is None:
        return (scope.title(session.plan),) * 2
    return area.number, f"{area.number} {area.title} · {session.snapshot.summaries[area.id].sentence}"


def _copy(screen: ActionScreen, text: str) -> None:
    if not text:
        keys = screen.session.keys
        ref, line = keys["copy-ref"], keys["copy-line"]
        screen.foot.say(
            f"{ref} copies the ref of an action or an area's number, {line} its line: none is here"
        )
        return
    screen.app.copy_to_clipboard(clean(text))
    first, _, more = text.partition("\n")
    shown = inline(first) + (f" and {more.count(chr(10)) + 1} more" if more else "")
    hindrance = held_back_by(os.environ)
    said = f"Copied {shown}: {hindrance}" if hindrance else f"Copied {shown} · {NOTHING_PASTED}"
    screen.foot.say(said, "amber" if hindrance else "")


def _line_of(plan: Plan, action: Action) -> str:
    lead = f" · {action.lead}" if action.lead else ""
    due = short_due(action.due).strip() or "no date"
    return f"{action.ref} {word(plan, action.status)} · due {due} · {action.title}{lead}"


MARKING: Final = (mark, mark_down, mark_up, mark_all)
"""Marking rows."""

COPYING: Final = (copy_ref, copy_line)
"""Copying from the row."""
