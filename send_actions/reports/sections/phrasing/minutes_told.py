"""What meetings decided, resolved, asked and requested, meeting by meeting, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from send_actions.domain.plan import Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS, MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Heading, Paragraph, Run, Strong
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    area_status,
    count_of,
    filled,
    mark,
    quoted,
    sentence,
)
from send_actions.reports.sections.phrasing.naming import Naming

NO_ANSWER: Final = "no answer is written"
"""What stands in the place of an answer of which only the day is known."""

VERBS: Final = {
    MinuteKind.DECISION: "Decided",
    MinuteKind.RESOLVED: "Resolved",
    MinuteKind.QUESTION: "Asked",
    MinuteKind.REQUEST: "Requested",
}
"""What a meeting did, by the kind of minute."""

_COUNTED: Final = {
    MinuteKind.DECISION: ("decision", "decisions"),
    MinuteKind.RESOLVED: ("resolution", "resolutions"),
    MinuteKind.QUESTION: ("question", "questions"),
    MinuteKind.REQUEST: ("request", "requests"),
}


def minutes_of(plan: Plan, meetings: Iterable[Meeting]) -> list[Minute]:
    """What was said at some meetings."""
    ids = {meeting.id for meeting in meetings}
    return [minute for minute in plan.minutes if minute.meeting_id in ids]


def counted_minutes(minutes: Sequence[Minute]) -> str:
    """How many decisions, resolutions, questions and requests there are, and how many are open."""
    counted = [
        count_of(many, *words)
        for kind, words in _COUNTED.items()
        if (many := sum(minute.kind is kind for minute in minutes))
    ]
    asked, waiting = (
        sum(minute.kind in ASKS for minute in minutes),
        sum(minute.is_waiting for minute in minutes),
    )
    told = ", ".join(counted) or "nothing was decided or asked"
    return f"{told}; {_waiting(waiting, asked)}" if asked else told


def _waiting(waiting: int, asked: int) -> str:
    """How many of the questions and requests have no answer."""
    if asked == 1:
        return "it has no answer yet" if waiting else "it is answered"
    if not waiting:
        return f"all {asked} questions and requests are answered"
    have = "has" if waiting == 1 else "have"
    return f"{waiting} of {asked} questions and requests {have} no answer yet"


def told_meeting(
    plan: Plan, meeting: Meeting, minutes: Iterable[Minute], areas: Summaries, naming: Naming
) -> Iterator[Block]:
    """Yield a heading with a meeting's series and day, and under it what it said and what became of that."""
    yield Heading(3, f"{filled(meeting.series, 'A meeting')}, {say_date(meeting.on)}")
    items = tuple(told_minute(plan, minute, areas, naming) for minute in minutes)
    if items:
        yield BulletList(items)


def told_minute(plan: Plan, minute: Minute, areas: Summaries, naming: Naming) -> Paragraph:
    """What one minute says, of what, and what became of it: its answer, or how that stands now."""
    words = sentence(quoted(filled(minute.text)), keep=True)
    about = f", on {subject_of(plan, minute, naming)}: {words} "
    label = "Not answered yet" if minute.kind in ASKS else "Now"
    return Paragraph((Strong(VERBS[minute.kind]), about, *outcome_of(plan, minute, areas, label)))


def subject_of(plan: Plan, minute: Minute, naming: Naming) -> str:
    """What a minute is about: an action, an area or the whole plan."""
    if minute.action_id in plan.actions_by_id:
        return naming.action(plan.actions_by_id[minute.action_id])
    if minute.area_id in plan.areas_by_id:
        return f"area {naming.area(plan.areas_by_id[minute.area_id])}"
    return "the whole plan"


def answered_on(minute: Minute) -> str:
    """That a question or request is answered, and on which day."""
    return f"Answered {say_date(minute.answered_on)}" if minute.answered_on else "Answered"


def outcome_of(plan: Plan, minute: Minute, areas: Summaries, label: str, see: str = "") -> list[Run]:
    """The answer under its day; else, under a label, how what it speaks of stands now.

    `see` follows how an action stands.
    """
    if minute.is_answered:
        answer = quoted(minute.answer) if minute.answer.strip() else NO_ANSWER
        return [Strong(f"{answered_on(minute)}:"), f" {sentence(answer, keep=True)}"]
    if minute.action_id in plan.actions_by_id:
        return [Strong(f"{label}:"), " ", mark(plan, plan.actions_by_id[minute.action_id].status), f"{see}."]
    if minute.area_id is not None and minute.area_id in areas:
        return [Strong(f"{label}:"), " ", area_status(plan, areas[minute.area_id]), "."]
    return [Strong(f"{label}.")] if minute.kind in ASKS else []
