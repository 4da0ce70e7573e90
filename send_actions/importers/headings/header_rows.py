"""Rows below the header that head a table again: the header repeated, or that of another table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.headings.implied_titles import implied_title
from send_actions.importers.headings.mapped_columns import mapped_columns


def _marks() -> list[str]:
    """Return words of which each heading of actions has one: without any of them no row is a header."""
    found: list[str] = []
    for heading in sorted(HEADINGS["title"], key=len):
        if not any(mark in heading for mark in found):
            found.append(max(heading.split(), key=len))
    return found


_ENOUGH: Final = 3
_DRAWN: Final = " -:=+"
_RULE: Final = frozenset(_DRAWN)
MARKS: Final = tuple(_marks())
"""Words of which each heading of actions has one."""


def is_answered(cells: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Say whether a row has the heading of which was answered that it is that of the actions."""
    return bool(mapping) and "title" in mapped_columns(mapping, heading_names(cells)).values()


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a row heads the sheet: it has the action, and the ref or three others we know."""
    if not any(map(_is_action, cells)):
        return False
    names = heading_names(cells)
    fields = {field_of(name, names) or weak_field(name) for name in names} - {None}
    return "title" in fields and ("ref" in {field_of(n, names) for n in names} or len(fields) > _ENOUGH)


def _is_action(cell: str) -> bool:
    """Say whether a cell is a heading of actions, whatever stands beside it."""
    words = cell.lower()
    if words.isascii() and not any(map(words.__contains__, MARKS)):
        return False
    (name,) = heading_names([cell])
    return "title" in (field_of(name, [name]), weak_field(name))


def may_head(cells: Sequence[str]) -> bool:
    """Say whether a row may head the sheet where none surely does: it has the action and something else."""
    names = heading_names(cells)
    fields = {field_of(name, names) or weak_field(name) for name in names} - {None}
    return ("title" in fields and len(fields) > 1) or implied_title(cells, ()) is not None


def is_rule(cells: Sequence[str]) -> bool:
    """Say whether a row is empty, or the line that a text draws below its header."""
    words = "".join(cells)
    return not words.strip() or (words[:1] in _DRAWN and _RULE.issuperset(words) and "--" in words)


class HeaderRows:
    """Tells the rows that are headers from the others, most of which show at a glance that they are none."""

    def __init__(self, header: Sequence[str]) -> None:
        self._names = heading_names(header)
        own = max((word for name in self._names for word in name.split()), key=len, default="")
        self._marks = [*MARKS, own]
        self._in_letters = [place for place, name in enumerate(self._names) if any(map(str.isalpha, name))]

    def may_be(self, cells: Sequence[str]) -> bool:
        """Say whether a row has a word of a header."""
        text = " ".join(cells)
        if not (text.isascii() and text.isprintable()):
            return True
        words = text.lower()
        return any(map(words.__contains__, self._marks))

    def is_repeated(self, cells: Sequence[str]) -> bool:
        """Say whether a row repeats the header."""
        if len(cells) != len(self._names):
            return False
        if not all(any(map(str.isalpha, cells[place])) for place in self._in_letters):
            return False
        return all(heading_names([cell])[0] == name for cell, name in zip(cells, self._names, strict=True))
