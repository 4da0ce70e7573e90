"""The words of the closed lists as people type them, and the nearest right one for a wrong word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest
from typing import Final, TypeVar

from send_actions.domain.plan.vocabulary import (
    DEFAULT_LEGEND,
    Better,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    LegendEntry,
    MinuteKind,
    SourceKind,
    Status,
)
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.errors import UsageError

_Choice = TypeVar("_Choice", bound=StrEnum)

_LONGEST_WORD: Final = 40
_NEAR: Final = 0.6
_NUMBER: Final = re.compile(r"\d+")

_VARIANTS: Final[Mapping[type[StrEnum], Mapping[str, tuple[str, ...]]]] = {
    Status: {
        "not-started": ("gray", "not yet started", "not started yet"),
        "complete": ("completed", "done", "delivered"),
    },
    Impact: {
        "too-early": ("too early to say", "too early to tell"),
        "none-yet": ("none", "no impact", "no impact yet"),
        "emerging": ("emerging impact",),
        "evidenced": ("evidenced impact",),
    },
    Heard: {"e-mail": ("mail",), "judgement": ("own judgement", "judgment", "own judgment")},
    Better: {"higher": ("up", "high"), "lower": ("down", "low")},
    MinuteKind: {
        "resolved": ("resolution",),
        "decision": ("decided",),
        "question": ("asked",),
        "request": ("requested",),
    },
    EvidenceKind: {
        "voice": ("voice of children and families", "voice of children and young people"),
        "document": ("documents",),
    },
    SourceKind: {"inspection-letter": ("inspection", "letter"), "self-evaluation": ("sef",)},
    FindingKind: {"area-for-improvement": ("afi", "improvement")},
}
"""What people write for a slug beside its key, its symbol and a plan's own words."""

_MOST_LIKELY: Final[Mapping[str, tuple[str, ...]]] = {
    "on-track": (
        *("started", "in progress", "under way", "active", "continuing", "progressing", "doing"),
        *("on target", "on schedule", "going well"),
        *("working on it", "in review"),
    ),
    "complete": ("finished", "achieved", "implemented", "met", "resolved"),
    "complete or withdrawn": ("closed",),
    "at-risk": ("delayed", "slipping", "behind", "some concerns"),
    "off-track or at-risk": ("overdue", "late", "missed", "not met", "stuck", "blocked"),
    "on-hold": ("paused", "deferred", "suspended", "stopped"),
    "withdrawn": ("cancelled", "dropped", "superseded", "merged", "no longer needed"),
    "embedded": ("business as usual", "bau", "sustained", "embedding"),
    "not-started": ("planned", "pending", "to start", "not due", "to do", "not due to start", "yet to start"),
}
"""What a word most likely means that is no status by itself: asked, never taken."""


def read_status(text: str, legend: Iterable[LegendEntry] = DEFAULT_LEGEND) -> Status:
    """The status meant by a slug, letter, word, symbol or colour; raises UsageError.

    Words and colours are the legend's too; where two statuses have one colour, the first used one is meant.
    """
    return read_choice("status", text, Status, _words_of(tuple(legend)))


@lru_cache(maxsize=8)
def _words_of(legend: tuple[LegendEntry, ...]) -> dict[str, Status]:
    """Return the status of each word and colour of a legend."""
    entries = sorted(legend, key=lambda entry: not entry.used)
    colours = [(e.colour, e.status) for e in entries if e.colour != "none"]
    also: dict[str, Status] = {}
    for word, status in [*((e.word, e.status) for e in entries), *colours]:
        also.setdefault(word, status)
    return also


def likely_status(word: str) -> str:
    """The status that a word most likely means, or two of them; empty for any other word."""
    return _likely().get(_bare(word), "")


@lru_cache(maxsize=1)
def _likely() -> dict[str, str]:
    return {_bare(word): meant for meant, words in _MOST_LIKELY.items() for word in words}


def read_impact(text: str) -> Impact:
    """The impact meant by a slug, digit or word; raises UsageError."""
    return read_choice("impact rating", text, Impact)


def is_impact(text: str) -> bool:
    """Say whether a text is a rating of impact."""
    try:
        return bool(read_impact(text))
    except UsageError:
        return False


def read_heard(text: str) -> Heard:
    """The way of hearing meant by a slug, letter or word; raises UsageError."""
    return read_choice("way of hearing", text, Heard)


