"""`import`: bring a file into the plan as one change, and show first what it would change."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from send_actions.changes.import_preview import preview_lines
from send_actions.cli.import_problems import FileTeller, Typed, flag_typed, refuse_open
from send_actions.cli.import_questions import FLAGS, answered_lines, given_answers, unasked
from send_actions.cli.location import shown_location
from send_actions.cli.options import Db, NotPersonal, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import Author, make_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.progress_bar import ProgressBar
from send_actions.cli.questions import ask, can_ask, is_yes, question_slips
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.plan import Change
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.importers.file_kinds import why_not_read
from send_actions.importers.import_words import holding, unchanged, would_change_nothing
from send_actions.store.history_reader import read_changes

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines
    from send_actions.store.database import Store

File = Annotated[
    Path,
    argument(
        "FILE", "A workbook (.xlsx), a document with tables (.docx), a CSV or text file; - for pasted text."
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

    A workbook (.xlsx), a document with tables (.docx), CSV, or text with tabs or strokes between its cells.
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
        kept = view.reading.rows("import_mapping", as_at=view.today.isoformat(), record=view.plan.record)
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
    told = unasked(options, lines, view.plan.legend)
    sys.stderr.writelines(f"{name}: {printable(sentence)}\n" for sentence in told)
    is_asked = not options.yes and not options.dry_run and can_ask()
    if is_asked or options.dry_run or lines.questions:
        teller.begin(lines)
        teller.questions(lines)
        teller.columns(lines)
    if lines.questions:
        teller.doubts(lines, is_short=is_asked)
    refuse_open(lines, name, typed)
    if lines.file_date and not options.on:
        day = _dated(lines, view, name, is_asked=is_asked)
    slips = [] if options.yes else _slips(lines, view, day)
    would = _would(lines, view, day=day, name=name) if is_asked or options.dry_run else None
    if would:
        _show_preview(would, view, most=_MOST if is_asked else None)
    teller.doubts(lines, is_short=is_asked)
    if options.dry_run:
        _say_untouched(lines, view, would, day=day, name=name, slips=slips)
        return
    if would:
        asked = " ".join([*slips, f"{holding(lines, name)}."])
        again = f" What was answered is in this command: {typed.whole()}" if typed.answered else ""
        ask(f"{asked} Bring them in?", f"Nothing was brought in.{again}")
    elif not is_asked:
        question_slips(slips, is_confirmed=options.yes)
    _write_all(lines, view, day=day, name=name)


def _write_all(lines: PlanLines, view: PlanView, *, day: date | None, name: str) -> None:
    from send_actions.changes.imports import import_lines

    def bring_in(store: Store, author: Author) -> Change | None:
        with ProgressBar(f"Bringing in {name}") as bar:
            bar.wait(len(lines.actions))
            return import_lines(store, lines, name=name, on=day, **author)

    make_change(
        view,
        bring_in,
        lambda: _unchanged(lines, view, day=day, name=name),
        names_plan=True,
    )


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


def _unchanged(lines: PlanLines, view: PlanView, *, day: date | None, name: str) -> str:
    """Return what is said of a file that changes nothing."""
    return unchanged(lines, name, was_here=_was_here(lines, view, day=day, name=name))


def _was_here(lines: PlanLines, view: PlanView, *, day: date | None, name: str) -> bool:
    """Say whether a file changes nothing only because it was brought in before."""
    try:
        return _would(lines, view, day=day, name=name, is_anew=True) is not None
    except SendActionsError:  # what came in then could not come in any more
        return True


def _would(
    lines: PlanLines, view: PlanView, *, day: date | None, name: str, is_anew: bool = False
) -> Change | None:
    """Return what the import would change; `is_anew` if the file had not been brought in before."""
    from send_actions.changes.imports import preview_import

    with ProgressBar(f"Trying {name}") as bar:
        bar.wait(len(lines.actions))
        return write(
            view,
            lambda store, author: preview_import(store, lines, name=name, on=day, is_anew=is_anew, **author),
            for_trial=True,
        )


def _say_untouched(
    lines: PlanLines, view: PlanView, would: Change | None, *, day: date | None, name: str, slips: list[str]
) -> None:
    """Say at the end of a trial what looks like a slip, and that nothing was written."""
    sys.stderr.writelines(f"{name} slip: {printable(slip)}\n" for slip in slips)
    told = "nothing was written"
    if not would:
        told = would_change_nothing(lines, was_here=_was_here(lines, view, day=day, name=name))
    sys.stderr.write(f"{holding(lines, name)}: {told}.\n")


def _refuse_other_kinds(file: Path) -> None:
    if not file.is_dir() and (why := why_not_read(file)):
        raise SendActionsError(why)


def _dated(lines: PlanLines, view: PlanView, name: str, *, is_asked: bool) -> date | None:
    """Offer the date that the file says it speaks of; return the one that counts, or None for today."""
    said = lines.file_date
    if said is None or said.on == view.today:
        return None
    told = f"{name} says “{said.words}” ({said.cell})"
    if is_asked and can_ask():
        question = f"{told}: is what it says to count from {say_date(said.on)}?"
        return said.on if is_yes(question, otherwise=True) else None
    sys.stderr.write(
        f"{printable(told)}: --on {said.on.isoformat()} would date it so; without, it counts from today.\n"
    )
    return None


def _show_preview(would: Change, view: PlanView, most: int | None) -> None:
    """Show what the import would change, by name; at most so many lines of it."""

    def changes_before() -> list[Change]:
        with open_plan(view.location) as now:
            return read_changes(now.reading, record=would.id - 1)

    lines = preview_lines(would, changes_before)
    sys.stderr.write("".join(f"  {line}\n" for line in lines[:most]))
    if most and len(lines) > most:
        sys.stderr.write(f"  … and {len(lines) - most} more: --dry-run lists them all\n")
    sys.stderr.write(f"{printable(would.label)}, in {shown_location(view.location)}.\n")


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
