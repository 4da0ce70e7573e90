"""The tables of areas, and of what hangs on an action: its steps and what it is linked with."""

from datetime import date

from sqlmodel import Field

from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.store.tables.row import Row, enum_column, text_column, unique_in_plan


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
