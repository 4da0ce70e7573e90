"""`undo` and `redo`: take back your newest change, or only show what that would be, and bring it back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.location import actor
from send_actions.cli.options import Db
from send_actions.cli.output import Page, private_message, write_page
from send_actions.cli.plan_change import Author, Task, show_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.plan import Change, Meeting
from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Show = Annotated[bool, typer.Option("--show", help="Only show what would be taken back.")]

NOTHING = "There is nothing of yours to take back."


def undo_change(context: typer.Context, show: Show = False, db: Db = None) -> None:
    """Take back your newest change, at once; `redo` brings it back."""
    with open_plan(context, db) as view:
        wanted, changes = _wanted(view)
        page = _page(wanted, changes) if show else None
        shown_at = _issued(wanted, view)
    if page:
        write_page(page)
    else:
        show_change(write(view, taking_back(wanted)), view, NOTHING, back="send-actions redo brings it back")
    _warn_issued(shown_at)


def taking_back(wanted: Change) -> Task:
    """Return the task that takes back this change, whatever was done since it was chosen."""

    def task(store: Store, author: Author) -> Change:
        from send_actions.changes.undo import undo

        return undo(store, change_id=wanted.id, **author)

    return task


def _wanted(view: PlanView) -> tuple[Change, Sequence[Change]]:
    """Return what would be taken back, with all changes; raises SendActionsError for nothing."""
    from send_actions.domain.history.undo import next_undo
    from send_actions.store.reader import read_changes

    changes = read_changes(view.reading)
    wanted = next_undo(changes, actor())
    if wanted is None:
        raise SendActionsError(NOTHING)
    return wanted, changes


def _issued(wanted: Change, view: PlanView) -> Meeting | None:
    from send_actions.domain.history.undo import issued_with

    return issued_with(wanted, view.plan.meetings)


def _warn_issued(meeting: Meeting | None) -> None:
    """Say that a paper which was issued showed the change."""
    if meeting:
        from send_actions.domain.words.dates import say_date

        sys.stderr.write(f"The paper for the meeting of {say_date(meeting.on)} showed it.\n")


def _page(wanted: Change, changes: Sequence[Change]) -> Page:
    """Return the change that would be taken back, and every field as it would be again."""
    from send_actions.domain.history.undo import undo_refusal

    refusal = undo_refusal(wanted, changes, wanted.id)
    if refusal:
        raise SendActionsError(refusal)
    from send_actions.cli.terminal import is_terminal, line_of
    from send_actions.domain.history.change_text import describe_changes
    from send_actions.domain.words.dates import say_date

    fields = describe_changes(changes)[wanted.id]
    lines = [f"Would take back record {wanted.id} of {say_date(wanted.day)}: {wanted.label}"]
    lines += [
        f"  {t.about or t.noun}, {t.field}: {t.after or 'nothing'} → {t.before or 'nothing'}"
        for t in fields
        if is_terminal() or not t.is_private
    ]
    private = private_message(sum(t.is_private for t in fields))
    return Page("".join(f"{line_of(line)}\n" for line in lines), (private,) if private else ())


def redo_change(context: typer.Context, db: Db = None) -> None:
    """Bring back what your last undo took back."""
    with open_plan(context, db) as view:
        pass

    def task(store: Store, author: Author) -> Change:
        from send_actions.changes.undo import redo

        return redo(store, **author)

    show_change(write(view, task), view, "There is nothing of yours to bring back.")
