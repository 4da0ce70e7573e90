"""The terminal's own cursor stands where the eye is: braille displays and magnifiers follow it."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import Terminal

JOURNEY = (
    ("", "9.3  ● G On track"),
    ("k", "9.2  ■ R Off track"),
    ("\r", "Agree who pays"),
    ("\x1b", "9.2  ■ R Off track"),
    ("s", "9.2 is off track"),
    ("a", "Why"),
    ("Late", "Late"),
    ("\t", "Path to green"),
    ("\x1b", "9.2  ■ R Off track"),
    ("\x1b", "9  Occupational therapy"),
    ("j", "Improve outcomes"),
    ("ga", "9.3"),
    ("j", "9.2"),
    ("g", "Go to"),
    ("b", "15 Apr 26"),
    ("k", "11 Mar 26"),
    ("gh", "25"),
    ("j", "24"),
    ("?", ""),
    ("scree", "scree"),
    ("\x1b", "24"),
    (":", ""),
    ("note", "note"),
    ("\x1b", "24"),
    ("gl", "14.1"),
    ("g", "Go to"),
    ("g", "3.1"),
    ("/", "/"),
    ("red", "red"),
    ("\x1b", "3.1"),
    ("q", "Leave send-actions?"),
    ("n", "3.1"),
    ("[", "3.1"),
    ("q", "Leave send-actions?"),
)
"""Keys one after another, each with what stands at the cursor once they are done."""


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_cursor_stands_at_the_row_or_the_field_on_every_screen(
    pinned: Path, size: tuple[int, int]
) -> None:
    with Terminal(pinned, size=size) as terminal:
        for keys, words in JOURNEY:
            terminal.type(keys)
            terminal.until_cursor(words)
        terminal.type("y")
        assert terminal.leaves_with() == 0
        assert not terminal.screen.cursor.hidden
