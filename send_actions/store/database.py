"""A plan opened for changing: one transaction per change, with its record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from send_actions.errors import SendActionsError
from send_actions.store.reader import UNSOUND, Reader
from send_actions.store.recording import Recording
from send_actions.store.schema import create_plan_file
from send_actions.store.sqlite.engine import open_copy_engine, open_engine
from send_actions.store.sqlite.file import (
    SqliteConnection,
    open_connection,
    plan_path,
)
from send_actions.store.sqlite.making import making_of
from send_actions.store.sqlite.refusals import is_no_such_thing, is_no_text, write_refusal


class Store:
    """One plan's database; every write goes through `record`."""

    def __init__(self, engine: sa.Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @contextmanager
    def record(self, label: str, *, actor: str, at: datetime, day: date) -> Iterator[Recording]:
        """Hold the plan's lock and the next record number; all that is done inside is one change, or none.

        What would alter nothing is not written: then `Recording.change` stays None. Raises SendActionsError
        when the database refuses; nothing is written then.
        """
        try:
            with self._engine.connect() as connection, connection.begin() as transaction:
                reading = SqliteConnection(connection.connection.driver_connection, self._path)  # type: ignore[arg-type]
                recording = Recording(
                    connection, Reader(reading), actor=actor, at=at.astimezone(UTC), day=day
                )
                recording.label = label
                try:
                    yield recording
                except UNSOUND as error:
                    raise reading.damage() or error from None
                if recording.is_empty:
                    transaction.rollback()
                else:
                    recording.finish()
        except sa.exc.DBAPIError as error:
            raise self._refusal(error.orig) from error

    def _refusal(self, error: BaseException | None) -> SendActionsError:
        """Return what the database refused: damaged rows or tables of another version, if it met them."""
        if is_no_text(error) or is_no_such_thing(error):
            reading = open_connection(self._path, 0)
            try:
                return reading.damage() or write_refusal(self._path, None if is_no_text(error) else error)
            finally:
                reading.close()
        return write_refusal(self._path, error)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(location: str | Path) -> Store:
    """Open an existing plan for changing; raises SendActionsError when it is missing or not ours."""
    path = plan_path(location)
    return Store(open_engine(path), path)


def open_copy(location: str | Path) -> Store:
    """Open a plan to try a change on a copy that is forgotten; the plan is only read."""
    path = plan_path(location)
    return Store(open_copy_engine(path), path)


@contextmanager
def create_store(location: str | Path) -> Iterator[Store]:
    """Make a new plan beside its place, and give it its name when all is done: whole or not at all.

    Raises SendActionsError when something is there already or the folder refuses.
    """
    path = plan_path(location)
    with making_of(path) as making:
        create_plan_file(making)
        store = Store(open_engine(making, durable=False), path)
        try:
            yield store
        finally:
            store.close()
