"""What is said of a statement for an earlier day: the day it counts from, and what of later days stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from send_actions.cli.phrases import status_word
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.plan import Action
from send_actions.domain.words.dates import say_date, say_due
from send_actions.errors import SendActionsError
from send_actions.store.reader import read_bare, read_timeline

_NAMED: Final = 5


def status_said_late(view: PlanView, actions: Sequence[Action], on: date | None) -> str:
    """Return the end of a change's sentence: for 28 January 2026; off track of 11 March 2026 stands.

    Nothing for what counts from today.
    """
    return _said_late(view, actions, on, of_due=False)


def due_said_late(view: PlanView, action: Action, on: date | None) -> str:
    """Return the same of a due date: for 28 January 2026; 30 June 2026, said on 11 March 2026, stands."""
    return _said_late(view, [action], on, of_due=True)


def _said_late(view: PlanView, actions: Sequence[Action], on: date | None, *, of_due: bool) -> str:
    if on is None or on >= view.today:
        return ""
    try:
        with open_plan(view.location, read=read_bare) as now:
            found = [(a.ref, told) for a in actions if (told := _standing(now, a.id, on, of_due=of_due))]
    except SendActionsError:  # the change is saved
        found = []
    day = f" for {say_date(on)}"
    if not found:
        return day
    if len(actions) == 1:
        return f"{day}; {found[0][1]} stands"
    named = ", ".join(f"{ref} {told}" for ref, told in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"{day}; {named}{more} stand{'s' * (len(found) == 1)}"


def _standing(now: PlanView, action_id: int, on: date, *, of_due: bool) -> str:
    """Return what an action says of a later day; empty when it says nothing else since."""
    timeline = read_timeline(now.reading, action_id, now.today)
    if of_due:
        due = timeline.due_after(on)
        return f"{say_due(due.due)}, said on {say_date(due.on)}," if due else ""
    later = timeline.status_after(on)
    return f"{status_word(now.plan, later.status).lower()} of {say_date(later.on)}" if later else ""
