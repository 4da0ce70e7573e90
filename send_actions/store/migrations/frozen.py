"""The statements of each migration, as they were frozen beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HEAD: Final = "0001"
"""The newest revision; `user_version` of a file counts with it."""

_VERSIONS: Final = Path(__file__).with_name("versions")


def frozen_statements(revision: str, dialect: str) -> list[str]:
    """Return the statements of one migration for a database."""
    kept = (_VERSIONS / f"{revision}.{dialect}.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in kept.split(";\n") if statement.strip()]
