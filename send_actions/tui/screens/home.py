"""Home: areas, the actions of one of them, and the action under the cursor in full."""

from __future__ import annotations

from typing import ClassVar

from send_actions.domain.plan import Action
from send_actions.tui.drawing.action_detail import action_lines
from send_actions.tui.drawing.actions import SORTS, ActionColumns, in_order
from send_actions.tui.drawing.area_detail import scope_lines
from send_actions.tui.drawing.areas import WHOLE, AreaColumns, Scope, scopes_of
from send_actions.tui.drawing.hints import action_hints, key_hint, mark_hints
from send_actions.tui.first_screen import NO_ACTIONS_YET
from send_actions.tui.screens.panes import WIDE, PanesScreen
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Table


class HomeScreen(PanesScreen):
    """Three panes from 120 columns; below that one list with a short detail under it."""

    KIND: ClassVar[str] = "home"

    def __init__(self) -> None:
        super().__init__()
        self.scope = WHOLE
        self._wanted_scope = WHOLE
        self.order = next(iter(SORTS))
        self._subject: object = None

    def on_mount(self) -> None:
        """Begin where it burns: at the action the checks put first."""
        first = next((flag.action for flag in self.owner.snapshot.flags if flag.action), None)
        first = first or next(iter(self.owner.plan.actions), None)
        self._wanted_scope = Scope(first.area_id) if first else WHOLE
        super().on_mount()
        (self._actions if first else self._areas).focus()
        if first:
            self._actions.put_cursor(first.id)

    def draw_plan(self) -> None:
        """Draw the three panes again, each cursor on what it was on."""
        app = self.owner
        self.keep_living_marks()
        kept = self.kept
        scopes = scopes_of(app.plan, kept)
        self._follow_action()
        self.scope = self._wanted_scope if self._wanted_scope in scopes else WHOLE
        columns = AreaColumns(app.plan, app.snapshot.summaries, scopes, kept)
        self._areas.border_title = titled("Areas")
        self._areas.show(scopes, columns.row, keep=self.scope)
        self._draw_actions()

    def _follow_action(self) -> None:
        """Go with the action under the cursor when somebody gave it to another area."""
        wanted = self._actions.wanted
        action = self.owner.plan.actions_by_id.get(wanted) if isinstance(wanted, int) else None
        is_elsewhere = action is not None and not self._wanted_scope.holds(self.owner.plan, action)
        if action and is_elsewhere and not self.is_among_areas:
            self._wanted_scope = Scope(action.area_id)

    def on_table_moved(self, event: Table.Moved) -> None:
        """Let actions follow the area and the detail follow the action."""
        event.stop()
        if event.table is self._areas and isinstance(self._areas.current, Scope):
            if self._areas.current == self.scope:
                return
            self.scope = self._wanted_scope = self._areas.current
            self._draw_actions(is_new=True)
        else:
            self.draw_detail()
        self.draw_foot()

    @property
    def action(self) -> Action | None:
        """The action under the cursor, unless the cursor is among the areas."""
        action_id = self._actions.current
        return self.owner.plan.actions_by_id.get(action_id) if isinstance(action_id, int) else None

    @property
    def rows_wanted(self) -> int:
        """As many as the longest area has, so that nothing moves from area to area; all in a longer list."""
        if self.scope.area_id is None:
            return len(self._actions.ids)
        return max((len(actions) for actions in self.owner.plan.actions_by_area.values()), default=1)

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action, changing area, or leaving the filter, if it is not listed."""
        if self.kept is not None and action not in self.kept:
            self.leave_filter()
        if not self.scope.holds(self.owner.plan, action):
            self._wanted_scope = Scope(action.area_id)
        self._actions.wanted = action.id
        self.draw_plan()
        self._actions.put_cursor(action.id)
        self.give_keys(self._actions)

    def filter_changed(self, *, was_on: bool) -> None:
        """Filter the whole plan; without a filter, go back to the area of the action under the cursor.

        While words are typed the action that the cursor was on at first comes back as soon as it is listed.
        """
        wanted = self.owner.plan.actions_by_id.get(self.first_on or 0) or self.action
        if self.kept is not None and not was_on:
            self._wanted_scope = WHOLE
        elif self.kept is None and was_on and wanted:
            self._wanted_scope = Scope(wanted.area_id)
        self._actions.wanted = wanted.id if wanted else None
        self.draw_plan()
        self.draw_foot()

    def filter_entered(self) -> None:
        """Give the keys to the actions that were found."""
        if self.is_among_areas:
            self.give_keys(self._actions)

    def show_area(self, area_id: int) -> None:
        """Put the cursor on an area."""
        self._wanted_scope = Scope(area_id)
        self._actions.wanted = None
        self.draw_plan()
        self._areas.focus()

    def show_all(self) -> None:
        """Show the whole plan in one list."""
        self._wanted_scope = WHOLE
        self.draw_plan()
        self._actions.focus()

    def hints(self) -> tuple[Line, list[Line]]:
        """The keys that help with the row under the cursor."""
        narrow = self.has_class("-narrow")
        if self.owner.is_looking_back:
            return [], [key_hint("earlier"), key_hint("later"), [("Esc", "key"), (" today", "dim")]]
        if self.is_among_areas:
            return [], [[("Enter", "key"), (" actions", "dim")], key_hint("filter"), key_hint("go")]
        action = self.action
        if action is None:
            return [], [key_hint("filter"), [("Esc", "key"), (" areas", "dim")]]
        flags = self.owner.snapshot.flags_by_action.get(action.id, [])
        marked = len(self.listed.marked)
        about, groups = mark_hints(marked) if marked else action_hints(self.owner.plan, action, flags)
        back: Line = [("Esc", "key"), (" back" if self._detail.has_focus else " areas", "dim")]
        return ([] if narrow else about), [*groups, back] if narrow else groups

    async def do_enter(self) -> None:
        """From an area to its actions, from an action into its detail, there a screenful down."""
        if self._areas.has_focus:
            self._actions.focus()
        elif self._actions.has_focus and self.action:
            self._detail.focus()
        elif self._detail.has_focus:
            self._detail.page(1)

    async def go_back(self) -> None:
        """From the detail to the actions, from there to what was left: marks, filter, another view, areas."""
        if self._detail.has_focus:
            self._actions.focus()
        elif self._actions.marked:
            self._actions.marked.clear()
            self.draw_plan()
            self.draw_foot()
        elif self.filter_text:
            self.leave_filter()
        elif self.owner.came_from:
            await self.owner.come_back()
        elif self._actions.has_focus:
            self._areas.focus()
        else:
            self.say("This is the first layer: q leaves send-actions")

    async def do_sort(self) -> None:
        """Sort the list another way; the cursor stays on its action."""
        orders = list(SORTS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._draw_actions()
        self.say(f"Sorted {_sorted_words(self.order) or 'by ref'}")

    def _draw_actions(self, *, is_new: bool = False) -> None:
        app = self.owner
        within = app.plan.actions if self.kept is None else self.kept
        shown = [action for action in within if self.scope.holds(app.plan, action)]
        actions = in_order(app.plan, shown, self.order)
        columns = ActionColumns(app.plan, app.before, actions)
        wide = self.size.width >= WIDE
        self._actions.border_title = titled(self.scope.title(app.plan))
        self._actions.show(
            [action.id for action in actions],
            columns.row,
            heading=columns.heading if wide else None,
            empty=self._nothing(),
            is_new=is_new,
        )
        self.draw_subtitle()
        self.share_height()
        self.draw_detail()

    def draw_subtitle(self) -> None:
        """Say under the list how it is filtered, sorted and marked."""
        marked = len(self._actions.marked)
        parts = [self.filter_words(), f"{marked} marked" if marked else ""]
        parts.append(
            "" if self.order == "ref" else f"by {self.order}" if self.order != "worst first" else self.order
        )
        self._actions.border_subtitle = titled(" · ".join(part for part in parts if part))

    def _nothing(self) -> Line:
        if self.filter_text:
            return [("  ", ""), (f"Nothing here is {inline(self.filter_text)}: Esc shows all again", "dim")]
        words = "No actions here yet" if self.owner.plan.actions else NO_ACTIONS_YET
        return [("  ", ""), (words, "dim")]

    def draw_detail(self) -> None:
        """Draw the scope while the keys are with the areas, else the action under the cursor."""
        app, action = self.owner, self.action
        among_areas = self.is_among_areas or action is None
        subject: object = self.scope if among_areas else (action.id if action else None)
        is_brief = self.has_class("-narrow") and not self._detail.has_focus
        if among_areas or action is None:
            self._detail.border_title = titled(self.scope.title(app.plan))
            self._detail.show(
                lambda width: scope_lines(
                    app.plan, app.before, self.scope, app.snapshot.summaries, width, is_brief=is_brief
                ),
                from_top=subject != self._subject,
            )
        else:
            timeline = app.timeline_of(action)
            self._detail.border_title = titled(action.ref)
            self._detail.show(
                lambda width: action_lines(app.plan, action, timeline, width, is_brief=is_brief),
                from_top=subject != self._subject,
            )
        self._subject = subject
        self.draw_more()


def _sorted_words(order: str) -> str:
    """How a list is sorted, in words; by ref goes without saying."""
    return {"ref": "", "worst first": order}.get(order, f"by {order}")
