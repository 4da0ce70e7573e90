"""The change that notes that a paper was issued."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from send_actions.changes.validation import existing_row
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import BOARD_PAPER
from send_actions.domain.words.dates import say_date
from send_actions.papers.issued_paper import IssuedPaper
from send_actions.store.database import Store


def issue_paper(
    store: Store,
    paper: IssuedPaper,
    put: Callable[[], None] | None = None,
    *,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Note that a paper is issued, of a board paper also with its meeting; None when it was noted already.

    `put` puts it where it goes, with the change or not at all: what it raises leaves nothing noted.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        meeting = existing_row(recording, "meeting", paper.meeting_id)
        told = {name: value for name, value in paper._asdict().items() if name != "content"}
        row = {**told, "digest": paper.digest}
        if not recording.rows_in_plan("paper", **row):
            recording.insert("paper", [{"on": day, **row}])
            if paper.kind == BOARD_PAPER:
                recording.edit("meeting", paper.meeting_id, {"record_issued": paper.record})
        if put:
            put()
        recording.label = f"Issue the {paper.kind} paper for the meeting of {say_date(meeting['on'])}"
    return recording.change
