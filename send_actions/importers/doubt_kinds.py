"""Doubts of one kind, so that what is said of many cells is told once and with all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from send_actions.importers.answering import without_flags
from send_actions.importers.problems import Problem

_QUOTED: Final = re.compile(r"“[^”]*”")
_CELLS: Final = re.compile(r" \([^()]*\b[A-Z]{1,3}\d+[^()]*\)")
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMED: Final = re.compile(
    rf"(?:\d+ )?(?:{_MONTHS})\b(?: \d+)?|(?:spring|summer|autumn) term\b(?: \S*\d)?|\b[A-Z](?:\.[A-Z]\w*)+"
)
_NUMBER: Final = re.compile(r"[^\s“”:;,.]*\d(?:[^\s“”:;,]*[^\s“”:;,.])?")
_READ_AS: Final = re.compile(r"( is read as )[^:.]+")
_ALIKE: Final = re.compile(r"…(?:(?:,| and| to| or)? …)+")


class DoubtKind(NamedTuple):
    """What is said of some cells, with … where they differ, and the doubt of each."""

    said: str
    doubts: tuple[Problem, ...]

    def cells(self, most: int | None = None) -> str:
        """Return the cells with the words that stand there, at most so many: T2!D4 “Easter” and 8 more."""
        named = ", ".join(_with_words(doubt) for doubt in self.doubts[:most])
        more = len(self.doubts[most:]) if most else 0
        return named + (f" and {more:,} more" if more else "")


def kinds_of(doubts: Iterable[Problem]) -> list[DoubtKind]:
    """Return the doubts by kind, in the order in which each kind comes first."""
    found: dict[str, list[Problem]] = {}
    for doubt in doubts:
        found.setdefault(_said_of_all(doubt.message), []).append(doubt)
    return [
        DoubtKind(said if len(alike) > 1 else alike[0].message, tuple(alike)) for said, alike in found.items()
    ]


def _said_of_all(message: str) -> str:
    """Return the first sentence of a doubt, with … for what is told of its cell alone."""
    told = _CELLS.sub("", _QUOTED.sub("“…”", without_flags(message)[0]))
    first = re.split(r"(?<=[^.…])\.(?: |$)", told, maxsplit=1)[0]
    without_names = _NUMBER.sub("…", _NAMED.sub("…", _READ_AS.sub(r"\1…", first)))
    return _ALIKE.sub("…", without_names)


def _with_words(doubt: Problem) -> str:
    words = _QUOTED.search(doubt.message)
    return f"{doubt.cell} {words[0]}" if words else doubt.cell
