"""A plan opened for changing: one transaction per change, with its record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from send_actions.domain.text import shown
from send_actions.errors import SendActionsError
from send_actions.store.identity import file_of
from send_actions.store.recording import Recording
from send_actions.store.schema import create_plan_file
from send_actions.store.sqlite import connect


class Store:
    """One plan's database; every write goes through `record`."""

    def __init__(self, engine: sa.Engine, place: Path) -> None:
        self._engine = engine
        self._place = place

    @contextmanager
    def record(self, label: str, *, actor: str, at: datetime, day: date) -> Iterator[Recording]:
        """Hold the plan's lock and the next record number; all that is done inside is one change, or none.

        What would alter nothing is not written: then `Recording.change` stays None. Raises SendActionsError
        when the database refuses; nothing is written then.
        """
        try:
            with self._engine.connect() as connection, connection.begin() as transaction:
                recording = Recording(connection, self._place, actor=actor, at=at.astimezone(UTC), day=day)
                recording.label = label
                yield recording
                if recording.is_empty:
                    transaction.rollback()
                else:
                    recording.finish()
        except sa.exc.DBAPIError as error:
            raise SendActionsError(_sentence(str(error.orig), self._place)) from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(place: str | Path) -> Store:
    """Open an existing plan for changing; raises SendActionsError when it is missing or not ours."""
    return Store(connect(place), file_of(place))


def create_store(place: str | Path) -> Store:
    """Make a new, empty database, to be settled when finished; raises SendActionsError on a file there."""
    path = file_of(place)
    create_plan_file(path)
    return Store(connect(path, in_the_making=True), path)


def _sentence(said: str, place: Path) -> str:
    reasons = {
        "locked": "is being written by another program: nothing was changed, try again in a moment",
        "readonly": "can only be read: nothing was changed; copy it to a folder you may write to",
        "full": "could not be written, the disk is full: nothing was changed; make room and try again",
        "malformed": "is damaged: nothing was changed; bring back a backup copy",
    }
    why = next((reason for word, reason in reasons.items() if word in said), f"refused the change ({said})")
    return f"The plan {shown(str(place))} {why}."
