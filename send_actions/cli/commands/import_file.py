"""`import`: bring a file into the plan as one change, and show first what it would change."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.location import past_day, shown_location
from send_actions.cli.options import Db, Yes, argument, option
from send_actions.cli.plan_change import make_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import ask, can_ask, question_slips, slips_of
from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, match_key, printable
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.reader import read_changes

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines

File = Annotated[Path, argument("FILE", "A CSV file with a header line.")]
On = Annotated[str | None, option("--on", "DATE", "The date the file speaks of, when not today.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would differ; write nothing.")]

_MOST = 20
_LONGEST = 60
_KINDS = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), ""),
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".ods"), "a spreadsheet"),
    **dict.fromkeys((".docx", ".doc", ".odt"), "a document"),
    ".pdf": "a PDF",
}


def import_file(
    file: File, *, on: On = None, dry_run: DryRun = False, yes: Yes = False, db: Db = None
) -> None:
    """Bring a file into the plan as one change; the same file again changes nothing.

    At a terminal it says what would differ and asks first. Doubts are listed by cell and never block. A
    question, such as a status word without a meaning, does.
    """
    with open_plan(db) as view:
        day = past_day(on, view.today)
    lines = _read(file, day or view.today)
    name = printable(file.name)
    _show_problems(lines, name)
    slips = [] if yes else _slips(lines, view, day)
    asks = not yes and can_ask()
    if not dry_run and not asks:
        question_slips(slips, is_confirmed=yes)
    from send_actions.changes.imports import import_lines, preview_import

    if dry_run or asks:
        would = write(
            view,
            lambda store, author: preview_import(store, lines, name=name, on=day, **author),
            for_trial=True,
        )
        if would:
            _show_preview(would, view, most=None if dry_run else _MOST)
        if dry_run:
            stop = "nothing was written" if would else "the plan says all of it already"
            sys.stderr.write(f"{_holding(lines, name)}: {stop}.\n")
            return
        if would:
            told = " ".join([*slips, f"{_holding(lines, name)}."])
            ask(f"{told} Bring them in?", "Nothing was brought in.")
    make_change(
        view,
        lambda store, author: import_lines(store, lines, name=name, on=day, **author),
        f"The plan says all of {name} already: nothing was changed.",
        names_plan=True,
    )


def _read(file: Path, today: date) -> PlanLines:
    from send_actions.importers.plan_lines import read_plan_csv

    kind = _KINDS.get(file.suffix.lower(), "no CSV file")
    if kind and not file.is_dir():
        raise UsageError(
            f"{printable(file.name)} is {kind}: save the sheet or table as CSV (UTF-8), "
            "then bring that file in."
        )
    return read_plan_csv(file, today=today)


def _show_problems(lines: PlanLines, name: str) -> None:
    """Show every problem with its cell; raises SendActionsError when one is a question."""
    for problem in lines.problems:
        kind = "question" if problem.is_question else "doubt"
        sys.stderr.write(f"{name} {kind} {printable(str(problem))}\n")
    if lines.questions:
        many = len(lines.questions)
        raise SendActionsError(
            f"{name} was not brought in: {many} question{'s' if many > 1 else ''} to answer first, "
            f"at {lines.questions[0].cell}{' and elsewhere' if many > 1 else ''}."
        )


def _show_preview(would: Change, view: PlanView, most: int | None) -> None:
    """Show what the import would change, by name; at most so many lines of it."""
    with open_plan(view.location) as now:
        changes = read_changes(now.reading, record=would.id - 1)
    lines = preview_lines(changes, would)
    sys.stderr.writelines(f"  {line}\n" for line in lines[:most])
    if most and len(lines) > most:
        sys.stderr.write(f"  … and {len(lines) - most} more: --dry-run lists them all\n")
    sys.stderr.write(f"{printable(would.label)}, in {shown_location(view.location)}.\n")


def _holding(lines: PlanLines, name: str) -> str:
    counts = (("area", len(lines.areas)), ("action", len(lines.actions)), ("doubt", len(lines.doubts)))
    areas, actions, doubts = (f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts)
    return f"{name} holds {areas} and {actions}, with {doubts}"


def _slips(lines: PlanLines, view: PlanView, on: date | None) -> list[str]:
    """Return what to ask about the date the file speaks of, and the actions that it would put there."""
    named = {match_key(line.ref) for line in lines.actions}
    known = [action for action in view.plan.actions if match_key(action.ref) in named]
    return slips_of(view, known, on=on)


def preview_lines(changes: Sequence[Change], change: Change) -> list[str]:
    """Return a line for each field that would differ, then for each thing that would be new, owners last.

    `changes` are all those before it, from the first on.
    """
    new = {(d.noun, d.row_id) for d in change.differences if d.field is None}
    areas = {str(d.after["number"]) for d in change.differences if (d.noun, d.field) == ("area", None)}
    revised = []
    of_new: dict[str, list[FieldChange]] = defaultdict(list)
    for f in describe_changes([*changes, change])[change.id]:
        if f.noun == "owner" or (f.noun == "area" and f.about in areas) or ("action", f.action_id) in new:
            of_new[f"{'action' if f.action_id else f.noun} {f.about}"].append(f)
        elif f.field != "for" and f.noun != "imported file":
            thing = f"area {f.about}" if f.noun == "area" else str(f.about)
            revised.append(f"{thing} {f.field}: {_words(f.before)} → {_words(f.after)}")
    added = [f"new {thing}{_new(fields)}" for thing, fields in of_new.items()]
    added.sort(key=lambda line: line.startswith("new owner "))
    return [printable(" ".join(line.split())) for line in (*revised, *added)]


def _new(fields: Sequence[FieldChange]) -> str:
    """Return a new thing's title, and the status and due date it comes with."""
    values = {field.field: field.after for field in fields}
    title = f": {_words(values['title'])}" if "title" in values else ""
    status, due = values.get("status"), values.get("due")
    parts = [part for part in (status, f"due {due}" if due else "") if part]
    return title + (f" ({', '.join(parts)})" if parts else "")


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"
