"""What becomes of a copied text: terminals take it by OSC 52, and multiplexers may hold it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TMUX: Final = "tmux passes it on only with “set -g set-clipboard on”"
_SCREEN: Final = "screen does not pass it on: mark it with the mouse"


def held_back_by(surroundings: Mapping[str, str]) -> str:
    """Return what holds OSC 52 back where the app runs, and what helps; empty when nothing is known to."""
    term = surroundings.get("TERM", "")
    if surroundings.get("TMUX") or term.startswith("tmux"):
        return _TMUX
    if surroundings.get("STY"):
        return _SCREEN
    return "tmux or screen may hold it back" if term.startswith("screen") else ""
