"""Refs as people say them: text in natural order, 1.2 before 1.10."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts numbers by value and words without regard to case."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _PARTS.split(text)
        if part
    )
