"""What a plan said before, as a file that is brought in is compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from send_actions.domain.plan import Change, Plan
from send_actions.store.change_log import from_json
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import Reader, open_reader, read_plan


class PlanPast:
    """What the plan at a location said up to a record, read when it is asked for."""

    def __init__(self, location: str, record: int) -> None:
        self._location, self._record = location, record
        self._changes: dict[int, Sequence[Change]] = {}

    def plan(self, as_at: date, record: int) -> Plan | None:
        """Return the plan as at a date and a record; None for a record that it has not reached."""
        if record > self._record:
            return None
        with self._reading() as reading:
            return read_plan(reading, as_at, record)

    def changes(self, since: int) -> Sequence[Change]:
        """Return the changes after a record, oldest first."""
        if since not in self._changes:
            with self._reading() as reading:
                self._changes[since] = read_changes(reading, since, self._record)
        return self._changes[since]

    def former_titles(self) -> Sequence[tuple[int, str]]:
        """Return the ids of actions with a title that each had before the one it has now."""
        with self._reading() as reading:
            edits = reading.rows("wording", as_at=date.max.isoformat(), record=self._record)
        return [
            (edit["row_id"], str(from_json(edit["before"])))
            for edit in edits
            if (edit["noun"], edit["field"]) == ("action", "title") and not edit["undone"]
        ]

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        reading = open_reader(self._location)
        try:
            yield reading
        finally:
            reading.close()
