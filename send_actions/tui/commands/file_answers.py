"""Answers to what a file that is to come in leaves open, typed in the line at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from send_actions.errors import UsageError
from send_actions.tui.commands.incoming import FileScreen
from send_actions.tui.drawing.incoming_words import told_of
from send_actions.tui.prompts.prompt import ConfirmPrompt
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.importers.problems import AskFor, Problem

_LABELS: Final[Mapping[str, str]] = {
    "--status": "It means",
    "--ref": "Its ref is",
    "--area": "The area is",
    "--take": "Whose words stand",
    "--map": "The column holds",
    "--column": "The column holds",
}
"""What stands before the answer to a question, by its flag."""

_HINTS: Final[Mapping[str, str]] = {
    "--ref": "such as 9.1, or new",
    "--area": "its number, or what a new one is called",
    "--take": "plan or file; all plan or all file for every cell",
    "--take sheet": "the name of the sheet that counts",
    "--map": "owner, due, status or another of our columns, or none",
    "--column": "due, status or another of our columns, or a review's date",
}


async def ask_answer(screen: FileScreen, problem: Problem, ask: AskFor | None) -> None:
    """Ask what a question of the file leaves open; one that only the file can answer says so."""
    if ask is None:
        again = screen.session.keys["read-file"]
        screen.foot.say(f"Mend {inline(problem.cell)} in the file, then {again} reads it again")
    elif not ask.is_wanted:
        await _confirm_personal(screen, ask)
    else:
        await ask_words(screen, replace(ask, offer=problem.offer), told_of(problem))


async def ask_column(screen: FileScreen, heading: str, word: str) -> None:
    """Ask what a column holds."""
    from send_actions.importers.problems import AskFor

    await ask_words(screen, AskFor("--map", heading, word), f"What “{inline(heading)}” holds")


async def change_answer(screen: FileScreen, flag: str, key: str, words: str) -> None:
    """Ask again what was answered; without words the question is open once more."""
    from send_actions.importers.problems import AskFor

    if words:
        again = "Without words it is asked again" if (flag, key) in screen.said.answers else ""
        await ask_words(screen, AskFor(flag, key, words.removeprefix(f"{key}=")), again)
        return

    async def take_back() -> None:
        screen.looker.answer(flag, key, None)

    question: Line = [("You said that it may stand as it is: ask again?", "bold")]
    await screen.foot.ask(ConfirmPrompt(question, take_back, yes="ask again", no="leaves it"))


async def ask_day(screen: FileScreen, offered: date | None) -> None:
    """Ask from which day it counts what the file says."""
    from send_actions.domain.words.dates import say_date
    from send_actions.domain.words.past_days import read_past_day
    from send_actions.tui.prompts.line import LinePrompt

    today = screen.session.today

    def entered(typed: str) -> str | None:
        try:
            day = read_past_day(typed, today, meant="The date")
        except UsageError as refusal:
            return str(refusal)
        screen.looker.count_from(None if day == today else day)
        return None

    def comes_to(_typed: str) -> Line:
        return [(f"Today is {say_date(today)}", "dim")]

    day = offered or today
    await screen.foot.ask(
        LinePrompt("It counts from", say_date(day), entered=entered, typed=comes_to, does="take it")
    )


async def _confirm_personal(screen: FileScreen, ask: AskFor) -> None:
    from send_actions.importers.personal import to_confirm

    async def confirm() -> None:
        screen.looker.answer(ask.flag, ask.key, "")

    question: Line = [(to_confirm(screen.seen.questions if screen.seen else ()), "bold")]
    await screen.foot.ask(ConfirmPrompt(question, confirm, yes="yes", no="leaves it open"))


async def ask_words(screen: FileScreen, ask: AskFor, question: str) -> None:
    """Ask for the words after a flag, with what is most likely meant in the line."""
    from send_actions.importers.answering import answer_words, answers_of, asked_of, without_flags
    from send_actions.importers.statuses.status_words import possible_answers
    from send_actions.tui.prompts.line import LinePrompt

    is_answered = (ask.flag, ask.key) in screen.said.answers

    def entered(typed: str) -> str | None:
        meant, whole = asked_of(ask, typed)
        try:
            words = answer_words(meant, whole, offer=ask.offer)
            answers_of([(ask.flag, words)] if words else (), screen.session.plan.legend)
        except UsageError as refusal:
            return without_flags(str(refusal))[0]
        if not words and not is_answered:
            return "Type what is meant; Esc leaves the question open"
        screen.looker.answer(meant.flag, meant.key, words or None)
        return None

    hint = (
        possible_answers()
        if ask.flag == "--status"
        else _HINTS.get(f"{ask.flag} {ask.key}") or _HINTS.get(ask.flag, "")
    )
    label = _LABELS.get(ask.flag, "It means")
    if ask.flag == "--ref" and not ask.key:
        label, hint = "They go by", "titles, or rows to be asked about each"
    await screen.foot.ask(
        LinePrompt(
            label,
            ask.offer,
            entered=entered,
            hint=hint,
            typed=lambda _text: [(question, "dim")],
            does="take it",
        )
    )
