"""History: who changed what, and when, newest first."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from send_actions.domain.history.state import undone
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.change_lines import change_lines, field_changes_of
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import BACK, Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, fit, fit_right, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class HistoryScreen(Frame):
    """Changes over what differed in the one under the cursor."""

    KIND: ClassVar[str] = "history"

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)
        self._changes: dict[int, Change] = {}
        self._told: tuple[object, int | None] = (None, None)

    def draw(self) -> None:
        """Draw the changes up to the record shown, newest first, without what differed in them."""
        session = self.session
        heads: list[Change] = []
        with session.reading():
            heads = session.reader.heads(session.plan.record)
        until = session.plan.as_at if session.is_looking_back else date.max
        changes = [change for change in heads if change.day <= until]
        self._changes = {change.id: change for change in reversed(changes)}
        taken_back = undone(changes)
        rows = list(self._changes.values())
        actor = min(18, max([5, *(len(name) for name in {inline(change.actor) for change in rows})]))

        def row(place: int, width: int) -> Line:
            return _row(rows[place], actor, width, is_undone=rows[place].id in taken_back)

        heading = f"  {fit_right('Record', 6)}  {fit('Day', 9)}  {fit('Time', 5)}  {fit('Who', actor)}  What"
        self._table.border_title = titled(f"History  {len(rows):,} changes")
        self._table.show(
            list(self._changes),
            row,
            heading=lambda width: [(fit(heading, width), "heading")],
            empty="Nothing was changed yet",
        )
        self.draw_detail()

    def hints(self) -> Hints:
        """How to undo, and to go back."""
        return [], [keyed("u", "undo your newest"), keyed("U", "redo"), BACK]

    def draw_detail(self) -> None:
        """Draw what differed in the change under the cursor, unless it stands there already."""
        session, current = self.session, self._table.current
        if self._told[0] is session.snapshot and self._told[1] == current:
            return
        self._told = (None, None)
        head = self._changes.get(current) if isinstance(current, int) else None
        self._detail.border_title = titled(f"Record {head.id}" if head else "")
        self._detail.show(lambda _width: [])
        if head is not None:
            with session.reading():
                fields, more = field_changes_of(session.reader, session.plan, head)
                self._detail.show(lambda width: change_lines(head, fields, more, width))
                self._told = (session.snapshot, head.id)


def _row(change: Change, actor: int, width: int, *, is_undone: bool) -> Line:
    local = change.at.astimezone()
    start = f"{change.id:>6}  {short_date(change.day)}  {local:%H:%M}  {fit(inline(change.actor), actor)}  "
    label = inline(change.label) + (" (taken back)" if is_undone else "")
    return [(start, "dim"), (fit(label, width - len(start)), "dim" if is_undone else "")]
