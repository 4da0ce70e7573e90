"""The keys that move the cursor, or scroll, in the pane that has the keys."""

from __future__ import annotations

from send_actions.tui.screens.frame import FrameScreen
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table


class MovingScreen(FrameScreen):
    """A screen with a list or a page to move in."""

    @property
    def pane(self) -> Table | Page | None:
        """The list or page that the moving keys move in."""
        return self.focused if isinstance(self.focused, Table | Page) else None

    async def do_down(self) -> None:
        """Move down."""
        if self.pane:
            self.pane.move(1)

    async def do_up(self) -> None:
        """Move up."""
        if self.pane:
            self.pane.move(-1)

    async def do_top(self) -> None:
        """Move to the first row."""
        if self.pane:
            self.pane.move_to(0)

    async def do_bottom(self) -> None:
        """Move to the last row."""
        if self.pane:
            self.pane.move_to(-1)

    async def do_page_down(self) -> None:
        """Move down by a screenful."""
        if self.pane:
            self.pane.page(1)

    async def do_page_up(self) -> None:
        """Move up by a screenful."""
        if self.pane:
            self.pane.page(-1)
