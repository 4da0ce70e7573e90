"""`report`: papers made from the plan, each kind a command of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.options import AsAt, Db, Record, option
from send_actions.cli.plan_change import make_change, meeting_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.domain.checks.slips import issued_slips, paper_slips
from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date

if TYPE_CHECKING:
    from send_actions.changes.paper_making import IssuedPaper

report = command_group("report")

Output = Annotated[str, option("--output", "FILE", "The file to write; - is standard output.", "-o")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Format = Annotated[
    str | None, option("--format", "FORMAT", "The format, such as md, when the file's name does not say.")
]
Template = Annotated[
    Path | None,
    option("--template", "FILE", "A Word file whose styles, header and footer a Word paper takes."),
]
For = Annotated[str, option("--audience", "WHO", "board (also when left out) or internal.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: what looks like a slip is meant.")]
Issue = Annotated[
    str | None,
    option("--issue", "MEETING", "Note that it is issued for a meeting: its date, next, today or last."),
]


@report.callback()
def begin(db: Db = None) -> None:
    """Write a paper from the plan."""
    del db  # each command's own --db looks for it here


@report.command("board")
def board(
    *,
    output: Output = "-",
    form: Format = None,
    template: Template = None,
    audience: For = "board",
    issue: Issue = None,
    as_at: AsAt = None,
    record: Record = None,
    force: Force = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Write the board paper: what the board must see, decide and follow up.

    With --issue the plan keeps which record the meeting was shown: the next paper compares with it.

    send-actions report board -o paper.md --as-at "11 March 2026"
    send-actions report board -o paper.docx
    """
    from send_actions.changes.paper_making import IssuedPaper, make_board_paper, record_to_issue
    from send_actions.domain.checks.summary import ask_about_clock
    from send_actions.reports.audience import read_audience
    from send_actions.reports.output import STANDARD_OUTPUT, encode, format_of, write

    chosen = form or format_of(output)
    meeting: Meeting | None = None
    with open_plan(db, as_at, record) as view:
        question = ask_about_clock(view.later_changes)
        known = view.plan.record
        viewer = read_audience(audience).value
        if issue is not None:
            meeting = meeting_of(issue, view)
            known = record_to_issue(view.plan, meeting.id, viewer) if record is None else known
        paper = make_board_paper(view.reading, view.plan, known, audience=viewer)
    issued: IssuedPaper | None = None
    if meeting:
        issued = IssuedPaper(
            view.plan.as_at, known, viewer, meeting.id, encode(paper, chosen, template=template)
        )
        _question(view.plan, issued, meeting, is_confirmed=yes)
    put = partial(write, paper, chosen, output, force=force, template=template)
    is_for_all = output == STANDARD_OUTPUT
    if issued is None or is_for_all:
        put()  # before the change, lest a reader who stops half way keep others from theirs
    if meeting and issued:
        _issue(view, issued, meeting, None if is_for_all else put)
    wrote = f"Wrote {printable(output)}, as at {say_date(view.plan.as_at)}, record {known}."
    sys.stderr.writelines(f"{line}\n" for line in ("" if is_for_all else wrote, question) if line)


def _question(plan: Plan, paper: IssuedPaper, meeting: Meeting, *, is_confirmed: bool) -> None:
    """Ask once about the meeting, and about a paper that it had before; the same again is no slip."""
    from send_actions.changes.paper_making import BOARD, is_issued

    slips = paper_slips(plan, meeting)
    if not is_issued(plan, paper):
        slips += issued_slips(plan, meeting, BOARD)
    asked = "Issue it all the same?"
    question_slips(slips, is_confirmed=is_confirmed, question=asked, instead="name another meeting")


def _issue(view: PlanView, paper: IssuedPaper, meeting: Meeting, put: Callable[[], None] | None) -> None:
    """Note that a paper is issued; what writes to a plan is loaded only now."""
    from send_actions.changes.papers import issue_paper

    make_change(
        view,
        lambda store, author: issue_paper(store, paper, put, **author),
        f"It was issued for the meeting of {say_date(meeting.on)} already: nothing was changed.",
    )
