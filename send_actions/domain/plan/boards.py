"""What boards say and what findings they answer to: meetings, minutes, sources and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from send_actions.domain.plan.vocabulary import FindingKind, MinuteKind, SourceKind


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
