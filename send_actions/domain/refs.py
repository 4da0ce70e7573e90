"""Refs as people say them: text in natural order, 1.2 before 1.10."""

from __future__ import annotations

import re

from send_actions.domain.text import fold

_PARTS = re.compile(r"(\d{1,40})")


def taken_for(ref: str) -> str:
    """A key that is the same for refs and numbers that people take for the same: 9.5A, 9.5a, "9.5 a"."""
    return "".join(fold(ref).split())


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts numbers by value and words without regard to case."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _PARTS.split(text)
        if part
    )
