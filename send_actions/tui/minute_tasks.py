"""Writing down what meetings say, from the app: each task loads what writes when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from send_actions.tui.plan_writer import Author, Task, Versions

if TYPE_CHECKING:
    from send_actions.domain.drafts import ActionDraft, MeetingDraft
    from send_actions.domain.minute_drafts import AgreementDraft, MinuteDraft
    from send_actions.domain.plan import Change, Due
    from send_actions.store.database import Store


def said_task(drafts: Sequence[MinuteDraft]) -> Task:
    """Write down what a meeting said of one thing or several, as one change."""

    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.minutes import add_minutes

        return add_minutes(store, drafts, **author)

    return do


def answer_task(minute_id: int, answer: str, on: date | None, version: int) -> Task:
    """Answer what a meeting asked."""

    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.minutes import answer_minute

        return answer_minute(store, minute_id, answer, on=on, expected_version=version, **author)

    return do


def agree_task(drafts: Sequence[AgreementDraft], seen: Versions) -> Task:
    """Say that a meeting agreed what was proposed of actions, as one change."""

    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.minutes import agree

        return agree(store, drafts, expected=seen, **author)

    return do


def action_task(minute_id: int, draft: ActionDraft, due: Due | None, version: int) -> Task:
    """Make an action of what a meeting asked for."""

    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.minutes import make_action_of

        return make_action_of(store, minute_id, draft, due=due, expected_version=version, **author)

    return do


def meeting_task(draft: MeetingDraft) -> Task:
    """Put a meeting in the diary."""

    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.meetings import add_meeting

        return add_meeting(store, draft, **author)

    return do
