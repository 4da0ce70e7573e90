"""The status that a heading says of the rows below it, such as Completed actions."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import fold

_HEADED: Final = (
    (re.compile(r"\b(?:completed|complete|closed|implemented in full|achieved)\b"), Status.COMPLETE),
    (re.compile(r"\bnot (?:yet )?started\b"), Status.NOT_STARTED),
    (re.compile(r"\bon hold\b"), Status.ON_HOLD),
    (re.compile(r"\boff track\b"), Status.OFF_TRACK),
    (re.compile(r"\bat risk\b"), Status.AT_RISK),
    (re.compile(r"\bon track\b"), Status.ON_TRACK),
    (re.compile(r"\b(?:withdrawn|superseded)\b"), Status.WITHDRAWN),
    (re.compile(r"\bembedded\b"), Status.EMBEDDED),
)
_TURNS: Final = re.compile(
    r"\b(?:not|un|in|partly|partially|nearly|yet to be|to be)\W*(?:(?:yet|fully|been|be)\W+)?$"
)
_OF_ACTIONS: Final = re.compile(
    r"\b(?:actions?(?! plan)|recommendations?|tasks?|milestones?|items?|projects?)\b"
)
"""What a heading names whose status it says, if it has more than a few words."""

_OF_HOW: Final = re.compile(
    r"\b(?:\w{3,}ed|is|are|not|overdue|outstanding|(?:in )?progress|extensions?|late|to do)\b"
)
"""What a heading says that speaks of how its actions go, and does not name what they are about."""

_FEW_WORDS: Final = 3
_LABEL: Final = re.compile(r"(?:(?:table|part|section|list)\s+\w{1,3}|\d{1,2})\s*[:.–—-]\s*", re.IGNORECASE)


def headed_status(heading: str) -> Status | None:
    """Return the status that a heading surely says: one, and nothing that takes it back."""
    words = fold(heading)
    if len(without_list_label(words).split()) > _FEW_WORDS and not _OF_ACTIONS.search(words):
        return None
    found = set()
    for pattern, status in _HEADED:
        for match in pattern.finditer(words):
            if _TURNS.search(words[: match.start()]):
                return None
            found.add(status)
    return found.pop() if len(found) == 1 else None


def speaks_of_actions(heading: str) -> bool:
    """Say whether a heading speaks of actions or of how they go, and not of what they are about."""
    words = fold(heading)
    return bool(_OF_ACTIONS.search(words) or _OF_HOW.search(words))


def without_list_label(heading: str) -> str:
    """Return a heading without the label of its list: Table 1: Completed actions."""
    return _LABEL.sub("", heading)
