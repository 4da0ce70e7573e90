"""How much of an action is done: all or nothing of it is a status, what lies between is asked about once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import word_key

IN_PART: Final = "Under 100%"
"""What is answered of all shares that are neither all nor nothing."""

_WHOLE: Final = 100
_SHARE: Final = re.compile(
    r"(?P<about>(?:c\.?|ca\.?|approx\.?|approximately|about|around|~)\s*)?(?P<figures>\d{1,3}(?:\.\d+)?)\s*%"
    r"(?:\s*(?:complete|completed|done|achieved))?",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"\d{1,3}(?:\.\d+)?")
ALL: Final = "100%"
_SAID: Final = {ALL: Status.COMPLETE, "0%": Status.NOT_STARTED}


def share_in(text: str) -> str:
    """Return the share that a text says and nothing else, as 75%; empty for any other text."""
    found = _SHARE.fullmatch(text.strip()) if "%" in text else None
    if found is None:
        return ""
    share = float(found["figures"])
    is_sure = not found["about"] or 0 < share < _WHOLE
    return f"{share:g}%" if share <= _WHOLE and is_sure else ""


def status_of(share: str) -> Status | None:
    """Return the status of a share by itself: all is complete, nothing is not started."""
    return _SAID.get(share)


def answer_keys(share: str) -> tuple[str, ...]:
    """Return under which words a share may be answered: by itself, or with all others."""
    if not share:
        return ()
    return (word_key(share),) if status_of(share) else (word_key(share), word_key(IN_PART))


def in_hundredths(text: str, *, is_of_one: bool) -> str:
    """Return the words of a cell in a column of shares as 75%; any but a number stay as they are."""
    words = text.strip()
    if not _FIGURES.fullmatch(words):
        return share_in(words) or words
    share = float(words)
    return f"{share * _WHOLE if is_of_one and share <= 1 else share:g}%"


def are_of_one(cells: Iterable[str]) -> bool:
    """Say whether the numbers of a column are parts of one, and not of a hundred: 0.75."""
    return all(float(words) <= 1 for cell in cells if _FIGURES.fullmatch(words := cell.strip()))
