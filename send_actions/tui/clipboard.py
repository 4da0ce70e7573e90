"""What becomes of a copied text: the terminal is asked to take it, and may not, so that is said too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TMUX: Final = "tmux takes it only after “set -g set-clipboard on”, or mark it with Shift and the mouse"
_SCREEN: Final = "screen does not pass it on: mark it with Shift and the mouse"
_EITHER: Final = "tmux or screen may hold it back: if nothing is pasted, mark it with Shift and the mouse"
NOTHING_PASTED: Final = "nothing pasted? Mark it with Shift and the mouse"


def held_back_by(surroundings: Mapping[str, str]) -> str:
    """Return what holds a copied text back where the app runs, and what helps; else nothing."""
    term = surroundings.get("TERM", "")
    if surroundings.get("TMUX") or term.startswith("tmux"):
        return _TMUX
    if surroundings.get("STY"):
        return _SCREEN
    return _EITHER if term.startswith("screen") else ""
