"""Plain lines, one below the other, and questions that a number answers: nothing is drawn over.

Every question has the same way back (0, or <), the same help (?), and the same way out: Ctrl+C or Ctrl+D
leaves that question alone; once more, and it is asked whether the program is meant.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, Final, TextIO

from send_actions.cli.terminal import columns_of, wrap
from send_actions.cli.voice import Voice, speaking_with
from send_actions.domain.text import clean, fold, printable
from send_actions.errors import SendActionsError


class LeftError(Exception):
    """The person leaves the program, or there is nothing more to read."""


class BackError(LeftError):
    """The person leaves a question; `was_typed` says whether by its way back, else it was interrupted."""

    def __init__(self, *, was_typed: bool) -> None:
        super().__init__()
        self.was_typed = was_typed


NOTHING: Final = "0"
"""What is typed to go back."""

BACK: Final = (NOTHING, "<")
HELP: Final = ("?", "help")

WAYS: Final = "0 goes back, ? says what can be answered, Ctrl+C leaves the question."
"""What can be typed at every question."""

_LONGEST_QUOTE: Final = 40


class _Interruptions:
    """Whether the last question was left by Ctrl+C or Ctrl+D."""

    was_left = False


_SEEN: Final = _Interruptions()


def say(*paragraphs: str) -> None:
    """Write paragraphs in lines that end between words."""
    for paragraph in paragraphs:
        for line in wrap(paragraph, columns_of(sys.stdout)):
            sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ask(question: str, *, helped: Sequence[str] = ()) -> str:
    """Ask, and return what is typed; `helped` is what ? says besides the ways that every question has.

    Raises BackError when the question is left, LeftError when the program is.
    """
    while True:
        typed = _read(question)
        if fold(typed) in HELP:
            say(*(helped or ["Type the words and Enter."]), WAYS)
        elif typed in BACK:
            raise BackError(was_typed=True)
        else:
            return typed


def _read(question: str) -> str:
    """Write a question and return the line that is typed; raises BackError and LeftError."""
    mark = "" if question.endswith("?") else ":"
    lines = wrap(f"{question}{mark}", columns_of(sys.stdout) - 2)
    sys.stdout.write("\n".join(lines) + " ")
    sys.stdout.flush()
    if typed := _line():
        _SEEN.was_left = False
        return clean(typed, one_line=True)
    if not _SEEN.was_left:
        _SEEN.was_left = True
        say("Left this question. Ctrl+C or Ctrl+D once more asks whether to leave the program.")
        raise BackError(was_typed=False)
    sys.stdout.write("Leave the program? y leaves, Enter stays: ")
    sys.stdout.flush()
    answer = _line()
    if not answer or fold(clean(answer)) in ("y", "yes"):
        raise LeftError
    _SEEN.was_left = False
    raise BackError(was_typed=False)


def _line() -> str:
    """Return a line with its end; nothing where it was interrupted or there is no more."""
    try:
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        typed = ""
    except (OSError, ValueError) as error:  # the terminal is gone
        raise LeftError from error
    if not typed:
        sys.stdout.write("\n")
    return typed


def ask_for(question: str, understood: Callable[[str], Any], *, helped: Sequence[str] = ()) -> str:
    """Ask until it is understood, or left out with Enter; return it as typed."""
    while True:
        typed = ask(question, helped=helped)
        try:
            if typed:
                understood(typed)
        except SendActionsError as refusal:
            say(str(refusal))
        else:
            return typed


def ask_for_some(question: str, understood: Callable[[str], Any] = str, *, helped: Sequence[str] = ()) -> str:
    """Ask until something is typed that is understood; return it as typed."""
    while not (typed := ask_for(question, understood, helped=helped)):
        say("Nothing was typed. 0 goes back.")
    return typed


def sure(question: str, *, otherwise: bool = False) -> bool:
    """Ask until it is answered with yes or no, or with Enter, which says what is `otherwise` meant."""
    enter = "yes" if otherwise else "no"
    helped = (f"y for yes, n for no; Enter alone says {enter}.",)
    while True:
        word = fold(ask(f"{question.rstrip()} y or n", helped=helped))
        if word in ("", "y", "yes", "n", "no"):
            return otherwise if not word else word.startswith("y")
        say("Answer y or n.")


def no_choice(typed: str, many: int) -> str:
    """Return what to say of an answer that is none of so many numbers."""
    given = f"“{printable(typed[:_LONGEST_QUOTE])}” is no choice here" if typed else "Nothing was chosen"
    return f"{given}: type a number from 1 to {many}, or 0 to go back."


def number_of(typed: str, many: int) -> int | None:
    """Return the number that is typed, when it is one of so many; else say which there are."""
    if typed.isdecimal() and 1 <= int(typed) <= many:
        return int(typed)
    say(no_choice(typed, many))
    return None


def numbered(choices: Sequence[str]) -> list[str]:
    """Return choices with their numbers before them."""
    return [f"{number}. {words}" for number, words in enumerate(choices, 1)]


def choose(about: str, choices: Sequence[str], *, back: str = "Back") -> int | None:
    """Say numbered choices and return the place of the one chosen; None when it is left."""
    told = [*numbered(choices), f"0. {back}"]
    say("", about, *told)
    try:
        while True:
            typed = ask("Your choice", helped=told)
            if number := number_of(typed, len(choices)):
                return number - 1
    except BackError:
        return None


def choose_by(about: str, choices: Mapping[str, Callable[[], object]], *, back: str = "Back") -> bool:
    """Do what is chosen by its words; a refusal is said. Return whether anything was chosen."""
    chosen = choose(about, list(choices), back=back)
    if chosen is None:
        return False
    do(list(choices.values())[chosen])
    return True


def do(task: Callable[[], object]) -> None:
    """Do a task; a refusal is said, and whoever leaves one of its questions is back where it began."""
    try:
        task()
    except BackError:
        return
    except SendActionsError as refusal:
        say(str(refusal))
    except KeyboardInterrupt:
        say("", "Interrupted: nothing more was done.")


class _Wrapped(io.TextIOBase):
    """A stream whose lines end between words at the width of the terminal, whoever writes them."""

    def __init__(self, below: TextIO) -> None:
        self._below, self._begun = below, ""

    def write(self, text: str, /) -> int:
        *whole, self._begun = (self._begun + text).split("\n")
        for line in whole:
            self._below.writelines(f"{part}\n" for part in wrap(line.strip(), columns_of(self._below)))
        return len(text)

    def flush(self) -> None:
        self._below.write(self._begun)
        self._below.flush()
        self._begun = ""

    def isatty(self) -> bool:
        return self._below.isatty()

    def fileno(self) -> int:
        return self._below.fileno()


@contextmanager
def speaking() -> Iterator[None]:
    """Let all that is written within be lines that end between words, and commands ask as this room does."""
    voice = Voice(lambda question, otherwise: sure(question, otherwise=otherwise), _say_change)
    with redirect_stdout(_Wrapped(sys.stdout)), redirect_stderr(_Wrapped(sys.stderr)), speaking_with(voice):
        yield


def _say_change(parts: Sequence[str]) -> None:
    """Say what was changed and how it is taken back, without the record's number and the plan's place."""
    what, *others = parts
    back = "redo brings it back" if any("redo" in part for part in others) else "u takes it back"
    say(f"{what.rstrip('.')}. {back}." if others else what)
