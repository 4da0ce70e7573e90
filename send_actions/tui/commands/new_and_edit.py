"""Make an action or an area, and change one as it stands, in a form that fills the screen."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Final

from send_actions.domain.plan import Action, Change
from send_actions.tui.commands.action_list import ListScreen
from send_actions.tui.commands.command import CHANGING, CommandScreen, area_here, command
from send_actions.tui.drawing.areas import WHOLE
from send_actions.tui.plan_writer import OnDone
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit


@command("new", "n", "new", CHANGING, changes=True, also="add an action area create make")
def make_new(screen: ListScreen) -> Awaitable[None]:
    """Make an action in the area here; on an area, another area.

    Without any area there is nothing to put an action into, so that an area comes first.
    """
    from send_actions.tui.form_action import new_action
    from send_actions.tui.form_area import new_area

    plan, today = screen.session.plan, screen.session.today
    if screen.is_among_areas or not plan.areas:

        def area_done(change: Change | None) -> None:
            _show_made(screen, change, "area")

        return open_whole(screen, new_area(plan, _theme_here(screen), today=today, done=area_done))

    def action_done(change: Change | None) -> None:
        _show_made(screen, change, "action")

    return open_whole(screen, new_action(plan, area_here(screen), today=today, done=action_done))


@command("edit", "e", "edit", CHANGING, changes=True, also="change rename wording judge judgement headline")
async def edit_row(screen: ListScreen) -> None:
    """Edit the action, or the area with its judgement and headline; on All areas, the plan."""
    if screen.is_among_areas:
        await (_edit_plan if screen.actions.scope == WHOLE else edit_area)(screen)
        return
    targets = screen.selection.targets()
    if len(targets) > 1:
        edit = screen.session.keys["edit"]
        screen.foot.refuse(f"{edit} edits one action at a time and {len(targets)} are marked: Esc unmarks")
    elif targets:
        await _edit_action(screen, targets[0])
    else:
        await edit_area(screen)


@command("edit", "e", "edit", CHANGING, changes=True, also="judge judgement headline")
async def edit_area_here(screen: CommandScreen) -> None:
    """In impact ({go} i) and the journey ({go} j): edit the area, its outcome wanted and its judgement."""
    await edit_area(screen)


async def edit_area(screen: CommandScreen) -> None:
    """Edit the area of the row under the cursor."""
    from send_actions.tui.form_area import area_edit

    session, area = screen.session, area_here(screen)
    if area is None:
        edit = session.keys["edit"]
        screen.foot.refuse(f"Nothing to edit here: {edit} on an action, an area or All areas edits it")
        return
    done = tell_saved(screen, f"Area {inline(area.number)}")
    await open_whole(screen, area_edit(session.snapshot, area, today=session.today, done=done))


async def _edit_plan(screen: CommandScreen) -> None:
    from send_actions.tui.form_plan import plan_edit

    session = screen.session
    await open_whole(
        screen, plan_edit(session.plan, today=session.today, done=tell_saved(screen, "The plan"))
    )


async def _edit_action(screen: ListScreen, action: Action) -> None:
    from send_actions.tui.form_action import action_edit

    session, done = screen.session, tell_saved(screen, inline(action.ref))
    await open_whole(screen, action_edit(session.plan, action, today=session.today, done=done))


async def open_whole(screen: CommandScreen, edit: WholeEdit) -> None:
    """Open a form that fills the screen; what writes is loaded meanwhile."""
    screen.app.call_after_refresh(screen.session.writer.prepare)
    await screen.navigator.pending.open(screen.foot, edit, {})


def tell_saved(screen: CommandScreen, named: str) -> OnDone:
    """Make what says that a thing of this name was saved, on whichever screen is seen by then."""
    session = screen.session

    def tell(change: Change | None) -> None:
        if change is None:
            session.say(f"{named} says so already: nothing to save")
        else:
            session.done.say([(inline(change.label), "")], change.id)

    return tell


def made_row(change: Change | None, noun: str) -> int | None:
    """The id of the row of a noun that a change has made."""
    made = (
        (one.row_id for one in change.differences if one.noun == noun and one.field is None) if change else ()
    )
    return next(iter(made), None)


def _show_made(screen: ListScreen, change: Change | None, noun: str) -> None:
    """Say what was made, and put the cursor on it where one still is."""
    row, plan = made_row(change, noun), screen.session.plan
    seen: object = screen.app.screen
    if row is not None and seen is screen:
        if action := plan.actions_by_id.get(row) if noun == "action" else None:
            screen.put_cursor(action)
        elif area := plan.areas_by_id.get(row) if noun == "area" else None:
            screen.app.call_next(screen.navigator.show_place, area, came_from="")
    tell_saved(screen, "The plan")(change)


def _theme_here(screen: ListScreen) -> str:
    """The theme of the area under the cursor, or the theme itself."""
    area = area_here(screen)
    return area.theme if area else screen.actions.scope.theme or ""


ON_ROWS: Final = (make_new, edit_row)
"""What makes and edits the rows of a list of actions."""
