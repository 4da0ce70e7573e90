"""The first run: what to begin with and where the plan is to live, asked in lines before the app opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import typer

from send_actions.cli.location import shown_location
from send_actions.cli.questions import is_yes
from send_actions.cli.spoken import LeftError, ask, choose, say
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

FILE: Final = "send-plan.db"
"""What a plan's file is called that nobody gave a name."""
LEFT: Final = "No plan was made: send-actions asks again the next time."

_EIGHTEEN: Final = "Start from eighteen areas of a self-evaluation, to change as you like"
_EMPTY: Final = "Start from an empty plan"
_BRING_IN: Final = "Bring in my spreadsheet, saved as CSV"
_SAMPLE: Final = "Look at the sample, an invented plan: nothing you do there is kept"
_TEMPLATES: Final = {_BRING_IN: "empty", _EIGHTEEN: "eighteen", _EMPTY: "empty"}


def begin_first(show_demo: Callable[[], None]) -> str | None:
    """Ask what to begin with and make it; return the place of the plan, None where there is none to open.

    `show_demo` shows the sample to who would rather look first.
    """
    try:
        say("send-actions keeps a SEND action plan. There is no plan of yours yet.")
        choices = [_BRING_IN, _EIGHTEEN, _EMPTY, _SAMPLE]
        chosen = choose("What would you like to begin with?", choices, back="Leave")
        if chosen is not None and choices[chosen] != _SAMPLE:
            return _begin(choices[chosen])
        if chosen is not None:
            show_demo()
            return None
    except (LeftError, typer.Abort):
        pass
    say(LEFT)
    return None


def _begin(choice: str) -> str:
    """Make a plan of one's own, with what the spreadsheet says where there is one; return its place."""
    from send_actions.cli.commands.init import begin_plan

    file = (
        _asked(f"Which CSV file, such as {shown_location('our-plan.csv')}", _a_file)
        if choice == _BRING_IN
        else None
    )
    usual = _usual_folder() / FILE
    place = _asked(
        f"Where is your plan to live? Enter takes {shown_location(str(usual))}", _new_place, str(usual)
    )
    partnership = ask("Whose plan is it, such as Our partnership? Enter leaves it open")
    begin_plan(template=_TEMPLATES[choice], partnership=partnership, mine=True, db=str(place))
    if file:
        _bring_in(file, place)
    return str(place)


def _bring_in(file: Path, place: Path) -> None:
    """Bring a file into the new plan; where it is refused, say that the plan is there all the same."""
    from send_actions.cli.commands.import_file import ImportOptions, import_file

    try:
        import_file(file=file, **ImportOptions(db=str(place))._asdict())
    except SendActionsError as refusal:
        say(
            str(refusal),
            f"The plan {shown_location(str(place))} is there without it: bring it in later with "
            f"send-actions import {printable(file.name)}.",
        )
        if not is_yes("Open the plan now?", otherwise=True):
            raise LeftError from None


def _asked(question: str, understood: Callable[[str], Path], otherwise: str = "") -> Path:
    """Ask until an answer is understood; Enter means what is offered."""
    while True:
        try:
            return understood(ask(question) or otherwise)
        except (SendActionsError, OSError, RuntimeError) as refusal:
            say(str(refusal))


def _a_file(typed: str) -> Path:
    file = _path(typed)
    if not file.is_file():
        raise SendActionsError(
            f"There is no file {printable(typed) or 'without a name'}: type its name with its folder."
        )
    return file


def _new_place(typed: str) -> Path:
    """The place for a new plan's file; a folder means the usual name in it. Raises SendActionsError."""
    place = _path(typed)
    if place.is_dir():
        place /= FILE
    if place.exists():
        raise SendActionsError(f"{shown_location(str(place))} is there already: name another file.")
    if not place.parent.is_dir():
        raise SendActionsError(
            f"The folder {shown_location(str(place.parent))} is not there: make it first, or name another."
        )
    if any(part.startswith(".") for part in place.parts):
        raise SendActionsError("That is a hidden folder, where nobody would find the plan: name another.")
    return place


def _path(typed: str) -> Path:
    return Path(typed.strip("\"'")).expanduser().absolute()


def _usual_folder() -> Path:
    """The documents of who is at the keyboard, where there are any, else their home."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
