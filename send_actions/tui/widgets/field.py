"""A field of one line: what is typed or pasted is cleaned on its way in and never acts."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import Input

from send_actions.domain.text import clean, printable


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
    def said(self) -> str:
        """What stands in it, clean."""
        return clean(self.value, one_line=True)

    def put_in(self, text: str) -> None:
        """Put a pasted text in as one clean line."""
        self.replace(clean(text, one_line=True), *sorted(self.selection))
