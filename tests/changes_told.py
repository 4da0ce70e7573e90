"""Changes as the history tells them, built by hand: say only what matters."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from send_actions.domain.plan import Change, Difference

AT = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)

UNSAID: dict[str, Any] = {
    "status": None,
    "impact": None,
    "note": "",
    "private_note": "",
    "ask": "",
    "path": "",
    "path_by": None,
    "look_again": None,
    "proof": "",
    "impact_shown_by": "",
    "no_change": False,
    "agreed_meeting_id": None,
    "heard": None,
    "heard_from": "",
}


def a_change(
    record: int,
    *differences: Difference,
    actor: str = "Ana",
    day: str = "2026-03-31",
    undoes: int | None = None,
    label: str = "",
) -> Change:
    """A change with its record number; `undoes` makes it an undo or a redo."""
    return Change(
        record, AT, date.fromisoformat(day), actor, label or f"Change {record}", undoes, differences
    )


def the_plan() -> Difference:
    """The row of the plan itself."""
    after = {"title": "Plan", "partnership": "Sample", "main_series": "Board"} | dict.fromkeys(
        ("today", "signs_off_from")
    )
    return Difference("plan", 1, None, None, after)


def an_area_row(
    row_id: int = 1, number: str = "9", *, on: str = "2026-01-05", **what_matters: Any
) -> Difference:
    """An area's row."""
    said = {"number": number, "title": f"Area {number}", "on": on}
    blank = {"outcome": "", "theme": "", "headline": "", "lead_id": None, "exempt": False}
    return Difference("area", row_id, None, None, blank | said | what_matters)


def an_action_row(
    row_id: int = 1, ref: str = "9.3", *, on: str = "2026-01-05", **what_matters: Any
) -> Difference:
    """An action's row, in area 1."""
    said = {"ref": ref, "title": f"Action {ref}", "on": on, "area_id": 1}
    blank = {"success_measure": "", "lead_id": None, "sro_id": None, "partners": "", "start": None}
    return Difference("action", row_id, None, None, blank | {"exempt": False} | said | what_matters)


def an_update_row(row_id: int, on: str, status: str | None = None, **said: Any) -> Difference:
    """What was said of action 1 on a date."""
    after = UNSAID | {"action_id": 1, "on": on, "status": status} | said
    return Difference("progress_update", row_id, None, None, after)


def a_deadline_row(row_id: int, on: str, due: str | None, **said: Any) -> Difference:
    """A due date said of action 1 on a date."""
    blank = {"precision": "day", "text": due or "", "reason": "", "agreed_meeting_id": None, "minute": ""}
    after = blank | {"action_id": 1, "on": on, "due": due} | said
    return Difference("deadline", row_id, None, None, after)


def an_edit(noun: str, row_id: int, field: str, before: Any, after: Any) -> Difference:
    """The edit of one field."""
    return Difference(noun, row_id, field, before, after)
