"""`undo` and `redo`: take back your newest change, or only show what that would be, and bring it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from send_actions.cli.location import actor
from send_actions.cli.options import Db, argument
from send_actions.cli.pages import Page, private_message, write_page
from send_actions.cli.plan_change import Task, make_change, write
from send_actions.cli.plan_view import open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.terminal import is_terminal, line_of, tell
from send_actions.domain.history.change_text import describe_changes
from send_actions.domain.history.state import undone
from send_actions.domain.history.undo import (
    begins_plan,
    issued_with,
    next_undo,
    standing_refusal,
    undo_refusal,
)
from send_actions.domain.plan import Change
from send_actions.domain.text import clean, cut, printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.history_reader import read_changes

Show = Annotated[bool, typer.Option("--show", help="Only show what would be taken back.")]

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: another person's change is meant.")]

Number = Annotated[str | None, argument("[RECORD]", "The change of this number; without, your newest.")]

NOTHING = "There is nothing of yours to take back."


def undo_change(number: Number = None, *, show: Show = False, yes: Yes = False, db: Db = None) -> None:
    """Take back your newest change at once, or any by its number; `redo` brings it back.

    send-actions undo
    send-actions undo --show
    """
    with open_plan(db) as view:
        changes = read_changes(view.reading)
        wanted = next_undo(changes, actor()) if number is None else _named(number, changes)
        if wanted is None:
            raise SendActionsError(_nothing(changes))
        meeting = issued_with(wanted, view.plan.meetings)
    if not show:
        _question_anothers(wanted, changes, is_confirmed=yes)
    if show:
        if number is not None:
            write(view, taking_back(wanted), for_trial=True)
        write_page(_page(wanted, changes))
    else:
        make_change(view, taking_back(wanted), NOTHING, back="send-actions redo brings it back")
    if meeting:
        tell(f"The paper for the meeting of {say_date(meeting.on)} showed it.")


def _question_anothers(wanted: Change, changes: Sequence[Change], *, is_confirmed: bool) -> None:
    """Ask before a change of another person is taken back, unless it cannot be anyway."""
    if wanted.actor == actor():
        return
    if refusal := standing_refusal(wanted, changes) or undo_refusal(wanted, changes, wanted.id):
        raise SendActionsError(refusal)
    told = f"Record {wanted.id} is by {wanted.actor or 'somebody else'}: “{wanted.label}”."
    question_slips([told], is_confirmed=is_confirmed, question="Take it back?", instead="")


def _named(number: str, changes: Sequence[Change]) -> Change:
    """Return the change of a number; raises UsageError for none, and for an undo, which redo takes back."""
    digits = clean(number, one_line=True).removeprefix("record ").removeprefix("#")
    last = changes[-1].id if changes else 0
    if not digits.isdecimal():
        word = printable(cut(clean(number, one_line=True), 40))
        raise UsageError(
            f'No change "{word}": give its number, such as {last}; `send-actions history` has them.'
        )
    found = next((change for change in changes if change.id == int(digits)), None)
    if found is None:
        raise UsageError(f"There is no record {int(digits)}: the last is {last}.")
    if found.undoes is not None:
        raise UsageError(
            f"Record {found.id} is “{found.label}”: `send-actions redo` brings back your last undo."
        )
    return found


def _nothing(changes: Sequence[Change]) -> str:
    """Return that nothing is this person's, and whose the newest change is and how it is taken back."""
    taken_back = undone(changes)
    others = (
        c for c in reversed(changes) if c.undoes is None and c.id not in taken_back and not begins_plan(c)
    )
    newest = next(others, None)
    if newest is None:
        return NOTHING
    whose = newest.actor or "somebody"
    return (
        f"{NOTHING[:-1]}: the newest change is by {whose}, “{newest.label}”; "
        f"`send-actions undo {newest.id}` takes it back."
    )


def taking_back(wanted: Change) -> Task:
    """Return the task that takes back this change, whatever was done since it was chosen."""
    from send_actions.changes.undo import undo

    return lambda store, author: undo(store, change_id=wanted.id, **author)


def redo_change(db: Db = None) -> None:
    """Bring back what your last undo took back.

    send-actions redo
    """
    with open_plan(db) as view:
        pass
    from send_actions.changes.undo import redo

    nothing = "There is nothing of yours to bring back."
    make_change(view, lambda store, author: redo(store, **author), nothing)


def _page(wanted: Change, changes: Sequence[Change]) -> Page:
    """Return the change that would be taken back, and every field as it would be again."""
    refusal = undo_refusal(wanted, changes, wanted.id)
    if refusal:
        raise SendActionsError(refusal)
    undo = replace(wanted, id=changes[-1].id + 1, undoes=wanted.id, differences=())
    fields = describe_changes([*changes, undo])[undo.id]
    lines = [f"Would take back record {wanted.id} of {say_date(wanted.day)}: {wanted.label}"]
    lines += [
        f"  {field.about or field.noun}, {field.field}: {field.was} → {field.now}"
        for field in fields
        if is_terminal() or not field.is_private
    ]
    private = private_message(sum(field.is_private for field in fields))
    return Page("".join(f"{line_of(line)}\n" for line in lines), (private,) if private else ())
