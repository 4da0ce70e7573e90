"""`due`: set or move a due date, with the reason and where that was agreed."""

from __future__ import annotations

import sys
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.location import past_day
from send_actions.cli.options import Agreed, Db, NotPersonal, On, Ref, words
from send_actions.cli.plan_change import (
    Author,
    meeting_of,
    question_personal,
    refs_flagged,
    show_change,
    write,
)
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.drafts import DeadlineDraft
from send_actions.domain.history.statements import is_same_due
from send_actions.domain.plan import Action, Change
from send_actions.domain.text import printable
from send_actions.domain.words.dates import read_due_or_refuse, say_due

if TYPE_CHECKING:
    from send_actions.store.database import Store

When = Annotated[str, typer.Argument(metavar="DATE", help='A day, month, quarter or term, or "ongoing".')]
Reason = Annotated[str, words("--why", "-m", metavar="WHY", explained="Why the date moves.")]
Minute = Annotated[str, words("--minute", explained="The minute that records it.")]


def move_due(
    context: typer.Context,
    ref: Ref,
    when: When,
    *,
    why: Reason = "",
    agreed: Agreed = None,
    minute: Minute = "",
    on: On = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Set or move an action's due date; the first date is kept.

    send-actions due 9.3 "June 2026" -m "The provider asked for two months" --agreed last
    """
    with open_plan(context, db) as view:
        action = view.action(ref)
        due = read_due_or_refuse(when, today=view.today)
        meeting = meeting_of(agreed, view)
        draft = DeadlineDraft(
            action_id=action.id,
            due=due,
            on=past_day(on, view.today),
            reason=why,
            agreed_meeting_id=meeting.id if meeting else None,
            minute=minute,
        ).checked()
    question_personal((why, minute), is_confirmed=not_personal)

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.updates import move_due_date

        return move_due_date(store, draft, **author)

    change = write(view, task)
    show_change(change, view, f"{action.ref} is due {say_due(due)} already: nothing was changed.")
    if change and not draft.reason and action.due and not is_same_due(action.due, due):
        _warn_no_reason(action, when, view)


def _warn_no_reason(action: Action, when: str, view: PlanView) -> None:
    """Say that the reason is missing: nothing stands in the way, and a check lists a move nobody agreed."""
    listed = refs_flagged(view, "not-agreed", {action.id})
    which = "the check not-agreed lists the move; " if listed else ""
    again = f"send-actions due {quote(action.ref)} {quote(when)} -m WHY"
    sys.stderr.write(f"No reason given: {which}`{printable(again)}` adds one.\n")
