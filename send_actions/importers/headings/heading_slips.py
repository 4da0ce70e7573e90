"""Headings that are ones we know but for a slip in a word."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_LONG_WORD: Final = 5
_SLIP: Final = 0.8


def slip_of(heading: str, free: Iterable[str]) -> str:
    """Return the heading that one means but for a slip in one of its words; empty where there is none."""
    words = heading.split()
    for known in free:
        others = known.split()
        pairs = [(w, o) for w, o in zip(words, others, strict=False) if w != o]
        if len(words) == len(others) and len(pairs) == 1 and _is_slip(*pairs[0]):
            return known
    return ""


def _is_slip(word: str, known: str) -> bool:
    is_long = min(len(word), len(known)) >= _LONG_WORD
    return is_long and word[0] == known[0] and bool(get_close_matches(word, [known], n=1, cutoff=_SLIP))
