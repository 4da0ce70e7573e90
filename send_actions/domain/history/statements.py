"""What was last said of an action: its updates and deadlines, read in the order of (on, id)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status

PUBLIC: Final = (
    "status",
    "impact",
    "no_change",
    "note",
    "path",
    "path_by",
    "look_again",
    "proof",
    "impact_shown_by",
)
"""What an update can say beside a private note."""


@dataclass
class StatusInForce:
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

    def add(self, update: Mapping[str, Any]) -> None:
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
        speaks_of_status = status is not None or update["no_change"]
        is_agreed = speaks_of_status and update["agreed_meeting_id"] is not None
        self.status_agreed = self.status_agreed or is_agreed


@dataclass
class DueInForce:
    """What is said of an action's due date: the present one, the first, the one before, and why it moved.

    Reason and agreement carry forward until the date itself changes, as with a status.
    """

    due: Due | None = None
    first_due: Due | None = None
    due_was: Due | None = None
    due_moves: int = 0
    due_agreed: bool = False
    due_reason: str = ""
    due_minute: str = ""

    def add(self, deadline: Mapping[str, Any]) -> None:
        """Take in one more deadline."""
        due = as_due(deadline["due"], deadline["precision"], deadline["text"])
        if self.due is None:
            self.first_due = due
        elif not is_same_due(due, self.due):
            self.due_was, self.due_moves = self.due, self.due_moves + 1
            self.due_agreed, self.due_reason, self.due_minute = False, "", ""
        self.due = due
        self.due_agreed = self.due_agreed or deadline["agreed_meeting_id"] is not None
        self.due_reason = deadline["reason"] or self.due_reason
        self.due_minute = deadline["minute"] or self.due_minute


@dataclass(frozen=True)
class InForce:
    """All that was last said of an action on or before a date."""

    status: StatusInForce
    due: DueInForce
    impact: Impact | None = None
    impact_shown_by: str = ""
    updated_on: date | None = None


def status_in_force(updates: Iterable[Mapping[str, Any]], was: Status | None = None) -> StatusInForce:
    """Fold updates, oldest first; `was` is the status said before the first of them."""
    status = StatusInForce(status=was)
    for update in updates:
        status.add(update)
    return status


def due_in_force(deadlines: Iterable[Mapping[str, Any]]) -> DueInForce:
    """Fold deadlines, oldest first."""
    statements = DueInForce()
    for deadline in deadlines:
        statements.add(deadline)
    return statements


def is_same_due(one: Due | None, other: Due | None) -> bool:
    """Say whether two due dates mean the same day, however exactly; without a day, the same words."""
    if one is None or other is None:
        return one is other
    if one.on is not None or other.on is not None:
        return one.on == other.on
    return (one.precision, one.text) == (other.precision, other.text)


def is_for_the_paper(update: Mapping[str, Any]) -> bool:
    """Say whether an update holds anything but a private note."""
    return not update["private_note"] or any(update[name] for name in PUBLIC)


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
