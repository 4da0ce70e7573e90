"""Alembic's part of the store: how an older plan becomes one of the newest schema."""
