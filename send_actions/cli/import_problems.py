"""What is open about a file that is brought in: each doubt and question told once, and what answers them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from send_actions.cli.wrong_usage import quoted
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.importers.problems import AskFor, Problem

_LISTED: Final = 40
_TAKEN_APART: Final = 4
_ALL_TAKEN: Final = "--take"


def flag_typed(answer: tuple[str, str]) -> str:
    """Return a flag with its words as both are typed; words with = stand in quotes."""
    flag, words = answer
    pasted = quoted(words)
    if "=" in words and pasted == words:
        pasted = f'"{words}"'
    return f"{flag} {pasted}" if words else flag


class Typed(NamedTuple):
    """A command line as far as it was typed, and what was answered at the terminal since, flag by flag."""

    given: tuple[str, ...]
    answered: tuple[tuple[str, str], ...] = ()

    def with_answer(self, flag: str, words: str) -> Typed:
        """Return the same with one more answer; a flag without words has none."""
        return self._replace(answered=(*self.answered, (flag, words)))

    def whole(self, open_still: Iterable[tuple[str, str]] = ()) -> str:
        """Return the command with every answer, and with what is open still to be filled in."""
        flags = dict.fromkeys((*self.answered, *open_still))
        return printable(" ".join((*self.given, *map(flag_typed, flags))))


class ProblemTeller:
    """Writes each problem of a file with its cell, once however often the file is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._told = set[str]()

    def tell(self, problems: Iterable[Problem]) -> None:
        """Write what was not written yet."""
        for problem in problems:
            line = f"{self._name} {'question' if problem.is_question else 'doubt'} {problem}"
            if line not in self._told:
                self._told.add(line)
                sys.stderr.write(f"{printable(line)}\n")


def refuse_open(lines: PlanLines, name: str, typed: Typed) -> None:
    """Raise SendActionsError when a question is open, with what answers it or is to be mended."""
    if not lines.questions:
        return
    many, cells = len(lines.questions), [p.cell for p in lines.questions]
    where = f"{cells[0]}{' and elsewhere' if many > 1 else ''}"
    answers = _answers([p.answer for p in lines.questions if p.answer])
    unanswered = [p.cell for p in lines.questions if not p.answer]
    from send_actions.importers.problems import list_cells

    ways = [f"Mend {list_cells(list(dict.fromkeys(unanswered)))} in the file."] if unanswered else []
    if typed.answered:
        filled = ", with … filled in" if any("…" in said for _, said in answers) else ""
        ways.append(f"What was answered is in this command{filled}: {typed.whole(answers)}")
    elif answers:
        flags = " ".join(map(flag_typed, answers[:_LISTED]))
        ways.append(f"Answer with {flags}.")
    raise SendActionsError(
        f"{name} was not brought in: {many} question{'s' if many > 1 else ''} to answer first, "
        f"at {where}. {' '.join(ways)}"
    )


def _answers(asks: Sequence[AskFor]) -> list[tuple[str, str]]:
    """Return the flags and words that answer some questions, many of one kind by what answers them all."""
    answers = list(dict.fromkeys((ask.flag, ask.words) for ask in asks))
    apart = [answer for answer in answers if answer[0] == _ALL_TAKEN]
    if len(apart) <= _TAKEN_APART:
        return answers
    return [*(answer for answer in answers if answer not in apart), (_ALL_TAKEN, "plan")]
