"""Better or worse since last time in four lines, and the meetings that come next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.comparison import Move, compare
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import DONE, WORST_FIRST, Impact, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Heading, Paragraph, Strong
from send_actions.reports.sections.phrasing.cells import day_words, filled, labelled, status_word
from send_actions.reports.sections.phrasing.naming import Naming

NO_EARLIER: Final = "There is no earlier meeting to compare with."
"""What stands where a comparison would be."""


def better_or_worse(plan: Plan, before: Plan | None, spoken_of: Iterable[Action]) -> list[Block]:
    """Counts beside last time's, what got better, what got worse, and what is done; `spoken_of` is named."""
    naming = Naming()
    naming.actions(spoken_of)
    movement = compare(before, plan) if before else None
    lines = {"Now (last time)" if before else "Now": _counts(plan, before)}
    if movement is None:
        lines["Better or worse"] = NO_EARLIER[:1].lower() + NO_EARLIER[1:]
    else:
        lines["Better"] = _went(plan, movement.up, naming) or "no action went up"
        lines["Worse"] = _went(plan, movement.down, naming) or "no action went down"
    done = [move.action for move in movement.completed] if movement is not None else []
    lines["Completed and evidenced"] = _done(plan, before, done, naming)
    items = tuple(labelled(label, words) for label, words in lines.items())
    since = f" since {say_date(before.as_at)}" if before else ""
    return [Heading(3, f"Better or worse{since}"), BulletList(items), _next_meetings(plan)]


def _counts(plan: Plan, before: Plan | None) -> str:
    counted = zip(_numbers(plan), _numbers(before) if before else [None] * 4, strict=True)
    off, risk = (status_word(plan, status).lower() for status in (Status.OFF_TRACK, Status.AT_RISK))
    labels = (off, risk, "overdue", f"of {len(plan.actions)} done")
    told = [
        f"{now} {label}" + ("" if then is None else f" ({then})")
        for (now, then), label in zip(counted, labels, strict=True)
    ]
    if before and len(before.actions) != len(plan.actions):
        told[-1] = f"{told[-1].removesuffix(')')} of {len(before.actions)})"
    return f"{', '.join(told)}."


def _numbers(plan: Plan) -> list[int]:
    counts = Counter(action.status for action in plan.actions)
    late = sum(is_overdue(action, plan.as_at) for action in plan.actions)
    return [counts[Status.OFF_TRACK], counts[Status.AT_RISK], late, sum(counts[status] for status in DONE)]


def _went(plan: Plan, moves: tuple[Move, ...], naming: Naming) -> str:
    """What moved one way, by the status it has now."""
    by_status = {status: [m.action for m in moves if m.action.status is status] for status in WORST_FIRST}
    told = [
        f"{status_word(plan, status).lower()}, {naming.actions(found)}"
        for status, found in by_status.items()
        if found
    ]
    return "; ".join(told)


def _done(plan: Plan, before: Plan | None, done: list[Action], naming: Naming) -> str:
    evidenced = _evidenced(plan)
    beside = f" ({_evidenced(before)} last time)" if before else ""
    which = f": {naming.actions(done)}" if done else ""
    newly = f"{len(done)} since last time{which}. " if before else ""
    shown = f"{evidenced} of {len(plan.actions)}"
    have = "has" if evidenced == 1 else "have"
    return f"{newly}{shown} {have} evidenced impact{beside}."


def _evidenced(plan: Plan) -> int:
    return sum(action.impact is Impact.EVIDENCED for action in plan.actions)


def _next_meetings(plan: Plan) -> Paragraph:
    """The next board, and the next meeting of every other series, such as an inspection or a stocktake."""
    board = plan.next_meeting
    coming = [m for m in plan.meetings if m.on > plan.as_at and m.series != plan.main_series]
    first = {meeting.series: meeting for meeting in sorted(coming, key=lambda m: (m.on, m.id), reverse=True)}
    others = sorted(first.values(), key=lambda m: (m.on, m.id))
    first_of_all = f" {_meeting(board, plan.as_at)}." if board else " none is in the diary."
    told = "; ".join(f"{filled(m.series, 'a meeting')}, {_meeting(m, plan.as_at)}" for m in others)
    return Paragraph((Strong("Next board:"), first_of_all, *([f" Also {told}."] if told else [])))


def _meeting(meeting: Meeting, on: date) -> str:
    """A meeting's date, and when its returns and papers are due."""
    due = (("returns", meeting.returns_due), ("papers", meeting.papers_due))
    days = ", ".join(f"{what} by {day_words(day, on)}" for what, day in due if day)
    return say_date(meeting.on) + (f" ({days})" if days else "")
