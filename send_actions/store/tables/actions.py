"""The tables of areas, actions and what was said of them."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from send_actions.domain.plan.vocabulary import Heard, Impact, Precision, Status
from send_actions.store.tables.plan import Row, enum_column, text_column, unique_in_plan


class Area(Row, table=True):
    """One area for improvement."""

    __table_args__ = (unique_in_plan("area_number_living", "number"),)

    on: date
    number: str = text_column()
    title: str = text_column()
    outcome: str = text_column()
    theme: str = text_column()
    headline: str = text_column()
    lead_id: int | None = Field(default=None, foreign_key="owner.id")
    exempt: bool = False


class Judgement(Row, table=True):
    """The area lead's own view of an area, said on a date."""

    area_id: int = Field(foreign_key="area.id", index=True)
    on: date
    status: Status = enum_column(Status, required=True)
    reason: str = text_column()


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


class ActionSupport(Row, table=True):
    """An action that also supports another area."""

    __tablename__ = "action_support"

    on: date
    action_id: int = Field(foreign_key="action.id", index=True)
    area_id: int = Field(foreign_key="area.id")


class ActionDependency(Row, table=True):
    """An action that depends on another."""

    __tablename__ = "action_dependency"

    on: date
    action_id: int = Field(foreign_key="action.id", index=True)
    needs_id: int = Field(foreign_key="action.id")


class ActionMeasure(Row, table=True):
    """A measure that an action is meant to move."""

    __tablename__ = "action_measure"

    on: date
    action_id: int = Field(foreign_key="action.id", index=True)
    measure_id: int = Field(foreign_key="measure.id")


class Step(Row, table=True):
    """A dated step inside an action, and the day it was reached."""

    on: date
    action_id: int = Field(foreign_key="action.id", index=True)
    words: str = text_column()
    due: date | None = None
    precision: Precision = enum_column(Precision, required=True)
    text: str = text_column()
    reached_on: date | None = None


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
