"""Who was asked before a meeting, chased, and has answered, as it is read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from send_actions.domain.history.folding import as_date
from send_actions.domain.plan import Meeting, Plan
from send_actions.store.reader import Reader


class Chased(NamedTuple):
    """Whether an owner was asked, chased and answered; `is_news` if anything moved."""

    asked_on: date | None = None
    chased_on: date | None = None
    answered_on: date | None = None
    is_news: bool = False

    @property
    def state(self) -> tuple[str, date | None]:
        """How far it is with an owner, in words, and since when."""
        if self.answered_on:
            return ("answered" if self.is_news else "nothing to report"), self.answered_on
        if self.chased_on:
            return "chased", self.chased_on
        return ("asked" if self.asked_on else "not asked"), self.asked_on


def read_silent(reader: Reader, meeting_id: int, as_at: date, record: int) -> frozenset[int]:
    """Return the ids of the actions on which no update was received for a meeting, within (as at, record)."""
    with reader.snapshot():
        rows = reader.rows("chase", as_at=as_at.isoformat(), record=record)
    return frozenset(
        row["action_id"]
        for row in rows
        if row["meeting_id"] == meeting_id and row["action_id"] and not row["answered_on"]
    )


def read_asked(reader: Reader, plan: Plan, meeting: Meeting | None) -> dict[int, Chased]:
    """Return what is known of each owner who was asked for a meeting or answered, by their row ids.

    All of it is as of the plan's date and record; news are what returns said of what an owner leads.
    """
    if meeting is None:
        return {}
    led_by = {action.id: action.lead.id for action in plan.actions if action.lead}
    within = {"as_at": plan.as_at.isoformat(), "record": plan.record}
    with reader.snapshot():
        rows = [row for row in reader.rows("chase", **within) if row["owner_id"] and not row["action_id"]]
        said = reader.rows("news by return", **within) if rows else []
    news = {(led_by.get(row["action_id"]), row["on"]) for row in said}
    return {
        row["owner_id"]: Chased(
            as_date(row["asked_on"]),
            as_date(row["chased_on"]),
            as_date(row["answered_on"]),
            (row["owner_id"], row["answered_on"]) in news,
        )
        for row in rows
        if row["meeting_id"] == meeting.id
    }
