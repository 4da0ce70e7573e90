"""The schema of a plan: made anew from frozen statements, upgraded with Alembic, frozen from the tables.

`python -m send_actions.store.schema` freezes the tables, until the first release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from send_actions.store import tables
from send_actions.store.sqlite.file import create_file

HEAD: Final = "0001"
"""The newest revision; `user_version` of a file counts with it."""

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def create_plan_file(path: Path) -> None:
    """Make a new, empty plan file at the newest schema; never over a file that is there."""
    key = "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)"
    stamp = [
        f"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, {key})",
        f"INSERT INTO alembic_version VALUES ('{HEAD}')",
    ]
    create_file(path, frozen_statements(HEAD, "sqlite") + stamp)


def upgrade(engine: sa.Engine) -> None:
    """Run the migrations that a database still lacks, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def frozen_statements(revision: str, dialect: str) -> list[str]:
    """Return the statements of one migration as they were frozen beside it."""
    kept = (_MIGRATIONS / "versions" / f"{revision}.{dialect}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in kept.split(";\n") if statement.strip()]


def frozen_schema() -> dict[str, str]:
    """Return the statements that make the tables, by the name of the file that keeps them."""
    return {
        f"{HEAD}.{name}.sql": "".join(f"{compiled(item, dialect)};\n" for item in _definitions())
        for name, dialect in dialects().items()
    }


def dialects() -> Mapping[str, sa.Dialect]:
    """Return the dialects that statements are compiled for, by their names."""
    from sqlalchemy.dialects import postgresql, sqlite

    psycopg: Any = postgresql.psycopg
    return {"sqlite": sqlite.dialect(paramstyle="named"), "postgresql": psycopg.dialect()}


def compiled(element: sa.Select[Any] | ExecutableDDLElement, dialect: sa.Dialect) -> str:
    """Return the text of a statement in a dialect, without spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in str(element.compile(dialect=dialect)).strip().splitlines())


def _definitions() -> Iterator[ExecutableDDLElement]:
    for table in tables.METADATA.sorted_tables:
        yield CreateTable(table)
        yield from map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))


if __name__ == "__main__":
    for file_name, text in frozen_schema().items():
        (_MIGRATIONS / "versions" / file_name).write_text(text, encoding="utf-8")
