"""Steps inside an action: add, change and remove them, and say when they were reached."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.changes.validation import existing_row, statement_date
from send_actions.domain.drafts import StepDraft
from send_actions.domain.plan import Change, Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import say_date, say_due
from send_actions.errors import UsageError
from send_actions.store.database import Store


def add_step(store: Store, draft: StepDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Add a step to an action; None when it has one of the same words and date already. Raises UsageError."""
    draft.checked()
    due = draft.due
    with store.record("Add a step", actor=actor, at=at, day=day) as recording:
        action = existing_row(recording, "action", draft.action_id)
        same = {"action_id": draft.action_id, "words": draft.words, "due": due.on}
        if not recording.rows_in_plan("step", **same):
            recording.insert("step", [{**same, "on": day, "precision": due.precision, "text": due.text}])
            recording.touch("action", draft.action_id)
        recording.label = f"Add a step to {action['ref']}: {draft.words}, by {say_due(due)}"
    return recording.change


def reach_step(
    store: Store, step_id: int, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """Say that a step was reached on a day; None when it was said so already. Raises UsageError."""
    with store.record("Reach a step", actor=actor, at=at, day=day) as recording:
        step = existing_row(recording, "step", step_id)
        action = existing_row(recording, "action", step["action_id"])
        reached_on = statement_date(on, day)
        if recording.edit("step", step_id, {"reached_on": reached_on}):
            recording.touch("action", step["action_id"])
        when = "" if reached_on == day else f" on {say_date(reached_on)}"
        recording.label = f"Reach a step of {action['ref']}{when}: {step['words']}"
    return recording.change


def revise_step(
    store: Store,
    step_id: int,
    *,
    words: str | None = None,
    due: Due | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change a step's words or date; None when it has them. Raises UsageError, for a second like it too."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        step = existing_row(recording, "step", step_id)
        action = existing_row(recording, "action", step["action_id"])
        was = Due(step["due"], Precision(step["precision"]), step["text"])
        draft = StepDraft(action["id"], step["words"] if words is None else words, due or was).checked()
        same = recording.rows_in_plan("step", action_id=action["id"], words=draft.words, due=draft.due.on)
        if any(other["id"] != step_id for other in same):
            raise UsageError(f"{action['ref']} has a step of these words and this date already.")
        due = draft.due
        said = {"words": draft.words, "due": due.on, "precision": due.precision, "text": due.text}
        if recording.edit("step", step_id, said):
            recording.touch("action", step["action_id"])
        recording.label = f"Change a step of {action['ref']}: {draft.words}, by {say_due(due)}"
    return recording.change


def remove_step(store: Store, step_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take a step out of its action from today on; raises SendActionsError when it is no longer there."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        step = existing_row(recording, "step", step_id)
        action = existing_row(recording, "action", step["action_id"])
        recording.retire("step", step_id, day)
        recording.touch("action", step["action_id"])
        recording.label = f"Remove a step of {action['ref']}: {step['words']}"
    return recording.change
