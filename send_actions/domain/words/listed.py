"""How a list names the action of a row and the state it shows, in words that no spreadsheet changes."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

_WORDS: Final = re.compile(
    r"(?P<ref>.*) in area (?P<area>.*?)(?:, as at (?P<as_at>\d{4}-\d\d-\d\d), record (?P<record>\d{1,9}))?"
)


class Listed(NamedTuple):
    """An action as a list names it, with the state of the plan that the list shows; None where unsaid."""

    ref: str
    area: str
    as_at: date | None = None
    record: int | None = None

    def __str__(self) -> str:
        of_state = f", as at {self.as_at.isoformat()}, record {self.record}" if self.as_at else ""
        return f"{self.ref} in area {self.area}{of_state}"

    @classmethod
    def read(cls, text: str) -> Listed | None:
        """Return what the words of a row say; None when they are no such words."""
        found = _WORDS.fullmatch(text)
        if not found:
            return None
        try:
            as_at = date.fromisoformat(found["as_at"]) if found["as_at"] else None
        except ValueError:
            as_at = None
        record = int(found["record"]) if as_at else None
        return cls(found["ref"], found["area"], as_at, record)
