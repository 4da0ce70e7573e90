"""Needs attention: what the checks question, worst first, each with its sentence."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Final

from send_actions.domain.checks.plan_checks import CODES, Flag
from send_actions.domain.plan import Action
from send_actions.tui.commands.catalogue import ON_ACTIONS
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import action_hints
from send_actions.tui.drawing.actions import action_lines, badge, fact_lines
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import BACK, Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, fit, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading
from send_actions.tui.widgets.table import Table

WIDE: Final = 120
TALL: Final = 36


class AttentionScreen(Frame):
    """Flags grouped by check; Enter goes to the place, Esc there comes back to the next."""

    KIND: ClassVar[str] = "attention"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[AttentionScreen]]] = ON_ACTIONS
    DEFAULT_CSS: ClassVar[str] = """
    AttentionScreen #list-detail { height: 35%; }
    """

    def __init__(self, session: Session) -> None:
        self._flags: dict[Hashable, Flag] = {}
        self._table, self._detail = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._detail)
        self.selection = self

    def draw(self) -> None:
        """Draw the flags, the cursor on the one it was on."""
        flags = self.session.snapshot.flags
        ids: list[Hashable] = []
        self._flags = {}
        for code in CODES:
            of_code = {_key(flag): flag for flag in flags if flag.code == code}
            if of_code:
                ids += [Heading(f"{CODES[code]}  {len(of_code)}"), *of_code]
            self._flags |= of_code
        self._table.border_title = titled(f"Needs attention  {len(flags)}")
        nothing = "Nothing to question: every open action has a reason, a path and a date to come."
        self._table.show(ids, lambda place, width: self._row(ids[place], width), empty=nothing)
        self.draw_detail()

    def come_back(self) -> None:
        """Go on to the flag after the one that was opened."""
        self._table.move(1)
        self._table.focus()

    @property
    def action(self) -> Action | None:
        """The action the flag under the cursor is about."""
        flag = self._flag
        return self.session.plan.actions_by_id.get(flag.action.id) if flag and flag.action else None

    def targets(self) -> tuple[Action, ...]:
        """The action under the cursor; nothing is marked among flags."""
        self._table.wanted = self._table.current
        return (self.action,) if self.action else ()

    def changed(self, _actions: Sequence[Action]) -> None:
        """Show what helps with the row now."""
        self._table.refresh()
        self.foot.draw()

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on the first flag of an action, else say that there is none."""
        of_action = (key for key, flag in self._flags.items() if flag.action and flag.action.id == action.id)
        if not self._table.put_cursor(next(of_action, None)):
            self.foot.say(f"{inline(action.ref)}: the checks question nothing")

    def hints(self) -> Hints:
        """The keys that help with the row under the cursor."""
        enter = keyed("Enter", "go there")
        action = self.action
        if action is None:
            return [], [enter, BACK]
        flags = self.session.snapshot.flags_by_action.get(action.id, [])
        about, groups = action_hints(self.session.plan, action, flags)
        return (about if self.size.width >= WIDE else []), [enter, *groups[:-1], BACK]

    async def open(self) -> None:
        """Go to the place the flag is about."""
        flag = self._flag
        place = self.action or (flag.area if flag else None)
        if place:
            await self.navigator.show_place(place, came_from=self.kind)
        elif flag:
            self.foot.say("This is about the whole plan")

    @property
    def _flag(self) -> Flag | None:
        return self._flags.get(self._table.current)

    def _row(self, row: Hashable, width: int) -> Line:
        if isinstance(row, Heading):
            return [(fit(row, width), "bold")]
        flag, room = self._flags[row], width - 13
        action, message = flag.action, inline(flag.message)
        if action is None:
            number = inline(flag.area.number) if flag.area else ""
            about = fit(f"area {number}" if number else "plan", 7)
            return [(about, "dim"), ("      ", ""), (fit(message, room), "")]
        mark = badge(self.session.plan, action.status)
        start: Line = [(fit(inline(action.ref), 7), ""), *mark, ("  ", "")]
        if width < WIDE - 4:
            return [*start, (fit(message, room), "")]
        title = room * 2 // 5
        named = fit(inline(action.title), title - 2) + "  "
        return [*start, (named, ""), (fit(message, room - title), "dim")]

    def draw_detail(self) -> None:
        """Draw the check's sentence over the action it is about."""
        plan, action = self.session.plan, self.action
        words = self._flag.message if self._flag else ""
        self._detail.border_title = titled(action.ref if action else "")
        if action is None:
            self._detail.show(lambda _width: [[(" " + inline(words), "")]])
            return
        timeline = self.session.timeline_of(action)
        is_brief = self.size.height < TALL
        self._detail.show(
            lambda width: [
                *fact_lines("Check", words, width),
                *action_lines(plan, action, timeline, width, is_brief=is_brief),
            ]
        )


def _key(flag: Flag) -> Hashable:
    """What a flag is known by when the list is drawn again."""
    return flag.code, flag.action.id if flag.action else 0, flag.area.id if flag.area else 0, flag.message
