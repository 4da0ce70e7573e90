"""Three panes from 120 columns: areas, actions, detail; below that one list with a short detail under it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from send_actions.tui.screens.listing import ListingScreen
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Table

WIDE = 120
HUGE = 160


class PanesScreen(ListingScreen):
    """Where the panes stand, how tall they are, and which of them has the keys."""

    DEFAULT_CSS: ClassVar[str] = """
    PanesScreen #panes { layout: horizontal; height: 1fr; }
    PanesScreen #areas { width: 52; height: 1fr; }
    PanesScreen #right { width: 1fr; height: 1fr; layout: vertical; }
    PanesScreen #detail { height: 1fr; }
    PanesScreen.-huge #areas { width: 44; }
    PanesScreen.-huge #right { layout: horizontal; }
    PanesScreen.-huge #actions { width: 5fr; height: 1fr; }
    PanesScreen.-huge #detail { width: 4fr; }
    PanesScreen.-narrow #panes { layout: vertical; }
    PanesScreen.-narrow #areas { width: 1fr; }
    PanesScreen.-narrow #right { width: 1fr; }
    PanesScreen.-narrow.-on-areas #right { height: 9; }
    PanesScreen.-narrow.-on-areas #actions { display: none; }
    PanesScreen.-narrow.-on-actions #areas { display: none; }
    PanesScreen.-narrow.-on-detail #areas { display: none; }
    PanesScreen.-narrow.-on-detail #actions { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._areas = Table(id="areas")
        self._actions = Table(id="actions")
        self._detail = Page(id="detail")

    def body(self) -> ComposeResult:
        """Areas at the left, actions over the detail at the right."""
        with Container(id="panes"):
            yield self._areas
            with Vertical(id="right"):
                yield self._actions
                yield self._detail

    def draw_detail(self) -> None:
        """Draw what the cursor is on, in full."""
        raise NotImplementedError

    @property
    def rows_wanted(self) -> int:
        """How many rows the list of actions would like to show."""
        raise NotImplementedError

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Go into what was clicked twice."""
        event.stop()
        if self.strip is None:
            event.table.focus()
            self.app.call_later(self.do_enter)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Let the layers of a narrow screen, and the detail, follow the pane that has the keys."""
        panes = (self._areas, self._actions, self._detail)
        if any(pane.has_focus for pane in panes):
            for pane in panes:
                self.set_class(pane.has_focus, f"-on-{pane.id}")
        if self.strip is None:
            self.draw_detail()
            self.draw_foot()

    def on_resize(self, event: events.Resize) -> None:
        """Give the list as many lines as the longest area needs, and the detail the rest."""
        super().on_resize(event)
        width = event.size.width
        self.set_class(width < WIDE, "-narrow")
        self.set_class(width >= HUGE, "-huge")
        self.share_height()
        self.call_after_refresh(self.draw_detail)

    @property
    def is_among_areas(self) -> bool:
        """Whether the keys are with the list of areas."""
        return (self.focused if self.strip is None else self._focus_before) is self._areas

    @property
    def listed(self) -> Table:
        """The list in which actions are marked."""
        return self._actions

    async def do_left(self) -> None:
        """To the pane on the left."""
        self._step(-1, wrap=False)

    async def do_right(self) -> None:
        """To the pane on the right."""
        self._step(1, wrap=False)

    async def do_pane(self) -> None:
        """To the next pane."""
        self._step(1, wrap=True)

    async def do_pane_back(self) -> None:
        """To the pane before."""
        self._step(-1, wrap=True)

    def _step(self, step: int, *, wrap: bool) -> None:
        panes: list[Table | Page] = [self._areas, self._actions, self._detail]
        here = next((place for place, pane in enumerate(panes) if pane.has_focus), 1) + step
        panes[here % len(panes) if wrap else max(0, min(len(panes) - 1, here))].focus()

    def draw_more(self) -> None:
        """Say under the detail how much of it lies below."""
        more = self._detail.hidden_below
        words = f"↓ {more} more" if more else ""
        if more and self.has_class("-narrow") and not self._detail.has_focus:
            words = "Enter for all"
        self._detail.border_subtitle = titled(words)

    def share_height(self) -> None:
        """Give the list the lines it wants, as far as the detail keeps enough of them."""
        if self.has_class("-huge") or not self.size.height:
            self._actions.styles.height = "1fr"
            return
        wide = self.size.width >= WIDE
        room = self.size.height - 3
        least_detail = room // 2 if wide else max(6, room // 3)
        self._actions.styles.height = max(5, min(self.rows_wanted + 2 + wide, room - least_detail))
