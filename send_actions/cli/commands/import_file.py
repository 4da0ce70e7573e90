"""`import`: bring a file into the plan as one change, and show first what it would change."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from send_actions.cli.import_problems import FileTeller, Typed, flag_typed, refuse_open
from send_actions.cli.import_questions import FLAGS, answered_lines, given_answers, unasked
from send_actions.cli.options import Db, NotPersonal, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import Author, make_change
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.progress_bar import ProgressBar
from send_actions.cli.questions import ask, can_ask, is_yes, question_slips
from send_actions.cli.tried_import import TriedImport
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.plan import Change
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.importers.file_kinds import is_folder, is_missing, why_not_read, why_unread
from send_actions.importers.import_words import holding

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.store.database import Store

File = Annotated[
    Path,
    argument(
        "FILE",
        "A workbook (.xlsx), a document with tables (.docx), CSV, text, our list as JSON; - is pasted text.",
    ),
]
On = Annotated[str | None, option("--on", "DATE", "The date the file speaks of, when not today: 31/03/2026.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would differ; write nothing.")]
Statuses = Annotated[
    list[str] | None,
    option("--status", "WORD=STATUS", 'What a status word means: "Started=on-track", or =none.'),
]
Refs = Annotated[
    list[str] | None,
    option("--ref", "CELL=REF", 'Which ref a row has: "A9=1.10"; none leaves the row out: "A9=none".'),
]
Areas = Annotated[
    list[str] | None,
    option("--area", "AREA", 'The area of rows without one, or which is meant or new: "9.0=9", "A=Access".'),
]
Owners = Annotated[
    list[str] | None,
    option(
        "--owner",
        "NAME=ROLE",
        'The role of somebody who stands by name: "Jo Bloggs=Head of SEND, LA"; the name stays apart.',
    ),
]
Maps = Annotated[
    list[str] | None,
    option(
        "--map",
        "HEADING=COLUMN",
        'What a column holds, by the words above: "Who does it=owner", or =none; x.toml has all answers.',
    ),
]
Takes = Annotated[
    list[str] | None,
    option(
        "--take",
        "CELL=SIDE",
        'Whose words stand where an older list of ours and the plan were both changed: "H3=plan", "H3=file"; '
        '"plan" is for all.',
    ),
]

_MOST = 20
_PIPED = "-"


Columns = Annotated[
    list[str] | None,
    option(
        "--column",
        "HEADING=COLUMN",
        'The same as --map: "Exec Date=due"; a review\'s column also by its date: "First audit=June 2025".',
    ),
]


class ImportOptions(NamedTuple):
    """How a file is read: its date, the answers to what it leaves open, and the plan."""

    on: On = None
    status: Statuses = None
    ref: Refs = None
    area: Areas = None
    owner: Owners = None
    take: Takes = None
    map: Maps = None
    column: Columns = None
    not_personal: NotPersonal = False
    dry_run: DryRun = False
    yes: Yes = False
    db: Db = None


@grouped_options
def import_file(file: File, *, options: ImportOptions) -> None:
    """Bring a file into the plan as one change; the same file again changes nothing.

    A workbook (.xlsx), a document with tables (.docx), CSV, text with tabs or strokes between its cells, or
    what `list --json` wrote.
    Columns: ref, area no, area, area title, action; and theme, area lead, success measure, owner (or owner
    role and owner org), sro, partners, start, due, revised date, status, rag, impact, note, ask. What
    "list --csv" wrote will do.

    At a terminal it says what comes in, asks what is open, shows what would differ, and asks first. Doubts
    never block; --dry-run tells each with its cell. A question does, such as a status word without a
    meaning: elsewhere the flag that answers it is named.

    send-actions import our-plan.csv --dry-run
    send-actions import our-plan.csv --on "31 March 2026" --status "Started=on-track" --ref "A9=none"
    send-actions import plan.xlsx --map "Who does it=owner" --column "First audit=June 2025" --yes
    send-actions import - --area "Board actions"
    """
    with open_plan(options.db) as view:
        day = view.past_day(options.on)
        kept = view.reading.rows("mappings ever", record=view.plan.record)
    typed = _typed(file, options)
    try:
        with TemporaryDirectory(prefix="send-actions-") as folder:
            read = _pasted(Path(folder), view.today) if str(file) == _PIPED else file
            _bring_in(read, options, view, day=day, kept=kept, typed=typed)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write(f"\nInterrupted: {_interrupted(view)}\n")
        raise KeyboardInterrupt from None


def _bring_in(
    file: Path,
    options: ImportOptions,
    view: PlanView,
    *,
    day: date | None,
    kept: list[dict[str, object]],
    typed: Typed,
) -> None:
    _refuse_other_kinds(file)
    name, spoken_of = printable(file.name), day or view.today
    teller = FileTeller(name)
    given = given_answers(options, view.plan.legend)
    lines, typed = answered_lines(file, given, view, kept, today=spoken_of, teller=teller, typed=typed)
    teller.unasked(unasked(options, lines, view.plan.legend))
    is_asked = not options.yes and not options.dry_run and can_ask()
    if not options.on and not is_asked:
        lines = _undated(lines, view)
    if is_asked or options.dry_run or lines.questions:
        teller.begin(lines)
        teller.questions(lines)
        teller.columns(lines)
    if options.dry_run or not lines.questions:
        teller.answered(lines, typed.answers(view.plan.legend).of_same_file(given))
    if lines.questions:
        teller.doubts(lines, is_short=is_asked)
    refuse_open(lines, name, typed)
    if not options.on and is_asked:
        day = _asked_day(lines, view, name)
    slips = [] if options.yes else _slips(lines, view, day)
    tried = TriedImport(lines, view, day, name)
    would = tried.would() if is_asked or options.dry_run else None
    if would:
        tried.show(would, most=_MOST if is_asked else None)
    teller.doubts(lines, is_short=is_asked)
    if options.dry_run:
        tried.say_untouched(would, slips)
        return
    if would:
        asked = " ".join([*slips, f"{holding(lines, name)}."])
        again = f" What was answered is in this command: {typed.whole()}" if typed.answered else ""
        ask(f"{asked} Bring them in?", f"Nothing was brought in.{again}")
    elif not is_asked:
        question_slips(slips, is_confirmed=options.yes)
    _write_all(tried)


def _write_all(tried: TriedImport) -> None:
    from send_actions.changes.imports import import_lines

    lines, name = tried.lines, tried.name

    def bring_in(store: Store, author: Author) -> Change | None:
        with ProgressBar(f"Bringing in {name}") as bar:
            bar.wait(len(lines.actions))
            seen_at = tried.view.plan.record
            return import_lines(store, lines, name=name, on=tried.day, seen_at=seen_at, **author)

    make_change(tried.view, bring_in, tried.unchanged, names_plan=True, more=tried.as_at)


def _pasted(folder: Path, today: date) -> Path:
    """Return a file of what is pasted at the terminal, or piped in."""
    from send_actions.importers.pasted_table import keep_table

    if sys.stdin.isatty():
        sys.stderr.write("Paste the table with its headings, then press Enter and Ctrl+D.\n")
    return keep_table(sys.stdin.buffer.read(), folder, today)


def _typed(file: Path, options: ImportOptions) -> Typed:
    """Return the command as it was typed."""
    words = [("--on", options.on), ("--db", options.db)]
    words += [(f"--{flag}", said) for flag in FLAGS for said in getattr(options, flag) or ()]
    switches = ("not_personal", "dry_run", "yes")
    switched = [f"--{name.replace('_', '-')}" for name in switches if getattr(options, name)]
    said_with = [flag_typed((flag, said)) for flag, said in words if said]
    return Typed(("send-actions", "import", quoted(str(file)), *said_with, *switched))


def _refuse_other_kinds(file: Path) -> None:
    if is_folder(file) or not (why := why_not_read(file)):
        return
    raise SendActionsError(why_unread(file, FileNotFoundError()) if is_missing(file) else why)


def _undated(lines: PlanLines, view: PlanView) -> PlanLines:
    """Return what a file says with one doubt more where nobody is asked about the date it gives itself."""
    from send_actions.importers.problems import Problem

    said = lines.file_date
    if said is None or said.on == view.today:
        return lines
    counts = f"The file says “{said.words}”, and what it says counts from today, {say_date(view.today)}"
    doubt = Problem(said.cell, f"{counts}: --on {said.on.isoformat()} dates it so.")
    return replace(lines, problems=(*lines.problems, doubt))


def _asked_day(lines: PlanLines, view: PlanView, name: str) -> date | None:
    """Offer the date that the file says it speaks of; return the one that counts, or None for today."""
    said = lines.file_date
    if said is None or said.on == view.today:
        return None
    told = f"{name} says “{said.words}” ({said.cell})"
    question = f"{told}: is what it says to count from {say_date(said.on)}?"
    return said.on if is_yes(question, otherwise=True) else None


def _slips(lines: PlanLines, view: PlanView, day: date | None) -> list[str]:
    from send_actions.changes.import_slips import import_slips

    return import_slips(lines, view.plan, view.location, day)


def _interrupted(view: PlanView) -> str:
    with open_plan(view.location) as now:
        is_written = now.plan.record > view.plan.record
    return (
        "the file had been brought in; send-actions undo takes it back."
        if is_written
        else "nothing was written."
    )
