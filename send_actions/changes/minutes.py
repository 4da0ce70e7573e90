"""What meetings say: questions, answers, decisions, requests, and what they agree of what was proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from send_actions.changes.actions import insert_action
from send_actions.changes.names import one_name_each
from send_actions.changes.plan import owner_id
from send_actions.changes.updates import deadline_row, say_due_dates, say_updates, stood_by
from send_actions.changes.validation import existing_row, list_columns, list_refs, statement_date
from send_actions.domain.drafts import NO_DUE, ActionDraft, DeadlineDraft, UpdateDraft
from send_actions.domain.minute_drafts import (
    BECAME_AN_ACTION,
    AgreementDraft,
    MinuteDraft,
    answer_day,
)
from send_actions.domain.plan import Change, Due
from send_actions.domain.plan.vocabulary import ASKS, MinuteKind, Status
from send_actions.domain.text import clean, cut
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_LONGEST_QUOTE: Final = 60
_DID: Final = {
    MinuteKind.QUESTION: "Asked",
    MinuteKind.REQUEST: "Requested",
    MinuteKind.DECISION: "Decided",
    MinuteKind.RESOLVED: "Resolved",
}


def add_minute(store: Store, draft: MinuteDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Write down what a meeting said; None when the very same is written there already.

    Raises UsageError for what is missing, SendActionsError for a meeting that has not been yet.
    """
    return add_minutes(store, [draft], actor=actor, at=at, day=day)


