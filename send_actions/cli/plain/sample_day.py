"""`demo`: a throw-away copy of the sample plan, in the app or in plain lines."""

from __future__ import annotations

from typing import Annotated

import typer

from send_actions.cli.commands.open_app import show_demo
from send_actions.cli.questions import can_ask

InLines = Annotated[bool, typer.Option("--plain", help="The day's work in plain lines, for screen readers.")]


def show_sample(*, plain: InLines = False) -> None:
    """Open the app on a copy of the invented sample plan; nothing you do there is kept.

    send-actions demo
    send-actions demo --plain
    """
    if plain and can_ask():
        from send_actions.cli.plain.day import open_sample

        code = show_demo(open_sample)
    else:
        code = show_demo()
    if code:
        raise typer.Exit(code)
