"""A paper that is issued to a meeting: what is noted of it, and whether that was noted before."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from send_actions.domain.plan import Plan


class IssuedPaper(NamedTuple):
    """A paper that is issued: its kind, what it shows, for whom, for which meeting, and its bytes."""

    kind: str
    as_at: date
    record: int
    audience: str
    meeting_id: int
    content: bytes

    @property
    def digest(self) -> str:
        """What tells its bytes from any others."""
        return sha256(self.content).hexdigest()


def is_issued(plan: Plan, paper: IssuedPaper) -> bool:
    """Say whether the same paper, byte by byte, was issued for the same meeting."""
    same = (paper.kind, paper.as_at, paper.record, paper.audience, paper.meeting_id, paper.digest)
    return any(
        (one.kind, one.as_at, one.record, one.audience, one.meeting_id, one.digest) == same
        for one in plan.papers
    )


def record_to_issue(plan: Plan, as_at: date, kind: str, meeting_id: int, audience: str) -> int:
    """Return the record of the paper to issue: the plan's, or that of the same paper issued just before.

    `as_at` is the day that the paper shows.
    """
    last = max(plan.papers, key=lambda paper: paper.id, default=None)
    same = (kind, as_at, plan.record - 1, audience, meeting_id)
    if last and (last.kind, last.as_at, last.record, last.audience, last.meeting_id) == same:
        return last.record
    return plan.record
