"""A return as it would be taken: what is open about it, and what the plan would become."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from send_actions.changes.plan_of_returns import plan_of_returns
from send_actions.changes.return_preview import taking_lines
from send_actions.changes.returns_taken import nothing_new, return_slips, take_returns, taken_of
from send_actions.changes.seen_file import SeenFile
from send_actions.changes.trial import Trial
from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.importers.answers import Answers
from send_actions.importers.import_words import held_by_return
from send_actions.importers.returns.return_file import read_return
from send_actions.store.reader import open_reader


def look_at_return(file: Path, plan: Plan, given: Answers, trial: Trial) -> SeenFile:
    """Read a return with what was answered of it and try it on a copy of the plan.

    `plan` is that of today. Raises SendActionsError when it cannot be read or is of another plan.
    """
    reader = open_reader(trial.location)
    try:
        of = plan_of_returns(reader, trial.location, plan, trial.on)
    finally:
        reader.close()
    read = read_return(file, of.plan, of.past, given, on=of.plan.as_at, begun=of.begun)
    taken = taken_of([read], plan, trial.on)
    holds = held_by_return(read.to, len(taken.updates), len(taken.deadlines))
    seen = SeenFile(trial.name, holds, taken, read.problems, plan.record, trial.day, moved=read.moved)
    if seen.questions:
        return seen
    with trial.copy() as store:
        would = take_returns(store, taken, actor=trial.actor, at=trial.at, day=trial.day)
    if would is None:
        return replace(seen, nothing=nothing_new([read.name]))
    return replace(
        seen,
        would=tuple(taking_lines(would, lambda: trial.changes_before(would.id))),
        label=printable(would.label),
        slips=tuple(return_slips([read], plan, trial.on)),
    )
