"""What the columns of a return are called, and the words it is told by: written and read by the same names."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

SHEET: Final = "Your actions"
GUIDE: Final = "What to do"
KEY: Final = "Key"
MARK: Final = "send-actions"
"""The sheets of a return: the rows, what to do with them, the legend, and (hidden) what it was made from."""

STILL_RIGHT: Final = "No change, still right"
"""What is chosen of an action of which all that the return shows still holds."""


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
    """What a return says of itself on its hidden sheet."""

    FORM = "form"
    PLAN = "plan"
    AS_AT = "as at"
    RECORD = "record"
    TO = "to"
    DIGEST = "digest"


FORM: Final = "1"
"""The layout that this program writes; one it does not know is read by its headings alone."""
