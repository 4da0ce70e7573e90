"""The next ref of an area: as its refs go on, 1c after 1b or A3 after A2, else a number under the area's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import count
from string import ascii_lowercase
from typing import Final

from send_actions.domain.text import match_key

_LAST: Final = re.compile(r"(.*?)(\d{1,9}|(?<![A-Za-z])[A-Za-z])", re.DOTALL)
"""A ref whose last part goes on: a number, or one letter."""


class NextRefs:
    """The refs that are taken, each with the number of its area, empty where that is not known."""

    def __init__(self, refs: Iterable[tuple[str, str]]) -> None:
        self._taken, self._in_area = set[str](), defaultdict[str, list[str]](list)
        for ref, area in refs:
            if match_key(ref) not in self._taken:
                self._taken.add(match_key(ref))
                self._in_area[match_key(area)].append(ref)
        self._next: dict[str, int] = {}
        self._as_all: dict[str, str] = {}
        self._last: dict[str, int] = {}

    def after(self, like: str, area: str) -> str:
        """Return the next ref of an area, as one of its refs is made, or without one as they all are."""
        if area not in self._as_all:
            self._as_all[area] = self._made_as_all(area)
        ref = self._going_on(like or self._as_all[area], area) or self._numbered(area)
        self._taken.add(match_key(ref))
        return ref

    def _made_as_all(self, area: str) -> str:
        """Return one ref of an area in which all go on in one way, of two or more; empty of any other."""
        refs = self._in_area.get(match_key(area), [])
        made = Counter(_made(ref) for ref in refs)
        return refs[0] if len(refs) > 1 and len(made) == 1 else ""

    def _going_on(self, like: str, area: str) -> str:
        """Return the ref that follows all that are made as one is; empty where they are numbered by area."""
        match = _LAST.fullmatch(like)
        if match is None or match_key(like).startswith(f"{match_key(area)}.") or "." in match[1]:
            return ""
        begin, last = match[1], match[2]
        if last.isdigit():
            self._last[begin] = 1 + (self._last.get(begin) or self._highest(begin))
            return f"{begin}{self._last[begin]:0{len(last)}}"
        letters = [x for x in ascii_lowercase if match_key(begin + x) in self._taken] or [last.lower()]
        following = ascii_lowercase[ascii_lowercase.index(letters[-1]) + 1 :][:1]
        return begin + (following.upper() if last.isupper() else following) if following else ""

    def _highest(self, begin: str) -> int:
        made = re.compile(re.escape(match_key(begin)) + r"(\d{1,9})")
        return max((int(found[1]) for ref in self._taken if (found := made.fullmatch(ref))), default=0)

    def _numbered(self, area: str) -> str:
        first = self._next.get(area, 1)
        number = next(n for n in count(first) if match_key(f"{area}.{n}") not in self._taken)
        self._next[area] = number + 1
        return f"{area}.{number}"


def _made(ref: str) -> tuple[str, bool]:
    """Return how a ref is made: what it begins with, and whether a number ends it."""
    match = _LAST.fullmatch(ref)
    return (match_key(match[1]), match[2].isdigit()) if match else (match_key(ref), False)
