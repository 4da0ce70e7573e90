"""Areas: add, revise, judge and retire them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from send_actions.changes.plan import owner_id
from send_actions.changes.validation import existing_row, statement_date
from send_actions.domain.drafts import AreaDraft, OwnerDraft, too_long
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.refs import taken_for
from send_actions.domain.text import clean
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def add_area(
    store: Store, draft: AreaDraft, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """Add an area; raises SendActionsError when its number is in use."""
    with store.record(f"Add area {draft.number}", actor=actor, at=at, day=day) as recording:
        insert_area(recording, draft, on=statement_date(on, day))
    return recording.change


def insert_area(recording: Recording, draft: AreaDraft, *, on: date) -> int:
    """Add an area within a change that does more, and return its id."""
    draft.checked()
    _refuse_used_number(recording, draft.number)
    values = {
        "on": on,
        "number": draft.number,
        "title": draft.title,
        "outcome": draft.outcome,
        "theme": draft.theme,
        "headline": draft.headline,
        "lead_id": owner_id(recording, draft.lead),
        "exempt": draft.exempt,
    }
    return recording.insert("area", [values])[0]


def revise_area(
    store: Store,
    area_id: int,
    values: Mapping[str, object],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change wording: number, title, outcome, theme, headline, lead (an OwnerDraft), exempt."""
    with store.record("Revise an area", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "area", area_id, expected_version)
        wording = clean_values(recording, values)
        if not wording.get("title", row["title"]) or not wording.get("number", row["number"]):
            raise UsageError("An area needs a number and a title.")
        number = wording.get("number", row["number"])
        if number != row["number"]:
            _refuse_used_number(recording, number, apart_from=area_id)
        changed = recording.edit("area", area_id, wording)
        recording.label = f"Revise area {row['number']}: {', '.join(column_labels(changed))}"
    return recording.change


def _refuse_used_number(recording: Recording, number: str, *, apart_from: int | None = None) -> None:
    for row in recording.rows_in_plan("area"):
        if row["id"] != apart_from and taken_for(row["number"]) == taken_for(number):
            raise SendActionsError(
                f"There is an area {row['number']} already: give the new one another number."
            )


def column_labels(columns: Iterable[str]) -> list[str]:
    """Return the words for columns, as a label names them."""
    return [name.removesuffix("_id").replace("_", " ") for name in columns]


def clean_values(recording: Recording, values: Mapping[str, object]) -> dict[str, Any]:
    """Return values cleaned for a row's columns; an OwnerDraft becomes the owner's id."""
    wording: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("lead", "sro"):
            if value is not None and not isinstance(value, OwnerDraft):
                raise TypeError(f"{name}: an OwnerDraft or None, not {type(value).__name__}")
            wording[f"{name}_id"] = owner_id(recording, value)
        elif isinstance(value, str):
            one_line = name not in ("headline", "outcome", "success_measure")
            wording[name] = clean(value, one_line=one_line)
            if problem := too_long(name, wording[name], one_line=one_line):
                raise UsageError(problem)
        else:
            wording[name] = value
    return wording


def judge_area(
    store: Store,
    area_id: int,
    status: Status,
    reason: str = "",
    *,
    on: date | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say the lead's own judgement of an area, on a date."""
    with store.record("Judge an area", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "area", area_id, expected_version)
        stated_on = statement_date(on, day)
        said = {"area_id": area_id, "on": stated_on, "status": status, "reason": clean(reason)}
        if problem := too_long("reason", str(said["reason"]), one_line=False):
            raise UsageError(problem)
        earlier = [j for j in recording.rows_in_plan("judgement", area_id=area_id) if j["on"] <= stated_on]
        last = max(earlier, key=lambda j: (j["on"], j["id"]), default=None)
        if last is None or (last["status"], last["reason"]) != (status, said["reason"]):
            recording.insert("judgement", [said])
            recording.touch("area", area_id)
        recording.label = f"Judge area {row['number']} {status.word.lower()}"
    return recording.change


def retire_area(
    store: Store, area_id: int, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """Take an area out of the plan from a date on; raises SendActionsError while it has actions."""
    with store.record("Retire an area", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "area", area_id)
        refs = [action["ref"] for action in recording.rows_in_plan("action", area_id=area_id)]
        if refs:
            named = ", ".join(refs[:5]) + (" …" if len(refs) > len(refs[:5]) else "")
            raise SendActionsError(
                f"Area {row['number']} still has actions ({named}): move or retire them first."
            )
        recording.retire("area", area_id, statement_date(on, day))
        recording.label = f"Retire area {row['number']}"
    return recording.change
