"""Home: areas, the actions of one of them, and the action under the cursor in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from send_actions.domain.plan import Action, Area, Plan
from send_actions.tui.action_list import ActionList
from send_actions.tui.commands.catalogue import ON_ACTIONS
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import home_hints
from send_actions.tui.drawing.areas import WHOLE, AreaColumns, Scope, scopes_of
from send_actions.tui.drawing.detail import detail_of
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.screens.three_panes import HUGE, WIDE, ThreePanes
from send_actions.tui.session import Session
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class HomeScreen(Frame):
    """Three panes from 120 columns; below that one list with a short detail under it."""

    KIND: ClassVar[str] = "home"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[HomeScreen]]] = ON_ACTIONS

    def __init__(self, session: Session) -> None:
        self.actions = self.selection = ActionList(self, session)
        self._areas, self._detail = Table(id="areas"), Page(id="detail")
        self._three = ThreePanes(self._areas, self.actions.table, self._detail)
        super().__init__(session, *self._three.panes, body=self._three)
        self.scope = self._wanted_scope = WHOLE
        self._subject: object = None
        self._is_beginning = True

    def on_mount(self) -> None:
        """Begin where it burns, at the action the checks put first; Textual then has the frame draw."""
        self._begin()
        if self._is_beginning:
            self.call_after_refresh(self.session.read_whole)

    def _begin(self) -> None:
        self._is_beginning = self.session.snapshot.is_outline
        first = self.session.snapshot.first
        self._wanted_scope = Scope(first.area_id) if first else WHOLE
        self.first_pane = self.actions.table if first else self._areas
        self.actions.table.wanted = first.id if first else None

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for the room there is; what the frame does at this, Textual calls as well."""
        self._three.stand(event.size)
        self._share_height()
        self.call_after_refresh(self.draw_detail)

    def on_descendant_focus(self) -> None:
        """Let the layers of a narrow screen, and the detail, follow the pane that has the keys."""
        self._three.follow_focus()
        if self.pane is not None:
            self.draw_detail()

    @property
    def is_among_areas(self) -> bool:
        """Whether the keys are with the list of areas."""
        return self.foot.pane is self._areas

    @property
    def area(self) -> Area | None:
        """The area under the cursor, or of the action under it."""
        action = None if self.is_among_areas else self.actions.action
        return self.session.plan.areas_by_id.get(action.area_id if action else self.scope.area_id or 0)

    def draw(self) -> None:
        """Draw the three panes again, each cursor on what it was on."""
        self.actions.drop_lost_marks()
        if self._is_beginning:
            self._begin()
        plan, kept = self.session.plan, self.actions.filter.kept
        scopes = scopes_of(plan, kept)
        self._follow_action()
        self.scope = _scope_among(scopes, self._wanted_scope, self.scope, plan, self._areas)
        columns = AreaColumns(plan, self.session.snapshot.summaries, scopes, kept)
        self._areas.border_title = titled("Areas")
        self._areas.show(scopes, columns.row, tall=columns.tall, keep=self.scope)
        self.draw_actions()

    def _follow_action(self) -> None:
        """Go with the action under the cursor when somebody gave it to another area."""
        wanted, plan = self.actions.table.wanted, self.session.plan
        action = plan.actions_by_id.get(wanted) if isinstance(wanted, int) else None
        if action and not self._wanted_scope.holds(plan, action) and not self.is_among_areas:
            self._wanted_scope = Scope(action.area_id)

    def cursor_moved(self, table: Table) -> None:
        """Let actions follow the area and the detail follow the action."""
        if table is self._areas and isinstance(self._areas.current, Scope):
            if self._areas.current == self.scope:
                return
            self.scope = self._wanted_scope = self._areas.current
            self.draw_actions(is_new=True)
        else:
            self.draw_detail()
        self.foot.draw()

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action, changing area, or leaving the filter, if it is not listed."""
        kept = self.actions.filter.kept
        if kept is not None and action not in kept:
            self.actions.set_filter("")
        if not self.scope.holds(self.session.plan, action):
            self._wanted_scope = Scope(action.area_id)
        self.actions.table.wanted = action.id
        self.foot.give_keys(self.actions.table)
        self.draw()
        self.actions.table.put_cursor(action.id)

    def filter_changed(self, *, was_on: bool) -> None:
        """Filter the whole plan; without a filter, go back to the area of the action under the cursor.

        While words are typed the action that the cursor was on at first comes back as soon as it is listed.
        """
        wanted = self.session.plan.actions_by_id.get(self.actions.first_on or 0) or self.actions.action
        is_on = self.actions.filter.kept is not None
        if is_on and not was_on:
            self._wanted_scope = WHOLE
        elif was_on and not is_on and wanted:
            self._wanted_scope = Scope(wanted.area_id)
        self.actions.table.wanted = wanted.id if wanted else None
        self.draw()
        self.foot.draw()

    def filter_entered(self) -> None:
        """Give the keys to the actions that were found."""
        if self.is_among_areas:
            self.foot.give_keys(self.actions.table)

    def show_scope(self, scope: Scope) -> None:
        """Put the cursor on an area, or show the whole plan in one list."""
        self._wanted_scope = scope
        if scope == WHOLE:
            focus_now(self.actions.table)
        else:
            self.actions.table.wanted = None
            focus_now(self._areas)
        self.draw()

    def hints(self) -> Hints:
        """The keys that help with the row under the cursor."""
        return home_hints(self, is_narrow=self._three.is_narrow)

    async def open(self) -> None:
        """From an area to its actions, from an action into its detail."""
        if self._areas.has_focus:
            focus_now(self.actions.table)
        elif self.actions.table.has_focus and self.actions.action:
            focus_now(self._detail)

    async def go_back(self) -> None:
        """From the detail to the actions, from there to what was left: marks, filter, another view, areas."""
        if self._detail.has_focus:
            focus_now(self.actions.table)
        elif self.actions.go_back():
            self.foot.draw()
        elif self.navigator.came_from:
            await self.navigator.come_back()
        elif self.actions.table.has_focus:
            focus_now(self._areas)
        else:
            self.foot.say(f"This is the first layer: {self.session.keys['quit']} leaves send-actions")

    def draw_actions(self, *, is_new: bool = False) -> None:
        """Draw the actions of the scope, and the detail of the one under the cursor."""
        width = self.size.width
        self.actions.draw(self.scope, has_heading=width >= WIDE, is_new=is_new, is_high=width >= HUGE)
        self._share_height()
        self.draw_detail()

    def _share_height(self) -> None:
        """Ask for as many lines as the longest area has, so that nothing moves; for all in a longer list."""
        is_area, of_areas = self.scope.area_id is not None, self.session.plan.actions_by_area.values()
        width = 0 if self._three.is_narrow else self._three.actions_width
        self._three.share_height(self.actions.columns.lines_wanted(of_areas if is_area else (), width))

    def draw_detail(self) -> None:
        """Draw the scope while the keys are with the areas, else the action under the cursor."""
        session, action = self.session, None if self.is_among_areas else self.actions.action
        title, subject, build = detail_of(
            session.snapshot,
            self.scope,
            action,
            self.actions.filter,
            session.timeline_of,
            keys=session.keys,
            is_brief=self._three.is_brief,
        )
        self._detail.border_title = titled(title)
        self._detail.show(build, from_top=subject != self._subject)
        self._subject = subject


def _scope_among(scopes: Sequence[Scope], wanted: Scope, now: Scope, plan: Plan, table: Table) -> Scope:
    """What the cursor is to be on: what one moved to; beside an area that is gone the nearest."""
    if wanted in scopes:
        return wanted
    if wanted.area_id is None or wanted.area_id in plan.areas_by_id:
        return WHOLE
    near = now if now in scopes else table.rows.nearest_left(table.cursor, (s for s in scopes if s.area_id))
    return near if isinstance(near, Scope) else WHOLE
