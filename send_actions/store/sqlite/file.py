"""A plan's SQLite file: known by its header, opened for reading; no SQLAlchemy."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from send_actions.domain.noun import Noun
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.refusals import (
    damage_refusal,
    is_no_such_thing,
    is_no_text,
    read_refusal,
)

APPLICATION_ID: Final = 0x53454E44
"""SQLite's application_id of a plan: the letters SEND."""

SCHEMA: Final = 1
"""SQLite's user_version of the schema this program writes."""

_HEADER: Final = 100
_READ_SETTINGS: Final = ("trusted_schema=off", "query_only=on")

_DATED: Final = ("action", "area", "deadline", "evidence", "meeting", "measure", "progress_update", "source")
_UNDATED: Final = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE \"on\" NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
    for table in _DATED
)
"""Finds rows that are on no date, so that no look leaves them out without a word."""


def plan_path(location: str | Path) -> Path:
    """Return the path that a location names; a database address other than SQLite's is refused for now."""
    text = str(location)
    if text.startswith("sqlite:///"):
        return Path(text.removeprefix("sqlite:///"))
    if "://" in text:
        kind = text.partition("://")[0]
        raise SendActionsError(
            f"A plan at a {printable(kind)} address cannot be opened yet: name a file with --db."
        )
    return Path(text)


def verify_plan_file(path: Path) -> Path:
    """Return the path of a plan's file, known by its header alone.

    Raises SendActionsError when it is missing, no plan, or from a newer program.
    """
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise SendActionsError(
            f"There is no plan at {name}: make one with `send-actions init`, or name another with --db."
        ) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no file has such a name"
        raise SendActionsError(f"{name} cannot be opened: {why}.") from error
    found = int.from_bytes(header[68:72], "big")
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0") or found != APPLICATION_ID:
        raise SendActionsError(f"{name} is not a plan of send-actions: name another file with --db.")
    schema = int.from_bytes(header[60:64], "big")
    if schema > SCHEMA:
        raise SendActionsError(
            f"{name} was written by a newer send-actions (schema {schema}, this one knows {SCHEMA}): "
            "update send-actions, then open it again."
        )
    return path


def file_uri(path: Path) -> str:
    """Return the address by which SQLite opens a file that is there, and never makes one."""
    return f"{path.absolute().as_uri()}?mode=rw"


class SqliteConnection(Noun):
    """One connection to a file, for reading only or within a transaction that changes it."""

    driver_connection: sqlite3.Connection
    path: Path
    dialect: str = "sqlite"

    @property
    def is_in_transaction(self) -> bool:
        """Whether one state is held already."""
        return self.driver_connection.in_transaction

    def fetch(self, statement: str, parameters: dict[str, Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return the names and rows of a statement; raises SendActionsError when the file refuses."""
        try:
            cursor = self.driver_connection.execute(statement, parameters)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            is_inside = is_no_text(error) or is_no_such_thing(error)
            raise (is_inside and self.damage()) or read_refusal(self.path, error) from error

    def damage(self) -> SendActionsError | None:
        """Return the refusal of a plan of another version or with a damaged row; None when all is sound."""
        from send_actions.store.sqlite.damage import find_damage
        from send_actions.store.sqlite.own_tables import version_refusal

        try:
            if refusal := version_refusal(self.driver_connection, self.path):
                return refusal
            found = find_damage(self.driver_connection)
        except sqlite3.Error as error:
            return read_refusal(self.path, error)
        return damage_refusal(self.path, found) if found else None

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the file."""
        version = self.fetch("pragma data_version", {})[1][0][0]
        try:
            found = os.stat(self.path)  # noqa: PTH116  two microseconds, each second
        except OSError as error:
            raise read_refusal(self.path, error) from error
        return (version, found.st_ino, found.st_dev)

    def close(self) -> None:
        """Let go of the file."""
        self.driver_connection.close()


def open_connection(path: Path, timeout_ms: int) -> SqliteConnection:
    """Open a plan for reading; a missing, foreign, damaged, newer or unfinished file is refused."""
    verify_plan_file(path)
    try:
        connection = sqlite3.connect(
            file_uri(path), uri=True, isolation_level=None, check_same_thread=False, timeout=timeout_ms / 1000
        )
        for setting in _READ_SETTINGS:
            connection.execute(f"pragma {setting}").fetchall()
    except sqlite3.Error as error:
        raise read_refusal(path, error) from error
    opened = SqliteConnection(connection, path)
    try:
        _refuse_unfinished(opened)
    except SendActionsError:
        opened.close()
        raise
    return opened


def _refuse_unfinished(opened: SqliteConnection) -> None:
    """Refuse a file whose making was broken off, and one with rows that are on no date."""
    if not opened.fetch("select 1 from plan", {})[1]:
        name = printable(str(opened.path))
        raise SendActionsError(
            f"{name} holds no plan, its making was broken off: take it away and make it again."
        )
    if opened.fetch(_UNDATED, {})[1] and (damage := opened.damage()):
        raise damage
