"""What only SQLite can do: its file made private, its settings, and its own transactions."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from send_actions.domain.text import shown
from send_actions.errors import SendActionsError
from send_actions.store.identity import APPLICATION_ID, SCHEMA, recognise

_SETTINGS = ("busy_timeout=5000", "foreign_keys=on", "synchronous=full", "trusted_schema=off")


def connect(place: str | Path, *, in_the_making: bool = False) -> sa.Engine:
    """Return the engine of a plan's file; refuses what is no plan of ours.

    A file in the making is removed unless it is finished, so its changes need not reach the disk one by one;
    `settle_file` ends that.
    """
    path = recognise(place).absolute()
    settings = (*_SETTINGS, "synchronous=off") if in_the_making else _SETTINGS
    engine = sa.create_engine(
        "sqlite://", creator=partial(_open_anew, path, settings), poolclass=sa.NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _open_anew(path: Path, settings: tuple[str, ...]) -> sqlite3.Connection:
    """Open the file that is there now: it may have been replaced, or upgraded by a newer program.

    Transactions are ours: the driver's own way lost updates.
    """
    address = f"{recognise(path).as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    for setting in settings:
        connection.execute(f"pragma {setting}").fetchall()
    return connection


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once, so that two writers wait for each other."""
    connection.exec_driver_sql("begin immediate")


def create_file(place: Path, statements: list[str]) -> None:
    """Make a new file that only its owner can read, with the schema in it, whole or not at all.

    Raises SendActionsError when something is there already or the folder cannot be written to.
    """
    try:
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise SendActionsError(
            f"{shown(str(place))} is there already and a plan is never made over a file: choose another name."
        ) from None
    except OSError as error:
        raise SendActionsError(f"{shown(str(place))} cannot be made: {error.strerror}.") from error
    try:
        connection = sqlite3.connect(place, isolation_level=None)
        try:
            connection.execute("begin immediate")
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"pragma application_id={APPLICATION_ID}")
            connection.execute(f"pragma user_version={SCHEMA}")
            connection.execute("commit")
        finally:
            connection.close()
    except sqlite3.Error as error:
        remove_file(place)
        raise SendActionsError(f"{shown(str(place))} cannot be made: {error}.") from error


def settle_file(place: Path) -> None:
    """Wait until a finished file is on the disk."""
    with place.open("rb+") as file:
        os.fsync(file.fileno())


def remove_file(place: Path) -> None:
    """Take away a file that was not finished."""
    for leftover in (place, place.with_name(place.name + "-journal")):
        with contextlib.suppress(OSError):
            leftover.unlink()
