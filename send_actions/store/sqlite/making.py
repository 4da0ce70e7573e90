"""A plan's file in the making: beside its place, whole or not at all, and cleared when it was killed."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.file import APPLICATION_ID, SCHEMA

_TRIES: Final = 5


def refuse_existing(path: Path) -> None:
    """Refuse a name at which something stands, or a folder that is not there."""
    name = printable(str(path))
    if os.path.lexists(path):
        raise SendActionsError(
            f"{name} is there already and a plan is never made over a file: choose another name."
        )
    folder = path.absolute().parent
    if not os.path.isdir(folder):  # noqa: PTH112  the other raises for a name that is too long
        raise SendActionsError(
            f"The folder {printable(str(folder))} is not there: make it first, or name another."
        )


@contextlib.contextmanager
def making_of(path: Path) -> Iterator[Path]:
    """Return a file beside a plan's place for its making; it gets the plan's name when all is done.

    What a making that was killed has left is cleared. Raises SendActionsError when something is at the place
    already or the disk refuses.
    """
    clear_killed(path.absolute().parent, re.escape(path.name))
    refuse_existing(path)
    making, held = path, None
    try:
        making, held = _held_making(path)
        yield making
        if sys.platform == "win32":  # an open file gets no other name there, nor is it taken away
            os.close(held)
            held = None
        _publish(making, path)
    except OSError as error:
        raise _create_refusal(path, error.strerror) from error
    except sqlite3.Error as error:
        raise _create_refusal(path, error) from error
    finally:
        if held is not None:
            os.close(held)
        if making != path:
            _remove(making)


def _held_making(path: Path) -> tuple[Path, int]:
    """Make a file for a making and hold it; one that another making took for left behind is made again.

    Where files cannot be held, nobody takes any away.
    """
    for _ in range(_TRIES):
        making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.making")
        held = os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        if _hold(held) and making.exists():
            return making, held
        os.close(held)
        _remove(making)
    return making, os.open(making, os.O_CREAT | os.O_RDWR, 0o600)


def clear_killed(folder: Path, names: str) -> None:
    """Take away what makings of files with such names, a regular expression, have left.

    Those that are under way stay.
    """
    own = re.compile(rf"\.{names}\.[0-9a-f]{{8}}\.making")
    for left in folder.glob(".*.making*"):
        making = left.with_name(left.name.removesuffix("-journal"))
        if own.fullmatch(making.name) and _is_left(making):
            _remove(making)


def _is_left(making: Path) -> bool:
    """Say whether nobody holds a file in the making."""
    try:
        opened = os.open(making, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        return _hold(opened)
    finally:
        os.close(opened)


def _hold(handle: int) -> bool:
    """Hold a file, and say whether nobody else does. Windows lets no open file be taken away anyhow."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def create_file(path: Path, statements: list[str]) -> None:
    """Put the schema into a file that is empty or not there, which only its owner can read."""
    path.touch(0o600)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("begin immediate")
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"pragma application_id={APPLICATION_ID}")
        connection.execute(f"pragma user_version={SCHEMA}")
        connection.execute("commit")


def _publish(making: Path, path: Path) -> None:
    """Give a finished file its name, once it is on the disk; never over a file that is there."""
    with making.open("rb+") as file:
        os.fsync(file.fileno())
    refuse_existing(path)
    try:
        os.link(making, path)
    except (OSError, NotImplementedError):
        refuse_existing(path)
        making.rename(path)
    _sync_folder(path.absolute().parent)


def _sync_folder(folder: Path) -> None:
    """See that a new name outlasts a power cut, where a folder can be synced: Windows does that by itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(path: Path) -> None:
    """Take away a file that was not finished."""
    for leftover in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _create_refusal(path: Path, why: object) -> SendActionsError:
    return SendActionsError(f"{printable(str(path))} cannot be made: {why}.")
