"""The value of a field in words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
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
    if isinstance(value, str):
        return _text_in_words(field, value)
    if isinstance(value, Due):
        return say_due(value)
    if isinstance(value, date):
        return say_date(value)
    return "yes" if value is True else str(value)


def _text_in_words(field: str, text: str) -> str:
    """Return text that says something as people read it: a day in full, a slug without its hyphens."""
    if field in _CLOSED:
        return text.replace("-", " ")
    if len(text) == len("2026-03-31"):
        return _day_in_words(text)
    return cut(text, _LONGEST[field]) if field in _LONGEST else text


@lru_cache(maxsize=1024)
def _day_in_words(text: str) -> str:
    """Return a day in full; text that is none stays."""
    try:
        return say_date(date.fromisoformat(text))
    except ValueError:
        return text
