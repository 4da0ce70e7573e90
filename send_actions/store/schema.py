"""The schema of a new plan: the frozen statements of the migrations, without Alembic's cost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from send_actions.store.sqlite.file import create_file

HEAD: Final = "0001"
"""The newest revision; `user_version` of a file counts with it."""

_VERSIONS: Final = Path(__file__).with_name("migrations") / "versions"


def frozen_statements(revision: str, database: str) -> list[str]:
    """Return the statements of one migration as they were frozen beside it."""
    kept = (_VERSIONS / f"{revision}.{database}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in kept.split(";\n") if statement.strip()]


def create_plan_file(path: Path) -> None:
    """Make a new, empty plan file at the newest schema; never over a file that is there."""
    key = "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)"
    stamp = [
        f"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, {key})",
        f"INSERT INTO alembic_version VALUES ('{HEAD}')",
    ]
    create_file(path, frozen_statements(HEAD, "sqlite") + stamp)
