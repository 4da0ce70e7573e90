"""Meetings of the boards that a plan is brought to."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store


def add_meeting(store: Store, draft: MeetingDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Put a meeting in the diary, of the main series unless the draft names another.

    Raises SendActionsError when the series has a meeting on the date already, UsageError for what is missing.
    """
    draft.checked()
    if draft.on is None:
        raise LookupError("a checked meeting has a date")
    with store.record("", actor=actor, at=at, day=day) as recording:
        plan = recording.row("plan", 1)
        main = str(plan["main_series"]) if plan else ""
        known = [main, *(row["series"] for row in recording.rows_in_plan("meeting"))]
        series = _known_as(draft.series or main, known)
        if not series:
            raise UsageError("The plan names no main series: name the meeting's with --series.")
        which = say_date(draft.on) if series == main else f"{series} on {say_date(draft.on)}"
        if recording.rows_in_plan("meeting", series=series, on=draft.on):
            raise SendActionsError(f"There is a meeting of {series} on {say_date(draft.on)} already.")
        due = {"returns_due": draft.returns_due, "papers_due": draft.papers_due}
        recording.insert("meeting", [{"listed_on": day, "on": draft.on, "series": series, **due}])
        recording.label = f"Add the meeting of {which}"
    return recording.change


def _known_as(series: str, known: list[str]) -> str:
    """Return the series as it is written already, if people would take the two for the same."""
    return next((other for other in known if match_key(other) == match_key(series)), series)
