"""`report`: papers made from the plan, each kind a command of its own."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.options import AsAt, Db, Record, option
from send_actions.cli.pages import stamp
from send_actions.cli.plan_view import open_plan
from send_actions.domain.text import printable

report = command_group("report")

Output = Annotated[str, option("--output", "FILE", "The file to write; - is standard output.", "-o")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Format = Annotated[
    str | None, option("--format", "FORMAT", "The format, such as md, when the file's name does not say.")
]
For = Annotated[str, option("--audience", "WHO", "board (also when left out) or internal.")]


@report.callback()
def begin(db: Db = None) -> None:
    """Write a paper from the plan."""
    del db  # each command's own --db looks for it here


@report.command("board")
def board(
    *,
    output: Output = "-",
    form: Format = None,
    audience: For = "board",
    as_at: AsAt = None,
    record: Record = None,
    force: Force = False,
    db: Db = None,
) -> None:
    """Write the board paper: what the board must see, decide and follow up.

    send-actions report board -o paper.md --as-at "11 March 2026"
    """
    from send_actions.changes.papers import make_board_paper
    from send_actions.domain.checks.summary import ask_about_clock
    from send_actions.reports.output import STANDARD_OUTPUT, format_of, write

    chosen = form or format_of(output)
    with open_plan(db, as_at, record) as view:
        question = ask_about_clock(view.later_changes)
        paper = make_board_paper(view.reading, view.plan.as_at, record, audience=audience)
    write(paper, chosen, output, force=force)
    if output != STANDARD_OUTPUT:
        sys.stderr.write(f"Wrote {printable(output)}, {stamp(view)}.\n")
    if question:
        sys.stderr.write(f"{question}\n")
