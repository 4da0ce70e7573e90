"""Questions at the terminal, with no as the answer that Enter gives; elsewhere a refusal names the flag."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date

import typer

from send_actions.cli.plan_view import PlanView, open_plan, with_ids
from send_actions.domain.checks.slips import date_slips
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError


def can_ask() -> bool:
    """Say whether there is somebody at a terminal to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, refusal: str) -> None:
    """Ask; raises SendActionsError with the refusal for a no."""
    if not typer.confirm(question, err=True):
        raise SendActionsError(refusal)


def question_slips(
    found: Sequence[str],
    *,
    is_confirmed: bool,
    question: str = "Save it all the same?",
    instead: str = "give another date",
) -> None:
    """Ask once about what looks like a slip, unless it was confirmed to be meant.

    Where nobody can answer it is refused, naming what to do `instead`, if anything, and the flag.
    """
    if not found or is_confirmed:
        return
    told = printable(" ".join(found))
    if not can_ask():
        ways = f"{instead}, or add" if instead else "add"
        raise SendActionsError(f"{told} Nothing was changed: {ways} --yes if it is meant.")
    try:
        ask(f"{told} {question}", "Nothing was changed.")
    except typer.Abort:
        sys.stderr.write("\nInterrupted: nothing was changed.\n")
        raise KeyboardInterrupt from None


def slips_of(
    view: PlanView,
    actions: Sequence[Action] = (),
    *,
    on: date | None,
    coming: Mapping[str, date | None] | None = None,
    due: Due | None = None,
) -> list[str]:
    """Return what to ask about dates; `actions` are those that a statement of the date `on` puts there."""
    then: Plan | None = None
    if actions and on and on < view.today:
        ids = {action.id for action in actions}
        with open_plan(view.location, on.isoformat(), read=with_ids(ids)) as at_the_time:
            then = at_the_time.plan
    return date_slips(view.plan, actions, then, on=on, coming=coming, due=due)
