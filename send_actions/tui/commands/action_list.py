"""What is done to a list of actions: marking, filtering, sorting, and copying from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import clean
from send_actions.tui.commands.command import (
    CHANGING,
    LOOKING,
    ActionScreen,
    Command,
    CommandScreen,
    targets_or_refuse,
)
from send_actions.tui.drawing.actions import due_column, word
from send_actions.tui.text_layout import inline

if TYPE_CHECKING:
    from send_actions.tui.action_list import ActionList


class ListScreen(ActionScreen, Protocol):
    """A screen with one list of actions that can be marked, filtered and sorted."""

    @property
    def actions(self) -> ActionList:
        """The list."""


def _mark(step: int) -> Callable[[ListScreen], None]:
    def run(screen: ListScreen) -> None:
        screen.actions.mark(step)

    return run


def _mark_all(screen: ListScreen) -> None:
    screen.actions.mark_all()


_MARK: Final = "Mark the row; s i d o m, and s =, then act on all marked."
_ALL: Final = "Mark all that is listed, or nothing."

MARKING: Final = (
    Command("mark", ("space",), "Space", "mark", _MARK, CHANGING, _mark(1)),
    Command(
        "mark-down",
        ("shift+down",),
        "Shift+↓",
        "mark down",
        "Mark this row and go down.",
        CHANGING,
        _mark(1),
    ),
    Command("mark-up", ("shift+up",), "Shift+↑", "mark up", "Mark this row and go up.", CHANGING, _mark(-1)),
    Command("mark-all", ("ctrl+a",), "Ctrl+A", "mark all", _ALL, CHANGING, _mark_all),
)


async def _filter(screen: ListScreen) -> None:
    """Show only some actions, following what is typed."""
    from send_actions.tui.prompts.fields import LinePrompt

    actions = screen.actions
    before = actions.begin_filtering()
    await screen.foot.ask(
        LinePrompt(
            "/",
            before,
            hint="words, status:red, overdue, no-update, lead:…, area:3, due:before:30/04/2026",
            typed=actions.filter_as_typed,
            entered=actions.filter_entered,
            left=lambda: actions.stop_filtering(before),
        )
    )


def _sort(screen: ListScreen) -> None:
    screen.actions.sort_otherwise()


_FILTER: Final = "Show only some actions; the list follows as you type."

FILTER: Final = Command("filter", ("slash",), "/", "filter", _FILTER, LOOKING, _filter)
SORT: Final = Command(
    "sort", ("comma",), ",", "sort", "Sort by ref, worst first or due date.", LOOKING, _sort
)


def _copy_ref(screen: ActionScreen) -> None:
    actions = targets_or_refuse(screen)
    if actions:
        _copy(screen, ", ".join(action.ref for action in actions))


def _copy_line(screen: ActionScreen) -> None:
    """Copy a line for each action, to paste into an e-mail."""
    actions = targets_or_refuse(screen)
    if actions:
        _copy(screen, "\n".join(_line_of(screen.session.plan, action) for action in actions))


def _copy(screen: CommandScreen, text: str) -> None:
    screen.app.copy_to_clipboard(clean(text))
    first, _, more = text.partition("\n")
    screen.foot.say(f"Copied: {inline(first)}" + (f" and {more.count(chr(10)) + 1} more" if more else ""))


def _line_of(plan: Plan, action: Action) -> str:
    lead = f" · {action.lead}" if action.lead else ""
    due = due_column(action.due).strip()
    return f"{action.ref} {word(plan, action.status)} · due {due} · {action.title}{lead}"


COPYING: Final = (
    Command("copy-ref", ("y",), "y", "copy ref", "Copy the ref.", LOOKING, _copy_ref),
    Command("copy-line", ("Y",), "Y", "copy line", "Copy a line to paste.", LOOKING, _copy_line),
)
