"""Invented rows of the nouns that a change adds by the recording itself: what a test inserts and edits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from send_actions.domain.plan.vocabulary import (
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    MinuteKind,
    Precision,
    SourceKind,
    Status,
)
from send_actions.errors import SendActionsError
from send_actions.store.recording import Recording


def living(recording: Recording, noun: str, pick: int) -> int:
    """The id of one row of a noun that is part of the plan; raises SendActionsError when there is none."""
    ids = [int(row["id"]) for row in recording.rows_in_plan(noun)]
    if not ids:
        raise SendActionsError(f"There is no {noun} yet.")
    return ids[pick % len(ids)]


def _any(recording: Recording, noun: str, pick: int) -> int | None:
    return living(recording, noun, pick) if pick % 3 and recording.rows_in_plan(noun) else None


def _legend(recording: Recording, pick: int, on: date) -> dict[str, Any]:
    status = list(Status)[pick]
    if recording.rows_in_plan("legend", status=status):
        raise SendActionsError("The legend says that already.")
    return {"on": on, "status": status, "colour": "teal", "word": "Fine", "definition": "All is well."}


def _finding_area(recording: Recording, pick: int, on: date) -> dict[str, Any]:
    finding, area = living(recording, "finding", pick), living(recording, "area", pick)
    return {"on": on, "finding_id": finding, "area_id": area}


ROWS: dict[str, Callable[[Recording, int, date], dict[str, Any]]] = {
    "meeting": lambda _, pick, on: {
        "listed_on": on,
        "on": on + timedelta(days=3 * pick - 6),
        "series": "Board" if pick % 2 else "Executive",
        "papers_due": on if pick == 1 else None,
    },
    "minute": lambda recording, pick, on: {
        "meeting_id": living(recording, "meeting", pick),
        "kind": list(MinuteKind)[pick % 4],
        "text": "Why is it late?",
        "action_id": _any(recording, "action", pick),
        "answered_on": on if pick == 2 else None,
        "answer": "A vacancy." if pick == 2 else "",
        "owner_id": _any(recording, "owner", pick),
        "due": on + timedelta(days=pick) if pick else None,
        "precision": Precision.DAY if pick else None,
        "made_action_id": _any(recording, "action", pick + 1) if pick == 3 else None,
    },
    "step": lambda recording, pick, on: {
        "on": on,
        "action_id": living(recording, "action", pick),
        "words": "Thirty plans audited",
        "due": on + timedelta(days=pick) if pick else None,
        "precision": Precision.DAY if pick else Precision.ONGOING,
        "reached_on": on if pick == 3 else None,
    },
    "action_measure": lambda recording, pick, on: {
        "on": on,
        "action_id": living(recording, "action", pick),
        "measure_id": living(recording, "measure", pick),
    },
    "paper": lambda recording, pick, on: {
        "on": on,
        "kind": "board",
        "as_at": on,
        "record": recording.id - 1,
        "audience": "board",
        "meeting_id": _any(recording, "meeting", pick),
        "digest": "5feceb66",
    },
    "measure": lambda recording, pick, on: {
        "on": on,
        "title": "Plans in twenty weeks",
        "unit": "%",
        "better": list(Better)[pick % 2],
        "area_id": _any(recording, "area", pick),
        "target": 60.0 if pick else None,
    },
    "reading": lambda recording, pick, on: {
        "measure_id": living(recording, "measure", pick),
        "on": on,
        "period": "Spring",
        "value": 40.5 + pick,
    },
    "milestone": lambda recording, pick, on: {
        "measure_id": living(recording, "measure", pick),
        "by": on + timedelta(days=pick),
        "value": 50.0,
    },
    "comparator": lambda recording, pick, _on: {
        "measure_id": living(recording, "measure", pick),
        "kind": list(ComparatorKind)[pick % 3],
        "value": 46.4,
        "period": "2025",
    },
    "evidence": lambda recording, pick, on: {
        "on": on,
        "kind": list(EvidenceKind)[pick % 4],
        "title": "Audit of ten files",
        "action_id": _any(recording, "action", pick),
        "area_id": _any(recording, "area", pick),
    },
    "source": lambda _, pick, on: {"on": on, "kind": list(SourceKind)[pick % 4], "title": "Peer review"},
    "finding": lambda recording, pick, _on: {
        "source_id": living(recording, "source", pick),
        "kind": list(FindingKind)[pick % 3],
        "text": "Waits are too long.",
    },
    "finding_area": _finding_area,
    "legend": _legend,
    "action_support": lambda recording, pick, on: {
        "on": on,
        "action_id": living(recording, "action", pick),
        "area_id": living(recording, "area", pick + 1),
    },
    "action_dependency": lambda recording, pick, on: {
        "on": on,
        "action_id": living(recording, "action", pick),
        "needs_id": living(recording, "action", pick + 1),
    },
}
"""For each noun, a row of it: from a recording, a number to pick by, and the date it speaks of."""

EDITS: list[tuple[str, str, Any]] = [
    ("meeting", "on", date(2026, 3, 8)),
    ("meeting", "series", "Board"),
    ("meeting", "record_issued", 2),
    ("minute", "answer", "Agency cover from May."),
    ("minute", "answered_on", date(2026, 3, 12)),
    ("minute", "answered_on", None),
    ("minute", "kind", MinuteKind.DECISION),
    ("minute", "made_action_id", None),
    ("minute", "due_text", "by Easter"),
    ("step", "reached_on", date(2026, 3, 6)),
    ("step", "reached_on", None),
    ("step", "due", date(2026, 3, 20)),
    ("measure", "target", None),
    ("measure", "target", 75.0),
    ("reading", "value", 12.25),
    ("evidence", "on", date(2026, 3, 5)),
    ("evidence", "exempt", True),
    ("owner", "name", "Invented Name"),
    ("legend", "word", "Good"),
    ("legend", "used", False),
    ("source", "title", "Letter"),
    ("finding", "place", "page 3"),
]
"""Edits of one field: noun, field and value."""

RETIRED = ["meeting", "minute", "measure", "reading", "evidence", "legend", "finding_area", "action_support"]
RETIRED += ["step", "action_measure", "paper"]
"""Nouns whose rows a test takes out of the plan from a date on."""
