"""One list of actions: which are shown, in which order, which are marked, and which the cursor is on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import TYPE_CHECKING, Protocol

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import natural
from send_actions.errors import SendActionsError
from send_actions.tui.drawing.action_columns import LEADS_FROM, SORTS, ActionColumns, in_order
from send_actions.tui.drawing.areas import WHOLE, Scope
from send_actions.tui.drawing.overview import NO_ACTIONS_YET
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, flow, inline
from send_actions.tui.themes import titled
from send_actions.tui.widgets.rows import Scrolled
from send_actions.tui.widgets.table import Table

if TYPE_CHECKING:
    from send_actions.domain.filters.language import Filter
    from send_actions.tui.plan_reader import Snapshot


class ActionFilter:
    """The words of a filter and the actions they leave, read anew with each snapshot."""

    def __init__(self, session: Session) -> None:
        self.text = ""
        self._session = session
        self._filter: Filter | None = None
        self._kept: tuple[Snapshot, Filter, tuple[Action, ...]] | None = None

    @property
    def kept(self) -> tuple[Action, ...] | None:
        """The actions the filter leaves; None without one."""
        if not self._filter:
            return None
        snapshot = self._session.snapshot
        if self._kept is None or self._kept[0] is not snapshot or self._kept[1] is not self._filter:
            if self._kept is not None and self._kept[0] is not snapshot:
                self._filter = self._parsed(self.text)
            self._kept = (snapshot, self._filter, self._filter.keep(snapshot.plan, snapshot.before))
        return self._kept[2]

    @property
    def words(self) -> str:
        """The filter and how many it leaves: status:red 6 of 78."""
        kept = self.kept
        if kept is None:
            return ""
        return f"{inline(self.text)}  {len(kept):,} of {len(self._session.plan.actions):,}"

    def take(self, text: str) -> None:
        """Take a filter's words; raises SendActionsError, keeping what was good before."""
        self._filter = self._parsed(text)
        self.text = text if self._filter else ""

    def count_line(self) -> Line:
        """How many actions the filter leaves; the nearest right word when it leaves none."""
        kept, everything = self.kept, self._session.plan.actions
        count = len(everything) if kept is None else len(kept)
        line: Line = [(f"{count:,} of {len(everything):,}", "bold")]
        if kept is not None and self._filter:
            meant = self._meant(self._filter) or ("" if kept else self._filter.suggestion)
            line += [(f"  did you mean {meant}?", "dim")] if meant else []
        return line

    def _meant(self, chosen: Filter) -> str | None:
        """The term that words of the filter were meant for."""
        from send_actions.domain.filters.unquoted import meant_in_quotes

        return meant_in_quotes(chosen, self._session.plan) or chosen.meant_as_term

    def nothing_lines(self, width: int) -> list[Line]:
        """What to say beside a list that the filter left empty: how many of how many, and what was meant."""
        line = [(" ", ""), *self.count_line()]
        return flow([[(f"{text.strip()}", style)] for text, style in line if text.strip()], width)

    def _parsed(self, text: str) -> Filter:
        """A filter's words on the day that is shown, as `list` understands them."""
        from send_actions.domain.filters.language import parse

        return parse(text, today=self._session.plan.as_at)


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
        self.among: Callable[[], Collection[int] | None] = lambda: None
        """The ids of the actions that it lists without a filter; None for all of the plan."""
        self._order = next(iter(SORTS))
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

    def sort_otherwise(self) -> None:
        """Sort the next way; the cursor stays on its action."""
        orders = list(SORTS)
        self.sort(orders[(orders.index(self._order) + 1) % len(orders)])

    def sort(self, order: str) -> None:
        """Sort by one of the orders; the cursor stays on its action."""
        self._order = order
        self._owner.draw_actions()
        self._owner.foot.say(f"Sorted {_order_words(self._order) or 'by ref'}")

    def draw(self, scope: Scope, *, has_heading: bool, is_new: bool = False, is_high: bool = False) -> None:
        """Show the actions of a scope that the filter leaves; a list that `is_high` shows titles whole."""
        plan, kept = self._session.plan, self.filter.kept
        within = [action for action in (plan.actions if kept is None else kept) if scope.holds(plan, action)]
        shown = in_order(plan, within, self._order)
        self.scope = scope
        self.columns = columns = ActionColumns(plan, self._session.before, shown, self._order)
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
        return "No actions here yet" if self._session.plan.actions else NO_ACTIONS_YET

    def _set_marks(self, marked: set[Hashable]) -> None:
        self.table.marked = marked
        self.table.refresh()
        self.draw_subtitle()
        self._owner.foot.draw()

    def draw_subtitle(self) -> None:
        """Say under the list how it is filtered, sorted and marked."""
        marked = len(self.table.marked)
        parts = [self.filter.words, f"{marked} marked" if marked else "", _order_words(self._order)]
        self.table.border_subtitle = titled(" · ".join(part for part in parts if part))


def _order_words(order: str) -> str:
    """How a list is sorted, in words; by ref goes without saying."""
    return {"ref": "", "worst first": "worst first"}.get(order, f"by {order}")
