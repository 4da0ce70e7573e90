"""The journey: areas, or the actions of one, down; boards across; and who said what of the cell, and why."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar, Final

from textual import events
from textual.containers import Vertical

from send_actions.domain.plan import Action, Area, Plan
from send_actions.tui.commands import moving
from send_actions.tui.commands.catalogue import EVERYWHERE
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.journeying import IN_JOURNEY, show_actions
from send_actions.tui.commands.new_and_edit import edit_area_here
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.commands.sorting_rows import say_order
from send_actions.tui.drawing.areas import WHOLE
from send_actions.tui.drawing.journey_part import Part
from send_actions.tui.drawing.journey_story import Story, brief_line, story_lines
from send_actions.tui.drawing.nothing_yet import no_areas_but_there
from send_actions.tui.internals import focus_now
from send_actions.tui.journey_reading import part_of, read_part
from send_actions.tui.plan_reader import LARGE
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.screens.journey_grid import JourneyGrid
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page

_TAKEN: Final = frozenset(key for command in IN_JOURNEY for key in command.keys)


class JourneyScreen(Frame):
    """The grid over the story of the cell under the cursor."""

    KIND: ClassVar[str] = "journey"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (
        *(one for one in EVERYWHERE if _TAKEN.isdisjoint(one.keys)),
        moving.jump,
        *IN_JOURNEY,
        edit_area_here,
        say_order,
    )
    ordered_by: ClassVar[str] = "The journey stands in the order of the plan, its boards by date"
    DEFAULT_CSS: ClassVar[str] = """
    JourneyScreen #list-detail { height: 1fr; min-height: 1; }
    JourneyScreen #list-detail.-brief { border: none; }
    """

    def __init__(self, session: Session) -> None:
        self._grid, self._detail = JourneyGrid(session.plan, session.today), Page(id="list-detail")
        self._detail.more_words = partial(_more_words, self)
        self._grid.table.detail = self._detail
        super().__init__(
            session, self._grid.table, self._detail, body=Vertical(self._grid, self._detail, id="body")
        )
        self._whole = Part()
        self._area_id: int | None = None
        self._day: date | None = None
        self._is_open = False
        self._about = WHOLE

    def on_resize(self, event: events.Resize) -> None:
        """Share the height between grid and story; what the frame does at this, Textual calls as well."""
        self._grid.lay_out(event.size, is_open=self._is_open)
        self._draw_parts()

    def on_screen_resume(self) -> None:
        """Begin at the area one comes from; what the frame does at this, Textual calls as well."""
        about = self.session.about
        if about is not self._about:  # each way here makes a scope of its own
            self._about = about
            if self._area_id is not None:
                self._change_rows(None, keep=about.area_id)
            elif not self._grid.table.put_cursor(about.area_id):
                self._grid.table.wanted = about.area_id

    def draw(self) -> None:
        """Draw the journey with the cursor where it was; that of a large plan is read beside the keys."""
        plan = self.session.plan
        if len(plan.actions) < LARGE:
            with self.session.reading():
                self._whole = part_of(self.session.reader.journey(plan))
        else:
            self.run_worker(self._read(plan), exclusive=True)
        self._show_rows()

    async def _read(self, plan: Plan) -> None:
        with self.session.reading():
            whole = await asyncio.to_thread(read_part, self.session.reader, plan)
            if plan is self.session.plan:
                self._whole = whole
                self._show_rows()

    def _show_rows(self) -> None:
        """Show the areas, or the actions of the one that was gone into."""
        part = Part(self._whole.journey, self._whole.stops, self._area_id)
        self._grid.show(part, self.session.plan, self.session.today, self._day)
        self._grid.lay_out(self.size, is_open=self._is_open)
        self._draw_parts()

    def _draw_parts(self) -> None:
        many = len(self.session.plan.actions)
        is_read = bool(self._whole.stops)
        nothing = nothing_yet(self.session, no_areas_but_there(self.session.keys))
        self._grid.draw(nothing if is_read else f"Reading how {many:,} actions stood at each board…")
        self.draw_detail()
        self.foot.draw()

    @property
    def is_open(self) -> bool:
        """Whether the story has the keys."""
        return self._is_open

    @property
    def area(self) -> Area | None:
        """The area under the cursor, or whose actions are shown."""
        current = self._grid.table.current if self._area_id is None else self._area_id
        return self.session.plan.areas_by_id.get(current) if isinstance(current, int) else None

    @property
    def story(self) -> Story | None:
        """The cell under the cursor."""
        return self._grid.part.story(self._grid.table.current, self._grid.columns.chosen)

    def draw_detail(self) -> None:
        """Tell of the cell under the cursor: in one line where no more has room."""
        story = self.story
        self._detail.set_class(self._grid.is_bare, "-brief")
        self._detail.border_title = titled(story.title if story else "")
        if story is None:
            self._detail.show(lambda _width: [])
        elif self._grid.is_bare:
            self._detail.show(lambda _width: [brief_line(story)])
        else:
            self._detail.show(partial(story_lines, story, self.session.timeline_of))

    def hints(self) -> Hints:
        """Stepping, and what Enter and Esc do here."""
        if self.story is None:
            return [], [BACK]
        keys = self.session.keys
        enter = keyed("Enter", "plan that day" if self._is_open else "who and why")
        actions = [keys.hint(show_actions)] if self._area_id is None else []
        is_among_actions = self._area_id is not None and not self._detail.has_focus
        back = "close" if self._is_open else "areas" if is_among_actions else "back"
        boards = keyed(f"{keys['earlier']} {keys['later']}", "board")
        return [], [boards, enter, keyed("Esc", back), *actions, keys.hint(edit_area_here)]

    def step(self, boards: int) -> None:
        """Go along the boards, as far as there are any."""
        if not self._grid.step(boards, self.size, is_open=self._is_open):
            earlier, is_alone = self.session.keys["earlier"], len(self._grid.part.days) == 1
            end = "This is the first board" if boards < 0 else f"This is the latest: {earlier} goes back"
            self.foot.say("This is today, and no board has met yet" if is_alone else end)
            return
        at, days = self._grid.columns.chosen, self._grid.part.days
        self._day = None if at == len(days) - 1 else days[at]
        self.draw_detail()
        self.foot.draw()

    def show_actions(self) -> None:
        """Go into the actions of the area under the cursor."""
        area_id = self._grid.table.current
        if self._area_id is not None or not isinstance(area_id, int):
            key = self.session.keys["journey-actions"]
            self.foot.say(f"{key} lists the actions of an area: Esc for the areas")
        elif not self._whole.journey.actions_of(area_id):
            self.foot.say("There are no actions in this area yet")
        else:
            self._change_rows(area_id, keep=None)

    async def open(self) -> None:
        """Open the story of the cell; from there, the plan as at that board."""
        if story := self.story:
            if self._is_open:
                await self._go_to(story)
            else:
                self._open(is_open=True)

    async def _go_to(self, story: Story) -> None:
        """Go home, to the area or the action as it stood at the board."""
        if story.stand(story.at) is None:
            self.foot.say(f"It is not in the plan on that day: {story.title}")
            return
        if not self.session.look_at(story.day):
            return
        areas, actions = self.session.plan.areas_by_id, self.session.plan.actions_by_id
        place = areas.get(story.area_id) if story.action_id is None else actions.get(story.action_id)
        if place is not None:
            await self.navigator.show_place(place, came_from=self.kind)

    async def go_back(self) -> None:
        """Close the story; from the actions to their areas; from there to the plan."""
        if self._is_open:
            self._open(is_open=False)
        elif self._area_id is not None and not self._detail.has_focus:
            self._change_rows(None, keep=self._area_id)
        else:
            await super().go_back()

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action, or on its area."""
        self._grid.table.put_cursor(action.area_id if self._area_id is None else action.id)

    def _change_rows(self, area_id: int | None, *, keep: int | None) -> None:
        """Show other rows, the cursor on one of them, or on the first."""
        self._area_id, self._is_open = area_id, False
        self._grid.table.wanted = keep
        self._show_rows()
        if keep is None:
            self._grid.table.move_to(0)
        focus_now(self._grid.table)

    def _open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        focus_now(self._detail if is_open else self._grid.table)
        self._grid.lay_out(self.size, is_open=is_open)
        self._draw_parts()


def _more_words(screen: JourneyScreen, lines: int) -> str:
    """How much of the story lies below."""
    if not lines:
        return ""
    return f"↓ {lines} more" if screen.is_open else "Enter for all"
