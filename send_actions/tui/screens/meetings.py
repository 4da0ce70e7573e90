"""The board's meetings, past and to come; Enter on a past one looks back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Final

from send_actions.domain.plan import Meeting, Paper, Plan
from send_actions.domain.plan.vocabulary import BOARD_PAPER
from send_actions.domain.words.dates import say_date, say_days, short_date
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.papers import write_paper, write_paper_of_meeting
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.actions import fact_lines
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, fit, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

NO_MEETING_YET: Final = "No meeting in the diary yet: send-actions meeting add 2026-04-15"

_BESIDE = 57
"""Columns of a row beside the series' name."""


class MeetingsScreen(Frame):
    """Meetings by date, with what was said at each."""

    KIND: ClassVar[str] = "board"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = tuple(
        write_paper_of_meeting if one is write_paper else one for one in EVERYWHERE
    )
    DEFAULT_CSS: ClassVar[str] = """
    MeetingsScreen #list-detail { height: 45%; }
    """

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)

    def on_mount(self) -> None:
        """Begin at today's meeting, else the next; Textual then has the frame draw."""
        plan = self.session.plan
        near = plan.meeting_today or plan.next_meeting or plan.last_meeting
        self._table.wanted = near.id if near else None

    def draw(self) -> None:
        """Draw the meetings."""
        plan = self.session.plan
        meetings = plan.meetings
        longest = max([8, *(len(inline(meeting.series)) for meeting in meetings)])
        spoken = Counter(minute.meeting_id for minute in plan.minutes)

        def row(place: int, width: int) -> Line:
            meeting = meetings[place]
            return _row(meeting, plan.as_at, _series_width(longest, width), width, spoken[meeting.id])

        def heading(width: int) -> Line:
            series = fit("Series", _series_width(longest, width))
            text = f"  {fit('Date', 9)}  {fit('When', 12)}  {series}  Returns    Papers     Said"
            return [(fit(text, width), "heading")]

        self._table.border_title = titled("Meetings")
        ids = [meeting.id for meeting in meetings]
        self._table.show(ids, row, heading=heading, empty=NO_MEETING_YET)
        self.draw_detail()

    def hints(self) -> Hints:
        """How to look back."""
        meeting = self.meeting
        is_past = meeting is not None and meeting.on < self.session.today
        enter = [keyed("Enter", "look back to it")] if is_past else []
        return [], [*enter, BACK]

    async def open(self) -> None:
        """Show the plan as it stood at the meeting."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.on >= self.session.today:
            self.foot.say(f"{say_date(meeting.on)} has not been yet")
            return
        self.session.look_at(meeting.on)
        await self.navigator.show_view("home")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        current = self._table.current
        return self.session.plan.meetings_by_id.get(current) if isinstance(current, int) else None

    def draw_detail(self) -> None:
        """Draw what was said at the meeting under the cursor."""
        meeting, plan = self.meeting, self.session.plan
        self._detail.border_title = titled(f"{meeting.series}, {say_date(meeting.on)}" if meeting else "")

        def build(width: int) -> list[Line]:
            if meeting is None:
                return []
            lines, said = _issued_lines(meeting, plan, width), list[Line]()
            for minute in plan.minutes:
                if minute.meeting_id == meeting.id:
                    action = plan.actions_by_id.get(minute.action_id or 0)
                    about = f"{action.ref}: " if action else ""
                    said += fact_lines(minute.kind.value.capitalize()[:8], about + minute.text, width)
                    if minute.answer:
                        said += fact_lines("", f"Answer: {minute.answer}", width)
            return [*lines, *(said or [[(" Nothing recorded of this meeting", "dim")]])]

        self._detail.show(build)


def _issued_lines(meeting: Meeting, plan: Plan, width: int) -> list[Line]:
    """The papers issued for a meeting, the last of each kind; a board paper takes the place of another."""
    by_kind: dict[str, list[Paper]] = {}
    for paper in sorted(plan.papers, key=lambda paper: paper.id):
        if paper.meeting_id == meeting.id:
            by_kind.setdefault(paper.kind, []).append(paper)
    lines: list[Line] = []
    for kind, (*before, last) in by_kind.items():
        told = f"issued {say_date(last.on)}, record {last.record}"
        if kind != BOARD_PAPER:
            told = f"{kind.capitalize()}, {told}"
        elif before:
            told += f", in place of record {before[-1].record}"
        lines += fact_lines("Paper", f"{told[:1].upper()}{told[1:]}", width)
    return lines


def _series_width(longest: int, width: int) -> int:
    """How wide the series' names are, so that dates and counts stay whole."""
    return max(8, min(longest, width - _BESIDE))


def _row(meeting: Meeting, as_at: date, series: int, width: int, said_there: int) -> Line:
    days = (meeting.on - as_at).days
    when = "today" if days == 0 else f"in {say_days(days)}" if days > 0 else f"{say_days(-days)} ago"
    returns = short_date(meeting.returns_due) if meeting.returns_due else ""
    papers = short_date(meeting.papers_due) if meeting.papers_due else ""
    text = (
        f"{short_date(meeting.on)}  {fit(when, 12)}  {fit(inline(meeting.series), series)}  "
        f"{fit(returns, 9)}  {fit(papers, 9)}  {said_there or ''}"
    )
    return [(fit(text, width), "" if days >= 0 else "dim")]
