"""A copy of a plan on which a change is tried that is not to be written yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

from send_actions.changes.imports import preview_import
from send_actions.domain.plan import Change
from send_actions.errors import SendActionsError
from send_actions.importers.plan_lines import PlanLines
from send_actions.store.database import Store, open_copy
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader


class Trial(NamedTuple):
    """What is tried: what a file of this name says of the day `on`, None for today, by whom and when."""

    location: str
    name: str
    on: date | None
    day: date
    actor: str
    at: datetime

    @contextmanager
    def copy(self) -> Iterator[Store]:
        """Give a copy of the plan, forgotten after."""
        store = open_copy(self.location)
        try:
            yield store
        finally:
            store.close()

    def would_import(self, lines: PlanLines, *, is_anew: bool = False) -> Change | None:
        """Return the change that an import would be; `is_anew` if the file had not been brought in before."""
        with self.copy() as store:
            return preview_import(
                store,
                lines,
                name=self.name,
                on=self.on,
                actor=self.actor,
                at=self.at,
                day=self.day,
                is_anew=is_anew,
            )

    def was_here(self, lines: PlanLines) -> bool:
        """Say whether a file changes nothing only because it was brought in before."""
        try:
            return self.would_import(lines, is_anew=True) is not None
        except SendActionsError:  # what came in then could not come in any more
            return True

    def changes_before(self, record: int) -> list[Change]:
        """Return the changes of the plan before a record."""
        reader = open_reader(self.location)
        try:
            return read_changes(reader, record=record - 1)
        finally:
            reader.close()