def read_choice(
    kind: str, text: str, choices: type[_Choice], also: Mapping[str, _Choice] | None = None
) -> _Choice:
    """The choice meant by its slug, key, symbol or a usual variant, else by a word of `also`.

    Capitals, spaces, hyphens and underscores make no difference. Raises UsageError, which names the `kind`
    and the nearest right word.
    """
    meant = _meanings(choices, tuple((also or {}).items()))
    wanted = _bare(clean(text, one_line=True))
    if wanted and wanted in meant:
        return choices(meant[wanted])
    raise UsageError(_refusal(kind, text, [choice.value for choice in choices], also or ()))


@lru_cache(maxsize=32)
def _meanings(choices: type[StrEnum], also: tuple[tuple[str, StrEnum], ...]) -> dict[str, StrEnum]:
    """Return the choice of every bare word, the first where two have one."""
    words: list[tuple[str, StrEnum]] = [(choice.value, choice) for choice in choices]
    words += [(getattr(choice, name, ""), choice) for choice in choices for name in ("key", "symbol")]
    words += also
    words += [(word, choices(slug)) for slug, usual in _VARIANTS.get(choices, {}).items() for word in usual]
    return {_bare(word): choice for word, choice in reversed(words)}


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like a word: one that begins with it, else one with few letters wrong, else None."""
    from difflib import get_close_matches

    wanted = _bare(word[:_LONGEST_WORD])
    by_bare: dict[str, str] = {}
    for choice in choices:
        by_bare.setdefault(_bare(choice), choice)
    if not wanted:
        return None
    if wanted in by_bare:
        return by_bare[wanted]
    if len(wanted) > 1:
        for bare, choice in by_bare.items():
            if bare.startswith(wanted):
                return choice
    close = get_close_matches(wanted, by_bare, n=1, cutoff=_NEAR)
    return by_bare[close[0]] if close else None


def nearest_ref(ref: str, refs: Iterable[str]) -> str | None:
    """The ref most like a wrong one, by digits, area, beginning and number; None when none could be meant."""
    living = list(refs)
    if not _numbers(ref):
        return nearest(ref, living)
    near = [other for other in living if _numbers(other) and _is_near(ref, other)]
    return min(near, key=lambda other: _distance(ref, other), default=None)


def _refusal(kind: str, text: str, slugs: list[str], also: Iterable[str]) -> str:
    listed = ", ".join(slugs)
    word = printable(cut(text.strip(), _LONGEST_WORD))
    if not word:
        return f"No {kind} given: use one of {listed}."
    near = (likely_status(text) if kind == "status" else "") or nearest(text, [*slugs, *also])
    return f'No {kind} "{word}": ' + (f"did you mean {near}? ({listed})" if near else f"use one of {listed}.")


def _bare(text: str) -> str:
    folded = fold(text)
    return "".join(c for c in folded if c.isalnum()) or "".join(folded.split())


def _numbers(ref: str) -> list[int]:
    return [int(part) for part in _NUMBER.findall(ref[:_LONGEST_WORD])]


def _is_near(ref: str, other: str) -> bool:
    """Whether a ref is of the other's area or letters, or but one letter wrong, missing, added or swapped."""
    if _numbers(ref)[0] == _numbers(other)[0]:
        return True
    bare, other_bare = _bare(ref[:_LONGEST_WORD]), _bare(other)
    letters = _NUMBER.sub("", bare)
    if letters and letters == _NUMBER.sub("", other_bare):
        return True
    while bare and other_bare and bare[0] == other_bare[0]:
        bare, other_bare = bare[1:], other_bare[1:]
    while bare and other_bare and bare[-1] == other_bare[-1]:
        bare, other_bare = bare[:-1], other_bare[:-1]
    return max(len(bare), len(other_bare)) <= 1 or (len(bare) == len("ab") and bare == other_bare[::-1])


def _distance(ref: str, other: str) -> tuple[bool, bool, int, int, list[int]]:
    """How far one numbered ref is from another: marks, letters, area, beginning, then the other numbers."""
    bare, other_bare = _bare(ref), _bare(other)
    apart = [abs(a - b) for a, b in zip_longest(_numbers(ref), _numbers(other), fillvalue=0)]
    alike = next(
        (i for i, (a, b) in enumerate(zip(ref, other, strict=False)) if a != b), min(len(ref), len(other))
    )
    return (bare != other_bare, _NUMBER.sub("", bare) != _NUMBER.sub("", other_bare), apart[0], -alike, apart)
