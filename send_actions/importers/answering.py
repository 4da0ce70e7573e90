"""A file read against a plan, and read anew with each answer to what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import LegendEntry
from send_actions.domain.text import fold
from send_actions.errors import UsageError
from send_actions.importers.answered_anew import only_touched
from send_actions.importers.answers import SIDES, WHOLE_AREAS, Answers
from send_actions.importers.kept import read_kept
from send_actions.importers.ours.disputes import Past
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.problems import AskFor

_REFUSED_BY: Final = re.compile(r"^--[a-z-]+: ")
_YES: Final = ("y", "yes")
_ENDS_WITH: Final = re.compile(
    r"[\s:;]*(?P<flag>--[a-z-]+)(?: \"(?P<heading>[^\"]*)=(?P<meant>[^\"=]*)\")?[^\"]*$"
)

Tell = Callable[[int, int], None]
"""Hears how many of all rows are read."""


class FileReading:
    """One file against one plan: what it says with some answers, and with those that the plan keeps.

    `kept` are the rows in which the plan keeps what it knows of files before, `past` is what it said before.
    """

    def __init__(
        self,
        file: Path,
        plan: Plan,
        *,
        today: date,
        kept: Sequence[Mapping[str, Any]],
        past: Past,
    ) -> None:
        self._file, self._plan, self._today, self._past = file, plan, today, past
        self._kept = read_kept(kept)

    def read(self, given: Answers, tell: Tell | None = None) -> PlanLines:
        """Return what the file says with these answers, and where they say nothing with those of before."""
        lines = self._lines(given.over(self._kept.answers), tell)
        was = self._kept.answered(lines.digest) if lines.questions else None
        return self._lines(given.of_same_file(was).over(self._kept.answers), tell) if was else lines

    def settled(self, lines: PlanLines, given: Answers, tell: Tell | None = None) -> PlanLines:
        """Return what was read as it is to come in, once no more is answered.

        Of a file that came in before only what is answered otherwise now is new; no slip of `given` is kept.
        """
        was = self._kept.of_file(lines.digest)
        if was and was.whole_json() != lines.used.whole_json():
            lines = only_touched(lines, self._lines(replace(was, not_personal=True), tell))
        return replace(lines, answers=lines.answers.without_unasked(given, lines.used))

    def _lines(self, answers: Answers, tell: Tell | None) -> PlanLines:
        return read_plan_file(
            self._file,
            today=self._today,
            plan=self._plan,
            answers=answers,
            last=self._kept.files,
            past=self._past,
            tell=tell,
        )


def without_flags(told: str) -> tuple[str, AskFor | None]:
    """Return a sentence about a file without the flag it names, and what that flag asks for, if anything."""
    sentence = _REFUSED_BY.sub("", told)
    if sentence != told:
        sentence = sentence[:1].upper() + sentence[1:]
    found = _ENDS_WITH.search(sentence)
    if found is None:
        return sentence, None
    flag, heading, meant = found["flag"], found["heading"], found["meant"]
    ask = AskFor(flag, heading, meant.strip("…")) if heading else None
    return f"{sentence[: found.start()].rstrip(' .')}.", ask


def answer_words(ask: AskFor, typed: str, *, offer: str = "") -> str:
    """Return what stands after a question's flag when it is answered so; nothing for no answer.

    Yes says the one answer that was on offer.

    Raises UsageError for an answer that repeats more than what it speaks of.
    """
    meant = typed.removeprefix(f"{ask.key}=").strip() if ask.key else typed.strip()
    if offer and fold(meant) in _YES:
        meant = offer
    if "=" in meant:
        raise UsageError("Write what is meant alone, without =.")
    return f"{ask.key}={meant}" if ask.key and meant else meant


def asked_of(ask: AskFor, typed: str) -> tuple[AskFor, str]:
    """Return what typed words answer, and the answer: all questions of a kind where "all" begins them."""
    word, _, rest = typed.strip().partition(" ")
    is_for_all = fold(word) == "all" and fold(rest) in all_answers(ask)
    return (AskFor(ask.flag), rest.strip()) if is_for_all else (ask, typed)


def all_answers(ask: AskFor) -> Sequence[str]:
    """Return what may be answered to all questions of a kind at once."""
    if ask.flag == "--take":
        return SIDES
    return WHOLE_AREAS if ask.of_all else ()


def told_for_all(ask: AskFor) -> str:
    """Return how all questions about areas are answered at once; empty where there is one alone."""
    return f"all new, all plan or all file answers all {ask.of_all} such areas" if ask.of_all else ""


def answers_of(said: Iterable[tuple[str, str]], legend: Iterable[LegendEntry]) -> Answers:
    """Return the answers of some flags and the words after them; raises UsageError for one that says none."""
    answers, used = Answers(), list(legend)
    for flag, words in said:
        answers = replace(answers, not_personal=True) if not words else answers.with_answer(flag, words, used)
    return answers
