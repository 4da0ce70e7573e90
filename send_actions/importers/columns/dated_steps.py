"""Columns of steps whose heading says by when: “By March 2027”, “6 months (March 2027)”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from send_actions.domain.plan import Due
from send_actions.domain.words.dates import read_due
from send_actions.importers.cell_text import A_MONTH_NAME

_MONTH: Final = rf"{A_MONTH_NAME}\.?[ -](?:20)?\d\d"
_DATED: Final = (
    rf"(?:the )?(?:end (?:of )?)?(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
    r"|(?:autumn|spring|summer) term (?:20)?\d\d|q[1-4] \d{4}[/-]\d{2,4})"
)
_BY: Final = re.compile(rf"(?:(?:milestones?|steps?|actions?)\W+)?(?:by|to) {_DATED}", re.IGNORECASE)
_NOT_THE_DATE: Final = re.compile(
    r"\b(?:\d{1,2}|three|six|nine|twelve|eighteen)[\s-]*months?\b"
    r"|\b(?:milestones?|steps?|targets?|progress|by|at|in|within|after|for|due)\b|[()\[\]:]|\s[–—-]\s",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def dated_steps(names: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return the places of columns headed by a date to be done by, where at least two hold words."""
    found = [place for place, name in enumerate(names) if _BY.fullmatch(name)]
    return dict.fromkeys(found, "step") if len(found) >= _FEWEST and _are_words(rows, found) else {}


def day_of_heading(heading: str, today: date) -> Due | None:
    """Return the date that the heading of a column of steps says with its year; None where it says none."""
    bare = " ".join(_NOT_THE_DATE.sub(" ", heading).split())
    due = read_due(bare, today=today) if re.search(r"\d\d", bare) else None
    return due if due and due.on and due.precision.is_period else None


def _are_words(rows: Sequence[Sequence[str]], places: Sequence[int]) -> bool:
    """Say whether half of the cells that are filled have several words, as marks and figures have not."""
    said = [row[place] for row in rows for place in places if place < len(row) and row[place].strip()]
    wordy = sum(1 for cell in said if len(re.findall(r"[^\W\d_]{2,}", cell)) > 1)
    return bool(said) and wordy * 2 >= len(said)
