"""The nouns of a plan that show why and how far: findings and their sources, measures, evidence."""

from __future__ import annotations

from datetime import date

from send_actions.domain.noun import Noun
from send_actions.domain.plan.vocabulary import Better, ComparatorKind, EvidenceKind, FindingKind, SourceKind


class Finding(Noun):
    """One strength, area for improvement or recommendation in a source, with the areas that answer it."""

    id: int
    source_id: int
    kind: FindingKind
    text: str
    place: str = ""
    area_ids: tuple[int, ...] = ()
    version: int = 1


class Source(Noun):
    """An inspection letter, peer review, diagnostic or self-evaluation, published on `on`."""

    id: int
    on: date
    kind: SourceKind
    title: str
    author: str = ""
    findings: tuple[Finding, ...] = ()
    version: int = 1


class Reading(Noun):
    """A measure's value for a period that ended on `on`."""

    id: int
    on: date
    period: str
    value: float
    note: str = ""


class Milestone(Noun):
    """A value a measure is to reach by a date."""

    id: int
    by: date
    value: float


class Comparator(Noun):
    """The same measure elsewhere, for a period."""

    id: int
    kind: ComparatorKind
    value: float
    period: str
    source: str = ""


class Measure(Noun):
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
    version: int = 1


class Evidence(Noun):
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
    version: int = 1
