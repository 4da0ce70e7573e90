"""`import`: bring a file into the plan as one change."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.changing import Hand, tell, write
from send_actions.cli.options import Db, words
from send_actions.cli.place import past_day
from send_actions.cli.sight import look
from send_actions.domain.nouns import Change
from send_actions.domain.text import shown
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.importers.lines import PlanLines
    from send_actions.store.database import Store

File = Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with a header line.")]
SpokenOf = Annotated[
    str | None, words("--on", metavar="DATE", explained="The date the file speaks of, when not today.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what the file holds; write nothing.")]

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask at a terminal.")]


def import_file(
    context: typer.Context,
    file: File,
    *,
    on: SpokenOf = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Bring a file into the plan as one change; the same file again changes nothing.

    At a terminal it says what the file holds and asks first. Doubts are listed by cell and never block. A
    question, such as a status word without a meaning, does.
    """
    with look(context, db) as sight:
        spoken_of = past_day(on, sight.today)
    lines = _read(file, spoken_of or sight.today)
    name = shown(file.name)
    _say_problems(lines, name)
    if dry_run:
        sys.stderr.write(f"{_holding(lines, name)}: nothing was written.\n")
        return
    if not yes and sys.stdin.isatty() and sys.stderr.isatty():
        _ask(f"{_holding(lines, name)}. Bring them in?")

    def task(store: Store, hand: Hand) -> Change | None:
        from send_actions.changes.imports import import_lines

        return import_lines(store, lines, name=name, on=spoken_of, **hand)

    tell(write(sight, task), sight, f"The plan says all of {name} already: nothing was changed.")


def _say_problems(lines: PlanLines, name: str) -> None:
    """Say every problem with its cell; raises SendActionsError when one is a question."""
    for problem in lines.problems:
        kind = "question" if problem.is_question else "doubt"
        sys.stderr.write(f"{name} {kind} {shown(str(problem))}\n")
    if lines.questions:
        many = len(lines.questions)
        raise SendActionsError(
            f"{name} was not brought in: {many} question{'s' if many > 1 else ''} to answer first, "
            f"at {lines.questions[0].cell}{' and elsewhere' if many > 1 else ''}."
        )


def _holding(lines: PlanLines, name: str) -> str:
    counts = (("area", len(lines.areas)), ("action", len(lines.actions)), ("doubt", len(lines.doubts)))
    areas, actions, doubts = (f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts)
    return f"{name} holds {areas} and {actions}, with {doubts}"


def _ask(question: str) -> None:
    """Ask, with no as the answer that Enter gives; raises SendActionsError for a no."""
    if not typer.confirm(question, err=True):
        raise SendActionsError("Nothing was brought in.")


def _read(file: Path, today: date) -> PlanLines:
    from send_actions.importers.plan_csv import read_plan_csv

    known = (".csv", ".tsv", ".txt")
    if file.suffix.lower() not in known:
        raise UsageError(f"{shown(file.name)} cannot be brought in: save it as CSV (UTF-8) first.")
    return read_plan_csv(file, today=today)
