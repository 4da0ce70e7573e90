"""Move the cursor or scroll in the pane that has the keys, go from pane to pane, into things and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.text import fold
from send_actions.tui.commands.command import MOVING, ActionScreen, Command, CommandScreen, command
from send_actions.tui.internals import focus_now
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


def _in_pane(move: Callable[[Table | Page], None]) -> Callable[[CommandScreen], None]:
    def run(screen: CommandScreen) -> None:
        if screen.pane:
            move(screen.pane)

    return run


to_first_row: Final = _in_pane(lambda pane: pane.move_to(0))

_down: Final = _in_pane(lambda pane: pane.move(1))
_up: Final = _in_pane(lambda pane: pane.move(-1))
_to_last_row: Final = _in_pane(lambda pane: pane.move_to(-1))
_page_down: Final = _in_pane(lambda pane: pane.page(1))
_page_up: Final = _in_pane(lambda pane: pane.page(-1))

IN_LISTS: Final = (
    Command("down", ("j", "down"), "j ↓", "down", "One row down.", MOVING, _down),
    Command("up", ("k", "up"), "k ↑", "up", "One row up.", MOVING, _up),
    Command("top", ("home",), "{go}g Home", "top", "To the first row.", MOVING, to_first_row),
    Command("bottom", ("G", "end"), "G End", "bottom", "To the last row.", MOVING, _to_last_row),
    Command("page-down", ("pagedown",), "PgDn", "page down", "One screenful down.", MOVING, _page_down),
    Command("page-up", ("pageup",), "PgUp", "page up", "One screenful up.", MOVING, _page_up),
)
"""Moving in a list or a page."""


def _open_panes(screen: CommandScreen) -> Sequence[Table | Page]:
    """The panes that can have the keys: no detail can while nothing is listed."""
    first = screen.panes[0] if screen.panes else None
    is_alone = isinstance(first, Table) and first.detail is not None and not first.ids
    return screen.panes[:1] if is_alone else screen.panes


def _to_pane(step: int, *, wrap: bool) -> Callable[[CommandScreen], None]:
    def run(screen: CommandScreen) -> None:
        panes = _open_panes(screen)
        if not panes:
            return
        here = next((place for place, pane in enumerate(panes) if pane.has_focus), 1) + step
        focus_now(panes[here % len(panes) if wrap else max(0, min(len(panes) - 1, here))])

    return run


_LEFT: Final = "To the pane on the left, or above."
_RIGHT: Final = "To the pane on the right, or below."
_NEXT: Final = "To the next pane; Shift+Tab to the one before."
_BEFORE: Final = "To the pane before."

BETWEEN_PANES: Final = (
    Command("left", ("left",), "←", "left", _LEFT, MOVING, _to_pane(-1, wrap=False)),
    Command("right", ("right",), "→", "right", _RIGHT, MOVING, _to_pane(1, wrap=False)),
    Command("pane", ("tab",), "Tab", "pane", _NEXT, MOVING, _to_pane(1, wrap=True)),
    Command(
        "pane-before", ("shift+tab",), "Shift+Tab", "pane before", _BEFORE, MOVING, _to_pane(-1, wrap=True)
    ),
)
"""Moving between panes."""


@command("open", "Enter", "open", MOVING, keys=("enter",))
async def enter(screen: CommandScreen) -> None:
    """Into what the cursor is on; in a detail a screenful down."""
    if isinstance(screen.pane, Page) and screen.pane is not screen.panes[0]:
        screen.pane.page(1)
    else:
        await screen.open()


@command("back", "Esc", "back", MOVING, keys=("escape",))
async def escape(screen: CommandScreen) -> None:
    """One layer back; from the past, back to today."""
    if not screen.session.is_looking_back:
        await screen.go_back()
    elif screen.session.look_at(None):
        screen.foot.say("Today again")


@command("jump", "9.3 Enter", "jump", MOVING, keys=(*"0123456789", "full_stop"), is_fixed=True)
async def jump(screen: ActionScreen) -> None:
    """Type a ref or an area's number; Enter puts the cursor there."""
    from send_actions.tui.prompts.line import LinePrompt

    def typed(text: str) -> Line:
        plan = screen.session.plan
        action = _find_by_ref(plan, text)
        if action is None and (bare := _bare_area(plan, text)):
            return [(f"Area {inline(bare.number)}  {inline(bare.title)}, without actions yet", "")]
        if action is None:
            return [("no such ref yet", "dim")]
        area = plan.area_of(action)
        if fold(area.number) == fold(text.strip()) != fold(action.ref):
            return [(f"Area {inline(area.number)}  {inline(area.title)}, at {inline(action.ref)}", "")]
        return [(f"{inline(action.ref)}  {inline(action.title)}", "")]

    def entered(text: str) -> str | None:
        action = _find_by_ref(screen.session.plan, text)
        if action is None and (bare := _bare_area(screen.session.plan, text)):
            came_from = "" if screen.kind == "home" else screen.kind
            screen.app.call_later(partial(screen.navigator.show_place, bare, came_from=came_from))
            return None
        if action is None:
            go = screen.session.keys["go"]
            return f"There is no action {inline(text)}: {go} then l lists all of them"
        screen.put_cursor(action)
        return None

    await screen.foot.ask(LinePrompt("Jump to", screen.typed, entered=entered, typed=typed))


def _find_by_ref(plan: Plan, text: str) -> Action | None:
    """The action of a ref, else the first of the area of that number, else the first whose ref begins so."""
    wanted = fold(text.strip())
    if not wanted:
        return None
    tests: tuple[Callable[[Action], bool], ...] = (
        lambda action: fold(action.ref) == wanted,
        lambda action: fold(plan.area_of(action).number) == wanted,
        lambda action: fold(action.ref).startswith(wanted),
    )
    found = (next(filter(test, plan.actions), None) for test in tests)
    return next((action for action in found if action), None)


def _bare_area(plan: Plan, text: str) -> Area | None:
    """The area of a number."""
    return next((area for area in plan.areas if fold(area.number) == fold(text.strip())), None)


INTO_AND_BACK: Final = (enter, escape)
"""Into things and back."""
