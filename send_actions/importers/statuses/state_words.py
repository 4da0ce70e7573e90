"""Words that say how actions stand and no more, as the name of a sheet or a heading may."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.words.date_forms import MONTHS

A_MONTH: Final = "|".join(f"{month}|{month[:3]}|{month[:4]}" for month in map(str.lower, MONTHS))
A_YEAR: Final = r"(?:20)?\d\d(?: ?[-/–] ?(?:20)?\d\d)?"
_LONGEST: Final = 80
_STATES: Final = (
    r"(?:archived?|closed|completed?|done|finished|delivered|achieved|implemented|historic(?:al)?|parked"
    r"|paused|on hold|withdrawn|superseded|embedded|not (?:yet )?started|in progress|under ?way|ongoing|open"
    r"|outstanding|overdue|off track|at risk|on track|to do|live|current|new|red|amber|green|blue|delayed)"
)
_OF_WHAT: Final = (
    r"(?:items?|areas?|actions?|tasks?|milestones?|recommendations?|projects?|work|tab|sheet|list)"
)
_STATE: Final = re.compile(
    rf"(?:{_OF_WHAT}\W+(?:that (?:are|were)\W+)?)?(?:all |now |previously |fully )?{_STATES}"
    rf"(?:\W+(?:and|or)?\W*{_STATES})*(?:[\W_]+{_OF_WHAT})*"
    rf"(?:[\W_]+(?:in |to |from |since )?(?:(?:{A_MONTH})\W*)?"
    rf"(?:{A_YEAR}|\d[\d /-]*)?)?\W*",
    re.IGNORECASE,
)


def says_state(words: str) -> bool:
    """Say whether words say how actions stand and no more: Completed actions, Archived 2025."""
    return len(words) <= _LONGEST and _STATE.fullmatch(" ".join(words.split())) is not None
