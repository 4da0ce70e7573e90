"""Begin a plan, and change what is said of the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from send_actions.domain.nouns import Change
from send_actions.store.database import Store


def begin_plan(
    store: Store,
    *,
    title: str,
    partnership: str,
    main_series: str,
    today: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Write the plan's own row, the first record; `today` pins the day of a training plan."""
    with store.record("Begin the plan", actor=actor, at=at, day=day) as recording:
        row = {"title": title, "partnership": partnership, "main_series": main_series, "today": today}
        recording.insert("plan", [row])
    return recording.change


def revise_plan(
    store: Store, values: Mapping[str, object], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Change the title, the partnership or the main series."""
    with store.record("Change the plan's particulars", actor=actor, at=at, day=day) as recording:
        recording.edit("plan", 1, values)
    return recording.change
