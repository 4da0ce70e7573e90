"""The schema of a plan: made anew from frozen statements, upgraded with Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from send_actions.store.migrations.frozen import HEAD, frozen_statements
from send_actions.store.sqlite.making import create_file

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def create_plan_file(path: Path) -> None:
    """Make a new, empty plan file at the newest schema."""
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
