"""What was last said of an action: its updates and deadlines, read in the order of (on, id)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from send_actions.domain.nouns import Due
from send_actions.domain.vocabulary import Impact, Precision, Status


@dataclass
class Standing:
    """How an action stands with its status: since when, before what, and what was said meanwhile."""

    status: Status | None = None
    since: date | None = None
    was: Status | None = None
    reason: str = ""
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    status_agreed: bool = False

    def hear(self, update: Mapping[str, Any]) -> None:
        """Take in one more update; reason, path and proof carry forward until the status changes."""
        status = Status(update["status"]) if update["status"] else None
        if status and status is not self.status:
            self.__init__(status=status, since=as_date(update["on"]), was=self.status)  # type: ignore[misc]
        if status and update["note"]:
            self.reason = update["note"]
        self.path = update["path"] or self.path
        self.path_by = as_date(update["path_by"]) or self.path_by
        self.look_again = as_date(update["look_again"]) or self.look_again
        self.proof = update["proof"] or self.proof
        self.status_agreed = self.status_agreed or update["agreed_meeting_id"] is not None


@dataclass(frozen=True)
class Said:
    """All that was last said of an action on or before a date."""

    standing: Standing
    impact: Impact | None = None
    impact_shown_by: str = ""
    due: Due | None = None
    first_due: Due | None = None
    due_moves: int = 0
    due_agreed: bool = False
    updated_on: date | None = None


def stand(updates: Iterable[Mapping[str, Any]], was: Status | None = None) -> Standing:
    """Fold updates, oldest first; `was` is the status said before the first of them."""
    standing = Standing(status=was)
    for update in updates:
        standing.hear(update)
    return standing


def is_for_the_paper(update: Mapping[str, Any]) -> bool:
    """Say whether an update holds anything but a private note."""
    said = ("status", "impact", "no_change", "note", "path", "proof")
    return not update["private_note"] or any(update[name] for name in said)


def is_retired(row: Mapping[str, Any], as_at: date) -> bool:
    """Say whether a row was taken out of the plan by the date."""
    gone_on = as_date(row["gone_on"])
    return gone_on is not None and gone_on <= as_at


def as_date(value: date | str | None) -> date | None:
    """Read a date as a database or JSON gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_due(on: date | str | None, precision: str | None, text: str | None) -> Due | None:
    """Read a due date from its three columns; None when none was said."""
    return Due(as_date(on), Precision(precision), text or "") if precision else None
