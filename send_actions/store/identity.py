"""How a plan's file is known: its own application id, and the number of the schema inside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from send_actions.domain.text import shown
from send_actions.errors import SendActionsError

APPLICATION_ID: Final = 0x53454E44
"""SQLite's application_id of a plan: the letters SEND."""

SCHEMA: Final = 1
"""SQLite's user_version of the schema this program writes."""

_HEADER: Final = 100


def recognise(place: str | Path) -> Path:
    """Return the path of a plan's file, by its header alone.

    Raises SendActionsError when it is missing, no plan, or from a newer program.
    """
    path = file_of(place)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise SendActionsError(
            f"There is no plan at {shown(str(path))}: "
            "make one with `send-actions init`, or name another with --db."
        ) from None
    except OSError as error:
        raise SendActionsError(f"{shown(str(path))} cannot be opened: {error.strerror}.") from error
    found = int.from_bytes(header[68:72], "big")
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0") or found != APPLICATION_ID:
        raise SendActionsError(
            f"{shown(str(path))} is not a plan of send-actions: name another file with --db."
        )
    schema = int.from_bytes(header[60:64], "big")
    if schema > SCHEMA:
        raise SendActionsError(
            f"{shown(str(path))} was written by a newer send-actions (schema {schema}, this one knows "
            f"{SCHEMA}): update send-actions, then open it again."
        )
    return path


def file_of(place: str | Path) -> Path:
    """Return the path that a place names; a database URL other than SQLite's is refused for now."""
    text = str(place)
    if text.startswith("sqlite:///"):
        return Path(text.removeprefix("sqlite:///"))
    if "://" in text:
        kind = text.partition("://")[0]
        raise SendActionsError(
            f"A plan at a {shown(kind)} address cannot be opened yet: name a file with --db."
        )
    return Path(text)
