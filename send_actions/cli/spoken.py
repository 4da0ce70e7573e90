"""Plain lines, one below the other, and questions that a number answers: nothing is drawn over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from send_actions.cli.questions import is_yes
from send_actions.cli.terminal import columns_of, wrap
from send_actions.domain.text import clean, printable
from send_actions.errors import SendActionsError


class LeftError(Exception):
    """The person typed Ctrl+D: there is nothing more to read."""


NOTHING: Final = "0"
"""What is typed to go back."""


def say(*paragraphs: str) -> None:
    """Write paragraphs in lines that end between words."""
    for paragraph in paragraphs:
        for line in wrap(paragraph, columns_of(sys.stdout)):
            sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ask(question: str) -> str:
    """Ask, and return what is typed; raises LeftError at its end."""
    lines = wrap(question, columns_of(sys.stdout) - 2)
    sys.stdout.write("\n".join(lines) + ": ")
    sys.stdout.flush()
    typed = sys.stdin.readline()
    if not typed:
        sys.stdout.write("\n")
        raise LeftError
    return clean(typed, one_line=True)


def ask_for(question: str, understood: Callable[[str], Any]) -> str:
    """Ask until it is understood, or left out with Enter; return it as typed."""
    while True:
        typed = ask(question)
        try:
            if typed:
                understood(typed)
        except SendActionsError as refusal:
            say(str(refusal))
        else:
            return typed


def ask_for_some(question: str) -> str:
    """Ask for words; raises SendActionsError when nothing is typed."""
    typed = ask(question)
    if not typed:
        raise SendActionsError("Nothing was typed, so nothing was changed.")
    return typed


def number_of(typed: str, many: int) -> int | None:
    """Return the number that is typed, when it is one of so many; else say which there are."""
    if typed.isdecimal() and 1 <= int(typed) <= many:
        return int(typed)
    given = f"“{printable(typed[:40])}” is no choice here" if typed else "Nothing was chosen"
    say(f"{given}: type a number from 1 to {many}, or 0 to go back.")
    return None


def choose(about: str, choices: Sequence[str], *, back: str = "Back") -> int | None:
    """Say numbered choices and return the place of the one chosen; None for 0."""
    while True:
        say("", about, *(f"{number}. {words}" for number, words in enumerate(choices, 1)), f"0. {back}")
        typed = ask("Your choice")
        if typed == NOTHING:
            return None
        if number := number_of(typed, len(choices)):
            return number - 1


def choose_by(about: str, choices: Mapping[str, Callable[[], None]], *, back: str = "Back") -> bool:
    """Do what is chosen by its words; a refusal is said. Return whether anything was chosen."""
    chosen = choose(about, list(choices), back=back)
    if chosen is None:
        return False
    try:
        list(choices.values())[chosen]()
    except SendActionsError as refusal:
        say(str(refusal))
    return True


def until_done(save: Callable[[], None]) -> bool:
    """Save what was answered, and say whether it was.

    When it is refused, try again with the same words as often as it is wanted.
    """
    while True:
        try:
            save()
        except SendActionsError as refusal:
            say(str(refusal))
            if not is_yes("Try again with the same words?"):
                say("Left as it was.")
                return False
        else:
            return True
