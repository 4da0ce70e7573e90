"""What is said of a file that is to come in, and of what is open about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from send_actions.domain.words.dates import say_date
from send_actions.tui.text_layout import inline

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said, SeenFile
    from send_actions.importers.problems import AskFor, Problem


def told_of(problem: Problem) -> str:
    """What is said of a cell, without the flags of the command line."""
    from send_actions.importers.answering import without_flags

    return inline(without_flags(problem.message)[0])


def comes_words(seen: SeenFile, questions: int) -> str:
    """What is said of a file of which nothing is known to come in, or not yet."""
    if questions:
        return f"What it changes is shown once {_many(questions, 'question')} {_is(questions)} answered."
    return f"Nothing would change: {seen.nothing}."


def day_words(seen: SeenFile, said: Said) -> str:
    """From which day it counts what a file says, or what is asked of that."""
    found = seen.file_date
    if found and found.on != seen.day and not said.is_dated:
        return f"{inline(found.cell)} says “{inline(found.words)}”: from which day does what it says count?"
    return (
        f"It counts from {say_date(said.on)}." if said.on else f"It counts from today, {say_date(seen.day)}."
    )


def holds_words(seen: SeenFile, *, is_day_open: bool) -> str:
    """How much a file holds, and how much of it is open."""
    from send_actions.importers.import_words import with_open

    return inline(with_open(seen.holds, len(seen.questions) + is_day_open, len(seen.doubts)))


def way_of(problem: Problem) -> AskFor | None:
    """What answers a question, or takes a doubt away; None where only the file can."""
    from send_actions.importers.answering import without_flags

    return problem.answer or without_flags(problem.message)[1]


def answered_by(problem: Problem, ask: AskFor) -> str:
    """How a question is answered, and with what where something is offered or answers others too."""
    from send_actions.importers.answering import told_for_all

    offer, all_too = problem.offer, told_for_all(ask)
    answers = f"Enter answers it{f', with {inline(offer)} offered' if offer else ''}."
    return f"{answers} There {all_too}." if all_too else answers


def said_words(flag: str, key: str, words: str) -> str:
    """An answer in words."""
    if not words:
        return "What looks personal may stand as it is"
    if key:
        return f"{inline(key)} = {inline(words.removeprefix(f'{key}='))}"
    if flag == "--ref":
        return f"The actions that are numbered anew = {inline(words)}"
    from send_actions.importers.answers import WHOLE_AREAS

    area = (
        "Each other area with a number of the plan's"
        if words in WHOLE_AREAS
        else "The area of rows without one"
    )
    whose = {"--area": area, "--take": "Whose words stand in all other cells"}
    return f"{whose.get(flag, 'All others')} = {inline(words)}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def reading_words(name: str, done: int, total: int) -> str:
    """What is said while a file is read."""
    far = f": {done:,} of {total:,} rows" if total else " …"
    return f"Reading {inline(name)}{far}"


def unanswered_words(flag: str, key: str, words: str) -> str:
    """What is said of an answer that left its question open."""
    return f"{said_words(flag, key, words)}: the file asks still; answer it otherwise"


def offered_day(seen: SeenFile, said: Said) -> date | None:
    """The day to offer: what was said, else what the file says."""
    found = seen.file_date
    return said.on if said.is_dated else found.on if found else None
