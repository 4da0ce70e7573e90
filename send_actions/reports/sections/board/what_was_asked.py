"""What meetings of any series asked and have no answer to, and what was answered since last time."""

from __future__ import annotations

from collections.abc import Mapping

from send_actions.domain.plan import Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.phrasing.cells import Summaries, filled, quoted, sentence
from send_actions.reports.sections.phrasing.minutes_told import outcome_of, subject_of
from send_actions.reports.sections.phrasing.naming import Naming


def what_was_asked(
    plan: Plan, before: Plan | None, areas: Summaries, numbers: Mapping[int, int]
) -> list[Block]:
    """Questions and requests that are open, the oldest first, then those answered since last time.

    `numbers` are the places of actions among the decisions asked for.
    """
    held = {meeting.id: meeting for meeting in plan.meetings if meeting.on <= plan.as_at}
    known = {minute.id for minute in before.minutes if minute.is_answered} if before else set()
    asked = [m for m in plan.minutes if m.kind in ASKS and m.meeting_id in held]
    asked.sort(key=lambda minute: (held[minute.meeting_id].on, minute.id))
    telling = _Telling(plan, held, areas, numbers)
    waiting = tuple(telling.item(m) for m in asked if not m.is_answered)
    answered = tuple(telling.item(m) for m in asked if m.is_answered and m.id not in known)
    none_open = [] if waiting else [text_of("No question or request of a meeting is open.")]
    return [*none_open, *([BulletList((*waiting, *answered))] if waiting or answered else [])]


class _Telling:
    """Says of each question or request who asked what, when, of what, and what became of it."""

    def __init__(
        self, plan: Plan, held: Mapping[int, Meeting], areas: Summaries, numbers: Mapping[int, int]
    ) -> None:
        self._plan, self._held, self._areas, self._numbers = plan, held, areas, numbers
        self._naming = Naming()

    def item(self, minute: Minute) -> Paragraph:
        """One question or request."""
        meeting = self._held[minute.meeting_id]
        who = Strong(f"{filled(meeting.series, 'A meeting')}, {say_date(meeting.on)}")
        words = sentence(quoted(filled(minute.text)), keep=True)
        asked = f", on {subject_of(self._plan, minute, self._naming)}: {words} "
        number = self._numbers.get(minute.action_id or 0)
        see = f", decision {number}" if number else ""
        return Paragraph((who, asked, *outcome_of(self._plan, minute, self._areas, "Open", see)))
