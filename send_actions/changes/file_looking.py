"""Looking at a file that is to come in: it is tried on a copy of the plan, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from send_actions.changes.import_preview import preview_lines
from send_actions.changes.import_slips import import_slips
from send_actions.changes.plan_past import PlanPast
from send_actions.changes.seen_file import Said, SeenFile
from send_actions.changes.trial import Trial
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answering import FileReading, Tell, answers_of
from send_actions.importers.answers import Answers
from send_actions.importers.import_words import held, would_change_nothing
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.returns.return_sheet import ReturnGivenError
from send_actions.store.reader import open_reader, read_plan

_OF_ACTIONS: Final = (*STATEMENTS, "step", "action_measure", "action_dependency")
"""What is said of an action in rows of its own."""


def look_at_files(
    files: Sequence[Path],
    location: str,
    said: Said,
    *,
    day: date,
    actor: str,
    at: datetime,
    tell: Tell | None = None,
) -> SeenFile:
    """Read a file, or several returns, with what was answered and try them on a copy of the plan.

    A return is compared with what it showed. Raises SendActionsError when it cannot be read.
    """
    file, name = files[0], files[0].name if len(files) == 1 else f"{len(files)} returns"
    trial = Trial(location, printable(name), said.on, day, actor, at)
    reader = open_reader(location)
    try:
        with reader.snapshot():
            plan = read_plan(reader, day)
            kept = reader.rows("mappings ever", record=plan.record)
    finally:
        reader.close()
    if len(files) > 1:
        from send_actions.changes.return_looking import look_at_returns

        return look_at_returns(files, plan, _given(said, plan), trial)
    past = PlanPast(location, plan.record)
    reading = FileReading(file, plan, today=said.on or day, kept=kept, past=past)
    given = _given(said, plan)
    try:
        lines = reading.read(given, tell)
    except ReturnGivenError:
        from send_actions.changes.return_looking import look_at_returns

        return look_at_returns([file], plan, given, trial)
    seen = _seen(lines, trial, plan)
    if seen.questions or (seen.asks_date and not said.is_dated):
        return seen
    lines = reading.settled(lines, given)
    slips = tuple(import_slips(lines, plan, location, said.on))
    return _tried(replace(_seen(lines, trial, plan), slips=slips), lines, trial, plan)


def _given(said: Said, plan: Plan) -> Answers:
    return answers_of(((flag, words) for (flag, _), words in said.answers.items()), plan.legend)


def _seen(lines: PlanLines, trial: Trial, plan: Plan) -> SeenFile:
    return SeenFile(
        trial.name,
        held(lines),
        lines,
        lines.problems,
        plan.record,
        trial.day,
        read_as=lines.read_as,
        file_date=lines.file_date,
        used=lines.used,
    )


def _tried(seen: SeenFile, lines: PlanLines, trial: Trial, plan: Plan) -> SeenFile:
    """Return a file with what it would change."""
    would = trial.would_import(lines)
    if would is None:
        return replace(seen, nothing=would_change_nothing(lines, was_here=trial.was_here(lines)))
    return replace(
        seen,
        would=tuple(preview_lines(would, lambda: trial.changes_before(would.id))),
        label=printable(would.label),
        same=tuple(_same(lines, plan, _touched(would))),
    )


def _touched(change: Change) -> set[int]:
    """Return the row ids of the actions that a change makes, or says something of."""
    found = {one.row_id for one in change.differences if one.noun == "action"}
    said = (one for one in change.differences if one.noun in _OF_ACTIONS and one.field is None)
    return found | {one.after["action_id"] for one in said}


def _same(lines: PlanLines, plan: Plan, touched: set[int]) -> Iterable[str]:
    """Yield the refs of actions of a file that the plan has, and would have as they are."""
    known = {match_key(action.ref): action for action in plan.actions}
    for line in lines.actions:
        action = known.get(match_key(line.ref))
        if action and action.id not in touched:
            yield action.ref
