"""Move a deadline: a due date said on a date, with its reason and where that was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from send_actions.changes.validation import existing_row, list_refs, statement_date
from send_actions.domain.drafts import DeadlineDraft
from send_actions.domain.history.statements import DueInForce, due_in_force, is_same_due
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import say_due
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def move_due_date(
    store: Store,
    draft: DeadlineDraft,
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say a due date of an action; None when that date says so already."""
    expected = {} if expected_version is None else {draft.action_id: expected_version}
    return move_due_dates(store, [draft], expected=expected, actor=actor, at=at, day=day)


def move_due_dates(
    store: Store,
    drafts: Sequence[DeadlineDraft],
    *,
    expected: Mapping[int, int] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say the due dates of several actions as one change; what says so already is left out.

    `expected` holds the versions the person saw, by action id. Raises EditConflictError, UsageError.
    """
    if not drafts:
        return None
    with store.record("", actor=actor, at=at, day=day) as recording:
        said: list[tuple[str, DeadlineDraft, DueInForce]] = []
        for draft in drafts:
            draft.checked()
            if draft.agreed_meeting_id is not None:
                existing_row(recording, "meeting", draft.agreed_meeting_id)
            row = existing_row(recording, "action", draft.action_id, (expected or {}).get(draft.action_id))
            present = _present(recording, draft, on=statement_date(draft.on, day))
            if _says_more(draft, present):
                _insert(recording, draft, on=statement_date(draft.on, day))
                said.append((row["ref"], draft, present))
        recording.label = "; ".join(_labels(said))
    return recording.change


def _present(recording: Recording, draft: DeadlineDraft, *, on: date) -> DueInForce:
    within = {"action_id": draft.action_id, "as_at": on.isoformat(), "record": recording.id}
    return due_in_force(reversed(recording.reader.rows("timeline_deadline", **within)))


def _says_more(draft: DeadlineDraft, present: DueInForce) -> bool:
    """Say whether the date, how exactly it is known, its reason, agreement or minute is not said yet."""
    due = present.due
    if due is None or not is_same_due(due, draft.due) or due.precision is not draft.due.precision:
        return True
    return (
        (draft.agreed_meeting_id is not None and not present.due_agreed)
        or draft.reason not in ("", present.due_reason)
        or draft.minute not in ("", present.due_minute)
    )


def _labels(said: Sequence[tuple[str, DeadlineDraft, DueInForce]]) -> list[str]:
    """Return what was done: dates set, dates moved, and more said of a date that stays."""
    groups: dict[tuple[str, str], list[str]] = {}
    for ref, draft, present in said:
        if present.due is None:
            done = ("Set the due date of", f" to {say_due(draft.due)}")
        elif is_same_due(present.due, draft.due):
            done = ("Say more of the due date of", f", {say_due(draft.due)}")
        else:
            done = ("Move the due date of", f" to {say_due(draft.due)}")
        groups.setdefault(done, []).append(ref)
    return [f"{verb} {list_refs(refs)}{tail}" for (verb, tail), refs in groups.items()]


def _insert(recording: Recording, draft: DeadlineDraft, *, on: date) -> None:
    row = {
        "action_id": draft.action_id,
        "on": on,
        "due": draft.due.on,
        "precision": draft.due.precision,
        "text": draft.due.text,
        "reason": draft.reason,
        "agreed_meeting_id": draft.agreed_meeting_id,
        "minute": draft.minute,
    }
    recording.insert("deadline", [row])
    recording.touch("action", draft.action_id)
