"""What is open about a file that is brought in: each doubt and question told once, and what answers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from send_actions.cli.questions import can_ask
from send_actions.cli.terminal import tell
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from send_actions.domain.plan.vocabulary import LegendEntry
    from send_actions.importers.answers import Answers
    from send_actions.importers.doubt_kinds import DoubtKind
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.importers.problems import AskFor, Problem

_LISTED: Final = 40
_TAKEN_APART: Final = 4
_ALL_TAKEN: Final = "--take"
_OF_AREAS: Final = "--area"
_NAMED: Final = 6
"""Cells of one kind of doubt that are named where doubts are told in short."""

_BEGUN: Final = "  "
_HUNG: Final = "    "
_HEADED: Final = 3
"""Doubts of one kind, told in full, that have a line of their own above them."""


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

    def answers(self, legend: Iterable[LegendEntry]) -> Answers:
        """Return what was answered at the terminal."""
        from send_actions.importers.answering import answers_of

        return answers_of(self.answered, legend)

    def whole(self, open_still: Iterable[tuple[str, str]] = ()) -> str:
        """Return the command with every answer, and with what is open still to be filled in."""
        flags = dict.fromkeys((*self.answered, *open_still))
        return printable(" ".join((*self.given, *map(flag_typed, flags))))


class FileTeller:
    """Writes what is to say of a file, each thing once however often it is read: first how much it holds."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._is_begun = False

    def begin(self, lines: PlanLines) -> None:
        """Write how much would come in, and how much is open."""
        from send_actions.importers.import_words import holding

        if not self._is_begun:
            self._is_begun = True
            tell(f"{holding(lines, self._name)}.")

    def unasked(self, told: Iterable[str]) -> None:
        """Write the sentences about answers that nothing in the file asks for."""
        for sentence in told:
            tell(f"{self._name}: {sentence}")

    def questions(self, lines: PlanLines) -> None:
        """Write each question with its cell, but for those that were asked just now."""
        for problem in lines.questions:
            if problem.answer and can_ask():
                continue
            tell(f"{self._name} question {problem}")
            tell_rows(problem)

    def columns(self, lines: PlanLines) -> None:
        """Write how the columns are read, and which are left out."""
        from send_actions.importers.import_words import columns_read

        if lines.read_as:
            tell(columns_read(lines, self._name))

    def answered(self, lines: PlanLines, said: Answers) -> None:
        """Write what counts as it was answered of an earlier file, and was not said now."""
        from send_actions.importers.import_words import answered_before

        if told := answered_before(lines, said):
            tell(f"{self._name}: {told}")

    def doubts(self, lines: PlanLines, *, is_short: bool) -> None:
        """Write the doubts kind by kind, each with its cell; in short, once for each kind."""
        from send_actions.importers.doubt_kinds import kinds_of

        kinds = kinds_of(lines.doubts)
        if is_short:
            self._in_short(kinds)
            return
        for kind in kinds:
            if len(kind.doubts) >= _HEADED:
                tell(f"{self._name} {len(kind.doubts):,} doubts: {kind.said}.")
            for problem in kind.doubts:
                tell(f"{self._name} doubt {problem}")

    def _in_short(self, kinds: Sequence[DoubtKind]) -> None:
        if kinds:
            tell(f"{self._name} doubts, which stop nothing; --dry-run tells each in full:")
        for kind in kinds:
            many, cells = len(kind.doubts), kind.cells(_NAMED)
            told = f"{many:,} cells: {kind.said} ({cells})." if many > 1 else str(kind.doubts[0])
            tell(told, begun=_BEGUN, hung=_HUNG)


def tell_rows(problem: Problem, *, most: int | None = None) -> None:
    """Write what a question says of each of its rows, of many the first at a terminal."""
    for words in problem.rows[:most]:
        tell(words, begun=_BEGUN, hung=_HUNG)
    if most is not None and len(problem.rows) > most:
        tell(f"and {len(problem.rows) - most} more rows; --dry-run tells all of them", begun=_BEGUN)


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
    from send_actions.importers.answers import NEW, OF_SHEETS

    answers = list(dict.fromkeys((ask.flag, ask.words) for ask in asks))
    taken = [(ask.flag, ask.words) for ask in asks if ask.flag == _ALL_TAKEN and ask.key != OF_SHEETS]
    of_all = [ask for ask in asks if ask.of_all]
    is_one = all(ask.offer == NEW for ask in of_all)
    alike = [(ask.flag, ask.words) for ask in of_all if is_one]
    for apart, whole in ((taken, (_ALL_TAKEN, "plan")), (alike, (_OF_AREAS, NEW))):
        if len(apart) > _TAKEN_APART:
            answers = [*(answer for answer in answers if answer not in apart), whole]
    return answers
