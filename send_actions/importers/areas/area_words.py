"""The number, the title and the label of an area in one cell, in a heading, or in an answer."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.importers.cell_text import is_error, reads_as_date

_COUNTED: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORD: Final = r"(?:(?:area|priority(?: area)?|objective|workstream|strand|section|theme)\s*)?"
_ADJECTIVES: Final = (
    r"(?:(?!(?:against|all|and|at|by|for|from|in|of|on|our|the|to|under|with|within)\b)[^\W\d_]+\s+){0,3}?"
)
_KIND: Final = (
    rf"{_ADJECTIVES}(?:area(?: (?:for|of) (?:significant )?[a-z]{{4,12}})?|priority(?: area| action)?"
    r"|objective|work ?stream|strand|theme|outcome|pillar|ambition|goal|aim|section)"
)
_ANY_KIND: Final = (
    r"(?!(?:\S+ )*(?:annex|appendix|chapter|draft|figure|key stage|ks|page|part|phase|quarter|slide|stage"
    r"|step|table|term|tier|version|week|year)\b)[^\W\d_]+(?: [^\W\d_]+){0,3}"
)
_PARTED: Final = r"\s*[:.)–—-]+\s*"
_NUMBER: Final = (
    rf"(?:no\.?\s*)?(\d{{1,2}}|(?-i:[A-H])|[a-h](?={_PARTED})|(?:{'|'.join(_COUNTED)})(?={_PARTED}|$))"
)
_LABELLED: Final = rf"({_KIND})\s*{_NUMBER}\b(?!\.\d)(?:{_PARTED}(.*)|\s+([^\W\d].*)|\s*)"
_NAMED: Final = re.compile(_LABELLED, re.IGNORECASE | re.DOTALL)
_OTHERWISE: Final = re.compile(
    rf"({_ANY_KIND})\s+{_NUMBER}\b(?!\.\d)(?:\s*[:.)]|\s+[–—-]|–|—)\s*([^\W\d].*)", re.IGNORECASE | re.DOTALL
)
_CODED: Final = re.compile(
    rf"((?!Q|Y|KS|H|FY)[A-Z]{{1,4}})(\d{{1,2}})(?:\s+|(?!-\w){_PARTED})([^\W\d].*)", re.DOTALL
)
_COUNTED_OFF: Final = re.compile(r"(\d{1,2})(?:[.):]\s+|\s+[–—-]\s+)([^\W\d].*)", re.DOTALL)
_NUMBERED: Final = re.compile(
    rf"{_WORD}(\d+(?:\.\d+)*|[A-Z]\d*)\s*[.:)–—-]\s*([^\W\d].*)", re.IGNORECASE | re.DOTALL
)
_SPACED: Final = re.compile(rf"{_WORD}(\d+(?:\.\d+)*)\s+([^\W\d].*)", re.IGNORECASE | re.DOTALL)
_NUMBER_ALONE: Final = re.compile(rf"{_WORD}([A-Z]{{0,3}}\s?\d[\w.\- ]{{0,7}}|[A-Z]{{1,2}})", re.IGNORECASE)
_BARE: Final = re.compile(r"(\d{1,3}|[A-Z])\.?:?", re.IGNORECASE)
_WHOLE_FLOAT: Final = re.compile(r"(\d+)\.0+")


class Named(NamedTuple):
    """An area as words name it: its number and title, either of them empty, and the label of its number."""

    number: str
    title: str
    label: str = ""


def labelled_area(words: str) -> Named | None:
    """Return the area in words that begin with a label and a number, such as Priority 2: Early help."""
    match = _NAMED.fullmatch(words)
    return _named(match[1], match[2], match[3] or match[4] or "") if match else None


def labels_area(words: str) -> bool:
    """Say whether words are a label of areas and a number, and no more: Priority 2, Pillar 2."""
    named = labelled_area(words.rstrip(".: "))
    return named is not None and not named.title


def number_of_area(words: str) -> str:
    """Return the number of an area that stands alone or behind a label; empty for other words."""
    if match := _BARE.fullmatch(words):
        return match[1]
    named = labelled_area(words.rstrip(".: ")) if labels_area(words) else None
    return named.number if named else ""


def area_within(words: str) -> Named | None:
    """Return the area that words name in their course, as the name of a sheet may."""
    match = _NAMED.search(words)
    return _named(match[1], match[2], match[3] or match[4] or "") if match else None


def labelled_otherwise(title: str) -> Named | None:
    """Return the area in words that begin with a label we do not know, a code such as P1, or a number.

    One alone may mean something else: it counts where others in the file are alike.
    """
    if match := _OTHERWISE.fullmatch(title):
        return _named(match[1], match[2], match[3])
    if match := _CODED.fullmatch(title):
        return Named(match[1] + match[2], match[3].strip(), match[1])
    match = _COUNTED_OFF.fullmatch(title)
    return Named(match[1], match[2].strip()) if match else None


def named_area(cell: str) -> Named:
    """Return the area that stands in one cell, with its label where it has one."""
    if (found := labelled_area(cell)) and (found.title or not reads_as_date(cell)):
        return found
    for form in (_NUMBERED, _SPACED):
        if match := form.fullmatch(cell):
            return Named(match[1], match[2])
    if is_error(cell) or reads_as_date(cell):
        return Named(cell, "")
    match = _NUMBER_ALONE.fullmatch(cell)
    return Named(match[1], "") if match else Named("", cell)


def area_of_cell(cell: str) -> tuple[str, str]:
    """Return number and title of an area that stand in one cell, either of them empty."""
    named = named_area(cell)
    return named.number, named.title


def area_answered(words: str) -> tuple[str, str]:
    """Return number and title of an area that is answered; letters alone, such as IT, are a title."""
    number, title = area_of_cell(words)
    return ("", words) if len(number) > 1 and words.isalpha() else (number, title)


def whole_number(number: str) -> str:
    """Return the number that a spreadsheet wrote with noughts: 9 of 9.0; empty for any other."""
    match = _WHOLE_FLOAT.fullmatch(number)
    return match[1] if match else ""


def _named(label: str, number: str, title: str) -> Named:
    word = number.casefold()
    shown = str(_COUNTED.index(word) + 1) if word in _COUNTED else number
    return Named(shown, title.strip(), " ".join(label.split()))
