"""How like two titles are: the same but for a slip of the pen, much the same words, or other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from math import sqrt
from typing import Final

from send_actions.domain.text import fold

ALIKE: Final = 0.5
"""From this on two titles have much the same words."""

_WORD: Final = re.compile(r"[^\W_]+")
_ENDING: Final = re.compile(r"(?<=...)(?:ings?|ments?|ations?|ions?|iness|ies|ed|es|s|ly|y|e)$")
_LONGEST_STEM: Final = 7
_LITTLE: Final = frozenset(
    {
        *("a", "an", "and", "any", "all", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into"),
        *("is", "it", "its", "of", "on", "or", "our", "so", "that", "the", "their", "this", "to", "we"),
        *("will", "with"),
    }
)
_FEW: Final = 3
_WITHIN: Final = 0.85
"""How like a title is to one that has all of its words and more."""

_LONG_WORD: Final = 5
_SLIP: Final = 0.8
_CHARACTERS: Final = 0.85
_LONGEST: Final = 300


@lru_cache(maxsize=1 << 14)
def title_words(title: str) -> frozenset[str]:
    """Return the words of a title as they are compared: without their endings, and without little words."""
    return frozenset(_stem(word) for word in _words(title))


def likeness(one: str, other: str, common: Mapping[str, int]) -> float:
    """Return how like two titles are, from 0 to 1.

    `common` is how many titles each word stands in: the more there are, the less it tells.
    """
    words, others = title_words(one), title_words(other)
    shared = _weight(words & others, common)
    whole, whole_other = _weight(words, common), _weight(others, common)
    found = 2 * shared / (whole + whole_other) if whole + whole_other else 0.0
    if min(len(words), len(others)) >= _FEW:
        found = max(found, _WITHIN * shared / min(whole, whole_other))
    if found < _CHARACTERS and max(len(one), len(other)) <= _LONGEST:
        matcher = SequenceMatcher(None, fold(one), fold(other))
        if matcher.real_quick_ratio() > _CHARACTERS and matcher.quick_ratio() > _CHARACTERS:
            ratio = matcher.ratio()
            found = max(found, ratio if ratio > _CHARACTERS else 0.0)
    return found


def is_slip(one: str, other: str) -> bool:
    """Say whether two titles have the same words but for letters in long ones: Reveiw, Review."""
    words, others = _words(one), _words(other)
    return len(words) == len(others) > 0 and all(
        word == also or _is_misspelt(word, also) for word, also in zip(words, others, strict=True)
    )


def _words(title: str) -> list[str]:
    return [word for word in _WORD.findall(fold(title)) if word not in _LITTLE]


def _stem(word: str) -> str:
    return _ENDING.sub("", word)[:_LONGEST_STEM] if word.isalpha() else word


def _weight(words: frozenset[str], common: Mapping[str, int]) -> float:
    return sum(1 / sqrt(common.get(word) or 1) for word in words)


def _is_misspelt(one: str, other: str) -> bool:
    is_long = min(len(one), len(other)) >= _LONG_WORD and one.isalpha() and other.isalpha()
    return is_long and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _SLIP
