"""The number after that of the plan's last area."""

from __future__ import annotations

from send_actions.domain.plan import Plan


def next_area_number(plan: Plan) -> str:
    """Return the whole number after the highest that an area has."""
    numbers = (area.number for area in plan.areas)
    return str(max((int(one) for one in numbers if one.isascii() and one.isdecimal()), default=0) + 1)
