"""What to say where a plan has no areas or actions yet, and the keys that make or bring in the first."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.tui.key_map import KeyMap


def no_areas_yet(keys: KeyMap) -> str:
    """What to say of a plan without areas, among its areas."""
    return f"No areas yet: {keys['new']} makes the first, {keys['bring-file']} brings a file in"


def no_areas_but_there(keys: KeyMap) -> str:
    """What to say of a plan without areas, in another view."""
    return f"No areas yet: {keys['new']} in the plan ({keys['go']} p) makes the first"


def no_actions_at_all(plan: Plan, keys: KeyMap) -> str:
    """What to say of a plan without actions in place of what needs me."""
    or_file = f" · {keys['bring-file']} brings a file in"
    if not plan.areas:
        return f"No actions yet · {keys['new']} makes the first area{or_file}"
    return f"No actions yet · Enter on an area, then {keys['new']}, makes the first{or_file}"


def nothing_due(keys: KeyMap) -> str:
    """What to say of a plan without actions, among due dates."""
    there = f"{keys['new']} in the plan ({keys['go']} p)"
    return f"No action yet, so nothing falls due: {there} makes the first"
