"""The nouns of a plan as they stand on one date: frozen values, each as `State(as_at, record)` gives it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from send_actions.domain.refs import natural
from send_actions.domain.vocabulary import (
    DEFAULT_LEGEND,
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    LegendEntry,
    MinuteKind,
    Precision,
    SourceKind,
    Status,
)


@dataclass(frozen=True)
class Owner:
    """A role in an organisation; name and e-mail never go into a board or public paper."""

    id: int
    role: str
    organisation: str = ""
    name: str = ""
    email: str = ""

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}" if self.organisation else self.role


@dataclass(frozen=True)
class Due:
    """When something falls due: its last day, how exactly that was given, and the words as typed."""

    on: date | None
    precision: Precision
    text: str


@dataclass(frozen=True)
class Judgement:
    """The area lead's own view of an area, said on a date."""

    on: date
    status: Status
    reason: str = ""


@dataclass(frozen=True)
class Area:
    """One area for improvement."""

    id: int
    number: str
    title: str
    outcome: str = ""
    theme: str = ""
    headline: str = ""
    lead: Owner | None = None
    exempt: bool = False
    judgement: Judgement | None = None
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Action:
    """One promised piece of work, with what was last said of it on or before the as-at date.

    `since` is the day the present status began and `was` the status before it. `reason`, `path`, `path_by`,
    `look_again` and `proof` were said during the present status (PRODUCT rule: they carry forward until it
    changes). `agreed` says whether the present due date, if moved, was agreed by a meeting; the same for
    on hold and withdrawn.
    """

    id: int
    area_id: int
    ref: str
    title: str
    success_measure: str = ""
    lead: Owner | None = None
    sro: Owner | None = None
    partners: tuple[str, ...] = ()
    start: date | None = None
    exempt: bool = False
    supports: tuple[int, ...] = ()
    depends_on: tuple[int, ...] = ()
    status: Status | None = None
    since: date | None = None
    was: Status | None = None
    reason: str = ""
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    status_agreed: bool = False
    impact: Impact | None = None
    impact_shown_by: str = ""
    due: Due | None = None
    first_due: Due | None = None
    due_moves: int = 0
    due_agreed: bool = False
    updated_on: date | None = None
    version: int = field(default=1, compare=False)

    @property
    def due_on(self) -> date | None:
        """The day it falls due, if it has one."""
        return self.due.on if self.due else None

    @property
    def is_open(self) -> bool:
        """Whether work is still promised; an action nobody has spoken of counts as open."""
        return self.status is None or self.status.is_open


@dataclass(frozen=True)
class Update:
    """What was said of an action on a date; a part left unsaid is None or empty."""

    id: int
    action_id: int
    on: date
    status: Status | None = None
    impact: Impact | None = None
    note: str = ""
    private_note: str = ""
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    impact_shown_by: str = ""
    no_change: bool = False
    agreed_meeting_id: int | None = None
    heard: Heard | None = None
    heard_from: str = ""
    change_id: int = 0
    actor: str = ""


@dataclass(frozen=True)
class Deadline:
    """A due date said of an action on a date, why it moved and where that was agreed."""

    id: int
    action_id: int
    on: date
    due: Due
    reason: str = ""
    agreed_meeting_id: int | None = None
    minute: str = ""
    change_id: int = 0
    actor: str = ""


@dataclass(frozen=True)
class Timeline:
    """One action's past within (as at, record): updates and deadlines, newest first by (on, id)."""

    updates: tuple[Update, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True)
class Meeting:
    """A board's meeting in a series; it may still be to come."""

    id: int
    on: date
    series: str
    returns_due: date | None = None
    papers_due: date | None = None
    record_issued: int | None = None
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Minute:
    """A question, decision, request or resolution of a meeting, about an action, an area or the plan."""

    id: int
    meeting_id: int
    kind: MinuteKind
    text: str
    action_id: int | None = None
    area_id: int | None = None
    answer: str = ""
    answered_on: date | None = None
    exempt: bool = False
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Reading:
    """A measure's value for a period that ended on `on`."""

    id: int
    on: date
    period: str
    value: float
    note: str = ""


@dataclass(frozen=True)
class Milestone:
    """A value a measure is to reach by a date."""

    id: int
    by: date
    value: float


