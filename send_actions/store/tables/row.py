"""The columns that rows share."""

from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "%(table_name)s_%(column_0_name)s",
    "uq": "%(table_name)s_%(column_0_name)s_once",
    "ck": "%(table_name)s_%(constraint_name)s_known",
    "fk": "%(table_name)s_%(column_0_name)s_of_%(referred_table_name)s",
    "pk": "%(table_name)s_key",
}
"""Every constraint has a name, so that a later migration can speak of it on any database."""


class Row(SQLModel):
    """A row that is never deleted: `born` and `gone` are the changes that made it and took it back.

    `gone_on` is the date from which a retired row is no longer part of the plan; it stays empty for a row
    whose birth was undone. `version` counts what was done to it.
    """

    id: int = Field(primary_key=True)
    born: int = Field(foreign_key="change.id", index=True)
    gone: int | None = Field(default=None, foreign_key="change.id")
    gone_on: date | None = None
    version: int = Field(default=1)


def enum_column(enum: type[StrEnum], *, required: bool = False) -> Any:
    """Return a text column that holds one slug of a closed list."""
    column_type = sa.Enum(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=32,
        name=enum.__name__.lower(),
    )
    return (
        Field(sa_type=column_type, nullable=False) if required else Field(default=None, sa_type=column_type)
    )


def text_column() -> Any:
    """Return a text column that is empty when nothing was said."""
    return Field(default="", sa_type=sa.Text)


def unique_in_plan(name: str, column: str) -> sa.Index:
    """Return an index that keeps a column unique among rows that were not taken back.

    `whole_metadata` says the same to PostgreSQL: to name its dialect here would load it for every change.
    """
    return sa.Index(name, column, unique=True, sqlite_where=sa.text("gone IS NULL"))
