"""What was changed in a copy of the plan: the copy as it was given out, as it comes back, and the plan now.

Whoever sends a copy back means what they changed in it and nothing else. Where the plan was changed since in
the same place, and to something else, neither is written over the other: that is disputed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import eq
from typing import Any


@dataclass(frozen=True)
class Compared:
    """The fields that were changed in the copy alone, and those that were changed on both sides."""

    changed: Mapping[str, Any] = field(default_factory=dict)
    disputed: Mapping[str, Any] = field(default_factory=dict)


def compare_three_ways(
    shown: Mapping[str, Any],
    returned: Mapping[str, Any],
    now: Mapping[str, Any],
    is_same: Callable[[Any, Any], bool] = eq,
) -> Compared:
    """Return what the copy that is returned changes, field by field; a field that it lacks is unsaid.

    `is_same` says whether a value, given first, says the same as another.
    """
    changed: dict[str, Any] = {}
    disputed: dict[str, Any] = {}
    for name, value in returned.items():
        if is_same(value, shown[name]) or is_same(value, now[name]):
            continue
        (changed if is_same(now[name], shown[name]) else disputed)[name] = value
    return Compared(changed, disputed)
