"""Everything that a plan says of its meetings: every one in the diary, its minutes, and papers issued."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Day, Table, text_of
from send_actions.reports.sections.phrasing.cells import Summaries, count_of, filled, number
from send_actions.reports.sections.phrasing.minutes_told import minutes_of, told_meeting
from send_actions.reports.sections.phrasing.naming import Naming


def whole_meetings(plan: Plan, areas: Summaries) -> Iterator[Block]:
    """Yield a table of all meetings, then the minutes of each that has any, oldest first."""
    meetings = sorted(plan.meetings, key=lambda one: (one.on, one.id))
    if not meetings:
        yield text_of("No meeting is in the diary.")
        return
    header = ("Date", "Meeting", "Returns due", "Papers due", "Minutes", "Paper it was shown")
    yield Table("Meetings, held and to come", header, tuple(_row(plan, one) for one in meetings))
    naming = Naming()
    for meeting in meetings:
        if said := minutes_of(plan, [meeting]):
            yield from told_meeting(plan, meeting, said, areas, naming)


def papers_issued(plan: Plan) -> Block:
    """Every paper that was issued: its day, kind, what it shows and for whom."""
    if not plan.papers:
        return text_of("No paper was issued yet.")
    meetings = plan.meetings_by_id
    rows: list[tuple[Cell, ...]] = []
    for paper in sorted(plan.papers, key=lambda one: (one.on, one.id)):
        meeting = meetings.get(paper.meeting_id or 0)
        issued_for = f"{meeting.series}, {say_date(meeting.on)}".lstrip(", ") if meeting else "no meeting"
        day, shown = Day(paper.on, say_date(paper.on)), Day(paper.as_at, say_date(paper.as_at))
        rows.append((day, paper.kind, shown, number(paper.record), paper.audience, issued_for))
    header = ("Issued", "Kind", "As at", "Record", "Audience", "Issued for")
    return Table("Papers issued", header, tuple(rows))


def _row(plan: Plan, meeting: Meeting) -> tuple[Cell, ...]:
    many = len(minutes_of(plan, [meeting]))
    shown = f"record {meeting.record_issued}" if meeting.record_issued is not None else "none issued"
    returns, papers = (
        Day(day, say_date(day)) if day else "not set" for day in (meeting.returns_due, meeting.papers_due)
    )
    return (
        Day(meeting.on, say_date(meeting.on)),
        filled(meeting.series, "A meeting"),
        returns,
        papers,
        count_of(many, "minute") if many else "none",
        shown,
    )
