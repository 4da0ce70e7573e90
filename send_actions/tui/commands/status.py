"""Set the status of the actions that are targeted: its letter, then the reason; or confirm what stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.errors import SendActionsError
from send_actions.tui import form_drafts, form_words
from send_actions.tui.commands.command import CHANGING, ActionScreen, command, on_actions
from send_actions.tui.commands.updates import Strip, open_form, say_saved
from send_actions.tui.drawing.actions import refs_of, word
from send_actions.tui.form_words import bulk_doubt, what_stands
from send_actions.tui.forms import Values
from send_actions.tui.plan_writer import Task, Versions, update_task, versions_of
from send_actions.tui.prompts.prompt import ConfirmPrompt, MenuPrompt
from send_actions.tui.text_layout import Line, inline

NO_CHANGE_KEY: Final = "="
"""What confirms after `s` that nothing changed."""

_NOTHING: Final[Values] = MappingProxyType({})


@command("status", "s", "status", CHANGING, changes=True)
@on_actions
async def set_status(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Set the status: {status}, then its letter."""
    plan = screen.session.plan
    now = f" is {word(plan, actions[0].status).lower()}:" if len(actions) == 1 else ":"
    choices: list[tuple[str, Line]] = [
        (entry.status.key, [(inline(entry.word).lower(), entry.colour)])
        for entry in plan.legend
        if entry.used
    ]
    choices.append((NO_CHANGE_KEY, [("no change", "dim")]))

    async def choose(letter: str) -> None:
        if letter == NO_CHANGE_KEY:
            await _confirm_all(screen, actions)
        else:
            await open_status(screen, actions, next(status for status in Status if status.key == letter))

    await screen.foot.ask(MenuPrompt([(refs_of(actions), "bold"), (now, "dim")], choices, choose))
    screen.app.call_after_refresh(screen.session.writer.prepare)


async def open_status(
    screen: ActionScreen, actions: tuple[Action, ...], status: Status, said: Values = _NOTHING
) -> None:
    """Open the strip that sets a status; `said` is what its fields mean while nothing is typed in them."""
    session = screen.session

    def make(values: Values, seen: Versions) -> Task:
        meant = {**said, **{name: text for name, text in values.items() if text}}
        return update_task(form_drafts.status_draft(meant, status, today=session.today), seen)

    def sentence(actions: Sequence[Action]) -> Line:
        return form_words.status_sentence(session.plan, actions, status)

    doubts = partial(form_drafts.status_doubts, status, actions)
    fields = form_drafts.status_fields(status, session.plan, today=session.today)

    def standing(actions: Sequence[Action]) -> str:
        return what_stands(session.plan, actions, status)

    keys, meant = f"status {status.key}", word(session.plan, status).lower()
    strip = Strip(keys, sentence, fields, make, doubts, standing=standing, meant=meant)
    await open_form(screen, actions, strip)


@command(
    "confirm", f"{{status}} {NO_CHANGE_KEY}", "no change", CHANGING, keys=(), changes=True, is_fixed=True
)
@on_actions
async def confirm(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Confirm at once: no change, still right; several after asking."""
    await _confirm_all(screen, actions)


async def _confirm_all(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Say of one action at once that nothing changed, of several after saying how many they are."""

    async def save() -> None:
        save_no_change(screen, actions)

    many = bulk_doubt(screen.session.plan, actions)
    if not many:
        await save()
        return
    question: Line = [(refs_of(actions), "bold"), (f" no change, still right: {many}", "")]
    await screen.foot.ask(ConfirmPrompt(question, save, yes="saves", no="saves nothing", key="Enter"))


def save_no_change(
    screen: ActionScreen, actions: tuple[Action, ...], heard: Heard | None = None, heard_from: str = ""
) -> None:
    """Say of all of them that nothing changed and all is still right, how it was heard and from whom."""
    session = screen.session

    def refused(refusal: SendActionsError) -> None:
        session.read_again()
        session.say(str(refusal), "amber")

    session.say("Saving …", "dim")
    task = update_task(UpdateDraft(no_change=True, heard=heard, heard_from=heard_from), versions_of(actions))
    session.write(task, partial(say_saved, screen, actions), refused)


ON_TARGETS: Final = (set_status, confirm)
"""What sets the status of the actions that are targeted."""
