"""Needs attention: what the checks question, worst first, each with its sentence."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult

from send_actions.domain.checks.plan_checks import CODES, Flag
from send_actions.domain.plan import Action
from send_actions.tui.drawing.action_detail import action_lines, fact_lines
from send_actions.tui.drawing.hints import action_hints
from send_actions.tui.drawing.statuses import badge
from send_actions.tui.screens.listing import ListingScreen
from send_actions.tui.text_layout import Line, fit, inline
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Heading, Table

WIDE = 120
TALL = 36


class AttentionScreen(ListingScreen):
    """Flags grouped by check; Enter goes to the place, Esc there comes back to the next."""

    KIND: ClassVar[str] = "attention"
    DEFAULT_CSS: ClassVar[str] = """
    AttentionScreen #flags { height: 1fr; }
    AttentionScreen #detail { height: 35%; min-height: 6; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._table = Table(id="flags")
        self._detail = Page(id="detail")
        self._flags: dict[Hashable, Flag] = {}

    def body(self) -> ComposeResult:
        """The flags over the detail of the one under the cursor."""
        yield self._table
        yield self._detail

    def on_mount(self) -> None:
        """Begin at the worst."""
        super().on_mount()
        self._table.focus()

    def draw_plan(self) -> None:
        """Draw the flags, the cursor on the one it was on."""
        flags = self.owner.snapshot.flags
        ids: list[Hashable] = []
        self._flags = {}
        for code in CODES:
            of_code = [flag for flag in flags if flag.code == code]
            if of_code:
                ids.append(Heading(f"{CODES[code]}  {len(of_code)}"))
            for flag in of_code:
                key = (
                    code,
                    flag.action.id if flag.action else 0,
                    flag.area.id if flag.area else 0,
                    flag.message,
                )
                ids.append(key)
                self._flags[key] = flag
        self._table.border_title = titled(f"Needs attention  {len(flags)}")
        empty: Line = [
            ("  Nothing to question: every open action has a reason, a path and a date to come.", "dim")
        ]
        self._table.show(ids, lambda place, width: self._row(ids[place], width), empty=empty)
        self._draw_detail()

    def come_back(self) -> None:
        """Go on to the flag after the one that was opened."""
        self._table.move(1)
        self._table.focus()

    def on_table_moved(self, event: Table.Moved) -> None:
        """Let the detail follow the cursor."""
        event.stop()
        self._draw_detail()
        self.draw_foot()

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Go to the place."""
        event.stop()
        if self.strip is None:
            self.app.call_later(self.do_enter)

    @property
    def action(self) -> Action | None:
        """The action the flag under the cursor is about."""
        flag = self._flag
        return self.owner.plan.actions_by_id.get(flag.action.id) if flag and flag.action else None

    @property
    def listed(self) -> Table:
        """The flags; nothing is marked among them."""
        return self._table

    @property
    def is_among_areas(self) -> bool:
        """Flags are about actions, but for a few."""
        return self.action is None

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on the first flag of an action, else say that there is none."""
        key = next(
            (key for key, flag in self._flags.items() if flag.action and flag.action.id == action.id), None
        )
        if key is None:
            self.say(f"{inline(action.ref)}: the checks question nothing")
        else:
            self._table.put_cursor(key)

    def hints(self) -> tuple[Line, list[Line]]:
        """The keys that help with the row under the cursor."""
        enter: Line = [("Enter", "key"), (" go there", "dim")]
        action = self.action
        if action is None:
            return [], [enter, [("Esc", "key"), (" back", "dim")]]
        flags = self.owner.snapshot.flags_by_action.get(action.id, [])
        about, groups = action_hints(self.owner.plan, action, flags)
        return (about if self.size.width >= WIDE else []), [
            enter,
            *groups[:-1],
            [("Esc", "key"), (" back", "dim")],
        ]

    async def do_enter(self) -> None:
        """Go to the place the flag is about."""
        flag = self._flag
        if flag is None:
            return
        if self.action:
            await self.owner.show_action(self.action, came_from="attention")
        elif flag.area:
            await self.owner.show_area(flag.area.id, came_from="attention")
        else:
            self.say("This is about the whole plan")

    def draw_subtitle(self) -> None:
        """Nothing is marked or filtered here."""

    def filter_changed(self, *, was_on: bool) -> None:
        """Nothing is filtered here."""

    @property
    def _flag(self) -> Flag | None:
        current = self._table.current
        return None if current is None else self._flags.get(current)

    def _row(self, row: Hashable, width: int) -> Line:
        if isinstance(row, Heading):
            return [(fit(row, width), "bold")]
        flag = self._flags[row]
        plan = self.owner.plan
        if flag.action:
            start: Line = [
                (fit(inline(flag.action.ref), 7), ""),
                *badge(plan, flag.action.status),
                ("  ", ""),
            ]
        else:
            number = inline(flag.area.number) if flag.area else ""
            start = [(fit(f"area {number}" if number else "plan", 7), "dim"), ("      ", "")]
        room = width - 13
        if flag.action and width >= WIDE - 4:
            title = room * 2 // 5
            return [
                *start,
                (fit(inline(flag.action.title), title - 2) + "  ", ""),
                (fit(inline(flag.message), room - title), "dim"),
            ]
        return [*start, (fit(inline(flag.message), room), "")]

    def _draw_detail(self) -> None:
        app, action, flag = self.owner, self.action, self._flag
        if action is None:
            self._detail.border_title = titled("")
            words = flag.message if flag else ""
            self._detail.show(lambda _width: [[(" " + inline(words), "")]])
            return
        timeline = app.timeline_of(action)
        self._detail.border_title = titled(action.ref)
        is_brief = self.size.height < TALL
        words = flag.message if flag else ""

        def build(width: int) -> list[Line]:
            asked = fact_lines("Check", words, width)
            return [*asked, *action_lines(app.plan, action, timeline, width, is_brief=is_brief)]

        self._detail.show(build)
