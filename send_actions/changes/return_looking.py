"""Returns as they would be taken: what is open about them, and what the plan would become."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from send_actions.changes.plan_of_returns import PlanOfReturns, plan_of_returns
from send_actions.changes.return_preview import taking_lines
from send_actions.changes.returns_taken import nothing_new, return_slips, take_returns, taken_of
from send_actions.changes.seen_file import SeenFile
from send_actions.changes.trial import Trial
from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.import_words import held_by_return
from send_actions.importers.problems import Problem
from send_actions.importers.returns.return_file import ReturnRead, read_return
from send_actions.importers.returns.several import agreeing
from send_actions.store.reader import open_reader

_LEFT_OUT: Final = "It is left out: "


def look_at_returns(files: Sequence[Path], plan: Plan, given: Answers, trial: Trial) -> SeenFile:
    """Read returns with what was answered of them and try them on a copy of the plan, as one change.

    `plan` is that of today. Of several, one that cannot be read, or says otherwise than one before it, is
    left out and told. Raises SendActionsError when none can be read or is of this plan.
    """
    reader = open_reader(trial.location)
    try:
        of = plan_of_returns(reader, trial.location, plan, trial.on)
    finally:
        reader.close()
    all_read, unread = _read_all(files, of, given)
    read, apart = agreeing(all_read)
    told = [
        Problem(one.other, f"{one}: {one.other} is left out; take it after, which asks whose words stand.")
        for one in apart
    ]
    problems = (*(problem for one in read for problem in one.problems), *unread, *told)
    seen = _seen(read, problems, plan, trial)
    if seen.questions:
        return replace(seen, clean=_clean(read, plan, trial) if len(files) > 1 else None)
    taken = taken_of(read, plan, trial.on)
    with trial.copy() as store:
        would = take_returns(store, taken, actor=trial.actor, at=trial.at, day=trial.day)
    if would is None:
        return replace(seen, nothing=nothing_new([one.name for one in read]))
    return replace(
        seen,
        would=tuple(taking_lines(would, lambda: trial.changes_before(would.id))),
        label=printable(would.label),
        slips=tuple(return_slips(read, plan, trial.on)),
    )


def _read_all(
    files: Sequence[Path], of: PlanOfReturns, given: Answers
) -> tuple[list[ReturnRead], list[Problem]]:
    """Return what returns say, and why some of several cannot be read."""
    read: list[ReturnRead] = []
    unread: list[Problem] = []
    for file in files:
        prefix = f"{_name_among(file, files)} " if len(files) > 1 else ""
        try:
            read.append(
                read_return(file, of.plan, of.past, given, on=of.plan.as_at, begun=of.begun, prefix=prefix)
            )
        except SendActionsError as refusal:
            if len(files) == 1:
                raise
            unread.append(Problem(prefix.strip(), f"{_LEFT_OUT}{refusal}"))
    if not read:
        why = unread[0].message.removeprefix(_LEFT_OUT)
        raise SendActionsError(f"None of the {len(files)} files is a return of this plan. {why}")
    return read, unread


def _name_among(file: Path, files: Iterable[Path]) -> str:
    """Return a file's name, with its folder's where another has the same."""
    is_shared = sum(one.name == file.name for one in files) > 1
    return printable(f"{file.parent.name}/{file.name}" if is_shared else file.name)


def _seen(read: Sequence[ReturnRead], problems: tuple[Problem, ...], plan: Plan, trial: Trial) -> SeenFile:
    taken = taken_of(read, plan, trial.on)
    to = "; ".join(dict.fromkeys(one.to for one in read if one.to))
    holds = held_by_return(to, len(taken.updates), len(taken.deadlines))
    moved = tuple(words for one in read for words in one.moved)
    return SeenFile(trial.name, holds, taken, problems, plan.record, trial.day, moved=moved)


def _clean(read: Sequence[ReturnRead], plan: Plan, trial: Trial) -> SeenFile | None:
    """Return what can be taken of returns while something is open; None for nothing.

    Of a return of which no more is asked than whose words stand, that is its other rows; else nothing of it.
    """
    clean = [
        replace(one, rows=tuple(row for row in one.rows if not one.is_open(row)))
        for one in read
        if all(problem.answer and problem.answer.flag == "--take" for problem in one.questions)
    ]
    if not clean or taken_of(clean, plan, trial.on).is_empty:
        return None
    return _seen(clean, (), plan, trial)
