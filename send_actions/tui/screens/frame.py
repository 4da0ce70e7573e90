"""What every screen is: two lines at the top, panes and the foot; a screen adds its panes and commands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from send_actions.tui.commands.catalogue import EVERYWHERE, keys_here
from send_actions.tui.commands.command import Command, Navigator
from send_actions.tui.commands.keyboard import Keyboard
from send_actions.tui.commands.row_hints import BACK, hints_here
from send_actions.tui.commands.undo import undo
from send_actions.tui.drawing.overview import attention_line, title_line
from send_actions.tui.internals import focus_now
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.prompts.foot import Foot, Hints
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, flow
from send_actions.tui.widgets.page import Bar, Page
from send_actions.tui.widgets.table import Table

LEAST_WIDTH: Final = 60
LEAST_HEIGHT: Final = 16


class Frame(Screen[None]):
    """A screen between the two lines at the top and the foot; docs/house.md says how to add one."""

    KIND: ClassVar[str] = ""
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = EVERYWHERE
    AUTO_FOCUS: ClassVar[str | None] = ""
    # The prompts' rules stand here as well: Textual reads all rules anew when a widget brings more.
    DEFAULT_CSS: ClassVar[str] = """
    Frame { background: $background; color: $foreground; layout: vertical; overflow: hidden hidden; }
    Frame #body { height: 1fr; }
    Frame #foot { height: auto; }
    Frame #too-small { display: none; height: 1fr; }
    Frame.-tiny > * { display: none; }
    Frame.-tiny > #too-small { display: block; }
    Frame Table, Frame Page {
        border: round $panel; border-title-color: $secondary; border-title-style: none;
        border-subtitle-color: $secondary;
    }
    Frame Table:focus, Frame Page:focus {
        border: round $accent; border-title-color: $foreground;
    }
    Frame Bar { border: none; }
    Frame Prompt { height: auto; background: $background; }
    Frame Prompt Horizontal { height: auto; }
    Frame Prompt Field { width: 1fr; }
    Frame Prompt .-away { display: none; }
    Frame.-form #body { display: none; }
    Frame.-form #foot, Frame.-form FormRoom { height: 1fr; }
    Frame FieldsBox {
        height: 1fr; border: round $accent; border-title-color: $foreground;
        border-subtitle-color: $secondary; scrollbar-size-vertical: 1;
    }
    Frame #list { height: 1fr; }
    Frame #list-detail { height: 40%; min-height: 6; }
    """

    def __init__(self, session: Session, *panes: Table | Page, body: Widget | None = None) -> None:
        super().__init__()
        self.session = session
        self.kind = self.KIND
        self.commands = self.SCREEN_COMMANDS
        self.panes: Sequence[Table | Page] = panes
        self.first_pane = panes[0] if panes else None
        self.typed = ""
        self.is_list_over_detail = body is None and len(panes) > 1
        if self.is_list_over_detail and isinstance(panes[0], Table):
            panes[0].detail = panes[1]
        self.foot = Foot(
            partial(hints_here, self),
            session.keys,
            takes_back_newest=undo in self.commands,
            keys_here=partial(keys_here, commands=self.commands, keys=session.keys),
        )
        self.keyboard = Keyboard(self)
        self._body = body or Vertical(*panes, id="body")
        self._drawn: Snapshot | None = None

    @property
    def navigator(self) -> Navigator:
        """The way to other screens."""
        return cast("Navigator", self.app)

    @property
    def pane(self) -> Table | Page | None:
        """The list or page that has the keys."""
        return self.focused if isinstance(self.focused, Table | Page) else None

    @property
    def is_tiny(self) -> bool:
        """Whether there is too little room to see what a key would do."""
        return self.has_class("-tiny")

    def compose(self) -> ComposeResult:
        """Lay out top, body and foot."""
        yield Bar(id="title")
        yield Bar(id="attention")
        yield self._body
        yield self.foot
        yield Bar(id="too-small")

    def on_mount(self) -> None:
        """Draw, and give the keys to the pane to begin in."""
        self.query_one("#too-small", Bar).show(partial(_too_small, leave=self.session.keys["quit"]))
        self._draw_all()
        if self.first_pane is not None:
            focus_now(self.first_pane)

    def on_resize(self, event: events.Resize) -> None:
        """Say calmly when there is too little room."""
        is_tiny = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(is_tiny, "-tiny")
        self.app.call_next(self.navigator.pending.ask)

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen lay over this one."""
        self.show_snapshot()
        self.app.call_next(self.navigator.pending.ask)

    def on_screen_suspend(self) -> None:
        """Let go of what stands at the foot: it was said before what is done elsewhere."""
        self.foot.say("")

    def show_snapshot(self) -> None:
        """Draw again when the session holds another snapshot than what is drawn."""
        if self._drawn is not None and self._drawn is not self.session.snapshot:
            self._draw_all()

    def draw(self) -> None:
        """Show the session's plan in the panes."""

    def draw_detail(self) -> None:
        """Show what the cursor is on, where there is a detail of it."""

    def hints(self) -> Hints:
        """What to say of where the cursor is, and the keys that help there."""
        return [], [BACK]

    async def open(self) -> None:
        """Go into what the cursor is on; a screen that has nothing to open does nothing."""

    async def go_back(self) -> None:
        """Go one layer back: from a detail to its list, from there to the plan."""
        if isinstance(self.pane, Page) and self.pane is not self.panes[0]:
            focus_now(self.panes[0])
        else:
            await self.navigator.show_view("home")

    def on_descendant_focus(self) -> None:
        """Let the foot speak of the pane that has the keys."""
        if self.pane is not None:
            self.foot.draw()

    def come_back(self) -> None:
        """Hear that one came back here from a row that was opened."""

    def cursor_moved(self, table: Table) -> None:  # noqa: ARG002  for a screen with several
        """Let the detail follow the cursor."""
        self.draw_detail()
        self.foot.draw()

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Go into what was clicked twice."""
        event.stop()
        if self.foot.prompt is None:
            focus_now(event.table)
            self.app.call_later(self.open)

    def _draw_all(self) -> None:
        self._drawn = self.session.snapshot
        plan, today = self.session.plan, self.session.today
        seen_by = "what the board sees" if self.session.reader.why_read_only else ""
        self.query_one("#title", Bar).show(lambda width: [title_line(plan, today, width, seen_by)])
        may_change = not seen_by and not self.session.is_looking_back
        needs, keys = self.query_one("#attention", Bar), self.session.keys
        if needs.display or self.is_tiny:
            needs.show(lambda width: [attention_line(plan, width, keys, may_change=may_change)])
        self.draw()
        self.foot.draw()


def _too_small(width: int, leave: str) -> list[Line]:
    least = f"{LEAST_WIDTH} columns and {LEAST_HEIGHT} lines"
    words = f"send-actions needs {least}: make the window larger, or press {leave} to leave."
    return flow([[(word, "")] for word in words.split()], width, gap=1, indent=0)
