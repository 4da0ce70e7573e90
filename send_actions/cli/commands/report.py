"""`report`: papers made from the plan, each kind a command of its own."""

from __future__ import annotations

from send_actions.cli.command_group import command_group
from send_actions.cli.commands.report_files import check, verify
from send_actions.cli.commands.report_pack import pack
from send_actions.cli.commands.report_public import families, public
from send_actions.cli.commands.report_reviews import coverage, evidence, full, handover, journey, stocktake
from send_actions.cli.commands.report_subjects import impact, meeting, owner, since
from send_actions.cli.options import Db, grouped_options
from send_actions.cli.paper_writing import PaperOptions, Since, since_when, write_paper

report = command_group("report")


@report.callback()
def begin(db: Db = None) -> None:
    """Write a paper from the plan."""
    del db  # each command's own --db looks for it here


@report.command("board")
@grouped_options
def board(*, since: Since = None, asked: PaperOptions) -> None:
    """Write the board paper: what the board must see, decide and follow up.

    With --issue the plan keeps which record the meeting was shown: the next paper compares with it.

    send-actions report board -o paper.md --as-at "11 March 2026"
    send-actions report board -o paper.docx --number SEND/26/07
    """
    write_paper("board", asked, lambda view: since_when(since, view))


report.command("since")(since)
report.command("owner")(owner)
report.command("impact")(impact)
report.command("journey")(journey)
report.command("meeting")(meeting)
report.command("stocktake")(stocktake)
report.command("evidence")(evidence)
report.command("coverage")(coverage)
report.command("full")(full)
report.command("handover")(handover)
report.command("public")(public)
report.command("families")(families)


report.command("verify")(verify)
report.command("check")(check)
report.command("pack")(pack)
