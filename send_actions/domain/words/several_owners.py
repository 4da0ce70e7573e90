"""Several owners in one cell: told apart from each other and from the initials of those who do it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.domain.text import clean
from send_actions.domain.words.owners import is_nobody

_INITIALS: Final = r"(?:[A-Z]\.\s?){1,3}(?:(?:Mc|Mac|O['’])?[A-Z]\.?)?"
_BRACKETED: Final = re.compile(rf"\(\s*({_INITIALS}(?:\s*[,/&]\s*{_INITIALS})*)\s*\)")
_ALONE: Final = re.compile(rf"\(?\s*({_INITIALS})\s*\)?")
_SUPPORT: Final = re.compile(
    r",?\s*\b(?:(?:with )?support (?:from|of|by)\b|supported by\b|with input from\b|in partnership with\b"
    r"|support(?:ing)?\s*:):?\s*|^\s*lead\s*:\s*(?=.*\bsupport)",
    re.IGNORECASE,
)
_POST: Final = r"(?:(?:assistant|deputy|strategic|service) )?(?:head|director|manager|lead|chief)"
_WHOLE: Final = (
    r"(?=(?:[\w'’&-]+ ){0,3}(?:DCO|DMO|DSCO|DCS|EP|SENCOs?|officer|manager|lead|chair|nurse|commissioner"
    r"|co-?ordinator|adviser|psychologist)\s*(?:[,;/]|$))"
)
"""What follows is a post by itself: Principal EP, DCO, PCF Chair."""

_APART: Final = re.compile(
    rf";|(?:/|,\s+){_WHOLE}|\s+/\s+|\s+\+\s+|(?:/|\s(?:and|&)\s|,\s*)(?={_POST}\b(?: of| for|,|$))"
    r"|(?<=\))\s*(?:,|&|\band\b)\s*(?=[^(),;/]+\([^()]+\))",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"(?:\b(?:of|and|for|the|to|in|with)|[,&/(–-])\s*$", re.IGNORECASE)
_TAIL: Final = 40
_BODY_NEXT: Final = re.compile(r"^(?:\(|[a-z&/,–-])")


class Named(NamedTuple):
    """One owner in a cell, with the initials that stand beside it."""

    words: str
    initials: str = ""


def split_owners(text: str) -> list[Named]:
    """Return the owners of a cell in their order: parted by lines, semicolons, strokes or initials.

    Whoever supports the first stands after them. Words that name nobody are none of them.
    """
    found: list[Named] = []
    for part in _SUPPORT.split(clean(text)):
        for line in _joined_lines(part):
            if initials := _ALONE.fullmatch(line):
                if found and not found[-1].initials:
                    found[-1] = found[-1]._replace(initials=initials[1])
                continue
            for words in _by_initials(line):
                found += _parted(words)
    return [one for one in dict.fromkeys(found) if one.words and not is_nobody(one.words)]


def _joined_lines(text: str) -> list[str]:
    """Return the lines of a text, one that only goes on joined to the one above."""
    lines: list[str] = []
    for line in (line.strip(" \t•·*") for line in text.split("\n")):
        if not line:
            continue
        if (
            lines
            and not _ALONE.fullmatch(line)
            and (_GOES_ON.search(lines[-1][-_TAIL:]) or _BODY_NEXT.match(line))
        ):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _by_initials(line: str) -> list[Named]:
    """Return the parts of a line that initials in brackets part, each with its own."""
    pieces = _BRACKETED.split(line)
    if len(pieces) == 1:
        return [Named(line)]
    words, initials = [piece.strip(" ,;/&") for piece in pieces[::2]], pieces[1::2]
    if not words[0]:
        return [Named(*pair) for pair in zip(words[1:], initials, strict=True)]
    return [Named(word, initials[place] if place < len(initials) else "") for place, word in enumerate(words)]


def _parted(named: Named) -> list[Named]:
    parts = [part.strip(" ,;/&") for part in _APART.split(named.words)]
    kept = [part for part in parts if part]
    return [Named(part, named.initials if place == 0 else "") for place, part in enumerate(kept)]
