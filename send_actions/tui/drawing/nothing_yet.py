"""What to say where a plan has no areas or actions yet, and the key that makes the first."""

from __future__ import annotations

from send_actions.tui.key_map import KeyMap


def no_areas_yet(keys: KeyMap) -> str:
    """What to say of a plan without areas, among its areas."""
    return f"No areas yet: {keys['new']} makes the first"


def no_actions_yet(keys: KeyMap) -> str:
    """What to say of a plan without actions, in another view."""
    return f"No actions yet: {keys['new']} in the plan ({keys['go']} p) makes the first"
