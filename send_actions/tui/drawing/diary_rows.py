"""The diary in rows: every meeting under its series, the main one first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Final

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import say_days, short_date
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.drawing.sorting import SortColumn
from send_actions.tui.text_layout import Line, fit, heading_line, inline
from send_actions.tui.widgets.rows import Heading

_WHEN: Final = 12
_DUE: Final = 9


MEETING_COLUMNS: Final = (
    SortColumn("d", "date", "Date", lambda one: one[0].on, "by date", "by date, the latest first"),
    SortColumn(
        "r", "returns", "Returns", lambda one: one[0].returns_due, "by returns", "by returns, latest first"
    ),
    SortColumn(
        "p", "papers", "Papers", lambda one: one[0].papers_due, "by papers", "by papers, latest first"
    ),
    SortColumn(
        "s", "said", "Said", lambda one: one[1] or None, "by what was said", "by what was said, most first"
    ),
)
"""What meetings are sorted by, each with how much it said."""


class DiaryRows:
    """Draws the meetings of a plan, series by series where there are several."""

    def __init__(self, plan: Plan, order: RowOrder) -> None:
        self._plan = plan
        self._said = Counter(minute.meeting_id for minute in plan.minutes)
        series = sorted({m.series for m in plan.meetings}, key=lambda name: (name != plan.main_series, name))
        ids: list[Hashable] = []
        for name in series:
            of_it = [meeting for meeting in plan.meetings if meeting.series == name]
            ids += [Heading(f"{inline(name)}  {len(of_it)}")] if len(series) > 1 else []
            ids += [meeting.id for meeting in of_it]
        self.ids = order.arranged(ids, lambda row: (plan.meetings_by_id[row], self._said[row]))

    @staticmethod
    def heading(width: int) -> Line:
        """The names of the columns."""
        cells = [("Date", 9), ("When", _WHEN), ("Returns", _DUE), ("Papers", _DUE), ("Said", 4)]
        return heading_line(cells, width)

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
