"""Actions: add, revise and retire them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from send_actions.changes.areas import clean_values, column_labels
from send_actions.changes.plan import owner_id
from send_actions.changes.validation import existing_row, list_refs, statement_date
from send_actions.domain.drafts import ActionDraft
from send_actions.domain.plan import Change, Due
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.refs import taken_for
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def add_action(
    store: Store,
    draft: ActionDraft,
    *,
    status: Status | None = Status.NOT_STARTED,
    due: Due | None = None,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Add an action with its first status and due date; raises SendActionsError when its ref is in use."""
    with store.record(f"Add {draft.ref}", actor=actor, at=at, day=day) as recording:
        stated_on = statement_date(on, day)
        action_id = insert_action(recording, draft, on=stated_on)
        if status:
            recording.insert("progress_update", [{"action_id": action_id, "on": stated_on, "status": status}])
        if due:
            insert_deadline(recording, action_id, due, on=stated_on)
    return recording.change


def insert_action(recording: Recording, draft: ActionDraft, *, on: date) -> int:
    """Add an action within a change that does more, and return its id."""
    draft.checked()
    existing_row(recording, "area", draft.area_id)
    _refuse_used_ref(recording, draft.ref, on=on)
    values = {
        "on": on,
        "ref": draft.ref,
        "area_id": draft.area_id,
        "title": draft.title,
        "success_measure": draft.success_measure,
        "lead_id": owner_id(recording, draft.lead),
        "sro_id": owner_id(recording, draft.sro),
        "partners": draft.partners,
        "start": draft.start,
        "exempt": draft.exempt,
    }
    return recording.insert("action", [values])[0]


def insert_deadline(recording: Recording, action_id: int, due: Due, *, on: date) -> None:
    """Say an action's first due date within a change that does more."""
    recording.insert(
        "deadline",
        [{"action_id": action_id, "on": on, "due": due.on, "precision": due.precision, "text": due.text}],
    )


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
    expected = {} if expected_version is None else {action_id: expected_version}
    return revise_actions(store, [action_id], values, expected=expected, actor=actor, at=at, day=day)


def revise_actions(
    store: Store,
    action_ids: Sequence[int],
    values: Mapping[str, object],
    *,
    expected: Mapping[int, int] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change the same wording of several actions as one change; `expected` holds the versions seen, by id."""
    with store.record("Revise an action", actor=actor, at=at, day=day) as recording:
        wording = clean_values(recording, values)
        refs: list[str] = []
        said: dict[str, None] = {}
        for action_id in action_ids:
            row = existing_row(recording, "action", action_id, (expected or {}).get(action_id))
            if not wording.get("title", row["title"]) or not wording.get("ref", row["ref"]):
                raise UsageError("An action needs a ref and a title.")
            if wording.get("ref", row["ref"]) != row["ref"]:
                _refuse_used_ref(recording, str(wording["ref"]), apart_from=action_id)
            if "area_id" in wording:
                existing_row(recording, "area", wording["area_id"])
            changed = recording.edit("action", action_id, wording)
            if changed:
                refs.append(row["ref"])
                said.update(dict.fromkeys(changed))
        recording.label = f"Revise {list_refs(refs)}: {', '.join(column_labels(said))}"
    return recording.change


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


def _refuse_used_ref(
    recording: Recording, ref: str, *, apart_from: int | None = None, on: date | None = None
) -> None:
    same = taken_for(ref)
    for row in recording.rows_in_plan("action"):
        if row["id"] != apart_from and taken_for(row["ref"]) == same:
            raise SendActionsError(f"There is an action {row['ref']} already: give the new one another ref.")
    for row in recording.retired_rows("action"):
        if on and on < row["gone_on"] and taken_for(row["ref"]) == same:
            raise SendActionsError(
                f"The ref {ref} was another action's until {say_date(row['gone_on'])}: "
                "give a later date, or another ref."
            )
