"""The first schema, as frozen in the .sql files beside this one (edited in place until 0.1.0)."""

from __future__ import annotations

from alembic import op

from send_actions.store.migrations.frozen import frozen_statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first schema."""
    for statement in frozen_statements(revision, op.get_bind().dialect.name):
        op.execute(statement)
