"""The words of sheets, their headings and their names, as long as spreadsheets take them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.reports.formats.text_lines import one_line, said_lines

LONGEST_CELL: Final = 32_767
"""Units of UTF-16 that a cell of Excel holds."""

_CUT: Final = " … (cut here: a cell holds no more. Word, HTML and Markdown have it whole.)"
_LONGEST_NAME: Final = 31
_LONGEST_HEAD: Final = 255
_LONGEST_TABLE_NAME: Final = 60
_ROOM_FOR_PLACE: Final = 8
_CODE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Where Excel would read a character by its number in a name."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]+")
_IN_ADDRESSES: Final = str.maketrans("'.", "’-")
"""What parts an address, and what stands in its place in the name of a sheet."""
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9]+")


def cell_words(text: str) -> str:
    """What a cell says: its lines without spaces at their ends and none empty, cut to what it holds."""
    return fitting(said_lines(text))


def fitting(text: str) -> str:
    """A text as a cell holds it, with a note where it had to be cut."""
    if len(text) * 2 <= LONGEST_CELL or length_of(text) <= LONGEST_CELL:
        return text
    return cut_to(text, LONGEST_CELL - len(_CUT)) + _CUT


def length_of(text: str) -> int:
    """How many units of UTF-16 a text takes, by which Excel counts."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def cut_to(text: str, length: int) -> str:
    """The first characters of a text that take no more units of UTF-16."""
    kept = text[:length]
    while (over := length_of(kept) - length) > 0:
        kept = kept[: -((over + 1) // 2)]
    return kept


def named(text: str) -> str:
    """A text as a name may have it, in which Excel reads no character by its number, as in _x0041_."""
    return _CODE.sub("-", text)


def sheet_name(number: int, caption: str) -> str:
    """The name of a table's sheet: its number and words, ended between two, without what no name may have."""
    words = named(f"{number} {caption}").translate(_IN_ADDRESSES)
    allowed = " ".join(_FORBIDDEN.sub(" ", words).split()).rstrip("-")
    if length_of(allowed) <= _LONGEST_NAME:
        return allowed
    kept = cut_to(allowed, _LONGEST_NAME - 1)
    whole = kept.rsplit(" ", 1)[0]
    return (whole if len(whole) > _LONGEST_NAME // 2 else kept).rstrip(" ,;-") + "…"


def table_name(number: int, caption: str) -> str:
    """The name of a table, such as Table_6_Actions_of_area_1: no other has it, and no cell is called so."""
    words = _NOT_IN_NAMES.sub("_", caption)[:_LONGEST_TABLE_NAME].strip("_")
    return f"Table_{number}_{words}".rstrip("_")


def unlike_heads(header: Sequence[str]) -> Iterator[str]:
    """The headings on one line each; one that stood before has its place after it."""
    seen: set[str] = set()
    for place, head in enumerate(header, start=1):
        told = cut_to(named(one_line(head)), _LONGEST_HEAD)
        if told.lower() in seen:
            told = f"{cut_to(told, _LONGEST_HEAD - _ROOM_FOR_PLACE)} ({place})"
        while told.lower() in seen:
            told = f"{told[:-1]}*)"
        seen.add(told.lower())
        yield told
