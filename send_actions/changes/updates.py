"""Say how actions stand: status, impact, notes, path to green, that nothing changed, and due dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, TypeVar

from send_actions.changes.names import one_name_each
from send_actions.changes.validation import existing_row, list_refs, statement_date
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.history.folding import (
    Fields,
    as_date,
    deadline_of,
    due_fields,
    is_same_due,
    update_fields,
    update_of,
)
from send_actions.domain.plan import Change, Due
from send_actions.domain.words.dates import say_due
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_Rows = Sequence[Mapping[str, Any]]
_Draft = TypeVar("_Draft", UpdateDraft, DeadlineDraft)
_Done = tuple[str, str]
"""What was done to an action, as the words before and after its ref."""


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
    expected = {draft.action_id: expected_version}
    return record_updates(store, [draft], expected=expected, actor=actor, at=at, day=day)


def record_updates(
    store: Store,
    drafts: Sequence[UpdateDraft],
    *,
    label: str = "",
    expected: Mapping[int, int | None] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say something of several actions as one change; what was said for the date already is left out.

    `expected` holds the versions the person saw, by action id. Raises EditConflictError, UsageError.
    """
    if not drafts:
        return None
    record = store.record(label, actor=actor, at=at, day=day)
    with record as recording, _names_held(recording, drafts):
        written = say_updates(recording, drafts, expected, day)
        recording.label = label or _label(written)
    return recording.change


def say_updates(
    recording: Recording, drafts: Iterable[UpdateDraft], expected: Mapping[int, int | None] | None, day: date
) -> list[tuple[str, _Done]]:
    """Say something of actions within a change that may do more; returns what was done, by ref."""
    written: list[tuple[str, _Done]] = []
    for ref, draft, on in _checked(recording, drafts, expected, day):
        if row := _update_row(recording, draft, on):
            recording.insert("progress_update", [row])
            recording.touch("action", draft.action_id)
            written.append((ref, _done(draft)))
    return written


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
    expected = {draft.action_id: expected_version}
    return move_due_dates(store, [draft], expected=expected, actor=actor, at=at, day=day)


