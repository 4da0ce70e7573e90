"""The rhythm of a plan's meetings: how often each series meets, and what is to come with its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.reports.document import Block, BulletList, Cell, Day, Paragraph, Table, text_of
from send_actions.reports.sections.phrasing.cells import count_of, filled, labelled

_WEEK: Final = 7


def diary(plan: Plan) -> Iterator[Block]:
    """Yield how often each series meets, and the meetings to come with when returns and papers are due."""
    if not plan.meetings:
        yield text_of("No meeting is in the diary. Put them in by: send-actions meeting add.")
        return
    yield BulletList(tuple(_series(plan)))
    coming = [meeting for meeting in plan.meetings if meeting.on > plan.as_at]
    if not coming:
        yield text_of("No later meeting is in the diary.")
        return
    rows = tuple(
        (_day(meeting.on), _name(plan, meeting), _day(meeting.returns_due), _day(meeting.papers_due))
        for meeting in sorted(coming, key=lambda one: (one.on, one.id))
    )
    yield Table("Meetings to come", ("Date", "Meeting", "Returns due", "Papers due"), rows)


def _series(plan: Plan) -> Iterator[Paragraph]:
    """Yield for each series, the main one first, how often it met and how early its days were."""
    by_series: dict[str, list[Meeting]] = {}
    ordered = sorted(plan.meetings, key=lambda one: (one.series != plan.main_series, one.on, one.id))
    for meeting in ordered:
        by_series.setdefault(meeting.series, []).append(meeting)
    for series, meetings in by_series.items():
        held = [meeting.on for meeting in meetings if meeting.on <= plan.as_at]
        told = [
            (f"held {say_times(len(held))}" if held else "not held yet")
            + (f", last on {say_date(held[-1])}" if held else "")
        ]
        told += _apart([meeting.on for meeting in meetings])
        for what, days in (
            ("returns", [(m.on - m.returns_due).days for m in meetings if m.returns_due]),
            ("papers", [(m.on - m.papers_due).days for m in meetings if m.papers_due]),
        ):
            told += [f"{what} are due {count_of(round(median(days)), 'day')} before it"] if days else []
        main = " (the main series)" if series == plan.main_series else ""
        yield labelled(f"{filled(series, 'Meetings without a series')}{main}", *told)


def _apart(days: list[date]) -> list[str]:
    """How far apart meetings are, more or less."""
    apart = [(later - earlier).days for earlier, later in pairwise(sorted(set(days)))]
    weeks = round(median(apart) / _WEEK) if apart else 0
    return [f"about every {count_of(weeks, 'week')}"] if weeks else []


def _day(day: date | None) -> Cell:
    return Day(day, say_date(day)) if day else "not set"


def _name(plan: Plan, meeting: Meeting) -> str:
    main = " (main series)" if meeting.series == plan.main_series else ""
    return f"{filled(meeting.series, 'A meeting')}{main}"
