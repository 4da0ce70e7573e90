"""The statements that make the tables; `python tests/frozen_tables.py` freezes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from send_actions.store import tables
from send_actions.store.migrations import frozen

VERSIONS = Path(frozen.__file__).with_name("versions")


def statements_of_tables() -> dict[str, str]:
    """Return the statements that make the tables, by the name of the file that keeps them."""
    psycopg: Any = postgresql.psycopg
    dialects: dict[str, sa.Dialect] = {"sqlite": sqlite.dialect(), "postgresql": psycopg.dialect()}
    return {
        f"{frozen.HEAD}.{name}.sql": "".join(f"{_text(item, dialect)};\n" for item in _definitions())
        for name, dialect in dialects.items()
    }


def _text(element: ExecutableDDLElement, dialect: sa.Dialect) -> str:
    return "\n".join(line.rstrip() for line in str(element.compile(dialect=dialect)).strip().splitlines())


def _definitions() -> Iterator[ExecutableDDLElement]:
    for table in tables.whole_metadata().sorted_tables:
        yield CreateTable(table)
        yield from map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))


if __name__ == "__main__":
    for file_name, text in statements_of_tables().items():
        (VERSIONS / file_name).write_text(text, encoding="utf-8")
