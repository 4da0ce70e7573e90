"""Needs attention: what the checks question, worst first, each action once with all that is asked of it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import ClassVar, Final

from send_actions.domain.checks.plan_checks import CODES, Flag
from send_actions.domain.plan import Action, Area, Finding
from send_actions.tui.action_list import ActionList
from send_actions.tui.commands.catalogue import ON_ACTIONS
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import BACK, action_hints, list_back, mark_hints
from send_actions.tui.drawing.questioned import WIDE, question_lines, question_row
from send_actions.tui.drawing.sorting import Order
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, fit, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading

TALL: Final = 36


class AttentionScreen(Frame):
    """Actions under the worst check that speaks of them; Enter goes there, Esc comes back to the next."""

    KIND: ClassVar[str] = "attention"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[AttentionScreen]]] = ON_ACTIONS
    DEFAULT_CSS: ClassVar[str] = """
    AttentionScreen #list-detail { height: 35%; }
    """

    def __init__(self, session: Session) -> None:
        self.actions = self.selection = ActionList(self, session, "list")
        self.actions.filter.among = self._questioned
        self.actions.order = self.actions.usual = Order("worst first")
        self.actions.within = " under each question; the questions stay worst first"
        self._flags: dict[Hashable, list[Flag]] = {}
        self._detail = Page(id="list-detail")
        super().__init__(session, self.actions.table, self._detail)

    @property
    def is_among_areas(self) -> bool:
        """Never: all rows stand in one list."""
        return False

    def draw(self) -> None:
        """Draw what is questioned, the cursor on the row it was on."""
        self.actions.drop_lost_marks()
        kept = self.actions.filter.kept
        wanted = None if kept is None else {action.id for action in kept}
        groups: dict[str, dict[Hashable, list[Flag]]] = {code: {} for code in CODES}
        for action_id, flags in self.session.snapshot.flags_by_action.items():
            if wanted is None or action_id in wanted:
                groups[flags[0].code][action_id] = flags
        for flag in self.session.snapshot.flags:
            if flag.action is None and wanted is None:
                groups[flag.code][_key(flag)] = [flag]
        ids: list[Hashable] = []
        self._flags = {}
        for code, rows in groups.items():
            ids += [Heading(f"{CODES[code]}  {len(rows)}"), *self._sorted(rows)] if rows else []
            self._flags |= rows
        nothing = "Nothing to question: every open action has a reason, a path and a date to come."
        self.actions.table.border_title = titled(self._title)
        self.actions.table.show(
            ids,
            lambda place, width: self._row(ids[place], width),
            empty=nothing if wanted is None and self.session.plan.actions else self.actions.nothing(),
        )
        self.actions.draw_subtitle()
        self.draw_detail()

    @property
    def _title(self) -> str:
        """How many rows there are, and how far the plan is kept up."""
        told = self.session.snapshot.kept_up.short
        return f"Needs attention  {len(self._flags)}{f' · {told}' if told else ''}"

    def draw_actions(self) -> None:
        """Draw the list again."""
        self.draw()

    def filter_changed(self, *, was_on: bool) -> None:
        """Show what the filter leaves; without one, all again."""
        self.draw()
        if was_on:
            self.foot.draw()

    def filter_entered(self) -> None:
        """Stay: the keys are with the list already."""

    def come_back(self) -> None:
        """Go on to the row after the one that was opened."""
        self.actions.table.move(1)
        focus_now(self.actions.table)

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action, else say that nothing is asked of it."""
        if not self.actions.table.put_cursor(action.id):
            self.foot.say(f"{inline(action.ref)}: the checks question nothing")

    def hints(self) -> Hints:
        """The keys that help with the row under the cursor."""
        action, marked = self.actions.action, self.actions.marked_refs
        back = list_back(self.actions) or BACK
        if marked:
            about, groups = mark_hints(marked, self.session.keys)
            return about, [*groups, back]
        if action is None:
            flag = self._flag
            place = flag and (flag.area or isinstance(flag.about, Finding))
            return [], [*([keyed("Enter", "go there")] if place else []), back]
        flags = self._flags[action.id]
        about, groups = action_hints(self.session.plan, action, flags, self.session.keys)
        return (about if self.size.width >= WIDE else []), [keyed("Enter", "go there"), *groups[:-1], back]

    async def open(self) -> None:
        """Go to the action, the finding or the area that is questioned."""
        flag, action = self._flag, self.actions.action
        if flag and isinstance(flag.about, Finding):
            focus_now(self._detail)
        elif place := action or (flag.area if flag else None):
            await self.navigator.show_place(place, came_from=self.kind)
        elif flag:
            self.foot.say("This is about the whole plan")

    async def go_back(self) -> None:
        """From the detail to the list, from there to what was left: marks, filter, the plan."""
        if self._detail.has_focus or not self.actions.go_back():
            await super().go_back()

    @property
    def area(self) -> Area | None:
        """The area of what is questioned."""
        action, flag = self.actions.action, self._flag
        return self.session.plan.area_of(action) if action else flag.area if flag else None

    def _questioned(self) -> Collection[int]:
        return self.session.snapshot.flags_by_action.keys()

    @property
    def _flag(self) -> Flag | None:
        return next(iter(self._flags.get(self.actions.table.current, ())), None)

    def _sorted(self, rows: Mapping[Hashable, Sequence[Flag]]) -> list[Hashable]:
        """The rows of a group as the list is sorted; those that are about no action stand first."""
        asked = {row: flags[0].action for row, flags in rows.items()}
        actions = [action for action in asked.values() if action]
        others = [row for row, action in asked.items() if action is None]
        return [*others, *(action.id for action in self.actions.in_order(actions))]

    def _row(self, row: Hashable, width: int) -> Line:
        if isinstance(row, Heading):
            return [(fit(row, width), "bold")]
        return question_row(self.session.plan, self._flags[row], width)

    def draw_detail(self) -> None:
        """Draw every check's sentence over the action or the finding it is about."""
        plan, action = self.session.plan, self.actions.action
        flags = self._flags.get(self.actions.table.current, [])
        timeline = self.session.timeline_of(action) if action else None
        is_brief = self.size.height < TALL
        self._detail.border_title = titled(action.ref if action else "")
        self._detail.show(lambda width: question_lines(plan, flags, timeline, width, is_brief=is_brief))


def _key(flag: Flag) -> Hashable:
    """What a flag without an action is known by when the list is drawn again."""
    return flag.code, flag.area.id if flag.area else 0, flag.message
