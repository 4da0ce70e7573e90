"""`import`: bring a file into the plan as one change."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.location import past_day, shown_location
from send_actions.cli.options import Db, words
from send_actions.cli.plan_change import Author, show_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.store.database import Store

File = Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with a header line.")]
SpokenOf = Annotated[
    str | None, words("--on", metavar="DATE", explained="The date the file speaks of, when not today.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would differ; write nothing.")]

_MOST = 20
_SAID_ALREADY = "The plan says all of {} already: nothing was changed."
_KINDS = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), ""),
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".ods"), "a spreadsheet"),
    **dict.fromkeys((".docx", ".doc", ".odt"), "a document"),
    ".pdf": "a PDF",
}

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

    At a terminal it says what would differ and asks first. Doubts are listed by cell and never block. A
    question, such as a status word without a meaning, does.
    """
    with open_plan(context, db) as view:
        speaks_of = past_day(on, view.today)
    lines = _read(file, speaks_of or view.today)
    name = printable(file.name)
    _say_problems(lines, name)
    is_asked = not yes and sys.stdin.isatty() and sys.stderr.isatty()
    if dry_run or is_asked:
        would = write(view, partial(_preview, lines, name, speaks_of))
        if would:
            _say_differences(would, view, most=None if dry_run else _MOST)
        if dry_run:
            stop = "nothing was written" if would else "the plan says all of it already"
            sys.stderr.write(f"{_holding(lines, name)}: {stop}.\n")
            return
        if would:
            _ask(f"{_holding(lines, name)}. Bring them in?")
    done = write(view, partial(_import, lines, name, speaks_of))
    show_change(done, view, _SAID_ALREADY.format(name), names_plan=True)


def _import(lines: PlanLines, name: str, on: date | None, store: Store, author: Author) -> Change | None:
    from send_actions.changes.imports import import_lines

    return import_lines(store, lines, name=name, on=on, **author)


def _preview(lines: PlanLines, name: str, on: date | None, store: Store, author: Author) -> Change | None:
    from send_actions.changes.imports import preview_import

    return preview_import(store, lines, name=name, on=on, **author)


def _say_differences(would: Change, view: PlanView, most: int | None) -> None:
    """Say what the import would change, by name; at most so many lines of it."""
    lines = preview_lines(_changes_before(would, view), would)
    sys.stderr.writelines(f"  {line}\n" for line in lines[:most])
    if most and len(lines) > most:
        sys.stderr.write(f"  … and {len(lines) - most} more: --dry-run lists them all\n")
    sys.stderr.write(f"{printable(would.label)}, in {shown_location(view.location)}.\n")


def _changes_before(would: Change, view: PlanView) -> list[Change]:
    from send_actions.store.reader import open_reader, read_changes

    reading = open_reader(view.location)
    try:
        return read_changes(reading, record=would.id - 1)
    finally:
        reading.close()


def _say_problems(lines: PlanLines, name: str) -> None:
    """Say every problem with its cell; raises SendActionsError when one is a question."""
    for problem in lines.problems:
        kind = "question" if problem.is_question else "doubt"
        sys.stderr.write(f"{name} {kind} {printable(str(problem))}\n")
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
    from send_actions.importers.plan_lines import read_plan_csv

    kind = _KINDS.get(file.suffix.lower(), "no CSV file")
    if kind and not file.is_dir():
        raise UsageError(
            f"{printable(file.name)} is {kind}: save the sheet or table as CSV (UTF-8), "
            "then bring that file in."
        )
    return read_plan_csv(file, today=today)


_LONGEST = 60


def preview_lines(changes: Sequence[Change], change: Change) -> list[str]:
    """Return a line for each field that would differ and each thing that would be new.

    `changes` are all those before it, from the first on.
    """
    told = describe_changes([*changes, change])[change.id]
    new = {(d.noun, d.row_id) for d in change.differences if d.field is None}
    areas = {str(d.after["number"]) for d in change.differences if (d.noun, d.field) == ("area", None)}
    revised = []
    of_new: dict[str, list[FieldChange]] = defaultdict(list)
    for t in told:
        if t.noun == "owner" or (t.noun == "area" and t.about in areas) or ("action", t.action_id) in new:
            of_new[f"{'action' if t.action_id else t.noun} {t.about}"].append(t)
        elif t.field != "for" and t.noun != "imported file":
            revised.append(_revised(t))
    added = [f"new {thing}{_new(fields)}" for thing, fields in of_new.items()]
    added.sort(key=lambda line: line.startswith("new owner "))
    return [_line(line) for line in (*revised, *added)]


def _revised(change: FieldChange) -> str:
    thing = f"area {change.about}" if change.noun == "area" else str(change.about)
    return f"{thing} {change.field}: {_words(change.before)} → {_words(change.after)}"


def _new(fields: Sequence[FieldChange]) -> str:
    """Return a new thing's title, and the status and due date it comes with."""
    values = {change.field: change.after for change in fields}
    title = f": {_words(values['title'])}" if "title" in values else ""
    parts = list(_parts(values))
    return title + (f" ({', '.join(parts)})" if parts else "")


def _parts(values: dict[str, str | None]) -> Iterator[str]:
    if values.get("status"):
        yield str(values["status"])
    if values.get("due"):
        yield f"due {values['due']}"


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
