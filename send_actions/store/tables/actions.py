"""The tables of actions and of what was said of them."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from send_actions.domain.plan.vocabulary import Heard, Impact, Precision, Status
from send_actions.store.tables.row import Row, enum_column, text_column, unique_in_plan


class Action(Row, table=True):
    """One promised piece of work; status, impact and due date are what was last said, never kept here."""

    __table_args__ = (unique_in_plan("action_ref_living", "ref"),)

    on: date
    ref: str = text_column()
    area_id: int = Field(foreign_key="area.id", index=True)
    title: str = text_column()
    success_measure: str = text_column()
    lead_id: int | None = Field(default=None, foreign_key="owner.id")
    sro_id: int | None = Field(default=None, foreign_key="owner.id")
    partners: str = text_column()
    start: date | None = None
    exempt: bool = False


class ProgressUpdate(Row, table=True):
    """What was said of an action on a date; append-only."""

    __tablename__ = "progress_update"
    __table_args__ = (sa.Index("progress_update_said", "action_id", "on", "id", "status", "impact", "born"),)

    action_id: int = Field(foreign_key="action.id")
    on: date
    status: Status | None = enum_column(Status)
    impact: Impact | None = enum_column(Impact)
    note: str = text_column()
    private_note: str = text_column()
    ask: str = text_column()
    path: str = text_column()
    path_by: date | None = None
    look_again: date | None = None
    proof: str = text_column()
    impact_shown_by: str = text_column()
    no_change: bool = False
    agreed_meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    heard: Heard | None = enum_column(Heard)
    heard_from: str = text_column()


class Deadline(Row, table=True):
    """A due date said of an action on a date, why it moved and where that was agreed."""

    __table_args__ = (sa.Index("deadline_said", "action_id", "on", "id", "born"),)

    action_id: int = Field(foreign_key="action.id")
    on: date
    due: date | None = None
    precision: Precision = enum_column(Precision, required=True)
    text: str = text_column()
    reason: str = text_column()
    agreed_meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    minute: str = text_column()
