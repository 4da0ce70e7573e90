"""`round`: the round before a board in plain lines; in the app it is a view."""

from __future__ import annotations

from typing import Annotated

import typer

from send_actions.cli.location import plan_location
from send_actions.cli.options import Db
from send_actions.cli.questions import can_ask
from send_actions.cli.terminal import tell
from send_actions.errors import UsageError

InLines = Annotated[
    bool, typer.Option("--plain", help="Ask line by line; without it the round is in the app.")
]


def go_through_round(*, plain: InLines = False, db: Db = None) -> None:
    """Go through every action that owes an update before the next board, one after another.

    Where you stop is kept, for here and for the app.

    send-actions round --plain
    """
    if not plain:
        raise UsageError("`send-actions round --plain` asks line by line; in the app the round is g, then r.")
    location = plan_location(db)
    if can_ask():
        from send_actions.cli.plain.day import open_round

        open_round(location)
    else:
        from send_actions.cli.plain.plain_round import list_round
        from send_actions.cli.plain.sitting import Memory, Sitting

        list_round(Sitting(location, Memory()))
        tell("The round asks at a terminal: these are the actions that it would ask about.")
