"""`restore`: a copy of the plan brought back, into the plan's place or to a new one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from send_actions.care.bringing_back import bring_back, bring_to_new_place
from send_actions.cli.location import plan_location, settings, shown_location
from send_actions.cli.options import Db, Yes, argument, option
from send_actions.cli.questions import ask_or_stop, can_ask
from send_actions.cli.terminal import tell
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.store.history_reader import read_change_heads
from send_actions.store.reader import open_reader, read_bare
from send_actions.store.sqlite.file import plan_path, verify_plan_file

File = Annotated[Path, argument("FILE", "A copy, as `backup --list` names them.")]
To = Annotated[Path | None, option("--to", "FILE", "Make a plan of its own there; the present one stays.")]


def restore_copy(file: File, *, to: To = None, yes: Yes = False, db: Db = None) -> None:
    """Bring a copy back: into the plan, which is copied first, or with --to as a plan of its own.

    send-actions restore our-plan-2026-03-31-record-412.db --to earlier.db
    """
    copy = verify_plan_file(file.expanduser())
    told = _told(copy)
    if to is not None:
        _make(copy, to.expanduser(), told)
        return
    location = plan_location(db)
    place = plan_path(location)
    if not place.exists():
        _make(copy, place, told)
        return
    if copy.samefile(place):
        raise SendActionsError(f"{shown_location(str(copy))} is the plan itself: name a copy of it.")
    question = f"Put {told} in the place of {_told(place)}, in {shown_location(location)}"
    if not yes and not can_ask():
        raise SendActionsError(f"{question}: add --yes if it is meant, or --to FILE for a plan of its own.")
    if not yes:
        ask_or_stop(f"{question}? What is there now is copied first.", "Nothing was changed.")
    folder = settings().copies
    before = bring_back(copy, location, Path(folder) if folder else place.absolute().parent, day=date.today())
    kept_in = shown_location(str(before))
    tell(f"{shown_location(location)} is now {told}; what was there is kept in {kept_in}.")


def _make(copy: Path, to: Path, told: str) -> None:
    bring_to_new_place(copy, to)
    tell(f"Made {shown_location(str(to))} of {told}; open it with --db.")


def _told(path: Path) -> str:
    """Return which plan a file holds and how far it goes; what can be said of one that cannot be read."""
    try:
        reading = open_reader(str(path))
        try:
            plan = read_bare(reading, date.max)
            last = read_change_heads(reading)[-1]
        finally:
            reading.close()
    except (SendActionsError, IndexError):
        return "what can no longer be read"
    return f"record {plan.record} of “{plan.title}”, {say_date(last.day)}"