def move_due_dates(
    store: Store,
    drafts: Sequence[DeadlineDraft],
    *,
    expected: Mapping[int, int | None] | None = None,
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
        recording.label = _label(say_due_dates(recording, drafts, expected, day))
    return recording.change


def say_due_dates(
    recording: Recording,
    drafts: Iterable[DeadlineDraft],
    expected: Mapping[int, int | None] | None,
    day: date,
) -> list[tuple[str, _Done]]:
    """Say the due dates of actions within a change that may do more; returns what was done, by ref."""
    written: list[tuple[str, _Done]] = []
    for ref, draft, on in _checked(recording, drafts, expected, day):
        in_force = due_fields(map(deadline_of, _earlier(recording, "deadline", draft, on)))
        if _adds_due(draft, in_force):
            agreed = {name: getattr(draft, name) for name in ("reason", "agreed_meeting_id", "minute")}
            recording.insert("deadline", [deadline_row(draft.action_id, draft.due, on) | agreed])
            recording.touch("action", draft.action_id)
            written.append((ref, _moved(draft, in_force)))
    return written


def stood_by(recording: Recording, action_id: int, on: date) -> Fields:
    """Return what an action said by a date: the fields of its updates and its due dates."""
    draft = UpdateDraft(action_id)
    return update_fields(map(update_of, _earlier(recording, "update", draft, on))) | due_fields(
        map(deadline_of, _earlier(recording, "deadline", draft, on))
    )


def deadline_row(action_id: int, due: Due, on: date) -> dict[str, Any]:
    """Return the row of a due date that an action has from a date on."""
    return {"action_id": action_id, "on": on, "due": due.on, "precision": due.precision, "text": due.text}


def _names_held(recording: Recording, drafts: Iterable[UpdateDraft]) -> AbstractContextManager[None]:
    """Return what refuses a statement that would put an action where its ref was another's."""
    is_any_put = any(draft.on is not None and _puts_there(recording, draft, draft.on) for draft in drafts)
    return one_name_each(recording, "give a later date", when=is_any_put)


def _puts_there(recording: Recording, draft: UpdateDraft, on: date) -> bool:
    """Say whether an action would be there on a date by this statement alone."""
    row = recording.row("action", draft.action_id)
    return row is not None and row["on"] > on and not _earlier(recording, "update", draft, on)


def _checked(
    recording: Recording, drafts: Iterable[_Draft], expected: Mapping[int, int | None] | None, day: date
) -> Iterator[tuple[str, _Draft, date]]:
    """Yield every draft that may be written, with its action's ref and the date it speaks of."""
    for draft in drafts:
        draft.checked()
        if draft.agreed_meeting_id is not None:
            existing_row(recording, "meeting", draft.agreed_meeting_id)
        row = existing_row(recording, "action", draft.action_id, (expected or {}).get(draft.action_id))
        yield row["ref"], draft, statement_date(draft.on, day)


def _earlier(recording: Recording, kind: str, draft: UpdateDraft | DeadlineDraft, on: date) -> _Rows:
    """Return what the action says by the date, oldest first."""
    within = {"action_id": draft.action_id, "as_at": on.isoformat(), "record": recording.id}
    return recording.reader.rows(f"timeline_{kind}", **within)[::-1]


def _update_row(recording: Recording, draft: UpdateDraft, on: date) -> dict[str, Any] | None:
    """Return the row of an update; None when the very same was said for its date by the same source.

    To be heard again is a statement (PRODUCT section 5): what repeats an earlier date is kept. A "no change"
    keeps the status that it confirms.
    """
    earlier = _earlier(recording, "update", draft, on)
    in_force = update_fields(map(update_of, earlier))
    if (
        _is_among(earlier, draft, on, recording.actor)
        and not _alters(draft, in_force)
        and not _rates_anew(draft, earlier)
    ):
        return None
    status = in_force["status"] if draft.no_change else draft.status
    return vars(draft) | {"on": on, "status": status}


def was_said(recording: Recording, draft: UpdateDraft, on: date) -> bool:
    """Say whether the very same was said for a date already, by the same source."""
    return _is_among(_earlier(recording, "update", draft, on), draft, on, recording.actor)


def _is_among(earlier: _Rows, draft: UpdateDraft, on: date, actor: str) -> bool:
    return any(as_date(row["on"]) == on and _repeats(draft, row, actor) for row in earlier)


def _repeats(draft: UpdateDraft, row: Mapping[str, Any], actor: str) -> bool:
    """Say whether an update of the same day says all of it, heard and typed by the same person."""
    same = all(row[name] == _as_kept(value) for name, value in draft.statements().items())
    source = (row["heard"] or None, row["heard_from"], row["agreed_meeting_id"], row["actor"])
    return same and source == (draft.heard, draft.heard_from, draft.agreed_meeting_id, actor)


def _as_kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _alters(draft: UpdateDraft, in_force: Fields) -> bool:
    """Say whether the action would stand differently: a part that says something else than before."""
    if draft.status and (
        draft.status is not in_force["status"] or draft.note not in ("", in_force["reason"])
    ):
        return True
    names = ("ask", "path", "path_by", "look_again", "proof")
    if any(getattr(draft, name) not in (None, "", in_force[name]) for name in names):
        return True
    return draft.speaks_of_status and draft.agreed_meeting_id is not None and not in_force["status_agreed"]


def _rates_anew(draft: UpdateDraft, earlier: _Rows) -> bool:
    last = next((row for row in reversed(earlier) if row["impact"]), {"impact": None, "impact_shown_by": ""})
    is_rated = draft.impact is not None and draft.impact.value != last["impact"]
    return is_rated or draft.impact_shown_by not in ("", last["impact_shown_by"])


def _adds_due(draft: DeadlineDraft, in_force: Fields) -> bool:
    """Say whether the date, how exactly it is known, its reason, agreement or minute is not said yet."""
    due = in_force["due"]
    if due is None or not is_same_due(due, draft.due) or due.precision is not draft.due.precision:
        return True
    return (
        (draft.agreed_meeting_id is not None and not in_force["due_agreed"])
        or draft.reason not in ("", in_force["due_reason"])
        or draft.minute not in ("", in_force["due_minute"])
    )


def _label(written: Iterable[tuple[str, _Done]]) -> str:
    """Return what was done, the actions to which the same was done together."""
    groups: dict[_Done, list[str]] = {}
    for ref, done in written:
        groups.setdefault(done, []).append(ref)
    return "; ".join(f"{verb} {list_refs(refs)}{tail}" for (verb, tail), refs in groups.items())


def _moved(draft: DeadlineDraft, in_force: Fields) -> _Done:
    if in_force["due"] is None:
        return "Set the due date of", f" to {say_due(draft.due)}"
    if is_same_due(in_force["due"], draft.due):
        return "Say more of the due date of", f", {say_due(draft.due)}"
    return "Move the due date of", f" to {say_due(draft.due)}"


def _done(draft: UpdateDraft) -> _Done:
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
    named = {
        "ask": "what is asked of the board",
        "path": "path to green",
        "path_by": "path to green",
        "look_again": "date to look again",
    }
    said = next((name for name in (*named, "proof", "impact_shown_by") if getattr(draft, name)), "")
    return "Say", f": {named.get(said, said.replace('_', ' '))}"
