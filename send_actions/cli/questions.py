"""Questions at the terminal, with no as the answer that Enter gives; elsewhere a refusal names the flag."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import typer

from send_actions.cli.plan_view import PlanView, open_plan, with_ids
from send_actions.cli.terminal import columns_of, tell, wrap
from send_actions.cli.voice import own_voice
from send_actions.domain.checks.slips import date_slips
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.text import fold, printable
from send_actions.errors import SendActionsError

_YES: Final = ("y", "yes")
_ANSWERS: Final = ("", *_YES, "n", "no")


def can_ask() -> bool:
    """Say whether there is somebody at a terminal to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


WAYS_OF_QUESTIONS: Final = (
    "Enter takes the answer that stands in [brackets], and leaves a question open that has none; skip leaves "
    "any open."
)
"""How questions about a file are answered."""

_SKIP: Final = "skip"


def answer_or_skip(question: str, *, offer: str = "") -> str:
    """Ask a question about a file; return what is typed, or its offer; nothing where it is left open."""
    typed = typed_answer(question, offer=offer)
    if typed and fold(typed) != _SKIP:
        return typed
    tell("Left open.")
    return ""


def typed_answer(question: str, *, offer: str = "") -> str:
    """Ask in lines that end between words, with one mark at the end; return what is typed, else the offer."""
    told = printable(question).rstrip(" .:")
    told += f" [{printable(offer)}]" if offer else ""
    end = " " if told.endswith("?") else ": "
    lines = wrap(told, columns_of(sys.stderr) - len(end))
    typed: str = typer.prompt(
        "\n".join(lines), default=offer, show_default=False, prompt_suffix=end, err=True
    )
    return typed.strip()


def is_yes(question: str, *, otherwise: bool = False) -> bool:
    """Ask until it is answered with yes or no, or with Enter, which says what is `otherwise` meant."""
    if voice := own_voice():
        return voice.is_yes(question, otherwise)
    offered = "Y/n" if otherwise else "y/N"
    while True:
        word = fold(typed_answer(f"{question} [{offered}]"))
        if word in _ANSWERS:
            return otherwise if not word else word in _YES
        tell("Answer y or n.")


def ask(question: str, refusal: str) -> None:
    """Ask; raises SendActionsError with the refusal for a no."""
    if not is_yes(question):
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
    ask_or_stop(f"{told} {question}", "Nothing was changed.")


def ask_or_stop(question: str, refusal: str) -> None:
    """Ask before anything is changed, and say so when it is interrupted; raises SendActionsError for a no."""
    try:
        ask(question, refusal)
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
