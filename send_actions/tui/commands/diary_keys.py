"""What works on the items of a meeting: an action made of what was asked for."""

from __future__ import annotations

from functools import partial
from typing import Final, Protocol

from send_actions.domain.minute_drafts import action_asked_for
from send_actions.domain.plan import Area, Minute
from send_actions.domain.plan.vocabulary import ASKS
from send_actions.domain.text import fold
from send_actions.errors import SendActionsError
from send_actions.tui.commands.board_said import say_done
from send_actions.tui.commands.command import CHANGING, CommandScreen, command
from send_actions.tui.minute_tasks import action_task
from send_actions.tui.text_layout import Line, inline


class DiaryScreen(CommandScreen, Protocol):
    """A screen whose rows are what meetings said."""

    @property
    def minute(self) -> Minute | None:
        """What a meeting said that the cursor is on."""


@command("make-action", "a", "make an action", CHANGING, changes=True)
async def make_action(screen: DiaryScreen) -> None:
    """Make an action of the question or request under the cursor."""
    plan, minute = screen.session.plan, screen.minute
    if minute is None or minute.kind not in ASKS:
        screen.foot.refuse("No request here: Tab goes to what the meeting asked for")
        return
    if made := plan.actions_by_id.get(minute.made_action_id or 0):
        screen.foot.say(f"It became {inline(made.ref)} already")
        return
    about = plan.actions_by_id.get(minute.action_id or 0)
    area = plan.area_of(about) if about else plan.areas_by_id.get(minute.area_id or 0)
    if area:
        _make(screen, minute, area)
    else:
        await _ask_area(screen, minute)


async def _ask_area(screen: DiaryScreen, minute: Minute) -> None:
    """Ask into which area it goes: it is about the whole plan."""
    from send_actions.tui.prompts.line import LinePrompt

    def found(text: str) -> Area | None:
        areas = screen.session.plan.areas
        return next((area for area in areas if fold(area.number) == fold(text.strip())), None)

    def typed(text: str) -> Line:
        area = found(text)
        return [(inline(area.title) if area else "no such area yet", "" if area else "dim")]

    def entered(text: str) -> str | None:
        area = found(text)
        if area is None:
            return f"There is no area {inline(text)}: type its number"
        _make(screen, minute, area)
        return None

    await screen.foot.ask(LinePrompt("Into area", entered=entered, typed=typed))


def _make(screen: DiaryScreen, minute: Minute, area: Area) -> None:
    session = screen.session
    try:
        draft = action_asked_for(session.plan, minute, area).checked()
    except SendActionsError as refusal:
        session.say(str(refusal), "amber")
        return
    session.say("Saving …", "dim")
    session.write(action_task(minute.id, draft, minute.due, minute.version), partial(say_done, screen, ()))


ON_ITEMS: Final = (make_action,)
"""What works on the items of a meeting alone."""
