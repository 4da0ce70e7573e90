"""Take back this person's newest change, and bring back what was taken back."""

from __future__ import annotations

from typing import Final, Protocol

from send_actions.domain.history.undo import begins_plan, issued_with, next_redo, next_undo
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands.command import CHANGING, CommandScreen, command
from send_actions.tui.plan_writer import redo_task, undo_task
from send_actions.tui.prompts.prompt import ConfirmPrompt
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, inline


@command("undo", "u Ctrl+Z", "undo", CHANGING, keys=("u", "ctrl+z"), changes=True)
async def undo(screen: CommandScreen) -> None:
    """Take back your newest change.

    At once if it was written in this sitting, else after asking.
    """
    session = screen.session
    with session.reading():
        head = next_undo(session.reader.heads(session.plan.record), session.actor)
        change = session.reader.change(head.id)[0] if head else None
        if change is None or begins_plan(change):
            screen.foot.say("There is nothing of yours to take back")
        elif change.id in session.writer.records:
            _take_back(session, change)
        else:
            await _ask_about(screen, change)


class HistoryScreen(CommandScreen, Protocol):
    """A screen whose rows are changes."""

    @property
    def change(self) -> Change | None:
        """The change under the cursor, without what differed in it."""


@command("undo", "u Ctrl+Z", "undo this change", CHANGING, keys=("u", "ctrl+z"), changes=True)
async def undo_in_history(screen: HistoryScreen) -> None:
    """Take back the change under the cursor, whoever made it.

    At once if it was written in this sitting, else after asking.
    """
    session, head = screen.session, screen.change
    if head is None:
        screen.foot.say("No change here to take back")
        return
    with session.reading():
        if refusal := session.reader.undo_refusal(head):
            screen.foot.say(refusal)
        elif head.id in session.writer.records:
            _take_back(session, head)
        else:
            await _ask_about(screen, head)


async def _ask_about(screen: CommandScreen, change: Change) -> None:
    async def confirm() -> None:
        _take_back(screen.session, change)

    when = "today" if change.day == screen.session.today else f"on {say_date(change.day)}"
    question: Line = [(f"{inline(change.label)}, {when} by {inline(change.actor)}: take it back?", "")]
    await screen.foot.ask(ConfirmPrompt(question, confirm, yes="take back", no="leaves it"))


def _take_back(session: Session, change: Change) -> None:
    paper = issued_with(change, session.plan.meetings)
    shown_at = f", shown in the paper of {say_date(paper.on)}" if paper else ""

    def then(undo: Change | None) -> None:
        if undo is not None:
            session.say(f"Taken back: {_named(undo)}{shown_at} · {session.keys['redo']} to redo")

    session.write(undo_task(change.id), then)


@command("redo", "U Ctrl+Y", "redo", CHANGING, keys=("U", "ctrl+y"), changes=True)
def redo(screen: CommandScreen) -> None:
    """Bring back what you took back."""
    session = screen.session
    with session.reading():
        undone = next_redo(session.reader.heads(session.plan.record), session.actor)
        if undone is None:
            redo, undo = session.keys["redo"], session.keys["undo"]
            small = "a small " if redo == undo.upper() else ""
            screen.foot.say(f"{redo} is redo, and there is nothing to bring back: {small}{undo} takes back")
            return
        original = undone.undoes or 0

        def then(change: Change | None) -> None:
            if change is not None:
                session.done.say([(f"Brought back: {_named(change)}", "")], original)
                session.done.withdraw()

        session.write(redo_task(), then)


def _named(change: Change) -> str:
    """What an undo or a redo took back or brought back, in words."""
    return inline(change.label.removeprefix("Undo: ").removeprefix("Redo: "))


EVERYWHERE: Final = (undo, redo)
"""Taking back and bringing back."""
