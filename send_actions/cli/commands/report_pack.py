"""`report pack`: all the papers of one board in a folder, with one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from send_actions.cli.options import AsAt, Db, Record, Yes, argument, option
from send_actions.cli.paper_writing import note_issued, question_issue, with_issued
from send_actions.cli.phrases import counted
from send_actions.cli.plan_change import meeting_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import tell_lines
from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.store.reader import read_plan

ForMeeting = Annotated[
    str, option("--meeting", "MEETING", "Whose papers: the meeting's date, next, today or last.")
]
Folder = Annotated[Path, argument("DIR", "The folder to write, new or empty.")]
IssueIt = Annotated[
    bool, typer.Option("--issue", help="Note that the board paper (PDF) is issued for the meeting.")
]
ForceFolder = Annotated[bool, typer.Option("--force", help="Replace a folder of papers written before.")]


def pack(
    *,
    folder: Folder,
    meeting: ForMeeting = "next",
    issue: IssueIt = False,
    as_at: AsAt = None,
    record: Record = None,
    force: ForceFolder = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Write everything that a board needs into a folder: all its papers, of one date and record.

    What is for the board, to publish and for yourself alone stands in folders of its own; 0-contents.txt says
    what each file is and for whom. The papers of a meeting that was held are as it was shown them,
    from whatever day one looks back at it with --as-at. A meeting of another series than the board's gets an
    agenda, a stocktake since it met last, and what goes with them.

    send-actions report pack --meeting next papers
    """
    from send_actions.papers.issued_paper import IssuedPaper
    from send_actions.papers.kinds import KINDS
    from send_actions.papers.pack import is_board, make_pack
    from send_actions.reports.folder import left_beside, refuse_folder, write_folder

    refuse_folder(folder, force=force)
    with _plan_for(meeting, as_at, record, db, is_issued=issue) as (view, which, plan):
        if issue and not is_board(plan, which):
            raise UsageError(
                f"The meeting of {say_date(which.on)} is of {printable(which.series)}, not of "
                f"{printable(plan.main_series)}: its papers hold no board paper to issue. Leave --issue out."
            )
        made = make_pack(view.reading, plan, which)
        now = with_issued(view) if issue else plan
    write = partial(write_folder, made.files, folder, force=force)
    if issue:
        viewer = KINDS["board"].audience.value
        paper = IssuedPaper("board", plan.as_at, plan.record, viewer, which.id, made.issued)
        question_issue(now, paper, which, is_confirmed=yes)
        note_issued(view, paper, which, write)
    else:
        write()
    told = [f"Wrote {counted(len(made.files) - 1, 'file')} to {printable(str(folder))}, as at "]
    told.append(f"{say_date(plan.as_at)}, record {plan.record}: begin with 0-contents.txt.")
    killed = map(_left_beside, left_beside(folder))
    tell_lines(("".join(told), *map(_left_out, made.left_out), *made.names, *killed))


@contextmanager
def _plan_for(
    meeting: str, as_at: str | None, record: int | None, db: str | None, *, is_issued: bool
) -> Iterator[tuple[PlanView, Meeting, Plan]]:
    """The plan as the papers of a meeting show it: what was issued for one held by the as-at date, else that.

    Of one that was held an as-at date says only from when one looks back at it.
    """
    from send_actions.papers.issued_paper import record_to_issue
    from send_actions.papers.kinds import KINDS, refuse_nothing
    from send_actions.papers.make_board import issued_for

    with open_plan(db, as_at, record) as view:
        refuse_nothing(view.reading, view.plan)
        which = meeting_of(meeting, view)
        day, known = view.plan.as_at, view.plan.record
        if which.on < day:
            shown = issued_for(view.plan, which)
            day = shown.as_at if shown else which.on
            known = shown.record if shown and record is None else known
        elif is_issued and record is None:
            known = record_to_issue(with_issued(view), day, "board", which.id, KINDS["board"].audience.value)
        same = (day, known) == (view.plan.as_at, view.plan.record)
        yield view, which, view.plan if same else read_plan(view.reading, day, known)


def _left_out(line: str) -> str:
    return printable(f"Left out: {' '.join(line.split())}")


def _left_beside(folder: str) -> str:
    return (
        f"{printable(folder)} is of a `report pack` that was killed, or that still runs: if it was killed, "
        "delete it, since not all of its papers are for everybody."
    )
