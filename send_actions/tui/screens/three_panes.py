"""Areas, actions and detail: where they stand, and how they share the height."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.geometry import Size

from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

WIDE: Final = 120
HUGE: Final = 160
AREAS: Final = 44


class ThreePanes(Container):
    """Three panes from 120 columns, side by side from 160; below 120 one layer at a time."""

    DEFAULT_CSS: ClassVar[str] = """
    ThreePanes { layout: horizontal; height: 1fr; }
    ThreePanes #areas { width: 44; height: 1fr; }
    ThreePanes #right { width: 1fr; height: 1fr; layout: vertical; }
    ThreePanes #detail { height: 1fr; }
    ThreePanes.-huge #right { layout: horizontal; }
    ThreePanes.-huge #actions { width: 3fr; }
    ThreePanes.-huge #detail { width: 2fr; }
    ThreePanes.-narrow { layout: vertical; }
    ThreePanes.-narrow #areas, ThreePanes.-narrow #right { width: 1fr; }
    ThreePanes.-narrow.-on-areas #right { height: 9; }
    ThreePanes.-narrow.-on-actions #areas, ThreePanes.-narrow.-on-detail #areas { display: none; }
    ThreePanes.-narrow.-on-areas #actions, ThreePanes.-narrow.-on-detail #actions { display: none; }
    """

    def __init__(self, areas: Table, actions: Table, detail: Page) -> None:
        super().__init__(id="body")
        self.panes = (areas, actions, detail)
        detail.more_words = self._more_words

    def compose(self) -> ComposeResult:
        """Areas at the left, at the right actions over the detail or beside it."""
        areas, actions, detail = self.panes
        yield areas
        with Vertical(id="right"):
            yield actions
            yield detail

    @property
    def is_narrow(self) -> bool:
        """Whether one layer is shown at a time."""
        return self.has_class("-narrow")

    @property
    def actions_width(self) -> int:
        """The columns that a row of actions has."""
        return self.screen.size.width - (0 if self.is_narrow else AREAS) - 4

    @property
    def is_brief(self) -> bool:
        """Whether the detail is a short one below a list; a prompt that takes the keys alters nothing."""
        return self.is_narrow and not self.has_class("-on-detail")

    def stand(self, screen: Size) -> None:
        """Stand as the screen's width asks."""
        self.set_class(screen.width < WIDE, "-narrow")
        self.set_class(screen.width >= HUGE, "-huge")

    def follow_focus(self) -> None:
        """Show the layer of the pane that has the keys; a short detail below a list begins at its top."""
        if any(pane.has_focus for pane in self.panes):
            for pane in self.panes:
                self.set_class(pane.has_focus, f"-on-{pane.id}")
            if self.is_narrow and not self.panes[-1].has_focus:
                self.panes[-1].move_to(0)

    def share_height(self, rows_wanted: int) -> None:
        """Give the list of actions the lines it wants, as far as the detail keeps enough of them."""
        _, actions, _ = self.panes
        screen = self.screen.size
        if not screen.height:
            return
        if screen.width >= HUGE:
            actions.styles.height = "1fr"
            return
        wide = screen.width >= WIDE
        room = screen.height - 3
        least_detail = room // 2 if wide else max(6, room // 3)
        actions.styles.height = max(5, min(rows_wanted + 2 + wide, room - least_detail))

    def _more_words(self, lines: int) -> str:
        """How much of the detail lies below; from the areas of a narrow screen Enter does not lead there."""
        if not lines or (self.is_narrow and self.has_class("-on-areas")):
            return ""
        return "Enter for all" if self.is_brief else f"↓ {lines} more"
