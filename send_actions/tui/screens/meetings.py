"""The board's meetings by series, past and to come, each over its agenda or what it said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from send_actions.domain.plan import Action, Area, Meeting, Minute
from send_actions.domain.plan.vocabulary import ASKS
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands import board_said, diary_keys, status, updates
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.filtering_rows import filter_rows, filtering, leave_filter
from send_actions.tui.commands.new_in_views import IN_DIARY
from send_actions.tui.commands.papers import write_paper, write_paper_of_meeting
from send_actions.tui.commands.row_hints import BACK, rows_back
from send_actions.tui.commands.sorting_rows import sort_rows
from send_actions.tui.drawing.agenda import OfAction, OfMinute, agenda_rows, row_lines
from send_actions.tui.drawing.diary_rows import MEETING_COLUMNS, DiaryRows
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.row_filter import RowFilter
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.rows import Heading, Scrolled
from send_actions.tui.widgets.table import Table


class MeetingsScreen(Frame):
    """Meetings over what is on the agenda of the one under the cursor, or what it said."""

    KIND: ClassVar[str] = "board"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (
        *(write_paper_of_meeting if one is write_paper else one for one in EVERYWHERE),
        *IN_DIARY,
        *status.ON_TARGETS,
        *updates.ON_TARGETS,
        *diary_keys.ON_ITEMS,
        filter_rows,
        sort_rows,
    )
    DEFAULT_CSS: ClassVar[str] = """
    MeetingsScreen #list-detail { height: 55%; }
    """

    def __init__(self, session: Session) -> None:
        self._table, self._items = Table(id="list"), Table(id="list-detail")
        self.selection = self
        self.rows, self.order = RowFilter(), RowOrder(MEETING_COLUMNS)
        self._shown: int | None = None
        super().__init__(session, self._table, self._items)

    def on_mount(self) -> None:
        """Begin at today's meeting, else the next; Textual then has the frame draw."""
        plan = self.session.plan
        near = plan.meeting_today or plan.next_meeting or plan.last_meeting
        self._table.wanted = near.id if near else None

    def draw(self) -> None:
        """Draw the meetings."""
        rows = DiaryRows(self.session.plan, self.order)
        self._table.border_title = titled("Meetings")
        places = self.rows.places(rows.ids, rows.row)
        self._table.show(
            [rows.ids[place] for place in places],
            lambda place, width: rows.row(places[place], width),
            heading=rows.heading,
            empty=self.rows.nothing(nothing_yet(self.session, self._no_meeting_yet)),
        )
        self._table.border_subtitle = titled(self.rows.words, self.order.words)
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the agenda of the meeting under the cursor, or what it said."""
        meeting, plan = self.meeting, self.session.plan
        self._items.border_title = titled(f"{meeting.series}, {say_date(meeting.on)}" if meeting else "")
        ids = agenda_rows(plan, meeting) if meeting else []
        is_another = self._shown != (meeting.id if meeting else None)
        self._shown = meeting.id if meeting else None

        def lines(place: int, width: int) -> Sequence[Any]:
            return row_lines(plan, ids[place], width)

        self._items.show(
            ids,
            lambda place, width: lines(place, width)[0],
            tall=lines,
            scrolled=Scrolled(lines, 0),
            keep=next((row for row in ids if not isinstance(row, Heading)), None) if is_another else None,
            is_new=is_another,
        )
        self._say_more()

    def cursor_moved(self, table: Table) -> None:
        """Let the items follow the meeting under the cursor."""
        if table is self._table:
            self.draw_detail()
        self._say_more()
        self.foot.draw()

    def on_descendant_focus(self) -> None:
        """Let the foot and the border speak of the pane that has the keys."""
        super().on_descendant_focus()
        self._say_more()

    def hints(self) -> Hints:
        """How to look back to a meeting, and what helps with an item of it."""
        meeting, minute, hint = self.meeting, self.minute, self.session.keys.hint
        if not self._items.has_focus:
            is_past = meeting is not None and meeting.on < self.session.today
            into = [keyed("Enter", "look back to it")] if is_past else []
            into += [keyed("Tab", "what it said" if is_past else "agenda")] if self._items.ids else []
            made = IN_DIARY if meeting else IN_DIARY[:1]
            own = [board_said.write_down, *made, *filtering(self)]
            return [], [*into, *map(hint, own), rows_back(self.rows)]
        keys = [keyed("Enter", "go there")] if self._place else []
        keys += [hint(board_said.write_down)] if self.targets() or minute else []
        if minute is not None and minute.kind in ASKS and self._made_of(minute) is None:
            keys.append(hint(diary_keys.make_action))
        keys += [hint(status.set_status), hint(updates.write_note)] if self.targets() else []
        return [], [*keys, BACK]

    async def open(self) -> None:
        """Look back to a past meeting, go into the agenda of another, or to what an item is about."""
        meeting = self.meeting
        if self._items.has_focus:
            if place := self._place:
                await self.navigator.show_place(place, came_from=self.kind)
            elif self.minute:
                self.foot.say("This is about the whole plan")
        elif meeting is not None and meeting.on < self.session.today:
            self.session.look_at(meeting.on)
            await self.navigator.show_view("home")
        elif self._items.ids:
            focus_now(self._items)

    async def go_back(self) -> None:
        """From the items to the meetings, from there to the plan."""
        if self._items.has_focus:
            focus_now(self._table)
        elif not leave_filter(self):
            await super().go_back()

    def come_back(self) -> None:
        """Stay with the item that was opened."""
        focus_now(self._items)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        current = self._table.current
        return self.session.plan.meetings_by_id.get(current) if isinstance(current, int) else None

    @property
    def minute(self) -> Minute | None:
        """What a meeting said that the cursor is on, among the items."""
        current = self._items.current if self._items.has_focus else None
        of_it = isinstance(current, OfMinute) and current.minute_id
        return next((one for one in self.session.plan.minutes if one.id == of_it), None)

    @property
    def area(self) -> Area | None:
        """The area of the item under the cursor."""
        place = self._place
        return self.session.plan.area_of(place) if isinstance(place, Action) else place

    def targets(self) -> tuple[Action, ...]:
        """The action that the item under the cursor is about."""
        place = self._place
        return (place,) if isinstance(place, Action) else ()

    def changed(self, actions: Sequence[Action]) -> None:
        """Hear that some actions were changed: the items are drawn with the snapshot."""

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action of the agenda, where it is on it."""
        rows = [row for row in self._items.ids if isinstance(row, OfAction) and row.action_id == action.id]
        if rows:
            self._items.put_cursor(rows[0])

    @property
    def _place(self) -> Action | Area | None:
        """The action or area that the item under the cursor is about, else what was made of it."""
        plan, current, minute = self.session.plan, self._items.current, self.minute
        if not self._items.has_focus:
            return None
        if isinstance(current, OfAction):
            return plan.actions_by_id.get(current.action_id)
        if minute is None:
            return None
        about = plan.actions_by_id.get(minute.action_id or 0)
        return self._made_of(minute) or about or plan.areas_by_id.get(minute.area_id or 0)

    def _made_of(self, minute: Minute) -> Action | None:
        return self.session.plan.actions_by_id.get(minute.made_action_id or 0)

    @property
    def _no_meeting_yet(self) -> str:
        keys = self.session.keys
        return f"No meeting in the diary yet: {keys['new']} puts one there, {keys['board-said']} today's"

    def _say_more(self) -> None:
        """Say under the items how many lie below the cursor's, and the key that leads there."""
        rows = self._items.rows
        below = rows.lines - self._items.scroll_offset.y - self._items.scrollable_content_region.height
        start = "" if self._items.has_focus else "Tab "
        self._items.border_subtitle = titled(f"{start}↓ {below:,} more" if below > 0 else "")
