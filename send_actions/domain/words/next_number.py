"""What comes next: the ref after an area's last action, and the number after the last area."""

from __future__ import annotations

from collections.abc import Iterable

from send_actions.domain.plan import Area, Plan


def next_ref(plan: Plan, area: Area) -> str:
    """Return the ref after the area's last: 9.5 after 9.4."""
    start = f"{area.number}."
    refs = (action.ref for action in plan.actions if action.ref.startswith(start))
    return f"{start}{_after(ref.removeprefix(start) for ref in refs)}"


def next_area_number(plan: Plan) -> str:
    """Return the number after that of the plan's last area."""
    return str(_after(area.number for area in plan.areas))


def _after(numbers: Iterable[str]) -> int:
    """Return the whole number after the highest of those that are one."""
    return max((int(number) for number in numbers if number.isascii() and number.isdecimal()), default=0) + 1
