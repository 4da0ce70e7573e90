"""`backup`: a dated copy of the plan in a second place, and which copies there are."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from send_actions.care.dated_copies import copies_of, keep_copy, say_when
from send_actions.cli.location import plan_location, settings, shown_location
from send_actions.cli.options import Db, option
from send_actions.cli.terminal import tell
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.copying import read_mark

To = Annotated[
    Path | None, option("--to", "FOLDER", "Where the copy goes, when not to the folder that is set.")
]
Remember = Annotated[
    bool,
    typer.Option(
        "--remember", help="Set the folder: the app then makes copies of your plan there by itself."
    ),
]
Listed = Annotated[bool, typer.Option("--list", help="Only list the copies that are there.")]

NOWHERE = "Say where copies go, such as to another drive: send-actions backup --to FOLDER --remember"


def keep_dated_copy(
    *, to: To = None, remember: Remember = False, listed: Listed = False, db: Db = None
) -> None:
    """Make a dated copy of the plan in a second place, unless nothing has changed since the last.

    It is looked through before it counts. Kept are the ten newest copies, and the last of each day, week and
    month that has any: seven days, eight weeks and two years of months.

    send-actions backup --to copies --remember
    send-actions backup --list
    """
    location = plan_location(db)
    folder = copies_folder(to)
    if listed:
        _list_copies(location, folder)
        return
    kept = keep_copy(location, folder, day=date.today())
    name = shown_location(str(kept.copy.path))
    if kept.is_new:
        tell(f"Copied record {kept.copy.mark.record} to {name}.")
    else:
        when = say_when(kept.copy, datetime.now())
        tell(f"Nothing has changed since the last copy, {when}: {name}.")
    if remember:
        _remember(folder, location)


def copies_folder(named: Path | None) -> Path:
    """Return the folder of dated copies: the one named, else the settings'; raises SendActionsError."""
    folder = str(named or "") or settings().copies
    if not folder:
        raise SendActionsError(NOWHERE)
    return Path(folder).expanduser().absolute()


def _list_copies(location: str, folder: Path) -> None:
    copies = copies_of(location, folder, read_mark(location).begun)
    for copy in copies:
        sys.stdout.write(f"{copy.day.isoformat()}  record {copy.mark.record}  {copy.path}\n")
    if not copies:
        tell(f"There is no copy of this plan in {shown_location(str(folder))}.")


def _remember(folder: Path, location: str) -> None:
    """Keep the folder as that of this person's copies, and say of which plan the app makes them."""
    from send_actions.config import settings_folder, write_settings

    own = settings()
    write_settings(settings_folder(), replace(own, copies=str(folder)))
    is_own = own.place and Path(own.place).absolute() == Path(location).absolute()
    not_this = "" if is_own else f" This is another: send-actions init --mine --db {shown_location(location)}"
    tell(f"The app now copies your plan there when it opens and ends.{not_this}")
