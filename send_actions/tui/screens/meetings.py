"""The board's meetings, past and to come; Enter on a past one looks back to it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult

from send_actions.domain.plan import Meeting
from send_actions.domain.words.dates import say_date, say_days, short_date
from send_actions.tui.drawing.action_detail import fact_lines
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.text_layout import Line, fit, inline
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Table

NO_MEETING_YET: Final = "No meeting in the diary yet: send-actions meeting add 2026-04-15"


_BESIDE = 57
"""Columns of a row beside the series' name."""


class MeetingsScreen(EverywhereScreen):
    """Meetings by date, with what was said at each."""

    KIND: ClassVar[str] = "board"
    DEFAULT_CSS: ClassVar[str] = """
    MeetingsScreen #meetings { height: 1fr; }
    MeetingsScreen #detail { height: 45%; min-height: 6; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._table = Table(id="meetings")
        self._detail = Page(id="detail")

    def body(self) -> ComposeResult:
        """Meetings over what was said at the one under the cursor."""
        yield self._table
        yield self._detail

    def on_mount(self) -> None:
        """Begin at the next meeting."""
        super().on_mount()
        plan = self.owner.plan
        near = plan.next_meeting or plan.last_meeting
        if near:
            self._table.put_cursor(near.id)
        self._table.focus()

    def draw_plan(self) -> None:
        """Draw the meetings."""
        plan = self.owner.plan
        meetings = plan.meetings
        longest = max([8, *(len(inline(meeting.series)) for meeting in meetings)])

        def draw(place: int, width: int) -> Line:
            series = _series_width(longest, width)
            return _row(meetings[place], plan.as_at, series, width, self._count(meetings[place]))

        def heading(width: int) -> Line:
            series = fit("Series", _series_width(longest, width))
            text = f"  {fit('Date', 9)}  {fit('When', 12)}  {series}  Returns    Papers     Said"
            return [(fit(text, width), "heading")]

        self._table.border_title = titled("Meetings")
        self._table.show(
            [meeting.id for meeting in meetings],
            draw,
            heading=heading,
            empty=[("  ", ""), (NO_MEETING_YET, "dim")],
        )
        self._draw_detail()

    def on_table_moved(self, event: Table.Moved) -> None:
        """Let the detail follow the cursor."""
        event.stop()
        self._draw_detail()
        self.draw_foot()

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Look back to what was clicked."""
        event.stop()
        if self.strip is None:
            self.app.call_later(self.do_enter)

    def hints(self) -> tuple[Line, list[Line]]:
        """How to look back."""
        meeting = self._meeting
        is_past = meeting is not None and meeting.on < self.owner.today
        enter: list[Line] = [[("Enter", "key"), (" look back to it", "dim")]] if is_past else []
        return [], [*enter, [("Esc", "key"), (" back", "dim")]]

    async def do_enter(self) -> None:
        """Show the plan as it stood at the meeting."""
        meeting = self._meeting
        if meeting is None:
            return
        if meeting.on >= self.owner.today:
            self.say(f"{say_date(meeting.on)} has not been yet")
            return
        self.owner.look_at(meeting.on)
        await self.owner.show_view("home")

    @property
    def _meeting(self) -> Meeting | None:
        current = self._table.current
        return self.owner.plan.meetings_by_id.get(current) if isinstance(current, int) else None

    def _count(self, meeting: Meeting) -> int:
        return sum(minute.meeting_id == meeting.id for minute in self.owner.plan.minutes)

    def _draw_detail(self) -> None:
        meeting, plan = self._meeting, self.owner.plan
        self._detail.border_title = titled(f"{meeting.series}, {say_date(meeting.on)}" if meeting else "")

        def build(width: int) -> list[Line]:
            if meeting is None:
                return []
            lines: list[Line] = []
            for minute in plan.minutes:
                if minute.meeting_id == meeting.id:
                    action = plan.actions_by_id.get(minute.action_id or 0)
                    about = f"{action.ref}: " if action else ""
                    lines += fact_lines(minute.kind.value.capitalize()[:8], about + minute.text, width)
                    if minute.answer:
                        lines += fact_lines("", f"Answer: {minute.answer}", width)
            return lines or [[(" Nothing recorded of this meeting", "dim")]]

        self._detail.show(build)


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
