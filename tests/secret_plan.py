"""A plan in a file with a mark in every text of every noun, which a board or the public may not see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from kept_plans import KeptPlan, a_kept_plan

from send_actions.domain.plan.vocabulary import (
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    MinuteKind,
    Precision,
    SourceKind,
    Status,
)
from send_actions.store.recording import Recording
from send_actions.store.tables import TABLES

EARLY = date(2026, 2, 1)
"""A day on which 1.4 and area 3 were exempt, and 1.3, area 4 and more were not yet."""

TODAY = date(2026, 3, 31)


@dataclass
class SecretPlan:
    """The plan, and its marks: for nobody but those inside, not for the public, not as at the early day."""

    kept: KeptPlan
    seen: str = "Seenbyall0"
    names: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    not_public: list[str] = field(default_factory=list)
    not_early: list[str] = field(default_factory=list)
    early_record: int = 0
    turned: list[tuple[str, int, bool]] = field(default_factory=list)
    spoken_of: list[str] = field(default_factory=list)
    named_late: dict[int, str] = field(default_factory=dict)

    def whole_name(self) -> str:
        """A new name of two words that stands in what is said."""
        self.spoken_of.append(f"{self.mark(self.names)} {self.mark(self.names)}")
        return self.spoken_of[-1]

    def mark(self, marks: list[str]) -> str:
        """A new mark: one word that no format breaks."""
        every = (*self.names, *self.never, *self.not_public, *self.not_early)
        marks.append(f"Hidden{len(every):04d}q")
        return marks[-1]


def texts(noun: str) -> list[str]:
    """The columns of a table that hold what people write."""
    return [column.name for column in TABLES[noun].columns if isinstance(column.type, sa.Text)]


def a_secret_plan(folder: Path) -> SecretPlan:
    """Write the plan: all of it on 5 January; on 10 February other things become exempt, and names change."""
    kept = a_kept_plan(folder, name="secret.db")
    plan = SecretPlan(kept)
    with kept.store.record("Write it all", **kept.by("Ana", "2026-01-05")) as recording:
        _Writing(plan, recording).write()
        plan.early_record = recording.id
    with kept.store.record("Change what is exempt", **kept.by("Ana", "2026-02-10")) as recording:
        for noun, row, is_exempt in (*_TURNED, *plan.turned):
            found = next(r for r in recording.rows_in_plan(noun) if r["id"] == row)
            assert found["exempt"] is not is_exempt
            recording.edit(noun, row, {"exempt": is_exempt})
        for row, name in plan.named_late.items():
            recording.edit("owner", row, {"name": name})
        board = next(r for r in recording.rows_in_plan("meeting") if r["on"] == date(2026, 2, 25))
        shown = {"as_at": EARLY, "record": plan.early_record, "audience": "board", "meeting_id": board["id"]}
        digest = plan.mark(plan.not_public)
        recording.retire("action", _RETIRED, date(2026, 2, 10))
        recording.insert("paper", [{"on": date(2026, 2, 10), "kind": "board", "digest": digest, **shown}])
    return plan


_RETIRED = 8
"""The action that became exempt and was then taken out of the plan."""

_TURNED = (
    ("action", 3, True),
    ("action", 4, False),
    ("area", 3, False),
    ("area", 4, True),
    ("action", _RETIRED, True),
)


class _Writing:
    """The change that writes everything; `marks` is where new marks go."""

    def __init__(self, plan: SecretPlan, recording: Recording) -> None:
        self.plan, self.recording = plan, recording
        self.marks: list[str] | None = None

    def row(self, noun: str, **values: Any) -> int:
        """Add a row with a mark in each text that is not given, or an open word where nothing is hidden."""
        for name in texts(noun):
            if name not in values:
                values[name] = self.plan.seen if self.marks is None else self.plan.mark(self.marks)
        return self.recording.insert(noun, [values])[0]

    def write(self) -> None:
        day = date(2026, 1, 5)
        self.lead = self.owner("Head of Therapies", "NHS trust")
        self.sro = self.owner("Director of Education", "Council")
        self.plan.named_late[self.lead] = self.plan.whole_name()
        nameless = self.row("owner", role="Chair of governors", organisation="School", name="")
        self.plan.named_late[nameless] = self.plan.whole_name()
        self.meetings = [
            self.row("meeting", listed_on=day, on=date.fromisoformat(on), series="Board")
            for on in ("2026-01-14", "2026-01-28", "2026-02-25", "2026-03-31", "2026-04-15")
        ]
        self.source = self.row("source", on=day, kind=SourceKind.PEER_REVIEW)
        hidden = self.plan.never
        areas = (None, hidden, self.plan.not_early, hidden)
        for number, marks in enumerate(areas, start=1):
            self.marks = marks
            self.area(str(number), is_exempt=number in {2, 3})
        actions = ((1, 1, None), (1, 2, hidden), (1, 3, hidden), (1, 4, self.plan.not_early))
        inside = ((2, 1, hidden), (3, 1, self.plan.not_early), (4, 1, hidden), (1, 5, hidden))
        for area, number, marks in (*actions, *inside):
            self.marks = marks
            self.action(f"{area}.{number}", area, is_exempt=(area, number) in {(1, 2), (1, 4)})
        self.links()
        self.loose()

    def owner(self, role: str, organisation: str) -> int:
        name = self.plan.whole_name()
        email = f"{self.plan.mark(self.plan.names)}@example.org"
        reached = {"name": name, "email": email, "deputy": self.plan.mark(self.plan.names)}
        return self.row("owner", role=role, organisation=organisation, **reached)

    def area(self, number: str, *, is_exempt: bool) -> None:
        day = date(2026, 1, 5)
        id_ = self.row("area", on=day, number=number, lead_id=self.lead, exempt=is_exempt)
        assert id_ == int(number)
        self.row("judgement", area_id=id_, on=date(2026, 1, 20), status=Status.AT_RISK)
        self.measure(area_id=id_)
        self.said(area_id=id_)
        published = {"text": "Waits are too long.", "place": "Page 3"}
        finding = self.row("finding", source_id=self.source, kind=FindingKind.RECOMMENDATION, **published)
        self.row("finding_area", on=day, finding_id=finding, area_id=id_)

    def measure(self, **values: Any) -> int:
        day = date(2026, 1, 5)
        id_ = self.row(
            "measure",
            on=day,
            unit="%",
            better=Better.HIGHER,
            baseline=40,
            target=90,
            target_by=TODAY,
            **values,
        )
        for on, value in (("2025-12-31", 61), ("2026-01-31", 63), ("2026-02-28", 66)):
            note = self.plan.mark(self.plan.not_public if self.marks is None else self.marks)
            self.row("reading", measure_id=id_, on=date.fromisoformat(on), value=value, note=note)
        self.row("milestone", measure_id=id_, by=date(2026, 1, 31), value=70)
        self.row("comparator", measure_id=id_, kind=ComparatorKind.NATIONAL, value=70)
        return id_

    def action(self, ref: str, area: int, *, is_exempt: bool) -> None:
        day = date(2026, 1, 5)
        id_ = self.row(
            "action", on=day, ref=ref, area_id=area, lead_id=self.lead, sro_id=self.sro, exempt=is_exempt
        )
        open_day = None if self.marks is not None else self.plan.not_public
        for on, due, status in (
            ("2026-01-05", "2026-01-31", Status.ON_TRACK),
            ("2026-01-22", "2026-02-28", Status.AT_RISK),
            ("2026-03-02", "2026-03-15", Status.OFF_TRACK),
        ):
            said = date.fromisoformat(on)
            self.update(id_, said, status)
            words: dict[str, Any] = {}
            if open_day is not None:
                words = {"minute": self.plan.mark(open_day), "reason": self.named()}
            self.row(
                "deadline",
                action_id=id_,
                on=said,
                due=date.fromisoformat(due),
                precision=Precision.DAY,
                agreed_meeting_id=self.meetings[1] if said < date(2026, 1, 28) else None,
                **words,
            )
        self.row("step", on=day, action_id=id_, due=date(2026, 2, 1), precision=Precision.DAY)
        self.said(action_id=id_)

    def update(self, action_id: int, on: date, status: Status) -> None:
        hidden = {name: self.plan.mark(self.plan.never) for name in ("private_note", "heard_from")}
        if self.marks is None:
            hidden["ask"] = self.plan.mark(self.plan.not_public)
            hidden["note"] = self.named()
        self.row(
            "progress_update",
            action_id=action_id,
            on=on,
            status=status,
            impact=Impact.EMERGING,
            heard=Heard.EMAIL,
            path_by=date(2026, 4, 30),
            **hidden,
        )

    def named(self) -> str:
        """Words in which every name stands that an owner ever bore."""
        others = " and ".join(self.plan.spoken_of)
        return f"{self.plan.seen}, says {self.plan.names[0]}  {self.plan.names[1]}. So do {others}."

    def said(self, **about: Any) -> None:
        """Evidence about something, and what a meeting asked, decided and heard of it."""
        place = {"place": self.plan.mark(self.plan.not_public)} if self.marks is None else {}
        for kind in (EvidenceKind.VOICE, EvidenceKind.AUDIT):
            self.row("evidence", on=date(2026, 1, 10), kind=kind, **place, **about)
        for meeting in self.meetings[:2]:
            for asked, is_answered in ((MinuteKind.QUESTION, False), (MinuteKind.REQUEST, True)):
                answered = {"answered_on": date(2026, 1, 29)} if is_answered else {"answer": ""}
                self.row("minute", meeting_id=meeting, kind=asked, **answered, **about)
            self.row("minute", meeting_id=meeting, kind=MinuteKind.DECISION, **about)

    def links(self) -> None:
        """Link the open action and area with what is exempt, and let one measure only be moved by that."""
        day = date(2026, 1, 5)
        self.row("action_support", on=day, action_id=1, area_id=2)
        for needed in (2, 5):
            self.row("action_dependency", on=day, action_id=1, needs_id=needed)
        for exempt in (2, 5):
            self.row("action_dependency", on=day, action_id=exempt, needs_id=1)
            self.row("action_support", on=day, action_id=exempt, area_id=4)
        self.row("action_support", on=day, action_id=5, area_id=1)
        self.marks = self.plan.not_public
        moved = self.measure(area_id=1)
        self.row("action_measure", on=day, action_id=2, measure_id=moved)
        self.row("action_measure", on=day, action_id=1, measure_id=1)

    def loose(self) -> None:
        """Add what is exempt by itself, what becomes so, and what is only kept beside the plan."""
        self.marks = self.plan.never
        for is_exempt, meeting in zip((True, False), self.meetings, strict=False):
            asked = self.row("minute", meeting_id=meeting, kind=MinuteKind.QUESTION, exempt=is_exempt)
            day = date(2026, 1, 10)
            voice = self.row("evidence", on=day, kind=EvidenceKind.VOICE, action_id=1, exempt=is_exempt)
        self.plan.turned += [("minute", asked, True), ("evidence", voice, True)]
        self.row("saved_view")
        self.row("imported_file", on=date(2026, 1, 5))
        self.row("import_mapping")
