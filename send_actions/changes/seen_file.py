"""A file as it would come in: what is open about it, what the plan would become, and nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.changes.import_preview import preview_lines
from send_actions.changes.import_slips import import_slips
from send_actions.changes.imports import preview_import
from send_actions.changes.plan_past import PlanPast
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import match_key, printable
from send_actions.errors import SendActionsError
from send_actions.importers.answering import FileReading, Tell, answers_of
from send_actions.importers.import_words import would_change_nothing
from send_actions.importers.plan_lines import PlanLines
from send_actions.store.database import open_copy
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader, read_plan

_OF_ACTIONS: Final = (*STATEMENTS, "step", "action_measure", "action_dependency")
"""What is said of an action in rows of its own."""


@dataclass(frozen=True)
class Said:
    """What was answered of a file: words by flag and what each speaks of, and the date it counts from.

    `on` is None for today, and `is_dated` says whether that was answered.
    """

    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    on: date | None = None
    is_dated: bool = False


@dataclass(frozen=True)
class SeenFile:
    """A file read against the plan at a record, with what it would change.

    `would` has a line for each thing that would differ and `label` what the change would be called; without
    one `nothing` says why. `same` are the refs of actions of which all is said already. All of that is only
    known once no question is open.
    """

    name: str
    lines: PlanLines
    record: int
    day: date
    would: tuple[str, ...] = ()
    label: str = ""
    nothing: str = ""
    same: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()


def look_at_file(
    file: Path, location: str, said: Said, *, day: date, actor: str, at: datetime, tell: Tell | None = None
) -> SeenFile:
    """Read a file with what was answered of it and try it on a copy of the plan.

    Raises SendActionsError when it cannot be read.
    """
    reader = open_reader(location)
    try:
        with reader.snapshot():
            plan = read_plan(reader, day)
            kept = reader.rows("mappings ever", record=plan.record)
    finally:
        reader.close()
    past = PlanPast(location, plan.record)
    reading = FileReading(file, plan, today=said.on or day, kept=kept, past=past)
    given = answers_of(((flag, words) for (flag, _), words in said.answers.items()), plan.legend)
    lines = reading.read(given, tell)
    seen = SeenFile(printable(file.name), lines, plan.record, day)
    if lines.questions or (asks_date(seen) and not said.is_dated):
        return seen
    lines = reading.settled(lines, given)
    slips = tuple(import_slips(lines, plan, location, said.on))
    trial = _Trial(location, lines, seen.name, said.on, day, actor, at)
    return _tried(replace(seen, lines=lines, slips=slips), trial, plan)


def asks_date(seen: SeenFile) -> bool:
    """Say whether the file speaks of another day than today, so that it is asked from when it counts."""
    found = seen.lines.file_date
    return found is not None and found.on != seen.day


class _Trial(NamedTuple):
    """An import that is tried on a copy of the plan."""

    location: str
    lines: PlanLines
    name: str
    on: date | None
    day: date
    actor: str
    at: datetime

    def change(self, *, is_anew: bool = False) -> Change | None:
        """Return the change that it would be; `is_anew` if the file had not been brought in before."""
        store = open_copy(self.location)
        try:
            return preview_import(
                store,
                self.lines,
                name=self.name,
                on=self.on,
                actor=self.actor,
                at=self.at,
                day=self.day,
                is_anew=is_anew,
            )
        finally:
            store.close()

    def was_here(self) -> bool:
        """Say whether the file changes nothing only because it was brought in before."""
        try:
            return self.change(is_anew=True) is not None
        except SendActionsError:  # what came in then could not come in any more
            return True


def _tried(seen: SeenFile, trial: _Trial, plan: Plan) -> SeenFile:
    """Return a file with what it would change."""
    would = trial.change()
    if would is None:
        return replace(seen, nothing=would_change_nothing(seen.lines, was_here=trial.was_here()))
    return replace(
        seen,
        would=tuple(preview_lines(would, lambda: _changes_before(trial.location, would.id))),
        label=printable(would.label),
        same=tuple(_same(seen.lines, plan, _touched(would))),
    )


def _changes_before(location: str, record: int) -> list[Change]:
    reader = open_reader(location)
    try:
        return read_changes(reader, record=record - 1)
    finally:
        reader.close()


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
