"""Say how actions stand: status, impact, notes, path to green, and that nothing changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from send_actions.changes.validation import existing_row, list_refs, statement_date
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.history.statements import StatusInForce, as_date, status_in_force
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def record_update(
    store: Store,
    draft: UpdateDraft,
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say something of one action; None when it says so already."""
    expected = {} if expected_version is None else {draft.action_id: expected_version}
    return record_updates(store, [draft], expected=expected, actor=actor, at=at, day=day)


def record_updates(
    store: Store,
    drafts: Sequence[UpdateDraft],
    *,
    label: str = "",
    expected: Mapping[int, int] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say something of several actions as one change; what an action says already on the date is left out.

    `expected` holds the versions the person saw, by action id. Raises EditConflictError, UsageError.
    """
    if not drafts:
        return None
    with store.record(label, actor=actor, at=at, day=day) as recording:
        written: list[tuple[str, UpdateDraft]] = []
        for draft in drafts:
            draft.checked()
            if draft.agreed_meeting_id is not None:
                existing_row(recording, "meeting", draft.agreed_meeting_id)
            row = existing_row(recording, "action", draft.action_id, (expected or {}).get(draft.action_id))
            said = new_update_row(recording, draft, on=statement_date(draft.on, day))
            if said is not None:
                recording.insert("progress_update", [said])
                recording.touch("action", draft.action_id)
                written.append((row["ref"], draft))
        recording.label = label or "; ".join(_labels(written))
    return recording.change


def new_update_row(recording: Recording, draft: UpdateDraft, *, on: date) -> dict[str, Any] | None:
    """Return the row of an update, or None when the action says all of it already on that date."""
    within = {"action_id": draft.action_id, "as_at": on.isoformat(), "record": recording.id}
    earlier = list(reversed(recording.reader.rows("timeline_update", **within)))
    if not _alters(draft, status_in_force(earlier)) and not _rates_anew(draft, earlier):
        is_repeated = any(as_date(row["on"]) == on and _repeats(draft, row) for row in earlier)
        if is_repeated or not _adds_words(draft, status_in_force(earlier)):
            return None
    apart = {name: value for name, value in vars(draft).items() if name != "on"}
    return {**apart, "on": on}


def _repeats(draft: UpdateDraft, row: Mapping[str, Any]) -> bool:
    """Say whether an update of the same day says all of it, from the same person."""
    same = all(row[name] == _as_kept(value) for name, value in draft.said().items())
    heard = (row["heard"] or None, row["heard_from"], row["agreed_meeting_id"])
    return same and heard == (draft.heard, draft.heard_from, draft.agreed_meeting_id)


def _as_kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _alters(draft: UpdateDraft, in_force: StatusInForce) -> bool:
    """Say whether the action would stand differently: a part that says something else than before."""
    if draft.status and (draft.status is not in_force.status or draft.note not in ("", in_force.reason)):
        return True
    names = ("path", "path_by", "look_again", "proof")
    if any(getattr(draft, name) not in (None, "", getattr(in_force, name)) for name in names):
        return True
    speaks_of_status = draft.status is not None or draft.no_change
    return speaks_of_status and draft.agreed_meeting_id is not None and not in_force.status_agreed


def _rates_anew(draft: UpdateDraft, earlier: Sequence[Mapping[str, Any]]) -> bool:
    last = next((row for row in reversed(earlier) if row["impact"]), {"impact": None, "impact_shown_by": ""})
    is_rated = draft.impact is not None and draft.impact.value != last["impact"]
    return is_rated or draft.impact_shown_by not in ("", last["impact_shown_by"])


def _adds_words(draft: UpdateDraft, in_force: StatusInForce) -> bool:
    """Say whether it says something to be kept though the action stands as before."""
    repeats_reason = draft.status in REASONED and draft.note == in_force.reason
    return draft.no_change or bool(draft.private_note) or (bool(draft.note) and not repeats_reason)


def _labels(written: Sequence[tuple[str, UpdateDraft]]) -> list[str]:
    """Return what was done, the actions of which the same was said together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for ref, draft in written:
        groups.setdefault(_done(draft), []).append(ref)
    return [f"{verb} {list_refs(refs)}{tail}" for (verb, tail), refs in groups.items()]


def _done(draft: UpdateDraft) -> tuple[str, str]:
    if draft.status:
        return "Set", f" to {draft.status.word.lower()}"
    if draft.impact:
        return "Rate the impact of", f" {draft.impact.word.lower()}"
    if draft.no_change:
        return "Confirm", ": no change"
    if draft.note:
        return "Note on", ""
    if draft.private_note:
        return "Private note on", ""
    named = {"path": "path to green", "path_by": "path to green", "look_again": "date to look again"}
    said = next((name for name in (*named, "proof", "impact_shown_by") if getattr(draft, name)), "")
    return "Say", f": {named.get(said, said.replace('_', ' '))}"
