"""A plan's SQLite file opened for changing, through SQLAlchemy and with transactions of our own."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from send_actions.store.sqlite.copying import copy_in_memory
from send_actions.store.sqlite.file import file_uri, verify_plan_file

_SETTINGS = ("busy_timeout=5000", "foreign_keys=on", "synchronous=extra", "trusted_schema=off")


def open_engine(path: Path, *, durable: bool = True) -> sa.Engine:
    """Return the engine of a plan's file; refuses what is no plan of ours.

    A file in the making is removed unless it is finished, so its changes need not reach the disk one by one;
    `making_of` ends that.
    """
    settings = _SETTINGS if durable else (*_SETTINGS, "synchronous=off")
    creator = partial(_open_anew, verify_plan_file(path).absolute(), settings)
    engine = sa.create_engine("sqlite://", creator=creator, poolclass=sa.NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def open_copy_engine(path: Path) -> sa.Engine:
    """Return the engine of copies in memory: each connection has its own, and what it changes is forgotten.

    The file is only read, so it may be one that can only be read, and nobody who writes has to wait.
    """
    verify_plan_file(path)
    creator = partial(_open_copy, path.absolute())
    engine = sa.create_engine("sqlite://", creator=creator, poolclass=sa.NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _open_copy(path: Path) -> sqlite3.Connection:
    """Copy a file into memory; what is forgotten need not be checked, neither references nor closed lists."""
    copy = copy_in_memory(path)
    copy.execute("pragma ignore_check_constraints=on")
    return copy


def _open_anew(path: Path, settings: tuple[str, ...]) -> sqlite3.Connection:
    """Open the file that is there now: it may have been replaced, or upgraded by a newer program.

    Transactions are ours: the driver's own way lost updates. A file that another program left with a
    write-ahead log is turned back to one file, unless someone holds it: then it stays as it is for now.
    """
    connection = sqlite3.connect(
        file_uri(verify_plan_file(path)), uri=True, isolation_level=None, check_same_thread=False
    )
    for setting in settings:
        connection.execute(f"pragma {setting}").fetchall()
    if connection.execute("pragma journal_mode").fetchone()[0] == "wal":
        connection.execute("pragma busy_timeout=0")
        with suppress(sqlite3.OperationalError):
            connection.execute("pragma journal_mode=delete").fetchall()
        connection.execute("pragma busy_timeout=5000")
    return connection


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once, so that two writers wait for each other."""
    connection.exec_driver_sql("begin immediate")
