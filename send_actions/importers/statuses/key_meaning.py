"""What the words of a file's own key say of a colour: which of our statuses it stands for there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import LegendEntry, Status
from send_actions.domain.text import fold
from send_actions.domain.words.choices import read_status
from send_actions.errors import UsageError
from send_actions.importers.sheet import KeyWords

_DONE: Final = r"(?:completed?|achieved|delivered|done|finished|implemented|met|signed off)"
_GOES: Final = r"(?:on (?:track|target|course|schedule|time))"
_CUES: Final[tuple[tuple[str, set[Status]], ...]] = (
    (
        (
            r"\b(?:not|yet|due|hasn[’']t)(?: (?:yet|been|due|to))* (?:start|begin|begun|commence)(?:ed|d)?\b"
            r"|\b(?:to start|to begin|planned|pending)\b"
        ),
        {Status.NOT_STARTED},
    ),
    (
        (
            rf"\b(?:will not|won[’']t|unlikely to|cannot)(?: now)? be {_DONE}\b"
            rf"|\b(?:missed|failed|not {_GOES})\b"
            r"|\boff (?:track|target|course|schedule)\b|\bno recovery\b"
            r"|\b(?:major|serious|significant|severe|critical)(?:ly)? "
            r"(?:concerns?|issues?|problems?|delay(?:s|ed)?|risks?|slippage|behind)\b"
        ),
        {Status.OFF_TRACK},
    ),
    (
        (
            r"\bat risk\b"
            r"|\b(?:some|minor|moderate|slight) (?:concerns?|issues?|problems?|delays?|risks?|slippage)\b"
        ),
        {Status.AT_RISK},
    ),
    (
        rf"\bnot (?:yet )?(?:been )?(?:fully )?{_DONE}\b|\b(?:nearly|almost|part(?:ly|ially)?) {_DONE}\b",
        set(),
    ),
    (
        r"\b(?:overdue|late|delay(?:s|ed)?|behind|slipp(?:ed|ing|age))\b",
        {Status.AT_RISK, Status.OFF_TRACK},
    ),
    (
        (
            rf"\b{_GOES}\b|\b(?:in progress|progressing|under ?way|ongoing|as planned|started)\b"
            rf"|\bwill be {_DONE}\b|\bno (?:concerns?|issues?|problems?)\b"
        ),
        {Status.ON_TRACK},
    ),
    (r"\b(?:embedded|business as usual|bau|sustained)\b", {Status.EMBEDDED}),
    (rf"\b{_DONE}\b|\bclosed\b", {Status.COMPLETE}),
    (r"\b(?:on hold|paused|suspended|deferred)\b", {Status.ON_HOLD}),
    (r"\b(?:withdrawn|superseded|cancelled)\b", {Status.WITHDRAWN}),
)
"""What words of a key mean, the surest first: what is found is not looked at again."""

_PATTERNS: Final = tuple((re.compile(pattern), frozenset(meant)) for pattern, meant in _CUES)
_CLAUSE: Final = re.compile(r"[.;:,(–—]|\s-\s|\bbut\b|\bwith\b")
_OTHERWISE: Final = re.compile(r"\bor\b|/")
_COUNT: Final = re.compile(r"\W*\d|\W*\w\W*$")
"""What stands beside a colour that is no meaning: how many there are, or the letter or number of a code."""

_FEW: Final = 5
_LETTERS: Final = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow", "p": "purple"}
_SAME: Final = {"gray": "grey"}


class KeySaid(NamedTuple):
    """What a key says of a colour: its words, their cell and the status, None where that is unclear.

    One that `is_ours` says what the colour means anyway.
    """

    status: Status | None
    words: str
    cell: str
    is_ours: bool


def colour_meant(word: str) -> str:
    """Return the colour that a word or a letter of a status stands for, as a key names it."""
    bare = fold(word).strip(" .:;,-")
    bare = _LETTERS.get(bare, bare)
    return _SAME.get(bare, bare)


def says_status(words: str) -> bool:
    """Say whether words speak of a status, if only of one that is unclear."""
    return bool(_statuses(fold(words)))


def read_key(colour: str, key: Sequence[KeyWords], legend: Sequence[LegendEntry]) -> KeySaid | None:
    """Return what a file's key says of a colour by its name; None where it says nothing of a status."""
    of_it = [entry for entry in key if colour_meant(entry.colour) == colour]
    entries = {fold(entry.words): entry for entry in of_it if not _is_none(entry.words)}
    if not entries:
        return None
    first = next(iter(entries.values()))
    ours = _ours(colour, legend)
    meant = {_meant(entry.words, ours, legend) for entry in entries.values()}
    status = meant.pop() if len(meant) == 1 else None
    words = "” and “".join(entry.words for entry in entries.values())
    return KeySaid(status, words, first.cell, is_ours=status is not None and status == ours)


def _is_none(words: str) -> bool:
    return _COUNT.match(words) is not None or colour_meant(words) in {*_LETTERS.values(), "grey"}


def _ours(colour: str, legend: Sequence[LegendEntry]) -> Status | None:
    try:
        return read_status("amber" if colour in ("yellow", "orange") else colour, legend)
    except UsageError:
        return None


def _meant(words: str, ours: Status | None, legend: Sequence[LegendEntry]) -> Status | None:
    """Return the status of a key's words: a colour's own where they agree with it, another only if plain."""
    try:
        return read_status(words, legend)
    except UsageError:
        pass
    folded = fold(words)
    found = _statuses(folded)
    if not found:
        return None
    if _OTHERWISE.search(folded) and len({each for part in found for each in part}) > max(map(len, found)):
        return None
    first = _statuses(_CLAUSE.split(folded, maxsplit=1)[0]) or found[:1]
    agreed = frozenset.intersection(*first)
    if ours in agreed:
        return ours
    is_plain = len(agreed) == 1 and all(agreed <= part for part in found)
    return next(iter(agreed)) if is_plain and len(words.split()) <= _FEW else None


def _statuses(words: str) -> list[frozenset[Status]]:
    """Return what each part of a key's words may mean, from left to right."""
    found: list[tuple[int, frozenset[Status]]] = []
    for pattern, meant in _PATTERNS:
        found += [(match.start(), meant) for match in pattern.finditer(words)]
        words = pattern.sub(lambda match: " " * len(match[0]), words)
    return [meant for _, meant in sorted(found, key=lambda each: each[0]) if meant]
