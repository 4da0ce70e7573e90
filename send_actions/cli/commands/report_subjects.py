"""`report since`, `owner`, `impact` and `meeting`: papers about a part of the plan, or of its past."""

from __future__ import annotations

from typing import Annotated

from send_actions.cli.options import argument, grouped_options, option
from send_actions.cli.paper_writing import PaperOptions, since_when, write_paper

Since = Annotated[
    str | None,
    option(
        "--since", "DATE", "Tell from this day on, not from the last paper: a date, or last for a meeting."
    ),
]
Who = Annotated[str, argument("WHO", "An owner by role and organisation, or a whole organisation.")]


@grouped_options
def since(*, since: Since = None, asked: PaperOptions) -> None:
    """Write what changed since the last board paper was issued, in half a page to table.

    Where none was issued it tells from the last meeting on.

    send-actions report since -o since.docx
    send-actions report since --since "1 February 2026"
    """
    write_paper("since", asked, lambda view: since_when(since, view))


@grouped_options
def owner(who: Who, *, asked: PaperOptions) -> None:
    """Write what an owner is asked before the next board, as a text to paste or a draft to send.

    It is internal: an owner is greeted by name where the plan knows one.

    send-actions report owner "Head of SEND"
    send-actions report owner ICB -o chase.eml
    """
    write_paper("owner", asked, lambda view: {"who": view.owner_or_body(who)})
