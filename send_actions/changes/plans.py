"""Begin a plan, and change what is said of the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from send_actions.domain.plan import Change
from send_actions.domain.text import clean
from send_actions.errors import SendActionsError
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
        if recording.rows_in_plan("plan"):
            raise SendActionsError("This plan is begun already: make another file for another plan.")
        words = {"title": title, "partnership": partnership, "main_series": main_series}
        recording.insert("plan", [{**_cleaned(words), "today": today}])
    return recording.change


def revise_plan(
    store: Store, values: Mapping[str, object], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Change the title, the partnership or the main series."""
    with store.record("Change the plan's particulars", actor=actor, at=at, day=day) as recording:
        recording.edit("plan", 1, _cleaned(values))
    return recording.change


def _cleaned(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: clean(value, one_line=True) if isinstance(value, str) else value
        for name, value in values.items()
    }
