"""The tables that every change writes or locks: the plan's own row, the changes and what differed."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from send_actions.store.tables.row import Row, text_column


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

    __table_args__ = (
        sa.Index("difference_row", "noun", "row_id"),
        sa.Index("difference_edit", "change_id", "position", sqlite_where=sa.text("field IS NOT NULL")),
    )

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
