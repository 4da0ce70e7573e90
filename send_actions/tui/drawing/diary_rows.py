"""The diary in rows: every meeting under its series, the main one first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Final

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import say_days, short_date
from send_actions.tui.text_layout import Line, fit, inline
from send_actions.tui.widgets.rows import Heading

_WHEN: Final = 12
_DUE: Final = 9


class DiaryRows:
    """Draws the meetings of a plan, series by series where there are several."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._said = Counter(minute.meeting_id for minute in plan.minutes)
        series = sorted({m.series for m in plan.meetings}, key=lambda name: (name != plan.main_series, name))
        self.ids: list[Hashable] = []
        for name in series:
            of_it = [meeting for meeting in plan.meetings if meeting.series == name]
            self.ids += [Heading(f"{inline(name)}  {len(of_it)}")] if len(series) > 1 else []
            self.ids += [meeting.id for meeting in of_it]

    @staticmethod
    def heading(width: int) -> Line:
        """The names of the columns."""
        text = (
            f"  {fit('Date', 9)}  {fit('When', _WHEN)}  {fit('Returns', _DUE)}  {fit('Papers', _DUE)}  Said"
        )
        return [(fit(text, width), "heading")]

    def row(self, place: int, width: int) -> Line:
        """A meeting on one line, or the name of its series."""
        row = self.ids[place]
        if isinstance(row, Heading):
            return [(fit(row, width), "bold")]
        meeting = self._plan.meetings_by_id[row] if isinstance(row, int) else None
        return self._line(meeting, width) if meeting else []

    def _line(self, meeting: Meeting, width: int) -> Line:
        days = (meeting.on - self._plan.as_at).days
        when = "today" if days == 0 else f"in {say_days(days)}" if days > 0 else f"{say_days(-days)} ago"
        returns, papers = (
            short_date(day) if day else "" for day in (meeting.returns_due, meeting.papers_due)
        )
        text = (
            f"{short_date(meeting.on)}  {fit(when, _WHEN)}  {fit(returns, _DUE)}  {fit(papers, _DUE)}  "
            f"{self._said[meeting.id] or ''}"
        )
        return [(fit(text, width), "" if days >= 0 else "dim")]
