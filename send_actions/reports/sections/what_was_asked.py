"""What meetings of any series asked and have no answer to, and what was answered since last time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.domain.plan import Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Paragraph, Run, Strong, text_of
from send_actions.reports.sections.cells import (
    Summaries,
    area_status,
    filled,
    mark,
    quoted,
    sentence,
)
from send_actions.reports.sections.naming import Naming

_ASKS: Final = frozenset({MinuteKind.QUESTION, MinuteKind.REQUEST})


def what_was_asked(
    plan: Plan, before: Plan | None, areas: Summaries, numbers: Mapping[int, int]
) -> list[Block]:
    """Questions and requests that are open, the oldest first, then those answered since last time.

    `numbers` are the places of actions among the decisions asked for.
    """
    held = {meeting.id: meeting for meeting in plan.meetings if meeting.on <= plan.as_at}
    known = {minute.id for minute in before.minutes if _is_answered(minute)} if before else set()
    asked = [m for m in plan.minutes if m.kind in _ASKS and m.meeting_id in held]
    asked.sort(key=lambda minute: (held[minute.meeting_id].on, minute.id))
    telling = _Telling(plan, held, areas, numbers)
    waiting = tuple(telling.item(m) for m in asked if not _is_answered(m))
    answered = tuple(telling.item(m) for m in asked if _is_answered(m) and m.id not in known)
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
        return Paragraph((who, asked, *self._outcome(minute)))

    def _outcome(self, minute: Minute) -> list[Run]:
        """The answer under its day, or how what was asked about stands, for it cannot be answered without."""
        if _is_answered(minute):
            on = f" {say_date(minute.answered_on)}" if minute.answered_on else ""
            answer = quoted(minute.answer) if minute.answer.strip() else "no answer is written"
            return [Strong(f"Answered{on}:"), f" {sentence(answer, keep=True)}"]
        if minute.action_id in self._plan.actions_by_id:
            action = self._plan.actions_by_id[minute.action_id]
            number = self._numbers.get(action.id)
            see = f", decision {number}" if number else ""
            return [Strong("Open:"), " ", mark(self._plan, action.status), f"{see}."]
        if minute.area_id is not None and minute.area_id in self._areas:
            return [Strong("Open:"), " ", area_status(self._plan, self._areas[minute.area_id]), "."]
        return [Strong("Open.")]


def _is_answered(minute: Minute) -> bool:
    return bool(minute.answer or minute.answered_on)


def subject_of(plan: Plan, minute: Minute, naming: Naming) -> str:
    """What a minute is about: an action, an area or the whole plan."""
    if minute.action_id in plan.actions_by_id:
        return naming.action(plan.actions_by_id[minute.action_id])
    if minute.area_id in plan.areas_by_id:
        return f"area {naming.area(plan.areas_by_id[minute.area_id])}"
    return "the whole plan"
