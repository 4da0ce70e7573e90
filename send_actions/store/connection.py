"""Reading a plan without SQLModel: the kept text of each read, sent straight to the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from send_actions.store.places import file_of
from send_actions.store.sqlite.file import open_connection

TIMEOUT_MS = 5000
"""How long a read waits for another program's write, unless told otherwise."""


class Connection(Protocol):
    """What a database gives for reading: `dialect` names the kept text that it understands."""

    @property
    def dialect(self) -> str:
        """The name of the database's dialect, as the kept text is named."""

    @property
    def is_in_transaction(self) -> bool:
        """Whether one state is held already."""

    def fetch(self, statement: str, parameters: dict[str, Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return the names and rows of a statement; raises SendActionsError when the database refuses."""

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the plan."""

    def close(self) -> None:
        """Let go of the plan."""


class Reader:
    """A connection for reading only; `rows` runs one kept read by its name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of one read as dictionaries; dates come as ISO text, whatever the database."""
        names, rows = self._connection.fetch(_texts(self._connection.dialect)[name], parameters)
        found = [dict(zip(names, row, strict=True)) for row in rows]
        return found if self._connection.dialect == "sqlite" else [_as_text(row) for row in found]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold one state of the plan for all the reads inside."""
        if self._connection.is_in_transaction:
            yield
            return
        self._connection.fetch("begin", {})
        try:
            yield
        finally:
            if self._connection.is_in_transaction:
                self._connection.fetch("rollback", {})

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the plan."""
        return self._connection.stamp()

    def close(self) -> None:
        """Let go of the plan."""
        self._connection.close()


def open_reader(location: str | Path, *, timeout_ms: int = TIMEOUT_MS) -> Reader:
    """Open a plan for reading; a missing, foreign, damaged or newer one is refused with one sentence.

    `timeout_ms` is how long a read waits for another program's write.
    """
    return Reader(open_connection(file_of(location), timeout_ms))


def _as_text(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


@cache
def _texts(dialect: str) -> Mapping[str, str]:
    kept = Path(__file__).with_name(f"reads.{dialect}.sql").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in kept.split("-- name: ")[1:])
    return {name.strip(): text for name, _, text in parts}
