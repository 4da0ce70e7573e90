"""Reading returns for the command line: what they leave open is answered by flags or at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from send_actions.cli.import_problems import flag_typed
from send_actions.cli.questions import WAYS_OF_QUESTIONS, answer_or_skip, can_ask, is_yes
from send_actions.cli.terminal import tell
from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.changes.plan_of_returns import PlanOfReturns
    from send_actions.importers.answers import Answers
    from send_actions.importers.problems import AskFor, Problem
    from send_actions.importers.returns.return_file import ReturnRead
    from send_actions.importers.returns.several import Said

_MANY: Final = 8
_WAYS: Final = f"{WAYS_OF_QUESTIONS} Ctrl+C stops, and nothing is written."


def read_returns(files: Sequence[Path], answers: Answers, of: PlanOfReturns) -> list[ReturnRead]:
    """Read returns, asking at a terminal what they leave open; doubts and moves are told once.

    Of a folder all its files are read; one that cannot be taken is told and left out.

    Raises SendActionsError, before anything is asked, for returns that say different things of one action.
    """
    from send_actions.importers.returns.several import claims

    asked: set[AskFor] = set()
    told: set[str] = set()
    files = list(_without_folders(files, answers, of))
    while True:
        read = [_read(file, answers, of, is_alone=len(files) == 1) for file in files]
        refuse_both_ways(read, claims)
        for one in read:
            _tell(one, told)
        questions = [problem for one in read for problem in one.questions]
        following = next((p for p in questions if p.answer and p.answer not in asked), None)
        if following is None or following.answer is None or not can_ask():
            return read
        if not asked:
            tell(_WAYS)
        asked.add(following.answer)
        answers = _answered(following, following.answer, answers, of.plan)


def _without_folders(files: Sequence[Path], answers: Answers, of: PlanOfReturns) -> Iterator[Path]:
    """Yield the files, and in the place of a folder the returns in it; raises SendActionsError for none."""
    from send_actions.care.chosen_places import spreadsheets_at
    from send_actions.importers.file_kinds import is_folder

    for file in files:
        if not is_folder(file):
            yield file
            continue
        found, is_any = spreadsheets_at(str(file)), False
        for one in found:
            try:
                _read(one, answers, of, is_alone=False)
            except SendActionsError as refusal:
                tell(f"{printable(one.name)} is left out: {refusal}")
            else:
                is_any = True
                yield one
        if not is_any:
            raise SendActionsError(
                f"No file in {printable(file.name)} is a return of this plan: name another."
            )


def refuse_both_ways(read: Iterable[ReturnRead], said: Callable[[ReturnRead], Iterable[Said]]) -> None:
    """Refuse returns whose statements of one action differ; raises SendActionsError that names both."""
    from send_actions.importers.returns.several import first_differing

    if found := first_differing(read, said):
        raise SendActionsError(f"{found}: take one, then the other, which asks whose words are to stand.")


def _read(file: Path, answers: Answers, of: PlanOfReturns, *, is_alone: bool) -> ReturnRead:
    from send_actions.importers.returns.return_file import read_return

    prefix = "" if is_alone else f"{printable(file.name)} "
    return read_return(file, of.plan, of.past, answers, on=of.plan.as_at, begun=of.begun, prefix=prefix)


def _tell(one: ReturnRead, told: set[str]) -> None:
    """Write what is in doubt of a return and what has moved since it was made, each once."""
    lines = [*map(one.told, one.doubts)]
    lines += [f"Moved since {one.name} was made: {moved}" for moved in one.moved]
    for line in dict.fromkeys(lines):
        if line not in told:
            tell(line)
    told |= set(lines)


def refuse_open_returns(read: Iterable[ReturnRead]) -> None:
    """Raise SendActionsError when a question is open, with what answers it or is to be mended."""
    questions = [(one, problem) for one in read for problem in one.questions]
    if not questions:
        return
    for one, problem in questions:
        if problem.answer is None or not can_ask():
            tell(one.told(problem))
    cells = list(dict.fromkeys(problem.cell for _, problem in questions if not problem.answer))
    ways = [f"Mend {', '.join(cells[:_MANY])} in the file."] if cells else []
    asks = dict.fromkeys((p.answer.flag, p.answer.words) for _, p in questions if p.answer)
    if asks:
        ways.append(f"Answer with {' '.join(map(flag_typed, list(asks)[:_MANY]))}.")
    many = f"{len(questions)} question{'' if len(questions) == 1 else 's'}"
    raise SendActionsError(
        f"Nothing was taken: {many} to answer first, at {questions[0][1].cell}. {' '.join(ways)}"
    )


def _answered(problem: Problem, ask: AskFor, answers: Answers, plan: Plan) -> Answers:
    """Ask one question; return the answers with the one given, if any."""
    from dataclasses import replace

    from send_actions.importers.answering import answer_words

    if ask.flag == "--not-personal":
        if is_yes(f"{problem} Is none of it personal?"):
            return replace(answers, not_personal=True)
        raise SendActionsError("Nothing was taken: take it out of the file first.")
    while True:
        try:
            typed = answer_or_skip(str(problem), offer=problem.offer)
            words = answer_words(ask, typed, offer=problem.offer)
            return answers.with_answer(ask.flag, words, plan.legend) if words else answers
        except UsageError as refusal:
            tell(str(refusal))
