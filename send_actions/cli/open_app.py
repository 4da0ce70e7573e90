"""Open the app at a terminal; elsewhere say the same first screen as plain text."""

from __future__ import annotations

import sys
from datetime import date

from send_actions.cli.location import NO_LOCATION, actor, location_named
from send_actions.errors import SendActionsError

NO_TERMINAL = "The app needs a terminal: this is its first screen; `send-actions --help` names the commands."


def open_app(named: str | None) -> int:
    """Open the plan named, else the one that is set, and return the exit code.

    Raises SendActionsError when no plan is named or it cannot be opened.
    """
    location = location_named(named)
    if not location:
        raise SendActionsError(NO_LOCATION)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return say_first_screen(location)
    from send_actions.tui.app import run

    return run(location, actor=actor())


def say_first_screen(location: str) -> int:
    """Write the first screen as plain text, without loading the app."""
    from send_actions.store.reader import open_reader, read_plan, read_today
    from send_actions.tui.first_screen import first_screen

    reading = open_reader(location)
    try:
        with reading.snapshot():
            plan = read_plan(reading, read_today(reading) or date.today())
            meeting = plan.last_meeting
            before = read_plan(reading, meeting.on) if meeting else None
    finally:
        reading.close()
    sys.stdout.write(first_screen(plan, before).rstrip("\n") + "\n")
    sys.stdout.flush()
    sys.stderr.write(f"{NO_TERMINAL}\n")
    return 0
