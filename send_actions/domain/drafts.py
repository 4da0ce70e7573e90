"""What someone asks for, noun by noun; `drafting` is what all drafts do."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from send_actions.domain.drafting import Draft, one_line
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import (
    Better,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    Precision,
    SourceKind,
    Status,
)
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.owners import read_owner

_ADDRESS: Final = r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+"
NO_DUE = Due(None, Precision.UNCLEAR, "")


@dataclass(frozen=True)
class OwnerDraft(Draft):
    """A role and its organisation, as written down."""

    role: str = one_line(needed="An owner needs a role.")
    organisation: str = one_line()
    name: str = one_line()
    email: str = one_line()
    deputy: str = one_line()
    away_until: date | None = None

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}" if self.organisation else self.role

    def problems(self) -> list[str]:
        """Return every problem as a sentence."""
        is_wrong = self.email and not re.fullmatch(_ADDRESS, self.email, re.ASCII)
        told = "The e-mail address is none: write it as in head.of.send@example.org."
        return [*super().problems(), *([told] if is_wrong else [])]

    @classmethod
    def read(cls, text: str, organisations: Collection[str] = ()) -> OwnerDraft | None:
        """Read "Head of SEND, LA" into role and organisation, as `read_owner` has it; None for nobody."""
        role, organisation = read_owner(text, organisations)
        return cls(role, organisation) if role else None


@dataclass(frozen=True)
class AreaDraft(Draft):
    """A new area for improvement."""

    number: str = one_line(needed="The area needs a number.")
    title: str = one_line(needed="The area needs a title.")
    outcome: str = ""
    theme: str = one_line()
    headline: str = ""
    lead: OwnerDraft | None = None
    exempt: bool = False


@dataclass(frozen=True)
class ActionDraft(Draft):
    """A new action in an area."""

    area_id: int = 0
    ref: str = one_line(needed="The action needs a ref, such as 9.5.")
    title: str = one_line(needed="The action needs a title.")
    success_measure: str = ""
    lead: OwnerDraft | None = None
    sro: OwnerDraft | None = None
    partners: str = one_line()
    start: date | None = None
    exempt: bool = False


@dataclass(frozen=True)
class UpdateDraft(Draft):
    """Something said of an action, or of several in turn; what is left unsaid stays as it was."""

    action_id: int = 0
    on: date | None = None
    status: Status | None = None
    impact: Impact | None = None
    note: str = ""
    private_note: str = ""
    ask: str = ""
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    impact_shown_by: str = ""
    no_change: bool = False
    agreed_meeting_id: int | None = None
    heard: Heard | None = None
    heard_from: str = one_line()

    def problems(self) -> list[str]:
        """An update says something, and "no change" says no other status."""
        found = super().problems()
        if self.no_change and self.status:
            found.append("An update says either a status or no change, not both.")
        if self.impact_shown_by and not self.impact:
            found.append("What shows an impact is said with the impact.")
        if not self.statements():
            found.append("An update says a status, an impact, a note, an ask or no change: say at least one.")
        return found

    @property
    def speaks_of_status(self) -> bool:
        """Whether it says a status, or that it is still right."""
        return self.status is not None or self.no_change

    def statements(self) -> Mapping[str, Any]:
        """Return the parts that say something, by name."""
        apart = {"action_id", "on", "heard", "heard_from", "agreed_meeting_id"}
        return {f.name: v for f in fields(self) if f.name not in apart and (v := getattr(self, f.name))}


@dataclass(frozen=True)
class DeadlineDraft(Draft):
    """A due date for an action, why it moves and where that was agreed."""

    action_id: int = 0
    due: Due = NO_DUE
    on: date | None = None
    reason: str = ""
    agreed_meeting_id: int | None = None
    minute: str = one_line()

    def problems(self) -> list[str]:
        """A due date says a date, or the words of one."""
        found = super().problems()
        if self.due.on is None and not self.due.text:
            found.append("A due date needs a date, or a word such as ongoing.")
        return found


@dataclass(frozen=True)
class MeetingDraft(Draft):
    """A board's meeting, held or to come; without a series it is of the plan's main one."""

    on: date | None = None
    series: str = one_line()
    returns_due: date | None = None
    papers_due: date | None = None

    def problems(self) -> list[str]:
        """A meeting has a date, and what is due for it is due by then."""
        found = super().problems()
        if self.on is None:
            return [*found, "A meeting needs a date."]
        for what, due in (("Returns", self.returns_due), ("Papers", self.papers_due)):
            if due and due > self.on:
                found.append(f"{what} are due by the meeting of {say_date(self.on)}, not on {say_date(due)}.")
        return found


@dataclass(frozen=True)
class StepDraft(Draft):
    """A dated step inside an action."""

    action_id: int = 0
    words: str = one_line(needed="A step needs words: say what is to be reached.")
    due: Due = NO_DUE

    def problems(self) -> list[str]:
        """A step has a day by which it is to be reached."""
        found = super().problems()
        return found if self.due.on else [*found, "A step needs a date by which it is to be reached."]


@dataclass(frozen=True)
class MeasureDraft(Draft):
    """A new measure."""

    title: str = one_line(needed="A measure needs a title.")
    unit: str = one_line(needed="A measure needs its unit, such as %, weeks or number.")
    better: Better | None = None
    area_id: int | None = None
    baseline: float | None = None
    baseline_period: str = one_line()
    target: float | None = None
    target_by: date | None = None
    definition: str = ""

    def problems(self) -> list[str]:
        """A measure says which way is better."""
        found = super().problems()
        return found if self.better else [*found, "A measure needs its better way: higher, lower or neither."]


@dataclass(frozen=True)
class ReadingDraft(Draft):
    """A measure's value for a period that ended on `on`."""

    measure_id: int = 0
    on: date | None = None
    period: str = one_line(needed="A reading needs its period.")
    value: float = 0.0
    note: str = ""


@dataclass(frozen=True)
class EvidenceDraft(Draft):
    """What shows that something was done or made a difference; about an action or an area."""

    kind: EvidenceKind = EvidenceKind.DOCUMENT
    title: str = one_line(needed="Evidence needs a title.")
    action_id: int | None = None
    area_id: int | None = None
    shows: str = ""
    place: str = one_line()
    exempt: bool = False


@dataclass(frozen=True)
class SourceDraft(Draft):
    """An inspection letter, peer review, diagnostic or self-evaluation, published on `on`."""

    on: date | None = None
    kind: SourceKind = SourceKind.SELF_EVALUATION
    title: str = one_line(needed="A source needs a title.")
    author: str = one_line()


@dataclass(frozen=True)
class FindingDraft(Draft):
    """One strength, area for improvement or recommendation in a source, and the areas that answer it."""

    source_id: int = 0
    kind: FindingKind = FindingKind.AREA_FOR_IMPROVEMENT
    text: str = field(default="", metadata={"needed": "A finding needs words."})
    place: str = one_line()
    area_ids: tuple[int, ...] = ()
