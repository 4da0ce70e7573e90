"""Write down the tables as statements: `python -m send_actions.store.freeze` until the first release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from send_actions.store import tables
from send_actions.store.schema import HEAD


def frozen_schema() -> dict[str, str]:
    """Return the statements that make the tables, by the name of the file that keeps them."""
    dialects: dict[str, Any] = {
        "sqlite": sqlite.dialect(),
        "postgresql": postgresql.psycopg.dialect(),  # type: ignore[no-untyped-call]
    }
    metadata = tables.Plan.metadata
    made: list[ExecutableDDLElement] = []
    for table in metadata.sorted_tables:
        made.append(CreateTable(table))
        made.extend(CreateIndex(index) for index in sorted(table.indexes, key=lambda i: str(i.name)))
    return {
        f"{HEAD}.{database}.sql": "".join(
            "\n".join(line.rstrip() for line in str(item.compile(dialect=dialect)).strip().splitlines())
            + ";\n"
            for item in made
        )
        for database, dialect in dialects.items()
    }


if __name__ == "__main__":
    for file_name, text in frozen_schema().items():
        (Path(__file__).with_name("migrations") / "versions" / file_name).write_text(text, encoding="utf-8")
