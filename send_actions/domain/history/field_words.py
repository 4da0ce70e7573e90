"""The value of a field in words."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from send_actions.domain.plan import Due
from send_actions.domain.text import cut
from send_actions.domain.words.dates import say_date, say_due

_CLOSED: Final = frozenset({"status", "impact", "precision", "kind", "better"})
_LONGEST: Final = {"digest": 12}
"""How many characters of a field are enough for people; files have it whole."""


def say_value(field: str, value: Any) -> str | None:
    """Return a value that refers to no other thing in words; None for nothing said."""
    if value is None or value == "" or value is False:
        return None
    if value is True:
        return "yes"
    if isinstance(value, Due):
        return say_due(value)
    if field in _CLOSED:
        return str(value).replace("-", " ")
    day = _day(value)
    text = str(value)
    return say_date(day) if day else cut(text, _LONGEST.get(field, len(text)))


def _day(value: Any) -> date | None:
    """Return the day that a value is, if it is one."""
    if isinstance(value, date):
        return value
    try:
        is_iso = isinstance(value, str) and len(value) == len("2026-03-31")
        return date.fromisoformat(value) if is_iso else None
    except ValueError:
        return None
