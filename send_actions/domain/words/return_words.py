"""What the columns and sheets of a return are called: it is written and read by the same names."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

SHEET: Final = "Your actions"
GUIDE: Final = "What to do"
KEY: Final = "Key"
ABOUT: Final = "About this file"
"""The sheets of a return: the rows, what to do with them, the legend, and what it was made from."""

STILL_RIGHT: Final = "No change, still right"
"""What is chosen of an action of which all that the return shows still holds."""


EVERYBODY: Final = "everybody"
"""For whom a return is that all share."""


class ReturnColumn(StrEnum):
    """A column of a return by its heading."""

    REF = "Ref"
    ACTION = "Action"
    LEAD = "Lead"
    DUE = "Due now"
    LAST_SAID = "Last said"
    NO_CHANGE = "No change?"
    STATUS = "Status"
    NOTE = "Your update"
    IMPACT = "Impact"
    PATH = "Path to green"
    PATH_BY = "Path by"
    ASK = "Ask of the board"
    NEW_DUE = "New due date"
    WHY_NEW_DUE = "Why the new date"
    KEPT_AS = "Leave as it is"

    @property
    def is_asked(self) -> bool:
        """Whether the owner writes in it; the others only show."""
        return self in ASKED


ASKED: Final = frozenset(
    {
        ReturnColumn.NO_CHANGE,
        ReturnColumn.STATUS,
        ReturnColumn.NOTE,
        ReturnColumn.IMPACT,
        ReturnColumn.PATH,
        ReturnColumn.PATH_BY,
        ReturnColumn.ASK,
        ReturnColumn.NEW_DUE,
        ReturnColumn.WHY_NEW_DUE,
    }
)


class ReturnFact(StrEnum):
    """What a return says of itself on its last sheet."""

    PLAN = "Plan begun"
    AS_AT = "As at"
    RECORD = "Record"
    TO = "For"
    ROWS = "Rows"
    DIGEST = "Digest"
    WORDS = "Words"
    FORM = "Form"


FORM: Final = "1"
"""The layout that this program writes."""
