"""The sentences of what SQLite refuses: each says what is the matter and what to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

BRING_BACK: Final = "restore a copy (send-actions backup --list names them)"
"""What helps where a plan is damaged."""

_COPY: Final = "copy it, with any file beside it that begins with its name, to a folder you may write to"
_ROOM: Final = "see that its disk or share is there and has room, and try again"

_READING: Final = {
    sqlite3.SQLITE_BUSY: "is being written by another program: try again in a moment",
    sqlite3.SQLITE_LOCKED: "is being written by another program: try again in a moment",
    sqlite3.SQLITE_CORRUPT: f"cannot be read (it is damaged): {BRING_BACK}",
    sqlite3.SQLITE_NOTADB: f"cannot be read (it is damaged): {BRING_BACK}",
}
_WRITING: Final = {
    sqlite3.SQLITE_BUSY: "is being written by another program: nothing was changed, try again in a moment",
    sqlite3.SQLITE_LOCKED: "is being written by another program: nothing was changed, try again in a moment",
    sqlite3.SQLITE_READONLY: "can only be read: nothing was changed; copy it to a folder you may write to",
    sqlite3.SQLITE_CANTOPEN: f"is in a folder that can only be read: nothing was changed; {_COPY}",
    sqlite3.SQLITE_FULL: (
        "could not be written, the disk is full: nothing was changed; make room and try again"
    ),
    sqlite3.SQLITE_IOERR: f"could not be written: nothing was changed; {_ROOM}",
    sqlite3.SQLITE_CORRUPT: f"is damaged: nothing was changed; {BRING_BACK}",
    sqlite3.SQLITE_NOTADB: f"is damaged: nothing was changed; {BRING_BACK}",
}


def read_refusal(path: Path, error: Exception) -> SendActionsError:
    """Return the refusal of a file that cannot be read."""
    why = _READING.get(_kind(error)) or _broken_off(path)
    if why is None:
        reason = error.strerror if isinstance(error, OSError) else error
        why = f"cannot be read ({reason}): {_ROOM}"
    return SendActionsError(f"The plan {printable(str(path))} {why}.")


def write_refusal(path: Path, error: BaseException | None) -> SendActionsError:
    """Return the refusal of a file that cannot be changed."""
    why = _WRITING.get(_kind(error), f"refused the change ({error})")
    if _kind(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        why = _broken_off(path) or why
    return SendActionsError(f"The plan {printable(str(path))} {why}.")


def damage_refusal(path: Path, where: str) -> SendActionsError:
    """Return the refusal of a plan that is damaged there."""
    name = printable(str(path))
    return SendActionsError(f"The plan {name} is damaged, in {where}: nothing was changed; {BRING_BACK}.")


def is_no_text(error: BaseException | None) -> bool:
    """Say whether the driver met text that is none: its sentence would repeat it."""
    return "decode to UTF-8" in str(error)


def is_no_such_thing(error: BaseException | None) -> bool:
    """Say whether a table or a column was not found, or refused what this version puts into it."""
    return _kind(error) in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)


def _kind(error: BaseException | None) -> int:
    """Return what kind of refusal it is, without its finer kinds."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _broken_off(path: Path) -> str | None:
    """Return what to do with a change that was broken off and cannot be taken back here."""
    left = [name for end in ("-journal", "-wal") if (name := path.with_name(path.name + end)).exists()]
    if not left or (_may_write(path) and _may_write(path.absolute().parent)):
        return None
    beside = printable(left[0].name)
    return (
        f"has a change in {beside} that another program did not finish, and nothing can be written there: "
        "copy both files to a folder you may write to, and open it there"
    )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
