"""Looking at a plan without SQLModel: the kept text of each read, sent straight to the driver."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from send_actions.domain.text import shown
from send_actions.errors import SendActionsError
from send_actions.store.identity import recognise

_SETTINGS = ("busy_timeout=5000", "trusted_schema=off", "query_only=on")


class Reading:
    """A connection for looking only; `rows` runs one kept read by its name."""

    def __init__(self, connection: sqlite3.Connection, place: Path) -> None:
        self._connection = connection
        self._place = place

    def rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of one read as dictionaries; dates come as ISO text."""
        try:
            cursor = self._connection.execute(_texts("sqlite")[name], parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise _unreadable(self._place, error) from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold one state of the plan for all the reads inside."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("begin")
        try:
            yield
        finally:
            self._connection.execute("rollback")

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the file."""
        try:
            found = os.stat(self._place)  # noqa: PTH116  two microseconds, each second
            version = self._connection.execute("pragma data_version").fetchone()[0]
        except (OSError, sqlite3.Error) as error:
            raise _unreadable(self._place, error) from error
        return (version, found.st_ino, found.st_dev)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_reading(place: str | Path) -> Reading:
    """Open a plan for looking; a missing, foreign, damaged or newer file is refused with one sentence."""
    path = recognise(place)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        for setting in _SETTINGS:
            connection.execute(f"pragma {setting}").fetchall()
        connection.execute("select 1 from plan").fetchone()
    except sqlite3.Error as error:
        raise _unreadable(path, error) from error
    return Reading(connection, path)


def _unreadable(place: Path, error: Exception) -> SendActionsError:
    why = error.strerror if isinstance(error, OSError) else error
    return SendActionsError(
        f"The plan {shown(str(place))} cannot be read ({why}): try again, or bring back a backup copy of it."
    )


@cache
def _texts(database: str) -> dict[str, str]:
    kept = Path(__file__).with_name(f"reads.{database}.sql").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in kept.split("-- name: ")[1:])
    return {name.strip(): text for name, _, text in parts}
