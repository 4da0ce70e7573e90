"""Text that looks as if it were about one person, questioned at entry and before export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SPACE: Final = "[ \u00a0\u2009\u202f-]?"
_NHS_NUMBER: Final = rf"(?<!\d)(?<!\d[.,])(\d{{3}}){_SPACE}(\d{{3}}){_SPACE}(\d{{4}})(?![.,]?\d)"

_UPN: Final = r"(?<![^\W_])([A-Z])(\d{11}[\dA-Z])(?![^\W_])"
_UPN_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"

_MONTH: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_YEAR: Final = r"(?:\d{4}|\d\d)(?!\d)"
_DATE: Final = "|".join(
    (
        r"\d{4}-\d\d-\d\d(?!\d)",
        rf"\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]{_YEAR}",
        rf"\d{{1,2}}(?:st|nd|rd|th)?[-/. ]?(?:of )?{_MONTH}[-/., ]{{0,2}}{_YEAR}",
        rf"{_MONTH} \d{{1,2}},? {_YEAR}",
    )
)
_BIRTH: Final = r"\b(?:d\.?o\.?b|date of birth|birth ?date|birthday)\b"
_BORN: Final = rf"(?:{_BIRTH}|\bborn\b).{{0,30}}?(?<!\d)({_DATE})|(?<!\d)({_DATE}).{{0,15}}?{_BIRTH}"

_EMAIL: Final = r"(?<![\w.%+'-])[\w.%+'-]+@([\w-]+(?:\.[\w-]+)+)"


def questions(text: str) -> list[str]:
    """One sentence for each thing that looks personal (PRODUCT section 10), none of which repeats it."""
    if "@" not in text and not _LONG_NUMBER.search(text) and not _may_tell_a_birth(text):
        return []
    asked = [f"“{shown}” looks like {what}" for find, what in _SEARCHES for shown in find(text)]
    return list(dict.fromkeys(asked))


def _nhs_numbers(text: str) -> Iterator[str]:
    for match in re.finditer(_NHS_NUMBER, text):
        digits = [int(digit) for digit in "".join(match.groups())]
        weighed = sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
        if weighed % 11 == 0:
            yield f"…{match[3][1:]}"


def _pupil_numbers(text: str) -> Iterator[str]:
    for match in re.finditer(_UPN, text.upper()):
        values = [int(c) if c.isdecimal() else _UPN_LETTERS.find(c) for c in match[2]]
        weighed = sum(value * weight for weight, value in enumerate(values, start=2))
        if min(values) >= 0 and _UPN_LETTERS[weighed % len(_UPN_LETTERS)] == match[1]:
            yield f"…{match[2][-3:]}"


def _birth_dates(text: str) -> Iterator[str]:
    for match in re.finditer(_BORN, text, re.IGNORECASE | re.DOTALL):
        yield f"…{(match[1] or match[2])[-2:]}"


def _emails(text: str) -> Iterator[str]:
    for match in re.finditer(_EMAIL, text):
        yield f"…@{match[1]}"


def _may_tell_a_birth(text: str) -> bool:
    """Say whether a text has part of a word for a birth, which nearly all texts lack."""
    words = text.lower()
    return "born" in words or "rth" in words or "ob" in words or "o.b" in words


_LONG_NUMBER: Final = re.compile(rf"\d{{3}}{_SPACE}\d{{3}}{_SPACE}\d{{4}}")
"""What every number of a person has."""

_NO_CHILD: Final = "a plan holds nothing about one child."
_SEARCHES: Final = (
    (_nhs_numbers, f"an NHS number: {_NO_CHILD}"),
    (_pupil_numbers, f"a pupil's UPN: {_NO_CHILD}"),
    (_birth_dates, f"a date of birth: {_NO_CHILD}"),
    (_emails, "an e-mail address: does it have to stand in the text?"),
)
