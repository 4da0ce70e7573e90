"""`check`: the questions that the checks put to the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any

import typer

from send_actions.cli.completion import complete_code
from send_actions.cli.options import ViewOptions, grouped_options, option
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import Terminal, line_of, wrap
from send_actions.domain.checks.kept_up import kept_up
from send_actions.domain.checks.plan_checks import CODES, Flag, read_code

Code = Annotated[
    str | None,
    option("--code", "CODE", "Only this check, such as overdue or no-reason.", complete=complete_code),
]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 when anything is questioned.")]

_INDENT = 10


@grouped_options
def check_plan(*, code: Code = None, strict: Strict = False, options: ViewOptions) -> None:
    """List what questions the plan raises, worst first, each with its reason.

    send-actions check --code green-but-overdue
    """
    wanted = read_code(code) if code is not None else None
    with open_plan(options.db, options.as_at, options.record) as view:
        flags = [flag for flag in view.flags if wanted in (None, flag.code)]
        listing = Listing(
            kind="checks",
            items=lambda: [_item(flag) for flag in flags],
            rows=lambda: [("code", "ref", "area", "message"), *(tuple(_item(f).values()) for f in flags)],
            lines=lambda: (line_of(f"{_where(flag)}: {flag.code}: {flag.message}") for flag in flags),
            table=lambda terminal: _groups(flags, terminal),
            summary=f"{counted(len(flags), 'question')} ({stamp(view)}).{'' if wanted else _kept_up(view)}",
        )
        page = page_of(listing, view, options)
    write_page(page)
    if strict and flags:
        raise typer.Exit(1)


def _kept_up(view: PlanView) -> str:
    """How far the plan is kept up, as the end of what is said beside the questions."""
    told = kept_up(view.plan).sentence
    return f" {told[:1].upper()}{told[1:]}." if told else ""


def _item(flag: Flag) -> dict[str, Any]:
    return {
        "code": flag.code,
        "ref": flag.action.ref if flag.action else None,
        "area": flag.area.number if flag.area else None,
        "message": flag.message,
    }


def _where(flag: Flag) -> str:
    if flag.action:
        return flag.action.ref
    return f"Area {flag.area.number}" if flag.area else "Plan"


def _groups(flags: Sequence[Flag], terminal: Terminal) -> Iterator[str]:
    """Return each check's heading with its flags below, wrapped beside their refs."""
    room = terminal.width - _INDENT if terminal.width else None
    for index, (code, of_code) in enumerate(groupby(flags, key=lambda flag: flag.code)):
        found = list(of_code)
        if index:
            yield ""
        yield f"{terminal.paint(CODES[code], 'bold')} ({len(found)})  {terminal.paint(code, 'dim')}"
        for flag in found:
            where = line_of(_where(flag))
            for number, line in enumerate(wrap(flag.message, room)):
                yield f"  {where if number == 0 else '':<{_INDENT - 3}} {line}".rstrip()
