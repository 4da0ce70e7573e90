"""The first run: what to begin with and where the plan is to live, asked on one screen or in lines."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import typer

from send_actions.care.chosen_places import (
    new_copies_place,
    new_plan_place,
    spreadsheet_at,
    usual_plan_place,
)
from send_actions.care.places import about_plan_place, shown_place, usual_copies_folder
from send_actions.cli.commands.first_plan import holding_of, make_first
from send_actions.cli.location import known_name, login
from send_actions.cli.questions import is_yes
from send_actions.cli.spoken import LeftError, ask, choose, say
from send_actions.errors import SendActionsError
from send_actions.templates.wanted import CHOICES, SAMPLE, SPREADSHEET, Wanted

LEFT: Final = "No plan was made: send-actions asks again the next time."


class Begun(NamedTuple):
    """A plan that was made: its place, and the file that is now to be brought in, if any."""

    place: str
    file: Path | None = None


def begin_on_screen(show_sample: Callable[[], int], *, theme: str, typed: bytes = b"") -> Begun | None:
    """Ask on one screen until a plan is made or it is left; return it, None for none.

    A plan of a spreadsheet is empty at first: the app shows the file and asks about it. Leaving the sample
    comes back to the screen. What was `typed` before it opened is done first.
    """
    from send_actions.tui.begin_app import ask_on_screen
    from send_actions.tui.form_begin import BeginState

    begun = BeginState(by=login(), asks_name=not known_name(), look=holding_of)
    while True:
        code = ask_on_screen(begun, theme=theme, typed=typed)
        typed = b""
        if begun.wanted is not None and begun.wanted.choice == SAMPLE:
            say("Opening the sample…")
            code = show_sample()
        if code:
            raise SystemExit(code)
        if begun.wanted is None:
            say(LEFT)
            return None
        if begun.wanted.choice == SAMPLE:
            continue
        try:
            return Begun(make_first(begun.wanted._replace(file=None)), begun.wanted.file)
        except SendActionsError as refusal:
            begun.message = str(refusal)


def begin_in_lines(show_demo: Callable[[], None]) -> str | None:
    """Ask in lines what to begin with, make it, and return the plan's place; None where there is none."""
    try:
        say("send-actions keeps a SEND action plan. There is no plan of yours yet.")
        told = [f"{words}, {more}" for words, more in CHOICES.values()]
        chosen = choose("What would you like to begin with?", told, back="Leave")
        if chosen is not None and list(CHOICES)[chosen] != SAMPLE:
            return _begin(list(CHOICES)[chosen])
        if chosen is not None:
            show_demo()
            return None
    except (LeftError, typer.Abort):
        pass
    say(LEFT)
    return None


def _begin(choice: str) -> str:
    """Make a plan of one's own, with what the spreadsheet says where there is one; return its place."""
    example = shown_place("our-plan.csv")
    file = _asked(f"Which file, such as {example}", spreadsheet_at) if choice == SPREADSHEET else None
    usual = usual_plan_place()
    place = _asked(f"Where is your plan to live? Enter takes {shown_place(usual)}", _plan_place, usual)
    usual = usual_copies_folder(place, os.environ)
    question = "Which folder are its dated copies to go to, best on another drive?"
    copies = _asked(f"{question} Enter takes {shown_place(usual)}", new_copies_place, usual)
    partnership = ask("Whose plan is it, such as Our partnership? Enter leaves it open")
    wanted = Wanted(choice, place, file, copies, partnership, by=_name())
    try:
        return make_first(wanted)
    except SendActionsError as refusal:
        say(str(refusal))
        if not file or not is_yes("Begin with an empty plan instead?"):
            raise LeftError from None
        return make_first(wanted._replace(file=None))


def _name() -> str:
    """Ask who keeps the plan, unless it is known; Enter takes the login, where that is a name."""
    if known_name():
        return ""
    offered = login()
    enter = f"; Enter takes {offered}" if offered else ""
    while True:
        if said := ask(f"Your name, which stands beside what you change{enter}") or offered:
            return said


def _asked(question: str, understood: Callable[[str], Path], otherwise: Path | None = None) -> Path:
    """Ask until an answer is understood; Enter means what is offered."""
    while True:
        try:
            return understood(ask(question) or str(otherwise or ""))
        except (SendActionsError, OSError) as refusal:
            say(str(refusal))


def _plan_place(typed: str) -> Path:
    """Return the place for a plan; one that is not safe is asked about."""
    place = new_plan_place(typed)
    if (doubt := about_plan_place(place)) and not is_yes(f"{doubt} Is it to live there all the same?"):
        raise SendActionsError("Name another place, then.")
    return place
