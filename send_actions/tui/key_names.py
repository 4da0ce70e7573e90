"""Keys as people write and read them, and by Textual's names."""

from __future__ import annotations

import string
from typing import Final

from send_actions.tui.internals import character_of, key_of_character

_SHOWN: Final = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""What people read where it is not Textual's name with a capital."""

_NAMED: Final = frozenset(
    (
        *(
            "up",
            "down",
            "left",
            "right",
            "home",
            "end",
            "pageup",
            "pagedown",
            "insert",
            "delete",
            "backspace",
        ),
        *("enter", "escape", "tab", "space"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
"""Keys with a name of their own, as Textual calls them."""

_WRITTEN: Final = {shown.lower(): name for name, shown in _SHOWN.items()} | {"ins": "insert", "del": "delete"}
_SAME: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
"""What a terminal cannot tell from the key that it sends for it."""


def key_name(key: str) -> str:
    """Return a key as people call it: Ctrl+S, F5, Delete, and a character as it is."""
    *held, name = key.split("+")
    character = character_of(name) if name not in _NAMED else None
    shown = _SHOWN.get(name) or character or name.replace("_", " ")
    is_alone = len(shown) == 1 and not held
    return "+".join([*map(str.capitalize, held), shown if is_alone else shown[:1].upper() + shown[1:]])


def key_written(text: str) -> str | None:
    """Return Textual's name of a key as people write it, such as s, S, F5, Ctrl+K or PgUp; None of no key."""
    if len(text) == 1:
        return key_of_character(text) if text.isprintable() else None
    *held, last = text.lower().split("+")
    name = _WRITTEN.get(last, last)
    if not held:
        return name if name in _NAMED else None
    if held == ["shift"] and len(last) == 1 and last.isalpha():
        return last.upper()
    is_letter = len(last) == 1 and last in string.ascii_lowercase and held in (["ctrl"], ["alt"])
    if not is_letter and (name not in _NAMED or not set(held) <= {"ctrl", "alt", "shift"}):
        return None
    return _SAME.get(f"{held[0]}+{name}", "+".join([*sorted(set(held)), name]))
