"""The columns that rows share, and the tables of the plan, of its changes and of what is kept with it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from send_actions.domain.plan.vocabulary import Status

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
    """Return an index that keeps a column unique among rows that were not taken back."""
    in_plan = sa.text("gone IS NULL")
    return sa.Index(name, column, unique=True, sqlite_where=in_plan, postgresql_where=in_plan)


class Change(SQLModel, table=True):
    """One thing a person did; its id is the record number, gapless in order."""

    id: int = Field(primary_key=True)
    at: datetime = Field(sa_type=sa.DateTime(timezone=True))
    day: date = Field(index=True)
    actor: str = text_column()
    label: str = text_column()
    undoes: int | None = Field(default=None, foreign_key="change.id", index=True)


class Difference(SQLModel, table=True):
    """What a change did to one row: an insert as one row of JSON, an edit by field; values are JSON text."""

    __table_args__ = (sa.Index("difference_row", "noun", "row_id"),)

    change_id: int = Field(foreign_key="change.id", primary_key=True)
    position: int = Field(primary_key=True)
    noun: str = text_column()
    row_id: int
    field: str | None = None
    before: str | None = Field(default=None, sa_type=sa.Text)
    after: str | None = Field(default=None, sa_type=sa.Text)


class Plan(Row, table=True):
    """One partnership's action plan: the only row of its table, locked by every writer."""

    title: str = text_column()
    partnership: str = text_column()
    main_series: str = text_column()
    today: date | None = None
    terms: str = text_column()
    signs_off_from: date | None = None


class Legend(Row, table=True):
    """How this plan shows one status, where it differs from the default."""

    __table_args__ = (unique_in_plan("legend_status_living", "status"),)

    on: date
    status: Status = enum_column(Status, required=True)
    colour: str = text_column()
    word: str = text_column()
    definition: str = text_column()
    used: bool = True


class Owner(Row, table=True):
    """A role in an organisation, with a name and an e-mail address that stay out of papers."""

    role: str = text_column()
    organisation: str = text_column()
    name: str = text_column()
    email: str = text_column()


class Paper(Row, table=True):
    """A paper that was issued: which kind, as at which date and record, for whom, and its bytes' digest."""

    on: date
    kind: str = text_column()
    as_at: date
    record: int
    audience: str = text_column()
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    digest: str = text_column()


class Chase(Row, table=True):
    """Whether an owner was asked, chased and answered before a meeting."""

    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    owner_id: int = Field(foreign_key="owner.id")
    asked_on: date | None = None
    chased_on: date | None = None
    answered_on: date | None = None


class SavedView(Row, table=True):
    """A filter kept under a name."""

    __tablename__ = "saved_view"

    name: str = text_column()
    filter: str = text_column()


class ImportedFile(Row, table=True):
    """A file that was brought in: what it spoke of and the digest of what it said, to know it again."""

    __tablename__ = "imported_file"

    on: date
    name: str = text_column()
    digest: str = text_column()


class ImportMapping(Row, table=True):
    """How the columns of a council's own file are read, kept with the plan and used again."""

    __tablename__ = "import_mapping"

    name: str = text_column()
    mapping: str = text_column()
