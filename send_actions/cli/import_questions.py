"""What a file leaves open, answered by flags, by what was answered before, or at the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from send_actions.changes.plan_past import PlanPast
from send_actions.cli.import_problems import FileTeller, Typed, tell_rows
from send_actions.cli.plan_view import PlanView
from send_actions.cli.progress_bar import ProgressBar
from send_actions.cli.questions import WAYS_OF_QUESTIONS, answer_or_skip, can_ask, is_yes
from send_actions.cli.terminal import tell
from send_actions.domain.plan.vocabulary import LegendEntry
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.importers.answers import Answers
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.importers.problems import AskFor, Problem


FLAGS = ("status", "ref", "area", "owner", "take", "map", "column")
"""The options that answer what a file leaves open, but for the one that nothing in it is personal."""

_BYTES_OF_A_ROW = 40
_MOST_ROWS = 40
"""Rows of one question that are shown before it is asked."""

_WAYS = f"{WAYS_OF_QUESTIONS} Ctrl+C stops."


class GivenAnswers(Protocol):
    """The options that answer what a file leaves open."""

    @property
    def status(self) -> list[str] | None:
        """What status words mean."""

    @property
    def ref(self) -> list[str] | None:
        """Which ref a row has."""

    @property
    def area(self) -> list[str] | None:
        """Which area is meant."""

    @property
    def owner(self) -> list[str] | None:
        """Which role somebody has who stands by name."""

    @property
    def take(self) -> list[str] | None:
        """Whose words stand in a cell that was changed in the plan too."""

    @property
    def map(self) -> list[str] | None:
        """What a column holds."""

    @property
    def column(self) -> list[str] | None:
        """What a column holds, or of when its review is."""

    @property
    def not_personal(self) -> bool:
        """Whether nothing in the file is personal."""


def given_answers(options: GivenAnswers, legend: Iterable[LegendEntry]) -> Answers:
    """Return the answers that stand on the command line; raises UsageError for one that says nothing."""
    from send_actions.importers.answers import Answers

    answers = Answers(not_personal=options.not_personal)
    used = list(legend)
    for flag, text in _given(options):
        answers = answers.with_answer(flag, text, used)
    return answers


def _given(options: GivenAnswers) -> Iterator[tuple[str, str]]:
    """Yield the answers on the command line, those of a file of them first."""
    from send_actions.importers.mapping_file import names_a_file, read_answers

    said = [(f"--{flag}", text) for flag in FLAGS for text in getattr(options, flag) or ()]
    files = [(flag, text) for flag, text in said if flag == "--map" and names_a_file(text)]
    for _, text in files:
        yield from read_answers(Path(text))
    yield from (one for one in said if one not in files)


def unasked(options: GivenAnswers, lines: PlanLines, legend: Iterable[LegendEntry]) -> list[str]:
    """Return a sentence for each answer on the command line that nothing in the file asks for."""
    from send_actions.importers.answers import Answers
    from send_actions.importers.unasked import why_unasked

    found, used = [], list(legend)
    for flag, text in _given(options):
        if why := why_unasked(Answers().with_answer(flag, text, used), lines.used, text):
            found.append(f'{flag} "{text}" answers nothing: {why}.')
    return found


def answered_lines(
    file: Path,
    given: Answers,
    view: PlanView,
    kept: Sequence[Mapping[str, Any]],
    *,
    today: date,
    teller: FileTeller,
    typed: Typed,
) -> tuple[PlanLines, Typed]:
    """Read the file, asking at a terminal what it leaves open until nothing more can be answered there.

    How much it holds is told before the first question. Returned with it is what was answered.
    """
    from send_actions.importers.answering import FileReading

    past = PlanPast(view.location, view.plan.record)
    reading = FileReading(file, view.plan, today=today, kept=kept, past=past)
    answers, asking = given, _Asking(view, typed)
    while True:
        with ProgressBar(f"Reading {file.name}") as bar:
            bar.wait(_rows_likely(file))
            lines = reading.read(answers, bar.tell)
        problem = asking.next_of(lines) if can_ask() else None
        if problem is None:
            with ProgressBar(f"Reading {file.name}") as bar:
                return reading.settled(lines, given, bar.tell), asking.typed
        teller.begin(lines)
        answers = asking.ask(problem, lines, answers)


def _rows_likely(file: Path) -> int:
    """Return how many rows a file is likely to have, by its size; what cannot be read has none."""
    try:
        return file.stat().st_size // _BYTES_OF_A_ROW
    except OSError:
        return 0


class _Asking:
    """The questions of one file at a terminal: which were asked, and what was answered."""

    def __init__(self, view: PlanView, typed: Typed) -> None:
        self._view, self.typed = view, typed
        self._answered: dict[tuple[str, str], str] = {}
        self._is_begun = False

    def next_of(self, lines: PlanLines) -> Problem | None:
        """Return the next question that can be answered here and was not skipped, if any."""
        for problem in lines.questions:
            if problem.answer and self._answered.get((problem.answer.flag, problem.answer.key)) != "":
                return problem
        return None

    def ask(self, problem: Problem, lines: PlanLines, answers: Answers) -> Answers:
        """Ask one question and return the answers with the one that was given, if any.

        One that an answer leaves open is asked again; the same answer again leaves it.
        """
        ask = problem.answer
        if ask is None:
            return answers
        if not self._is_begun:
            tell(_WAYS)
            self._is_begun = True
        if ask.flag == "--not-personal":
            return self._ask_about_people(ask, lines, answers)
        tell_rows(problem, most=_MOST_ROWS)
        words, answered = _answer(problem, ask, answers, self._view)
        key = (ask.flag, ask.key)
        is_left = not words or self._answered.get(key) == words
        self._answered[key] = "" if is_left else words
        if not is_left:
            self.typed = self.typed.with_answer(ask.flag, words)
        return answered

    def _ask_about_people(self, ask: AskFor, lines: PlanLines, answers: Answers) -> Answers:
        from send_actions.importers.personal import to_confirm

        found = [p for p in lines.questions if p.answer == ask]
        for problem in found:
            tell(str(problem))
        if is_yes(to_confirm(found)):
            self.typed = self.typed.with_answer(ask.flag, "")
            return replace(answers, not_personal=True)
        again = f" What was answered is in this command: {self.typed.whole()}" if self.typed.answered else ""
        raise SendActionsError(f"Nothing was brought in: mend it in the file first.{again}")


def _answer(problem: Problem, ask: AskFor, answers: Answers, view: PlanView) -> tuple[str, Answers]:
    """Return what stands after a flag as it was answered, and the answers with it; nothing when skipped."""
    choices = ""
    if ask.flag == "--status":
        from send_actions.importers.statuses.status_words import possible_answers

        choices = f" ({possible_answers()})"
    from send_actions.importers.answering import answer_words, asked_of, told_for_all

    if all_too := told_for_all(ask):
        choices = f" ({all_too})"
    while True:
        try:
            offer = problem.offer
            meant, typed = asked_of(ask, answer_or_skip(f"{problem}{choices}", offer=offer))
            words = answer_words(meant, typed, offer=offer)
            return words, answers.with_answer(ask.flag, words, view.plan.legend) if words else answers
        except UsageError as error:
            tell(str(error))
