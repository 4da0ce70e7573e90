"""The drawn plan with invented measures, steps and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kept_plans import KeptPlan
from tui.piloting import a_drawn_plan

from send_actions.domain.plan.vocabulary import (
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    Precision,
    SourceKind,
)

BEGAN = date(2025, 9, 1)
IN_18_WEEKS = (60, 64, 59, 66, 62, 61, 65, 60, 63, 67, 59, 64, 62, 65, 61, 63, 70, 72, 71, 74, 73, 75, 74, 77)


def month_ends(count: int, last: date = date(2026, 2, 28)) -> list[date]:
    """The last days of so many months, the newest last."""
    found = [last]
    while len(found) < count:
        found.append(found[-1].replace(day=1) - timedelta(days=1))
    return found[::-1]


def a_measured_plan(folder: Path) -> KeptPlan:
    """The drawn plan with measures of every kind, and what shows a difference in area 9."""
    kept = a_drawn_plan(folder)
    nine, fourteen = kept.find_area("9").id, kept.find_area("14").id
    waits = _measure(
        kept,
        "Seen within 18 weeks",
        IN_18_WEEKS,
        area_id=nine,
        baseline=58.0,
        baseline_period="2023",
        target=92.0,
        target_by=date(2026, 6, 30),
        definition="Share of children on the list who have waited 18 weeks or less.",
    )
    kept.insert("milestone", measure_id=waits, by=date(2025, 12, 31), value=70.0)
    kept.insert("milestone", measure_id=waits, by=date(2026, 4, 30), value=80.0)
    kept.insert(
        "comparator", measure_id=waits, kind=ComparatorKind.NATIONAL, value=79.0, period="2025", source=""
    )
    _measure(
        kept,
        "Waiting over 52 weeks",
        (212, 190, 176, 168),
        area_id=kept.find_area("3").id,
        unit="number",
        better=Better.LOWER,
        target=0.0,
        target_by=date(2026, 1, 31),
    )
    _measure(kept, "Requests", (164, 171), area_id=fourteen, unit="requests", better=Better.NEITHER)
    _measure(kept, "Change in calls to the helpline over the year", (-4,), area_id=fourteen, unit="%")
    _measure(kept, "Nobody has read this one", (), area_id=None, target=50.0)
    kept.insert("action_measure", on=BEGAN, action_id=kept.find("9.3").id, measure_id=waits)
    kept.insert("action_measure", on=BEGAN, action_id=kept.find("14.1").id, measure_id=waits)
    _shown(kept, nine)
    return kept


def _measure(kept: KeptPlan, title: str, values: Sequence[float], **row: Any) -> int:
    given: dict[str, Any] = {
        "on": BEGAN,
        "title": title,
        "unit": "%",
        "better": Better.HIGHER,
        "definition": "",
    } | row
    id_ = kept.insert("measure", **given)
    for end, value in zip(month_ends(len(values)), values, strict=False):
        period = f"{end:%B %Y}"
        kept.insert("reading", measure_id=id_, on=end, period=period, value=float(value), note="")
    return id_


def _shown(kept: KeptPlan, area_id: int) -> None:
    nine_3 = kept.find("9.3").id
    step: dict[str, Any] = {"on": BEGAN, "action_id": nine_3, "precision": Precision.DAY, "text": ""}
    reached: dict[str, Any] = {
        "words": "Line open to schools",
        "due": date(2025, 11, 30),
        "reached_on": date(2025, 11, 5),
    }
    kept.insert("step", **step, **reached)
    kept.insert("step", **step, words="60 calls in a month", due=date(2025, 12, 31), reached_on=None)
    kept.insert(
        "evidence",
        on=date(2026, 1, 22),
        kind=EvidenceKind.VOICE,
        title="Show of hands in the SENCO network",
        shows="45% of schools know the pathway",
        place="",
        area_id=area_id,
    )
    source = kept.insert(
        "source",
        on=date(2025, 2, 28),
        kind=SourceKind.INSPECTION_LETTER,
        title="Inspection letter",
        author="",
    )
    finding = kept.insert(
        "finding",
        source_id=source,
        kind=FindingKind.AREA_FOR_IMPROVEMENT,
        text="The way in is unclear to parents.",
        place="",
    )
    kept.insert("finding_area", on=BEGAN, finding_id=finding, area_id=area_id)
