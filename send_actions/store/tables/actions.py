"""The tables of areas, actions and what was said of them."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from send_actions.domain.plan.vocabulary import Heard, Impact, Precision, Status
from send_actions.store.tables.columns import Row, choice, living, words


class Area(Row, table=True):
    """One area for improvement."""

    __table_args__ = (living("area_number_living", "number"),)

    on: date
    number: str = words()
    title: str = words()
    outcome: str = words()
    theme: str = words()
    headline: str = words()
    lead_id: int | None = Field(default=None, foreign_key="owner.id")
    exempt: bool = False


class Judgement(Row, table=True):
    """The area lead's own view of an area, said on a date."""

    area_id: int = Field(foreign_key="area.id", index=True)
    on: date
    status: Status = choice(Status, required=True)
    reason: str = words()


class Action(Row, table=True):
    """One promised piece of work; status, impact and due date are what was last said, never kept here."""

    __table_args__ = (living("action_ref_living", "ref"),)

    on: date
    ref: str = words()
    area_id: int = Field(foreign_key="area.id", index=True)
    title: str = words()
    success_measure: str = words()
    lead_id: int | None = Field(default=None, foreign_key="owner.id")
    sro_id: int | None = Field(default=None, foreign_key="owner.id")
    partners: str = words()
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


class ProgressUpdate(Row, table=True):
    """What was said of an action on a date; append-only."""

    __tablename__ = "progress_update"
    __table_args__ = (sa.Index("progress_update_said", "action_id", "on", "id", "status", "impact", "born"),)

    action_id: int = Field(foreign_key="action.id")
    on: date
    status: Status | None = choice(Status)
    impact: Impact | None = choice(Impact)
    note: str = words()
    private_note: str = words()
    path: str = words()
    path_by: date | None = None
    look_again: date | None = None
    proof: str = words()
    impact_shown_by: str = words()
    no_change: bool = False
    agreed_meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    heard: Heard | None = choice(Heard)
    heard_from: str = words()


class Deadline(Row, table=True):
    """A due date said of an action on a date, why it moved and where that was agreed."""

    __table_args__ = (sa.Index("deadline_said", "action_id", "on", "id", "born"),)

    action_id: int = Field(foreign_key="action.id")
    on: date
    due: date | None = None
    precision: Precision = choice(Precision, required=True)
    text: str = words()
    reason: str = words()
    agreed_meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    minute: str = words()
