"""A column of recommendations beside one of the actions that answer them: the second is what is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.headings.headings import field_of, weak_field

_ADVICE: Final = frozenset({"recommendation", "recommendations"})
_OF_ACTIONS: Final = re.compile(r"\b(?:actions?|activity|activities)\b")


def answered_advice(names: Sequence[str]) -> int | None:
    """Return the place of the recommendations that another column of a file answers with actions, if any."""
    if not any(name not in _ADVICE and is_of_actions(name, names) for name in names):
        return None
    return next((place for place, name in enumerate(names) if name in _ADVICE), None)


def is_of_actions(name: str, names: Sequence[str]) -> bool:
    """Say whether a heading is that of the action, and says so by this word."""
    is_title = (field_of(name, names) or weak_field(name)) == "title"
    return is_title and _OF_ACTIONS.search(name) is not None
