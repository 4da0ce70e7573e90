"""The nouns of a plan that show why and how far: findings and their sources, measures, evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from send_actions.domain.plan.vocabulary import Better, ComparatorKind, EvidenceKind, FindingKind, SourceKind


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
