"""Where the plan is, who is at the keyboard, and which day it is."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import TYPE_CHECKING

from send_actions.care.places import shown_place
from send_actions.cli.terminal import tell
from send_actions.domain.text import clean, printable
from send_actions.domain.words.dates import BY, read_date, read_due, refuse_day_or_month
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.config import Settings

NO_LOCATION = (
    "No plan is named: make one with `send-actions init --db plan.db`, name yours with --db or "
    "SEND_ACTIONS_DB, or look around with `send-actions demo`."
)

_NOBODY = frozenset(
    ("admin", "administrator", "default", "guest", "owner", "root", "student", "test", "ubuntu", "user")
)
"""Logins that tell nobody who it was."""


def settings() -> Settings:
    """Return this person's settings."""
    from send_actions.config import read_settings, settings_folder

    return read_settings(settings_folder())


def own_settings() -> Settings:
    """Return this person's settings; those that cannot be read, and are said, keep nobody from looking."""
    try:
        return settings()
    except SendActionsError as refusal:
        from send_actions.config import Settings

        tell(str(refusal))
        return Settings()


def keep_theme(theme: str) -> None:
    """Keep a theme for the next sitting; raises SendActionsError when the settings cannot be kept."""
    from dataclasses import replace

    from send_actions.config import settings_folder, write_settings

    write_settings(settings_folder(), replace(settings(), theme=theme))


def plan_location(named: str | None, *, otherwise: str = NO_LOCATION) -> str:
    """Return the plan's location: the one named, else SEND_ACTIONS_DB, else the settings'.

    Raises UsageError for an empty name, lest another plan be changed than was meant, and SendActionsError
    when none is set, saying what to do otherwise.
    """
    if named is not None and not named.strip():
        raise UsageError("--db names nothing: give a file after it, or leave it out.")
    location = named or os.environ.get("SEND_ACTIONS_DB") or settings().place
    if not location:
        raise SendActionsError(otherwise)
    return location


def is_first_run(named: str | None) -> bool:
    """Say whether no plan is named in any way, so that there is one to begin; raises SendActionsError."""
    return named is None and not os.environ.get("SEND_ACTIONS_DB") and not settings().place


def shown_location(location: str) -> str:
    """Return a location as it is shown: from the home folder on as ~, and without an address's password."""
    if "://" in location:
        return printable(re.sub(r"(://[^/@:]*):.*@", r"\1:…@", location))
    return shown_place(location)


def actor() -> str:
    """Return who changes the plan: SEND_ACTIONS_BY, else the settings' name, else the login.

    Raises SendActionsError when none of them is known.
    """
    if found := known_name():
        return found
    import getpass

    try:
        return clean(getpass.getuser(), one_line=True)
    except (OSError, KeyError, ImportError) as error:
        raise SendActionsError("It is not known who you are: say so in SEND_ACTIONS_BY.") from error


def known_name() -> str:
    """Return the name that somebody gave for themselves: SEND_ACTIONS_BY, else the settings'."""
    named = clean(os.environ.get("SEND_ACTIONS_BY", ""), one_line=True)
    return named or clean(settings().by, one_line=True)


def login() -> str:
    """Return the login as a name to offer; nothing where it is nobody's, such as that of an administrator."""
    import getpass

    try:
        found = clean(getpass.getuser(), one_line=True)
    except (OSError, KeyError, ImportError):
        return ""
    return "" if found.lower() in _NOBODY or not any(map(str.isalpha, found)) else found


def coming_day(text: str | None, today: date, *, or_period: bool = False) -> date | None:
    """Return a day as people write it; without a year the coming one is meant.

    Where a period will do, a month, quarter or term means its last day, as of a due date.
    """
    if text is None:
        return None
    if or_period:
        refuse_day_or_month(BY, text, today=today)
        due = read_due(text, today=today)
        return due.on or read_date(text, today=today, prefer="future", asked=BY)
    return read_date(text, today=today, prefer="future")
