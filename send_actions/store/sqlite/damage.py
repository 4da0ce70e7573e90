"""Damage inside rows: found by what the schema says of a column, told by table and row, never by its text."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

_LISTS: Final = re.compile(r"CHECK \((\w+) IN \(([^)]*)\)\)")
_OURS: Final = "type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
_TEXTS: Final = ("DATE", "DATETIME", "TEXT", "VARCHAR")
_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "DATE": date.fromisoformat,
    "DATETIME": datetime.fromisoformat,
}


@dataclass(frozen=True)
class _Column:
    """What may stand in a column: a kind of value, a word of a closed list, or nothing."""

    name: str
    kind: str
    is_required: bool
    words: tuple[str, ...]

    def takes(self, value: Any) -> bool:
        """Say whether a value may stand here."""
        if value is None:
            return not self.is_required
        if self.kind not in _TEXTS:
            return isinstance(value, int | float) if self.kind == "FLOAT" else isinstance(value, int)
        if not isinstance(value, str):
            return False
        with suppress(ValueError):
            _READERS.get(self.kind, str)(value)
            return not self.words or value in self.words
        return False


def find_damage(connection: sqlite3.Connection) -> str | None:
    """Return where the first damage is, such as "row 12 of action (status)"; None when every row is sound."""
    tables = dict(_tables(connection))
    for table, columns in tables.items():
        for key, row in _rows(connection, table, columns):
            name = next((column.name for column in columns if not column.takes(row[column.name])), None)
            if name is None and table == "difference":
                name = _wrong_difference(row, tables)
            if name:
                return f"row {key} of {table} ({name})"
    return None


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[_Column]]]:
    for table, made in connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {_OURS} ORDER BY name"):
        words = {name: tuple(re.findall(r"'([^']*)'", listed)) for name, listed in _LISTS.findall(made)}
        told = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,))
        yield (
            table,
            [
                _Column(name, kind.partition("(")[0], bool(full), words.get(name, ()))
                for name, kind, full in told
            ],
        )


def _rows(
    connection: sqlite3.Connection, table: str, columns: list[_Column]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return each row with the key it is named by; text that is no text stays bytes."""
    parts = ", ".join(
        f'typeof("{name}") = \'text\', iif(typeof("{name}") = \'text\', CAST("{name}" AS BLOB), "{name}")'
        for name in (column.name for column in columns)
    )
    for found in connection.execute(f'SELECT {parts} FROM "{table}"'):
        cells = zip(columns, found[::2], found[1::2], strict=True)
        row = {column.name: _decoded(value) if is_text else value for column, is_text, value in cells}
        yield " of record ".join(str(row[name]) for name in _key(row)), row


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return ("id",) if "id" in row else ("position", "change_id")


def _decoded(text: bytes) -> str | bytes:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text


def _wrong_difference(row: Mapping[str, Any], tables: Mapping[str, list[_Column]]) -> str | None:
    """Return the column of a difference that does not say what a row or a field can be."""
    columns = {column.name: column for column in tables.get(row["noun"], ())}
    if not columns:
        return "noun"
    for name in ("before", "after"):
        try:
            value = None if row[name] is None else json.loads(row[name])
        except ValueError:
            return name
        if row["field"] is None:
            is_sound = value is None if name == "before" else isinstance(value, dict)
            said = list(value.items()) if isinstance(value, dict) else []
        else:
            is_sound, said = row["field"] in columns, [(row["field"], value)]
        if not is_sound or not all(field in columns and columns[field].takes(v) for field, v in said):
            return name
    return None
