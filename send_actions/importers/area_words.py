"""The number and the title of an area in one cell, or in an answer."""

from __future__ import annotations

import re
from typing import Final

from send_actions.importers.cell_text import is_error, reads_as_date

_WORD: Final = r"(?:(?:area|priority(?: area)?|objective|workstream|strand|section|theme)\s*)?"
_NUMBERED: Final = re.compile(
    rf"{_WORD}(\d+(?:\.\d+)*|[A-Z]\d*)\s*[.:)–—-]\s*([^\W\d].*)", re.IGNORECASE | re.DOTALL
)
_SPACED: Final = re.compile(rf"{_WORD}(\d+(?:\.\d+)*)\s+([^\W\d].*)", re.IGNORECASE | re.DOTALL)
_NUMBER_ALONE: Final = re.compile(rf"{_WORD}([A-Z]{{0,3}}\s?\d[\w.\- ]{{0,7}}|[A-Z]{{1,2}})", re.IGNORECASE)
_WHOLE_FLOAT: Final = re.compile(r"(\d+)\.0+")


def area_of_cell(cell: str) -> tuple[str, str]:
    """Return number and title of an area that stand in one cell, either of them empty."""
    for form in (_NUMBERED, _SPACED):
        if match := form.fullmatch(cell):
            return match[1], match[2]
    if is_error(cell) or reads_as_date(cell):
        return cell, ""
    match = _NUMBER_ALONE.fullmatch(cell)
    return (match[1], "") if match else ("", cell)


def area_answered(words: str) -> tuple[str, str]:
    """Return number and title of an area that is answered; letters alone, such as IT, are a title."""
    number, title = area_of_cell(words)
    return ("", words) if len(number) > 1 and words.isalpha() else (number, title)


def whole_number(number: str) -> str:
    """Return the number that a spreadsheet wrote with noughts: 9 of 9.0; empty for any other."""
    match = _WHOLE_FLOAT.fullmatch(number)
    return match[1] if match else ""
