"""What may be typed next of a filter: its words, and after a key the values that the plan has for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from send_actions.domain.checks.plan_checks import CODES
from send_actions.domain.filters.terms import FLAGS, KEYS
from send_actions.domain.filters.values import term_with, values_in
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.text import fold

Offer = tuple[str, str]
"""What may be typed, and a word of help."""

_LISTS: Final = ("status", "impact", "area", "org", "partner", "check")
_EXPLAINED: Final = {
    "status": "how delivery goes",
    "impact": "what difference it has made",
    "area": "an area by its number or title",
    "theme": "the theme its area is under",
    "lead": "who leads it",
    "org": "the lead's organisation",
    "partner": "an organisation that helps",
    "due": "when it falls due",
    "check": "what is questioned",
}
_DUE: Final = (
    ("next-board", "before the next board"),
    ("before:", "and a date"),
    ("after:", "and a date"),
    ("ongoing", "without an end"),
    ("none", "without a due date"),
)


def offers(typed: str, plan: Plan | None) -> Iterator[Offer]:
    """Every term that begins with what is typed, perhaps negated; after a key its values."""
    bare = typed.lstrip("-")
    minus = typed[: len(typed) - len(bare)]
    key, colon, _ = bare.partition(":")
    found = _values(key, bare, plan) if colon and key in KEYS else _words(bare, plan)
    for term, explained in found:
        yield minus + term, explained


def _words(bare: str, plan: Plan | None) -> Iterator[Offer]:
    """The flags and keys that begin so; of a key that stands alone, its values."""
    flags = [(flag, term.phrase) for flag, term in FLAGS.items() if flag.startswith(bare)]
    keys = [key for key in KEYS if key.startswith(bare)]
    yield from flags
    if len(keys) == 1 and not flags:
        yield from _values(keys[0], f"{keys[0]}:", plan)
    else:
        yield from ((f"{key}:", _EXPLAINED[key]) for key in keys)


def _values(key: str, bare: str, plan: Plan | None) -> Iterator[Offer]:
    before, comma, begun = bare.removeprefix(f"{key}:").rpartition(",") if key in _LISTS else ("", "", "")
    begun = begun if key in _LISTS else bare.removeprefix(f"{key}:")
    there = {fold(part) for part in before.split(",")}
    for value, explained in _of_key(key, plan):
        if fold(value).startswith(fold(begun.lstrip('"'))) and fold(value) not in there:
            yield f"{key}:{before}{comma}{term_with('', value)[1:]}", explained


def _of_key(key: str, plan: Plan | None) -> Iterator[Offer]:
    match key:
        case "status":
            yield from ((s.value, s.word) for s in Status)
            words = {s.colour: f"{s.colour}: {s.word}" for s in reversed(Status) if s.colour != "none"}
            yield from words.items()
        case "impact":
            yield from ((impact.value, impact.word) for impact in Impact)
        case "check":
            yield from CODES.items()
        case "due":
            yield from _DUE
        case "area" if plan:
            yield from ((area.number, area.title) for area in plan.areas)
        case _ if plan:
            yield from ((value, _EXPLAINED[key]) for value in values_in(key, plan))
            yield from [("none", f"without a {key}")] if key in ("theme", "lead") else []
