"""Which field each column means of which it was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.text import fold
from send_actions.domain.words.dates import read_due
from send_actions.importers.headings.headings import (
    field_named,
    heading_names,
    says_number,
    weak_field,
    whole_heading,
)

_REVIEW: Final = "review of "
UNDATED: Final = "undated"
"""What stands for a column of a review that has no date yet."""

NOTHING: Final = "none"
"""What is answered of a column that is to be left out."""


def mapped_columns(mapping: Mapping[str, str], names: Sequence[str]) -> dict[int, str]:
    """Return the field that each mapped column means; a status set aside says that all such are."""
    found: dict[int, str] = {}
    for heading, word in mapping.items():
        bare = heading_names([heading])[0]
        field_meant = NOTHING if fold(word) == NOTHING else _review_named(word) or field_named(word)
        if field_meant == "area_number" and not says_number(word) and _has_number(mapping, names, bare):
            field_meant = "area_title"
        whole = whole_heading(heading)
        meant = [p for p, name in enumerate(names) if name == whole]
        found |= dict.fromkeys(meant or (p for p, name in enumerate(names) if name == bare), field_meant)
    if NOTHING in found.values() or "status" in found.values():
        settled = {names[place] for place in found if weak_field(names[place]) == "status"}
        if settled:
            others = (p for p, n in enumerate(names) if p not in found and weak_field(n) == "status")
            found |= dict.fromkeys(others, NOTHING)
    return found


def review_day(meant: str) -> date | None:
    """Return the day of the review that a column was answered to be of; None for any other."""
    return date.fromisoformat(meant.removeprefix(_REVIEW)) if meant.startswith(_REVIEW) else None


def _review_named(word: str) -> str:
    """Return what stands for a review on the last day of a period: “June 2017” of "RAG=June 2017"."""
    due = read_due(word, today=date.max) if any(map(str.isdecimal, word)) else None
    return f"{_REVIEW}{due.on.isoformat()}" if due and due.on else ""


def _has_number(mapping: Mapping[str, str], names: Sequence[str], heading: str) -> bool:
    """Say whether another column than the one of a heading has the areas' numbers."""
    mapped = {heading_names([other])[0]: word for other, word in mapping.items()}
    others = [name for name in names if name != heading]
    return any(says_number(mapped.get(name, name)) for name in others)
