"""The tables of meetings, measures, evidence and sources."""

from datetime import date

from sqlmodel import Field

from send_actions.domain.plan.vocabulary import (
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    MinuteKind,
    Precision,
    SourceKind,
)
from send_actions.store.tables.row import Row, enum_column, text_column


class Meeting(Row, table=True):
    """A board's meeting in a series; `listed_on` is the day it was put in the diary."""

    listed_on: date
    on: date
    series: str = text_column()
    returns_due: date | None = None
    papers_due: date | None = None
    record_issued: int | None = None


class Minute(Row, table=True):
    """A question, decision, request or resolution of a meeting; who answers it by when, what it became."""

    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    kind: MinuteKind = enum_column(MinuteKind, required=True)
    text: str = text_column()
    action_id: int | None = Field(default=None, foreign_key="action.id")
    area_id: int | None = Field(default=None, foreign_key="area.id")
    owner_id: int | None = Field(default=None, foreign_key="owner.id")
    due: date | None = None
    precision: Precision | None = enum_column(Precision)
    due_text: str = text_column()
    answer: str = text_column()
    answered_on: date | None = None
    made_action_id: int | None = Field(default=None, foreign_key="action.id")
    exempt: bool = False


class Measure(Row, table=True):
    """An indicator: unit, which way is better, baseline and target."""

    on: date
    title: str = text_column()
    unit: str = text_column()
    better: Better = enum_column(Better, required=True)
    area_id: int | None = Field(default=None, foreign_key="area.id")
    baseline: float | None = None
    baseline_period: str = text_column()
    target: float | None = None
    target_by: date | None = None
    definition: str = text_column()


class Reading(Row, table=True):
    """A measure's value for a period; `on` is the period's last day."""

    measure_id: int = Field(foreign_key="measure.id", index=True)
    on: date
    period: str = text_column()
    value: float
    note: str = text_column()


class Milestone(Row, table=True):
    """A value a measure is to reach by a date."""

    measure_id: int = Field(foreign_key="measure.id", index=True)
    by: date
    value: float


class Comparator(Row, table=True):
    """The same measure elsewhere, for a period."""

    measure_id: int = Field(foreign_key="measure.id", index=True)
    kind: ComparatorKind = enum_column(ComparatorKind, required=True)
    value: float
    period: str = text_column()
    source: str = text_column()


class Evidence(Row, table=True):
    """What shows that something was done or made a difference."""

    on: date
    kind: EvidenceKind = enum_column(EvidenceKind, required=True)
    title: str = text_column()
    shows: str = text_column()
    place: str = text_column()
    action_id: int | None = Field(default=None, foreign_key="action.id")
    area_id: int | None = Field(default=None, foreign_key="area.id")
    exempt: bool = False


class Source(Row, table=True):
    """An inspection letter, peer review, diagnostic or self-evaluation."""

    on: date
    kind: SourceKind = enum_column(SourceKind, required=True)
    title: str = text_column()
    author: str = text_column()


class Finding(Row, table=True):
    """One strength, area for improvement or recommendation in a source."""

    source_id: int = Field(foreign_key="source.id", index=True)
    kind: FindingKind = enum_column(FindingKind, required=True)
    text: str = text_column()
    place: str = text_column()


class FindingArea(Row, table=True):
    """An area that answers a finding."""

    __tablename__ = "finding_area"

    on: date
    finding_id: int = Field(foreign_key="finding.id", index=True)
    area_id: int = Field(foreign_key="area.id")
