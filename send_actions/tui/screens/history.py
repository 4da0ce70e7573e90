"""History: who changed what, and when, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Final

from send_actions.domain.history.state import undone
from send_actions.domain.plan import Change
from send_actions.domain.text import fold, natural
from send_actions.domain.words.dates import short_date
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.filtering_rows import filter_rows, filtering, leave_filter
from send_actions.tui.commands.row_hints import rows_back
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.commands.undo import redo, undo, undo_in_history
from send_actions.tui.drawing.change_lines import change_lines, field_changes_of
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.drawing.sorting import Order, SortColumn
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.row_filter import RowFilter
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, fit, heading_line, inline
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class HistoryScreen(Frame):
    """Changes over what differed in the one under the cursor."""

    KIND: ClassVar[str] = "history"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (
        *(undo_in_history if one is undo else one for one in EVERYWHERE),
        filter_rows,
        sort_rows,
    )

    def __init__(self, session: Session) -> None:
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        self.rows, self.order = RowFilter(), RowOrder(CHANGE_COLUMNS, Order("record", is_turned=True))
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
        taken_back = undone(changes)
        by_id = {change.id: change for change in changes}
        rows = [by_id[record] for record in self.order.arranged([*by_id], by_id.__getitem__)]
        longest = max([5, *(len(name) for name in {inline(change.actor) for change in rows})])

        def row(place: int, width: int) -> Line:
            return _row(rows[place], _actor(longest, width), width, is_undone=rows[place].id in taken_back)

        rows = [rows[place] for place in self.rows.places(rows, row)]
        self._changes = {change.id: change for change in rows}

        def heading(width: int) -> Line:
            who = _actor(longest, width - 2)
            cells = [("Record", 6), ("Day", 9), ("Entered", ENTERED), ("Who", who), ("What", 4)]
            return heading_line(cells, width)

        self._table.border_title = titled(f"History  {len(rows):,} change{'' if len(rows) == 1 else 's'}")
        self._table.show(
            list(self._changes),
            row,
            heading=heading,
            empty=self.rows.nothing("Nothing was changed yet"),
        )
        self._table.border_subtitle = titled(self.rows.words, self.order.words)
        self.draw_detail()

    def hints(self) -> Hints:
        """How to undo, and to go back."""
        hint = self.session.keys.hint
        keys = [] if self.session.is_looking_back else [hint(undo_in_history), hint(redo)]
        return [], [*keys, *map(hint, filtering(self)), rows_back(self.rows)]

    async def go_back(self) -> None:
        """From the detail to the changes, from there to all of them, then to the plan."""
        if not leave_filter(self):
            await super().go_back()

    async def open(self) -> None:
        """Say where what it did stands: all of it stands below."""
        if head := self.change:
            undo = self.session.keys["undo"]
            self.foot.say(f"What record {head.id} did stands below; {undo} takes it back, Esc goes back")

    @property
    def change(self) -> Change | None:
        """The change under the cursor, without what differed in it."""
        current = self._table.current
        return self._changes.get(current) if isinstance(current, int) else None

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


CHANGE_COLUMNS: Final = (
    SortColumn("r", "record", "Record", lambda one: one.id, "by record, the oldest first", "newest first"),
    SortColumn("d", "day", "Day", lambda one: one.day, "by day", "by day, the latest first"),
    SortColumn("e", "entered", "Entered", lambda one: one.at, "by entry", "by entry, the latest first"),
    SortColumn("w", "who", "Who", lambda one: natural(fold(one.actor)), "by who", "by who, from Z"),
    SortColumn("t", "what", "What", lambda one: natural(fold(one.label)), "by what", "by what, from Z"),
)
"""What changes are sorted by."""

ENTERED: Final = 9
ROOMY_NAMES: Final = 100
"""Columns from which on names have the room they want."""

NARROW_NAME: Final = 12
"""Columns of a name on a narrow screen, where what was done needs the room."""


def _actor(longest: int, width: int) -> int:
    """How wide the names are: whole where there is room."""
    return max(5, min(longest, width * 3 // 10 if width >= ROOMY_NAMES else NARROW_NAME))


def _entered(change: Change) -> str:
    """When a change was entered: the time on its own day, else the day it was."""
    local = change.at.astimezone()
    return f"{local:%H:%M}" if local.date() == change.day else short_date(local.date())


def _row(change: Change, actor: int, width: int, *, is_undone: bool) -> Line:
    entered = fit(_entered(change), ENTERED)
    start = f"{change.id:>6}  {short_date(change.day)}  {entered}  {fit(inline(change.actor), actor)}  "
    label = inline(change.label) + (" (taken back)" if is_undone else "")
    return [(start, "dim"), (fit(label, width - len(start)), "dim" if is_undone else "")]
