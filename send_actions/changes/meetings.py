"""Meetings of the boards that a plan is brought to: put in the diary, moved and removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from send_actions.changes.validation import existing_row, list_columns, list_refs
from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def add_meeting(store: Store, draft: MeetingDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Put a meeting in the diary, of the main series unless the draft names another.

    Raises SendActionsError when the series has a meeting on the date already, UsageError for what is missing.
    """
    on = _day_of(draft)
    with store.record("", actor=actor, at=at, day=day) as recording:
        plan = recording.row("plan", 1)
        main = str(plan["main_series"]) if plan else ""
        known = [main, *(row["series"] for row in recording.rows_in_plan("meeting"))]
        series = _known_as(draft.series or main, known)
        if not series:
            raise UsageError("The plan names no main series: name the meeting's with --series.")
        _refuse_second(recording, series, on)
        due = {"returns_due": draft.returns_due, "papers_due": draft.papers_due}
        recording.insert("meeting", [{"listed_on": day, "on": on, "series": series, **due}])
        which = say_date(on) if series == main else f"{series} on {say_date(on)}"
        recording.label = f"Add the meeting of {which}"
    return recording.change


def revise_meeting(
    store: Store,
    meeting_id: int,
    values: Mapping[str, date | None],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Move a meeting (`on`), or say otherwise what is due for it; None when it stands so already.

    One to come may be moved though its paper was issued, which stays with it. Raises SendActionsError when
    its series has another meeting on the date, or when it was held and would be to come; UsageError for what
    cannot be.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "meeting", meeting_id, expected_version)
        known: dict[str, Any] = {name: row[name] for name in ("on", "series", "returns_due", "papers_due")}
        on = _day_of(MeetingDraft(**{**known, **values}))
        if on != row["on"]:
            _refuse_second(recording, row["series"], on)
            if on > day:
                _refuse_to_come(recording, row, on, day)
        changed = recording.edit("meeting", meeting_id, values)
        label = f"{'Move' if 'on' in changed else 'Change'} the meeting of {say_date(row['on'])}"
        label += f" to {say_date(on)}" if "on" in changed else ""
        others = [name for name in changed if name != "on"]
        recording.label = label + (f": {list_columns(others)}" if others else "")
    return recording.change


def remove_meeting(store: Store, meeting_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take a meeting out of the diary; raises SendActionsError while something hangs on it."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "meeting", meeting_id)
        which = f"the meeting of {say_date(row['on'])}"
        is_over = row["on"] < day
        paper, others = _papers_tie(recording, meeting_id, is_over=is_over), _ties(recording, meeting_id)
        if paper or others:
            told = f"T{which[1:]} {' and '.join([*paper, *others])}: nothing was removed; "
            if is_over or others:
                raise SendActionsError(f"{told}if only its day is wrong, move it.")
            raise SendActionsError(f"{told}{_issue_taken_back(recording, meeting_id)}.")
        recording.retire("meeting", meeting_id, day)
        recording.label = f"Remove {which}"
    return recording.change


def _refuse_to_come(recording: Recording, row: Mapping[str, Any], on: date, day: date) -> None:
    """Refuse to move a meeting to a day to come that was held, or that has minutes or agreed to something."""
    is_over = row["on"] < day
    ties = _ties(recording, row["id"])
    if is_over:
        ties = [*_papers_tie(recording, row["id"], is_over=True), *ties]
    if ties:
        held = "it was held, and" if is_over else "it"
        raise SendActionsError(
            f"The meeting of {say_date(row['on'])} {' and '.join(ties)}: "
            f"{held} cannot be moved to {say_date(on)}, which is to come."
        )


def _papers_tie(recording: Recording, meeting_id: int, *, is_over: bool) -> list[str]:
    """Return that a paper was issued for a meeting, if one was."""
    records = [paper["record"] for paper in recording.rows_in_plan("paper", meeting_id=meeting_id)]
    if not records:
        return []
    record = max(records)
    return [f"was shown the paper of record {record}" if is_over else f"has the paper of record {record}"]


def _issue_taken_back(recording: Recording, meeting_id: int) -> str:
    """Return how the papers issued for a meeting are taken back, the newest first."""
    issues = sorted((p["born"] for p in recording.rows_in_plan("paper", meeting_id=meeting_id)), reverse=True)
    first = ", then ".join(f"undo {record}" for record in issues)
    return f"take back that it was issued first ({first}), or move the meeting to another day"


def _ties(recording: Recording, meeting_id: int) -> list[str]:
    """Return what else ties a meeting to the plan: its minutes, and what it agreed."""
    found = []
    if minutes := len(recording.rows_in_plan("minute", meeting_id=meeting_id)):
        found.append(f"has {minutes} {'entry' if minutes == 1 else 'entries'} in its minutes")
    agreed = {
        row["action_id"]
        for noun in ("progress_update", "deadline")
        for row in recording.rows_in_plan(noun, agreed_meeting_id=meeting_id)
    }
    if agreed:
        refs = [row["ref"] for row in recording.rows_in_plan("action") if row["id"] in agreed]
        found.append(f"agreed to what was said of {list_refs(refs) or 'an action'}")
    return found


def _day_of(draft: MeetingDraft) -> date:
    draft.checked()
    if draft.on is None:
        raise LookupError("a checked meeting has a date")
    return draft.on


def _refuse_second(recording: Recording, series: str, on: date) -> None:
    """Refuse a second meeting of a series on one day."""
    if recording.rows_in_plan("meeting", series=series, on=on):
        raise SendActionsError(f"There is a meeting of {series} on {say_date(on)} already.")


def _known_as(series: str, known: list[str]) -> str:
    """Return the series as it is written already, if people would take the two for the same."""
    return next((other for other in known if match_key(other) == match_key(series)), series)