def add_minutes(
    store: Store, drafts: Sequence[MinuteDraft], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Write down what a meeting said of several actions as one change, but for what is written already."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        about: list[str] = []
        for draft in drafts:
            meeting = held_meeting(recording, draft.meeting_id, day)
            subject = _subject(recording, draft.action_id, draft.area_id)
            if write_minute(recording, draft, day):
                about += [subject] if subject else []
        on = f" on {say_date(meeting['on'])}" if meeting["on"] != day else ""
        of = f" of {list_refs(about)}" if about else ""
        recording.label = f"{_DID[draft.kind]}{on}{of}: {_quoted(draft.text)}"
    return recording.change


def write_minute(recording: Recording, draft: MinuteDraft, day: date) -> int | None:
    """Write down within a change what a meeting said, and return its id; None when it is written already."""
    draft.checked()
    held_meeting(recording, draft.meeting_id, day)
    row = {
        **{name: value for name, value in vars(draft).items() if name not in ("owner", "due")},
        "owner_id": owner_id(recording, draft.owner),
        **_due_columns(draft.due),
    }
    _subject(recording, draft.action_id, draft.area_id)
    return None if recording.rows_in_plan("minute", **row) else recording.insert("minute", [row])[0]


def answer_minute(
    store: Store,
    minute_id: int,
    answer: str,
    *,
    on: date | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Answer a question or request of a meeting, today or on a day; None when that is its answer already.

    Raises UsageError without words, SendActionsError for what asks nothing.
    """
    words = clean(answer)
    if not words:
        raise UsageError("The answer is empty: say in words what it is.")
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = _asked(recording, minute_id, expected_version)
        asked = existing_row(recording, "meeting", row["meeting_id"])["on"]
        answered_on = answer_day(on and statement_date(on, day), asked, day)
        if on is None and row["answer"] == words:
            answered_on = row["answered_on"] or answered_on
        recording.edit("minute", minute_id, {"answer": words, "answered_on": answered_on})
        did = "Change the answer to" if row["answer"] else "Answer"
        recording.label = f"{did} the {MinuteKind(row['kind'])}{_about(recording, row)}: {_quoted(words)}"
    return recording.change


def revise_minute(
    store: Store,
    minute_id: int,
    values: Mapping[str, Any],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say otherwise what a meeting said: kind, text, owner, due, exempt; None when it is so already."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "minute", minute_id, expected_version)
        known = {name: row[name] for name in ("meeting_id", "text", "action_id", "area_id", "exempt")}
        draft = MinuteDraft(**{**known, "kind": MinuteKind(row["kind"]), **values}).checked()
        said: dict[str, Any] = {n: getattr(draft, n) for n in ("kind", "text", "exempt") if n in values}
        if "owner" in values:
            said["owner_id"] = owner_id(recording, draft.owner)
        if "due" in values:
            said |= _due_columns(draft.due)
        if draft.kind not in ASKS:
            said |= {"owner_id": None, **_due_columns(NO_DUE)}
        changed = [name for name in recording.edit("minute", minute_id, said) if name not in _OF_DUE]
        told = list_columns(changed) or "due"
        recording.label = f"Change the {draft.kind}{_about(recording, row)}: {told}"
    return recording.change


def remove_minute(store: Store, minute_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take out what a meeting is said to have said; raises SendActionsError when it is no longer there."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "minute", minute_id)
        recording.retire("minute", minute_id, day)
        recording.label = (
            f"Remove the {MinuteKind(row['kind'])}{_about(recording, row)}: {_quoted(row['text'])}"
        )
    return recording.change


def agree(
    store: Store,
    drafts: Sequence[AgreementDraft],
    *,
    expected: Mapping[int, int | None] | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say that a meeting agreed what was proposed of actions: one change, with a resolution for each.

    What stood on the meeting's day is agreed from that day, what was said after it from today. `expected`
    holds the versions the person saw, by action id. Raises EditConflictError, SendActionsError.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        refs = []
        for draft in drafts:
            meeting = held_meeting(recording, draft.meeting_id, day)
            row = existing_row(recording, "action", draft.action_id, (expected or {}).get(draft.action_id))
            _say_agreed(recording, draft, meeting["on"], day)
            resolved = {"kind": MinuteKind.RESOLVED, "text": draft.text, "action_id": draft.action_id}
            recording.insert("minute", [{"meeting_id": draft.meeting_id, **resolved}])
            refs.append(row["ref"])
        on = say_date(meeting["on"]) if refs else ""
        recording.label = f"Agreed by the meeting of {on}: {list_refs(refs)}"
    return recording.change


def make_action_of(
    store: Store,
    minute_id: int,
    draft: ActionDraft,
    *,
    due: Due | None = None,
    status: Status | None = Status.NOT_STARTED,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Make an action of what a meeting asked for, which is its answer; one change, taken back as one.

    Raises SendActionsError when it became an action already, or its ref is in use.
    """
    with (
        store.record("", actor=actor, at=at, day=day) as recording,
        one_name_each(recording, "give another ref"),
    ):
        row = _asked(recording, minute_id, expected_version)
        if made := _living(recording, row["made_action_id"]):
            raise SendActionsError(f"It became action {made['ref']} already.")
        write_action(recording, row, draft, due=due, status=status, day=day)
        recording.label = f"Add {draft.ref}, as was {'asked' if row['kind'] == 'question' else 'requested'}"
    return recording.change


def write_action(
    recording: Recording,
    row: Mapping[str, Any],
    draft: ActionDraft,
    *,
    due: Due | None,
    status: Status | None = Status.NOT_STARTED,
    day: date,
) -> None:
    """Make an action within a change of what a meeting asked for, whose minute has this row."""
    action_id = insert_action(recording, draft, on=day)
    if status:
        recording.insert("progress_update", [{"action_id": action_id, "on": day, "status": status}])
    if due:
        recording.insert("deadline", [deadline_row(action_id, due, day)])
    said: dict[str, Any] = {"made_action_id": action_id}
    if not row["answer"]:
        said |= {"answer": BECAME_AN_ACTION, "answered_on": row["answered_on"] or day}
    recording.edit("minute", row["id"], said)


def _say_agreed(recording: Recording, draft: AgreementDraft, met_on: date, day: date) -> None:
    """Say again, as agreed by the meeting, the status and the due date that it agreed."""
    stood = stood_by(recording, draft.action_id, met_on)
    now = stood_by(recording, draft.action_id, day)
    if draft.status:
        is_of_then = (stood["status"], stood["since"]) == (now["status"], now["since"])
        on = met_on if is_of_then else day
        said = UpdateDraft(draft.action_id, on, draft.status, agreed_meeting_id=draft.meeting_id)
        say_updates(recording, [said], None, day)
    if draft.due:
        is_of_then = stood["due"] == now["due"] and stood["due_moves"] == now["due_moves"]
        on = met_on if is_of_then else day
        said_due = DeadlineDraft(draft.action_id, draft.due, on, agreed_meeting_id=draft.meeting_id)
        say_due_dates(recording, [said_due], None, day)


_OF_DUE: Final = ("precision", "due_text")


def _due_columns(due: Due) -> dict[str, Any]:
    if due == NO_DUE:
        return {"due": None, "precision": None, "due_text": ""}
    return {"due": due.on, "precision": due.precision, "due_text": due.text}


def held_meeting(recording: Recording, meeting_id: int, day: date) -> Mapping[str, Any]:
    """Return a meeting's row; refuses one that has not been yet."""
    meeting = existing_row(recording, "meeting", meeting_id)
    if meeting["on"] > day:
        when = say_date(meeting["on"])
        raise SendActionsError(f"The meeting of {when} has not been yet: write down what it says on its day.")
    return meeting


def _asked(recording: Recording, minute_id: int, expected_version: int | None) -> Mapping[str, Any]:
    """Return the row of a question or request; refuses what asks nothing."""
    row = existing_row(recording, "minute", minute_id, expected_version)
    if row["kind"] not in ASKS:
        raise SendActionsError(
            f"It is a {'resolution' if row['kind'] == 'resolved' else 'decision'}: nothing is asked."
        )
    return row


def _living(recording: Recording, action_id: int | None) -> Mapping[str, Any] | None:
    """Return an action's row while it is part of the plan."""
    row = recording.row("action", action_id) if action_id is not None else None
    return row if row and row["gone"] is None else None


def _subject(recording: Recording, action_id: int | None, area_id: int | None) -> str:
    """Return what a minute is about, as labels have it; refuses what is no longer in the plan."""
    if action_id is not None:
        return str(existing_row(recording, "action", action_id)["ref"])
    if area_id is not None:
        return f"area {existing_row(recording, 'area', area_id)['number']}"
    return ""


def _about(recording: Recording, row: Mapping[str, Any]) -> str:
    """Return what a minute is about, also where that is no longer in the plan."""
    noun, column = ("area ", "number") if row["action_id"] is None else ("", "ref")
    found = recording.row(noun.strip() or "action", row[f"{noun.strip() or 'action'}_id"] or 0)
    return f" of {noun}{found[column]}" if found else ""


def _quoted(text: str) -> str:
    return f"“{cut(clean(text, one_line=True), _LONGEST_QUOTE)}”"
