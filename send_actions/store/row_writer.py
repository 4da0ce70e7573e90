"""New rows, written at the driver's level: many of them cost what the database takes for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa

from send_actions.domain.plan import Difference
from send_actions.store.change_log import row_in_json
from send_actions.store.tables import TABLES

SYSTEM_COLUMNS: Final = frozenset({"id", "born", "gone", "gone_on", "version"})
"""The columns of a row that no change says anything of by itself."""


class RowWriter:
    """Adds rows to a table; a row has what it says itself, and of all else the values that all of them share.

    SQLAlchemy writes the statement and turns each value into what the driver takes, as for its own inserts.
    Raises KeyError for what is no column, which would be told of and not kept.
    """

    def __init__(self, connection: sa.Connection, table: sa.Table, shared: Mapping[str, Any]) -> None:
        self._connection = connection
        self._statement = str(sa.insert(table).compile(dialect=connection.dialect))
        self._columns = {
            column.name: (place, _turning(column, connection.dialect))
            for place, column in enumerate(table.columns)
        }
        self._shared = self._values([None] * len(self._columns), shared)

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows, in one statement."""
        if values := [self._values(self._shared.copy(), row) for row in rows]:
            self._connection.exec_driver_sql(self._statement, [self._for_driver(row) for row in values])

    def _for_driver(self, values: list[Any]) -> Any:
        """Return a row by place or by name, as the driver's statement asks for it."""
        is_by_place = self._connection.dialect.positional
        return tuple(values) if is_by_place else dict(zip(self._columns, values, strict=True))

    def _values(self, values: list[Any], said: Mapping[str, Any]) -> list[Any]:
        for name in said:
            place, turn = self._columns[name]
            value = said[name]
            values[place] = value if turn is None or value is None else turn(value)
        return values


class NewRows:
    """The rows that one change adds, with the ids that come next."""

    def __init__(self, connection: sa.Connection, record: int) -> None:
        self._connection, self._record = connection, record
        self._next_ids: dict[str, int] = {}
        self._writers: dict[str, RowWriter] = {}

    def add(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> list[Difference]:
        """Add rows of one noun and return what they say; columns left out take their defaults."""
        if not rows:
            return []
        defaults = _defaults(noun)
        if noun not in self._writers:
            newest = self._connection.execute(sa.select(sa.func.max(TABLES[noun].c.id))).scalar()
            self._next_ids[noun] = (newest or 0) + 1
            shared = {**defaults, "born": self._record, "version": 1}
            self._writers[noun] = RowWriter(self._connection, TABLES[noun], shared)
        numbered = list(enumerate(rows, start=self._next_ids[noun]))
        self._next_ids[noun] += len(rows)
        self._writers[noun].write({**row, "id": row_id} for row_id, row in numbered)
        said = row_in_json(defaults)
        return [
            Difference(noun, row_id, None, None, row_in_json({**said, **row})) for row_id, row in numbered
        ]


def _defaults(noun: str) -> dict[str, Any]:
    """Return the value of every column that a row may leave out."""
    return {
        column.name: column.default.arg if column.default is not None else None  # type: ignore[attr-defined]
        for column in TABLES[noun].columns
        if column.name not in SYSTEM_COLUMNS
    }


def _turning(column: sa.Column[Any], dialect: sa.Dialect) -> Callable[[Any], Any] | None:
    """Return what makes of a column's value what the driver takes; the same value is turned once."""
    turn = column.type.dialect_impl(dialect).bind_processor(dialect)
    return lru_cache(maxsize=1024)(turn) if turn else None
