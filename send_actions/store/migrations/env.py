"""Run the migrations on the connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context

from send_actions.store import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.whole_metadata(),
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
