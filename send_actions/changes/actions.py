"""Actions: add, revise and retire them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from send_actions.changes.links import Links, link_action
from send_actions.changes.names import one_name_each, refuse_used_name
from send_actions.changes.updates import deadline_row, say_due_dates
from send_actions.changes.validation import (
    clean_values,
    existing_row,
    list_columns,
    list_refs,
    statement_date,
)
from send_actions.domain.drafts import ActionDraft, DeadlineDraft
from send_actions.domain.plan import Change, Due
from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def add_action(
    store: Store,
    draft: ActionDraft,
    *,
    status: Status | None = Status.NOT_STARTED,
    due: Due | None = None,
    links: Links | None = None,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Add an action with its first status and due date; raises SendActionsError when its ref is in use."""
    record = store.record(f"Add {draft.ref}", actor=actor, at=at, day=day)
    with record as recording, one_name_each(recording, "give a later date, or another ref"):
        stated_on = statement_date(on, day)
        action_id = insert_action(recording, draft, on=stated_on)
        if status:
            recording.insert("progress_update", [{"action_id": action_id, "on": stated_on, "status": status}])
        if due:
            recording.insert("deadline", [deadline_row(action_id, due, stated_on)])
        link_action(recording, action_id, links or {})
    return recording.change


def insert_action(recording: Recording, draft: ActionDraft, *, on: date) -> int:
    """Add an action within a change that does more, and return its id."""
    draft.checked()
    existing_row(recording, "area", draft.area_id)
    refuse_used_name(recording, "action", draft.ref)
    return recording.insert("action", [{"on": on, **clean_values(recording, vars(draft))}])[0]


def revise_action(
    store: Store,
    action_id: int,
    values: Mapping[str, object],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change wording: ref, area_id, title, success_measure, lead, sro, partners, start, exempt."""
    expected = {action_id: expected_version}
    return revise_actions(store, [action_id], values, expected=expected, actor=actor, at=at, day=day)


def edit_action(
    store: Store,
    action_id: int,
    values: Mapping[str, object],
    *,
    deadline: DeadlineDraft | None = None,
    links: Links | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change an action's wording, its due date and what it is linked with, as one change.

    Raises EditConflictError when someone else saved first, UsageError for what cannot be.
    """
    is_named = not values.keys().isdisjoint({"ref", "area_id"})
    record = store.record("Revise an action", actor=actor, at=at, day=day)
    with record as recording, one_name_each(recording, "give this one another ref", when=is_named):
        ref = str(existing_row(recording, "action", action_id, expected_version)["ref"])
        changed = [*_revise(recording, action_id, clean_values(recording, values))]
        if deadline and say_due_dates(recording, [replace(deadline, action_id=action_id)], None, day):
            changed.append("due date")
        changed += link_action(recording, action_id, links or {})
        recording.label = f"Revise {ref}: {list_columns(changed)}"
    return recording.change


def revise_actions(
    store: Store,
    action_ids: Sequence[int],
    values: Mapping[str, object],
    *,
    expected: Mapping[int, int | None] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change the same wording of several actions as one change; `expected` holds the versions seen, by id."""
    is_named = not values.keys().isdisjoint({"ref", "area_id"})
    record = store.record("Revise an action", actor=actor, at=at, day=day)
    with record as recording, one_name_each(recording, "give this one another ref", when=is_named):
        cleaned = clean_values(recording, values)
        refs: list[str] = []
        columns: dict[str, None] = {}
        for action_id in action_ids:
            row = existing_row(recording, "action", action_id, (expected or {}).get(action_id))
            if changed := _revise(recording, action_id, cleaned):
                refs.append(row["ref"])
                columns |= dict.fromkeys(changed)
        recording.label = f"Revise {list_refs(refs)}: {list_columns(columns)}"
    return recording.change


def _revise(recording: Recording, action_id: int, cleaned: Mapping[str, Any]) -> tuple[str, ...]:
    """Change one action's wording within a change, and return the columns that differed."""
    row = existing_row(recording, "action", action_id)
    revised = {**row, **cleaned}
    if not revised["title"] or not revised["ref"]:
        raise UsageError("An action needs a ref and a title.")
    if revised["ref"] != row["ref"]:
        refuse_used_name(recording, "action", revised["ref"], apart_from=action_id)
    if "area_id" in cleaned:
        existing_row(recording, "area", revised["area_id"])
    return recording.edit("action", action_id, cleaned)


def retire_action(
    store: Store,
    action_id: int,
    *,
    on: date | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Take an action out of the plan from a date on, for one entered by mistake; else set it withdrawn."""
    with store.record("Retire an action", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "action", action_id, expected_version)
        recording.retire("action", action_id, statement_date(on, day))
        recording.label = f"Retire {row['ref']}"
    return recording.change
