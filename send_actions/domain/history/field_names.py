"""What the nouns and fields of changes are called, and in which order people tell them."""

from __future__ import annotations

from functools import cache
from typing import Final

_NOUNS: Final = {
    "progress_update": "update",
    "deadline": "due date",
    "action_support": "support",
    "action_dependency": "dependency",
    "finding_area": "answer to a finding",
    "action_measure": "measure moved",
}
_FIELDS: Final = {
    "on": "for",
    "ask": "asked of the board",
    "path": "path to green",
    "path_by": "path by",
    "impact_shown_by": "shown by",
    "agreed_meeting_id": "agreed at",
    "gone_on": "retired from",
    "needs_id": "depends on",
    "digest": "hash",
    "reached_on": "reached",
    "answered_on": "answered",
    "made_action_id": "became action",
    "owner_id": "who answers",
    "signs_off_from": "signed off by a meeting from",
}
_ORDER: Final = (
    *("ref", "number", "title", "status", "impact", "impact_shown_by", "note", "text", "private_note"),
    *("ask", "path", "path_by", "look_again", "proof", "no_change", "agreed_meeting_id", "heard"),
    "heard_from",
)
_RANKS: Final = {field: rank for rank, field in enumerate(_ORDER)}


@cache
def noun_name(noun: str) -> str:
    """Return what people call a noun."""
    return _NOUNS.get(noun, noun.replace("_", " "))


@cache
def field_name(noun: str, field: str) -> str:
    """Return what people call a field of a noun."""
    if (noun, field) == ("meeting", "on"):
        return "date"
    return _FIELDS.get(field, field.removesuffix("_id").replace("_", " "))


@cache
def place_of(field: str) -> tuple[int, str]:
    """Return a key that sorts fields as people tell them."""
    return _RANKS.get(field, len(_RANKS)), field
