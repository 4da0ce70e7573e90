"""One field at the foot: a line to write in."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widgets import Input

from send_actions.domain.text import clean, printable
from send_actions.tui.internals import focus_now
from send_actions.tui.text_layout import Segment, columns
from send_actions.tui.widgets.page import Bar


class Field(Input):
    """Textual's input without its box, with a quiet hint and no way in for control characters."""

    DEFAULT_CSS: ClassVar[str] = """
    Field, Field:focus {
        border: none; height: 1; padding: 0; background: $background; background-tint: transparent;
    }
    """

    def __init__(self, value: str = "", *, hint: str = "", id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(value, placeholder=printable(hint), id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    @property
    def clean_text(self) -> str:
        """What stands in it, clean."""
        return clean(self.value, one_line=True)

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the next character comes to stand."""
        written = columns(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(written - self.scroll_offset.x, 0)

    def put_in(self, text: str) -> None:
        """Put a pasted text in as one clean line."""
        self.replace(clean(text, one_line=True), *sorted(self.selection))

    def focus_end(self) -> None:
        """Put the cursor behind what stands in it."""
        focus_now(self)
        self.cursor_position = len(self.value)

    def beside(self, label: Segment, width: int, classes: str = "") -> Horizontal:
        """One line of the field and, before it, its label in `width` columns."""
        bar = Bar(lambda _width: [[label]])
        bar.styles.width = width
        return Horizontal(bar, self, id=f"{self.id}-row", classes=classes)
