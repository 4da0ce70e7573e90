"""Days counted from today in words, as the signs that dates are read by: in two weeks is +2 weeks."""

from __future__ import annotations

import re
from typing import Final

_NUMBERS: Final = (
    *("a", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_COUNTED: Final = rf"(\d{{1,4}}|an|{'|'.join(_NUMBERS)}) ((?:day|week|fortnight|month|year)s?)"


def signed(words: str) -> str:
    """The words with "in two weeks" as +2 weeks and "six weeks ago" as -6 weeks; others as they are."""
    for sign, form in (("+", f"in {_COUNTED}"), ("-", f"{_COUNTED} ago")):
        if match := re.fullmatch(form, words):
            count, unit = match.groups()
            number = (
                int(count) if count.isdecimal() else max(1, _NUMBERS.index("a" if count == "an" else count))
            )
            is_double = unit.startswith("fortnight")
            return f"{sign}{number * 2} weeks" if is_double else f"{sign}{number} {unit}"
    return words
