"""Keys as people write and read them, and by Textual's names."""

from __future__ import annotations

import string
from typing import Final

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

_HELD_WITH: Final = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
"""Keys with a name of their own that terminals tell apart with Ctrl, Alt or Shift held."""

_NAMED: Final = _HELD_WITH | {"enter", "escape", "tab", "space", "backspace"}
"""Keys with a name of their own, as Textual calls them."""

_WRITTEN: Final = {shown.lower(): name for name, shown in _SHOWN.items()} | {"ins": "insert", "del": "delete"}
_SAME: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
"""What a terminal cannot tell from the key that it sends for it."""


def _character_of(name: str) -> str | None:
    """The character that a key types; a letter is its own name, and Textual is not loaded for it."""
    if len(name) == 1:
        return name
    from send_actions.tui.internals import character_of

    return character_of(name)


def key_name(key: str) -> str:
    """Return a key as people call it: Ctrl+S, F5, Delete, and a character as it is."""
    *held, name = key.split("+")
    character = _character_of(name) if name not in _NAMED else None
    shown = _SHOWN.get(name) or character or name.replace("_", " ")
    is_alone = len(shown) == 1 and not held
    return "+".join([*map(str.capitalize, held), shown if is_alone else shown[:1].upper() + shown[1:]])


def key_written(text: str) -> str | None:
    """Return Textual's name of a key as people write it, such as s, S, F5, Ctrl+K or PgUp; None of no key."""
    if len(text) == 1:
        from send_actions.tui.internals import key_of_character

        return key_of_character(text) if text.isprintable() else None
    *held, last = text.lower().split("+")
    name, is_letter = _WRITTEN.get(last, last), len(last) == 1 and last in string.ascii_lowercase
    if not held:
        return name if name in _NAMED else None
    if held == ["shift"] and (is_letter or name == "tab"):
        return "shift+tab" if name == "tab" else last.upper()
    may_be_held = set(held) <= {"ctrl", "alt", "shift"} and name in _HELD_WITH
    if not may_be_held and not (is_letter and held in (["ctrl"], ["alt"])):
        return None
    key = "+".join([*sorted(set(held)), name])
    return _SAME.get(key, key)
