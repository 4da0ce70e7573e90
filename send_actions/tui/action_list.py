"""One list of actions: which are shown, in which order, which are marked, and which the cursor is on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import natural
from send_actions.errors import SendActionsError
from send_actions.tui.drawing.action_columns import LEADS_FROM, ActionColumns
from send_actions.tui.drawing.areas import WHOLE, Scope
from send_actions.tui.drawing.nothing_yet import no_areas_yet
from send_actions.tui.drawing.sorting import Order
from send_actions.tui.list_filter import ActionFilter
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.session import Session, nothing_yet
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.themes import titled
from send_actions.tui.widgets.rows import Scrolled
from send_actions.tui.widgets.table import Table


class ListOwner(Protocol):
    """The screen a list of actions stands on; it says things at its `foot`."""

    foot: Foot

    @property
    def is_among_areas(self) -> bool:
        """Whether the keys are with other rows than actions."""

    def draw_actions(self) -> None:
        """Draw the list again, with what depends on it."""

    def filter_changed(self, *, was_on: bool) -> None:
        """Show what the filter now leaves."""

    def filter_entered(self) -> None:
        """Go to what the filter found."""


class ActionList:
    """The list with its filter, its order and its marks."""

    def __init__(self, owner: ListOwner, session: Session, name: str = "actions") -> None:
        self.table = Table(id=name)
        self.filter = ActionFilter(session)
        self.first_on: int | None = None
        """The action the cursor was on when the filter was begun."""
        self.order = self.usual = Order()
        """How it is sorted, and how without being asked."""
        self.within = ""
        """Within what it is sorted, where its rows stand in groups that stay."""
        self._owner = owner
        self._session = session
        self._known: Plan | None = None
        self.scope = WHOLE
        self.columns = ActionColumns(session.plan, None, ())
        """How its rows are drawn."""

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        action_id = self.table.current
        return self._session.plan.actions_by_id.get(action_id) if isinstance(action_id, int) else None

    def targets(self) -> tuple[Action, ...]:
        """All marked actions, else the one under the cursor."""
        plan = self._session.plan
        if self.table.marked:
            marked = [plan.actions_by_id[i] for i in self.table.marked if i in plan.actions_by_id]
            return tuple(sorted(marked, key=lambda action: natural(action.ref)))
        self.table.wanted = self.table.current
        action = None if self._owner.is_among_areas else self.action
        return (action,) if action else ()

    @property
    def marked_refs(self) -> list[str]:
        """The refs of what is marked, in their order."""
        plan = self._session.plan
        refs = (plan.actions_by_id[i].ref for i in self.table.marked if i in plan.actions_by_id)
        return sorted(refs, key=natural)

    def go_back(self) -> bool:
        """Leave the marks, else the filter; say whether there was one to leave."""
        if self.table.marked:
            self._set_marks(set())
        elif self.filter.text:
            self.set_filter("")
        else:
            return False
        return True

    def changed(self, actions: Sequence[Action]) -> None:
        """Take the marks of what was changed away."""
        self._set_marks(self.table.marked - {action.id for action in actions})

    def mark(self, step: int) -> None:
        """Mark the row under the cursor, or take its mark away, and go on by `step` rows."""
        if self._owner.is_among_areas or (self.action is None and self.table.ids):
            self._owner.foot.say("Marks are for actions: the cursor is not on one")
            return
        if self.action:
            self._set_marks(self.table.marked ^ {self.action.id})
        self.table.move(step)

    def mark_all(self) -> None:
        """Mark all that is listed, or take all marks away."""
        ids: set[Hashable] = {row for row in self.table.ids if isinstance(row, int)}
        self._set_marks(set() if ids <= self.table.marked else self.table.marked | ids)

    def drop_lost_marks(self) -> None:
        """Take away the marks of actions that are no longer part of the plan, and say which."""
        session, known = self._session, self._known
        if session.is_looking_back:
            return
        gone = [i for i in self.table.marked if i not in session.plan.actions_by_id]
        self._known = session.plan
        if gone:
            self.table.marked -= set(gone)
            refs = [known.actions_by_id[i].ref for i in gone if known and i in known.actions_by_id]
            named = ", ".join(inline(ref) for ref in sorted(refs, key=natural))
            session.say(f"{named}: no longer part of the plan, so no longer marked")

    def begin_filtering(self) -> str:
        """Note where the cursor is; returns the filter's words."""
        self.first_on = self.action.id if self.action else None
        return self.filter.text

    def filter_as_typed(self, text: str) -> Line:
        """Show what the words leave, as far as they are understood; returns what to say of them."""
        refusal = self.set_filter(text)
        return [(refusal, "dim")] if refusal else self.filter.count_line()

    def filter_entered(self, text: str) -> str | None:
        """Take the words; returns what is wrong with them."""
        refusal = self.set_filter(text)
        if refusal is None:
            self.first_on = None
            if self.filter.kept:
                self._owner.filter_entered()
        return refusal

    def stop_filtering(self, text: str) -> None:
        """Leave the filter as it was."""
        self.set_filter(text)
        self.first_on = None

    def set_filter(self, text: str) -> str | None:
        """Filter by these words, by none when they are empty; returns what is wrong with them."""
        was_on = self.filter.kept is not None
        try:
            self.filter.take(text)
        except SendActionsError as refusal:
            return str(refusal)
        self._owner.filter_changed(was_on=was_on)
        return None

    def sort(self, by: str) -> None:
        """Sort by something, or the other way where it is sorted by that; the cursor stays on its action."""
        self.order = self.order.by(by)
        self._owner.draw_actions()
        self._owner.foot.say(f"Sorted {self.order.words}{self.within}")

    def in_order(self, actions: Sequence[Action]) -> tuple[Action, ...]:
        """Actions as the list is sorted."""
        before = self._session.before
        return self.order.of(self._session.plan, before.statuses if before else None, actions)

    def draw(self, scope: Scope, *, has_heading: bool, is_new: bool = False, is_high: bool = False) -> None:
        """Show the actions of a scope that the filter leaves; a list that `is_high` shows titles whole."""
        plan, kept = self._session.plan, self.filter.kept
        within = [action for action in (plan.actions if kept is None else kept) if scope.holds(plan, action)]
        shown = self.in_order(within)
        self.scope = scope
        self.columns = columns = ActionColumns(plan, self._session.before, shown, self.order.name)
        scrolled = Scrolled(columns.tall, 0) if is_high else Scrolled(columns.on_two, LEADS_FROM)
        self.table.border_title = titled(scope.title(plan))
        self.table.show(
            [action.id for action in shown],
            columns.row,
            heading=columns.heading if has_heading else None,
            tall=columns.tall if has_heading else None,
            scrolled=scrolled if has_heading else None,
            empty=self.nothing(),
            is_new=is_new,
        )
        self.draw_subtitle()

    def nothing(self) -> str:
        """What to say of a list without rows."""
        if self.filter.text:
            return f"Nothing matches {inline(self.filter.text)}: Esc clears the filter"
        if not self._session.plan.areas:
            return nothing_yet(self._session, no_areas_yet(self._session.keys))
        here = "here " if self._session.plan.actions else ""
        return nothing_yet(
            self._session, f"No actions {here}yet: {self._session.keys['new']} makes the first"
        )

    def _set_marks(self, marked: set[Hashable]) -> None:
        self.table.marked = marked
        self.table.refresh()
        self.draw_subtitle()
        self._owner.foot.draw()

    def draw_subtitle(self) -> None:
        """Say under the list how it is filtered, sorted and marked."""
        marked = len(self.table.marked)
        parts = [
            self.filter.words,
            f"{marked} marked" if marked else "",
            "" if self.order == self.usual else self.order.words,
        ]
        self.table.border_subtitle = titled(*parts)
