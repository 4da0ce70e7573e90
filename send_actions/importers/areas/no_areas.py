"""Names of sheets and headings that name no area: they say which list it is, whose, when, how it stands."""

from __future__ import annotations

import re
from typing import Final

from send_actions.importers.statuses.state_words import A_MONTH, A_YEAR, says_state

_KIND: Final = re.compile(
    r"(?:sheet|tab|table|worksheet|tabelle|feuil|page|part)[\s_-]*\d*|send|untitled|main|home|cover|front|contents?"
    r"|index|notes?|lookups?|look[ -]ups?|lists?|drop[ -]?downs?|validation|pivot|charts?|key|legend|guidance"
    r"|instructions?|tasks?|read ?me|change ?log|glossary|contacts?|risks?|issues?"
    r"|.*\b(?:tracker|plan|actions?|log|data|table|summary|master|template|register|list|dashboard|overview"
    r"|wsoa|sef|written statement(?: of action)?|kpis?|measures?|lookups?|notes"
    r"|b?rag|all|current|live|draft|copy|version|export|report|monitoring|recommendations?|milestones?)\b.*",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r".*\b(?:board|committee|panel|cabinet|steering group|working group|task group|meeting"
    r"|smt|slt|dmt|clt)\b.*",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    rf"(?:(?:as at|to|in|for|by|wc|w/c)\W+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\W+)?"
    rf"(?:(?:{A_MONTH})(?:\W+(?:{A_MONTH}))?"
    rf"|(?:q|qtr|quarter)\W*[1-4](?:\W+(?:to|-)\W+q?[1-4])?|(?:autumn|spring|summer|winter)(?:\W+term)?(?:\W+\d)?"
    rf"|term\W*[1-6]|year\W*\d|week\W*\d+|fy)?\W*(?:{A_YEAR})?\W*",
    re.IGNORECASE,
)
_LONGEST: Final = 80
_PLAIN_NUMBER: Final = re.compile(r"\d{1,3}\W*|")
_DAY: Final = re.compile(r"\d{1,2}[./ -]\d{1,2}[./ -](?:20)?\d\d|20\d\d-\d\d-\d\d")


def names_no_area(name: str) -> bool:
    """Say whether a sheet's name says what kind of list it is, whose, of when, or how its actions stand."""
    words = name.strip()[:_LONGEST]
    return any(form.fullmatch(words) for form in (_KIND, _BODY)) or is_state_or_period(words)


def names_a_kind(words: str) -> bool:
    """Say whether words name a kind of list."""
    return _KIND.fullmatch(words) is not None


def is_state_or_period(words: str) -> bool:
    """Say whether words say how actions stand, or of when they are, and no more."""
    name = words.strip()
    if len(name) > _LONGEST or _PLAIN_NUMBER.fullmatch(name):
        return False
    return says_state(name) or any(form.fullmatch(name) for form in (_PERIOD, _DAY))