@dataclass(frozen=True)
class Comparator:
    """The same measure elsewhere, for a period."""

    id: int
    kind: ComparatorKind
    value: float
    period: str
    source: str = ""


@dataclass(frozen=True)
class Measure:
    """An indicator of an area: unit, which way is better, baseline, target and its readings by period."""

    id: int
    title: str
    unit: str
    better: Better
    area_id: int | None = None
    baseline: float | None = None
    baseline_period: str = ""
    target: float | None = None
    target_by: date | None = None
    definition: str = ""
    readings: tuple[Reading, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    comparators: tuple[Comparator, ...] = ()
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Evidence:
    """What shows that something was done or made a difference; `on` is the date it speaks of."""

    id: int
    on: date
    kind: EvidenceKind
    title: str
    shows: str = ""
    place: str = ""
    action_id: int | None = None
    area_id: int | None = None
    exempt: bool = False
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Finding:
    """One strength, area for improvement or recommendation in a source, with the areas that answer it."""

    id: int
    source_id: int
    kind: FindingKind
    text: str
    place: str = ""
    area_ids: tuple[int, ...] = ()
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Source:
    """An inspection letter, peer review, diagnostic or self-evaluation, published on `on`."""

    id: int
    on: date
    kind: SourceKind
    title: str
    author: str = ""
    findings: tuple[Finding, ...] = ()
    version: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Plan:
    """Everything in one database as it stood at `as_at`, known at `record`.

    `today` is the pinned day of a training plan, else None. Areas, actions and meetings are in natural or
    date order.
    """

    title: str
    partnership: str
    as_at: date
    record: int
    main_series: str = ""
    today: date | None = None
    legend: tuple[LegendEntry, ...] = DEFAULT_LEGEND
    areas: tuple[Area, ...] = ()
    actions: tuple[Action, ...] = ()
    owners: tuple[Owner, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    minutes: tuple[Minute, ...] = ()
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def areas_by_id(self) -> dict[int, Area]:
        """Areas by row id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def actions_by_id(self) -> dict[int, Action]:
        """Actions by row id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def meetings_by_id(self) -> dict[int, Meeting]:
        """Meetings by row id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def actions_by_area(self) -> dict[int, tuple[Action, ...]]:
        """Actions of each area by the area's row id, in order of their refs; every area has an entry."""
        grouped: dict[int, list[Action]] = {area.id: [] for area in self.areas}
        for action in self.actions:
            grouped.setdefault(action.area_id, []).append(action)
        return {area_id: tuple(actions) for area_id, actions in grouped.items()}

    @cached_property
    def main_meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the main series by date, past and to come."""
        return tuple(m for m in self.meetings if m.series == self.main_series)

    @property
    def last_meeting(self) -> Meeting | None:
        """The latest of the main series strictly before the as-at date."""
        return max((m for m in self.main_meetings if m.on < self.as_at), key=lambda m: m.on, default=None)

    @property
    def next_meeting(self) -> Meeting | None:
        """The first of the main series on or after the as-at date."""
        return min((m for m in self.main_meetings if m.on >= self.as_at), key=lambda m: m.on, default=None)

    def area_of(self, action: Action) -> Area:
        """The area an action belongs to."""
        return self.areas_by_id[action.area_id]

    def legend_of(self, status: Status) -> LegendEntry:
        """How this plan shows a status."""
        return next(entry for entry in self.legend if entry.status is status)


@dataclass(frozen=True)
class Difference:
    """What one change did to one row: an insert (field None, `after` the whole row) or an edit of one field.

    Values are as they stand in JSON: dates as ISO text, enums as slugs.
    """

    noun: str
    row_id: int
    field: str | None
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One thing a person did, whole or not at all; `id` is the record number.

    `undoes` is the change an undo takes back, or the undo that a redo takes back.
    """

    id: int
    at: datetime
    day: date
    actor: str
    label: str
    undoes: int | None = None
    differences: tuple[Difference, ...] = ()


def in_order(areas: list[Area]) -> tuple[Area, ...]:
    """Areas in natural order of their numbers."""
    return tuple(sorted(areas, key=lambda a: (natural(a.number), a.id)))
